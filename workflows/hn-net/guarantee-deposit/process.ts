/**
 * A guarantee deposit, 第二十一条: agreed with amount, management, use and refund; every movement stands in the ledger with what it is for, and
 * the provider hears of each. The ledger itself refuses what does not balance or is not there.
 */
import { depositTerms, missingTerms, type DepositTerm, type MovementKind } from '../../../rules/hn-net/deposit.ts';
import { fenOf, yuanInWords } from '../../../rules/money.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text, type Text } from '../../../rules/text.ts';
import { namedCase } from '../../engine/case-number.ts';
import { defineProcess } from '../../engine/define.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { guaranteeDeposit as contract } from './contract.ts';
import { guaranteeDepositSentences } from './sentences.ts';

export const guaranteeDeposit = defineProcess(contract, {
  sentences: guaranteeDepositSentences,

  facts: ({ amount, missing }) => ({ amount, missing, agreedAt: null, balance: 0, movements: 0 }),

  open: offer,

  requires: { agree: [isWhole], endDeposit: [isUsedUp] },

  due: {},

  actions: {
    reviseTerms(step, { changes }) {
      step.facts.amount = fenOf(changes.amount);
      step.facts.missing = missingTerms(changes);
      step.write('form', { changes, filedById: step.actor.id });
      offer(step);
    },

    agree(step) {
      step.facts.agreedAt = step.now;
      step.closeTask('agree');
      step.moveTo('AGREED');
      step.openTask('payIn', { amount: yuanInWords(step.facts.amount) });
    },

    withdrawDraft(step, { reason = null }) {
      if (step.actor.role !== 'provider')
        step.notify('depositWithdrawn', 'provider', { reason, withdrawnAt: step.now });
      step.close('WITHDRAWN');
    },

    recordPayIn(step, { amount, settlement }) {
      const fen = fenOf(amount);
      const room = step.facts.amount - step.facts.balance;
      if (fen > room) {
        refuse(
          'INVALID_INPUT',
          `约定金额为 ${yuanInWords(step.facts.amount)} 元，最多还可缴存 ${yuanInWords(room)} 元。`,
          `The agreed amount is ${yuanInWords(step.facts.amount)} yuan; at most ${yuanInWords(room)} can be paid in.`,
          { field: 'amount', facts: { requirement: 'HN-NET-22.2' } },
        );
      }
      move(step, 'PAID_IN', fen, settlement, { item: 'management' });
      step.closeTask('payIn');
      step.moveTo('PAID_IN');
      step.notify('depositPaidIn', 'provider', { ...told(step, fen, depositTerms.management), settlement });
    },

    useDeposit(step, { amount, item, forCase, settlement, reason }) {
      if (item === undefined && forCase === undefined) {
        refuse(
          'INVALID_INPUT',
          '保证金不得挪用：请写明依据的约定条款或者所涉案件。',
          'The deposit may not be misappropriated: name the item of the agreement or the case that it is used for.',
          { field: 'item', facts: { requirement: 'HN-NET-22.3' } },
        );
      }
      const fen = fenOf(amount);
      refuseMoreThanHeld(step, fen);
      move(step, 'USED', fen, settlement, { item, forCase });
      step.moveTo('USED');
      step.notify('depositUsed', 'provider', { ...told(step, fen, purposeInWords(item, forCase)), reason });
    },

    refundDeposit(step, { amount, settlement }) {
      const fen = fenOf(amount);
      refuseMoreThanHeld(step, fen);
      move(step, 'REFUNDED', fen, settlement, { item: 'refund' });
      step.notify('depositRefunded', 'provider', { ...told(step, fen, depositTerms.refund), settlement });
      if (step.facts.balance === 0) step.close('REFUNDED');
    },

    // Until a manager says so it stays: the provider may pay in again.
    endDeposit(step, { reason }) {
      step.close('USED_UP');
      step.notify('depositEnded', 'provider', { reason, endedAt: step.now });
    },
  },
});

type Deposit = StepOf<typeof contract>;

function offer(step: Deposit): void {
  const { amount, missing } = step.facts;
  step.openOrDescribeTask('agree', { missing: missing.map((name) => depositTerms[name]) });
  if (missing.length === 0) step.notify('depositOffered', 'provider', { amount: yuanInWords(amount) });
}

/** One movement: into the ledger, and into what the case knows of it. */
function move(
  step: Deposit,
  kind: MovementKind,
  fen: number,
  settlement: string,
  { item, forCase }: { readonly item?: DepositTerm | undefined; readonly forCase?: string | undefined },
): void {
  step.facts.balance += kind === 'PAID_IN' ? fen : -fen;
  step.facts.movements += 1;
  const seq = step.facts.movements;
  step.write('depositMovement', { seq, kind, fen, settlement, item: item ?? null, forCase: forCase ?? null });
}

function told(step: Deposit, fen: number, purpose: Text) {
  return { amount: yuanInWords(fen), balance: yuanInWords(step.facts.balance), purpose, movedAt: step.now };
}

/** What a movement was for, as notices and the timeline say it. */
function purposeInWords(item: DepositTerm | undefined, forCase: string | undefined): Text {
  const term = item && depositTerms[item];
  if (forCase === undefined) return term ?? text('', '');
  const number = namedCase(forCase);
  return term === undefined
    ? text(`案件${number}`, `case ${number}`)
    : text(`${term.zh}，案件${number}`, `${term.en}, case ${number}`);
}

/** @throws Refusal CONDITION_NOT_MET while management, use or refund is not agreed (HN-NET-22.2) */
function isWhole({ facts: { missing } }: Deposit): void {
  if (missing.length === 0) return;
  const titles = missing.map((name) => depositTerms[name]);
  refuse(
    'CONDITION_NOT_MET',
    `保证金约定缺少：${titles.map(({ zh }) => zh).join('、')}。`,
    `The agreement lacks: ${titles.map(({ en }) => en).join(', ')}.`,
    { facts: { requirement: 'HN-NET-22.2', missing } },
  );
}

/** @throws Refusal CONDITION_NOT_MET while the platform holds something: that is refunded */
function isUsedUp({ facts: { balance } }: Deposit): void {
  if (balance === 0) return;
  refuse(
    'CONDITION_NOT_MET',
    `保证金尚有余额 ${yuanInWords(balance)} 元，应予退还。`,
    `The deposit still holds ${yuanInWords(balance)} yuan, which is to be refunded.`,
    { facts: { requirement: 'HN-NET-22.3', balance } },
  );
}

function refuseMoreThanHeld({ facts: { balance } }: Deposit, fen: number): void {
  if (fen <= balance) return;
  refuse(
    'INVALID_INPUT',
    `保证金余额为 ${yuanInWords(balance)} 元，不足以支付。`,
    `The deposit holds ${yuanInWords(balance)} yuan, which is less.`,
    { field: 'amount', facts: { requirement: 'HN-NET-22.3', balance } },
  );
}
