import type { DepositTerm } from '../../../rules/hn-net/deposit.ts';
import { text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import { contract, provider } from '../words.ts';
import type { GuaranteeDepositInputs } from './input.ts';
import { guaranteeDepositNotices } from './notices.ts';

export interface GuaranteeDepositOpening {
  /** Agreed amount, in fen. */
  readonly amount: number;
  /** Terms that are not filled in. */
  readonly missing: readonly DepositTerm[];
}

/** What a deposit remembers; its terms stand in the form, its movements in the ledger. */
export interface GuaranteeDepositFacts {
  amount: number;
  missing: readonly DepositTerm[];
  agreedAt: Instant | null;
  /** What the platform holds, in fen. */
  balance: number;
  movements: number;
}

const law = { clause: 'HN-NET 第二十一条' } as const;
const agreement = { ...law, requirement: 'HN-NET-22.2' } as const;
const purpose = { ...law, requirement: 'HN-NET-22.3' } as const;

const staff = [handling('reviewer'), handling('manager')] as const;
const held = ['PAID_IN', 'USED'] as const;

/** The guarantee deposit of one provider: HN-NET-22. */
export const guaranteeDeposit = contract<{
  opening: GuaranteeDepositOpening;
  facts: GuaranteeDepositFacts;
  inputs: GuaranteeDepositInputs;
}>()({
  kind: 'guaranteeDeposit',
  prefix: 'dep',
  mark: '保证',
  retention: 'TRANSACTION',
  title: text('消费者权益保证金', 'Consumer guarantee deposit'),
  parties: { provider },
  intake: { by: ['reviewer', 'manager'] },
  stages: {
    DRAFT: text('协商中', 'To be agreed'),
    AGREED: text('已约定，待缴存', 'Agreed, to be paid in'),
    PAID_IN: text('已缴存', 'Paid in'),
    USED: text('已使用', 'Used'),
  },
  outcomes: {
    REFUNDED: text('已退还', 'Refunded'),
    USED_UP: text('已全部使用', 'Used up'),
    WITHDRAWN: text('未约定', 'Not agreed'),
  },
  notices: guaranteeDepositNotices,
  tasks: {
    agree: { title: text('完善并签订保证金约定', 'Complete the agreement on the deposit'), role: 'reviewer' },
    payIn: {
      title: text('收取并登记约定的保证金', 'Take in and record the deposit that was agreed'),
      role: 'reviewer',
    },
  },
  deadlines: {},
  actions: {
    reviseTerms: {
      ...agreement,
      title: text('修改约定内容', 'Change the terms'),
      done: text('约定内容已修改', 'Terms changed'),
      event: 'DEPOSIT_TERMS_REVISED',
      by: staff,
      at: ['DRAFT'],
      withholds: ['changes'],
    },
    agree: {
      ...agreement,
      title: text('同意约定', 'Agree'),
      done: text('保证金约定已达成', 'Deposit agreed'),
      event: 'DEPOSIT_AGREED',
      by: [party('provider')],
      at: ['DRAFT'],
    },
    withdrawDraft: {
      ...agreement,
      title: text('不再约定', 'Give it up'),
      done: text('保证金未约定', 'Deposit not agreed'),
      event: 'DEPOSIT_DRAFT_WITHDRAWN',
      by: [...staff, party('provider')],
      at: ['DRAFT', 'AGREED'],
    },
    recordPayIn: {
      ...purpose,
      title: text('登记缴存', 'Record a payment into it'),
      done: text('保证金已缴存', 'Paid in'),
      event: 'DEPOSIT_PAID_IN',
      task: 'payIn',
      by: staff,
      at: ['AGREED', ...held],
    },
    useDeposit: {
      ...purpose,
      title: text('使用保证金', 'Use the deposit'),
      done: text('保证金已使用', 'Deposit used'),
      event: 'DEPOSIT_USED',
      by: [handling('manager')],
      at: held,
      adverse: true,
      notBy: ['filer'],
    },
    refundDeposit: {
      ...purpose,
      title: text('退还保证金', 'Refund the deposit'),
      done: text('保证金已退还', 'Deposit refunded'),
      event: 'DEPOSIT_REFUNDED',
      by: [handling('manager')],
      at: held,
      notBy: ['filer'],
    },
    endDeposit: {
      ...purpose,
      title: text('保证金已全部使用，结束约定', 'End it: nothing is left'),
      done: text('保证金已全部使用，约定结束', 'Ended: nothing is left'),
      event: 'DEPOSIT_ENDED',
      by: [handling('manager')],
      at: ['USED'],
      adverse: true,
      notBy: ['filer'],
    },
  },
});
