import { describe, expect, it } from 'vitest';
import { at, person } from '../../../test/support/engine-samples.ts';
import { fileForm, NetworkCase, netPeople as people, PROVIDER } from '../../../test/support/network-case.ts';
import { tradingPlatform } from '../trading-platform.ts';
import type { GuaranteeDepositFacts } from './contract.ts';
import { guaranteeDepositInputs } from './input.ts';
import { guaranteeDepositIntake } from './intake.ts';
import { guaranteeDeposit } from './process.ts';

const manager = person('hub-manager', { role: 'manager', ...tradingPlatform().body });
const openedAt = at('2025-09-26 10:00');
const form = {
  ...{ provider: PROVIDER, amount: 20_000 },
  ...{ management: '专户存放', use: '先行赔付', refund: '注销登记满三个月退还' },
};
const reason = '调解协议逾期未履行。';

function draft(changes: object = {}) {
  const filing = fileForm(guaranteeDepositIntake, { ...form, ...changes }, { filer: people.hub });
  return new NetworkCase<GuaranteeDepositFacts>(guaranteeDeposit, filing, { id: 'dep-1', openedAt, filer: people.hub });
}

function paidIn() {
  const one = draft();
  one.act('agree', people.provider, {}, openedAt);
  one.act('recordPayIn', people.hub, { amount: 20_000, settlement: 'PAY-1' }, openedAt);
  return one;
}

describe('the agreement', () => {
  it('HN-NET-22.2 that lacks its refund rules cannot be AGREED', () => {
    const one = draft({ refund: ' ' });
    expect(() => one.act('agree', people.provider, {}, openedAt)).toThrow('Rules of refund');
    expect(one.state.stage).toBe('DRAFT');
    const { provider: _provider, ...terms } = form;
    one.act('reviseTerms', people.hub, { changes: terms }, openedAt);
    expect(() => one.act('agree', people.hub, {}, openedAt)).toThrow('may not');
    one.act('agree', people.provider, {}, openedAt);
    expect(one.state).toMatchObject({ stage: 'AGREED', facts: { amount: 2_000_000, agreedAt: openedAt } });
    // Whoever takes the money in finds it in the inbox, and not what is paid in later.
    expect(one.tasks).toEqual(['payIn']);
    one.act('recordPayIn', people.hub, { amount: 10_000, settlement: 'PAY-1' }, openedAt);
    expect(one.tasks).toEqual([]);
    one.act('recordPayIn', people.hub, { amount: 10_000, settlement: 'PAY-2' }, openedAt);
    expect(one.state.facts.balance).toBe(2_000_000);
  });

  it('HN-NET-22.2 is voluntary, and fixes how much is paid in', () => {
    const one = draft();
    one.act('agree', people.provider, {}, openedAt);
    const much = { amount: 20_000.01, settlement: 'PAY-1' };
    expect(() => one.act('recordPayIn', people.hub, much, openedAt)).toThrow('20000.00');
    const other = draft();
    other.act('withdrawDraft', people.provider, {}, openedAt);
    expect(other.state.outcome).toBe('WITHDRAWN');
    expect(other.toldTo('depositWithdrawn')).toEqual([]);
  });

  it('HN-NET-22.2 that the platform gives up is told to the provider, who was asked to agree to it', () => {
    const one = draft();
    one.act('withdrawDraft', people.hub, { reason: '平台暂不收取保证金。' }, openedAt);
    expect(one.state.outcome).toBe('WITHDRAWN');
    expect(one.toldTo('depositWithdrawn')).toEqual([PROVIDER]);
  });
});

describe('a movement', () => {
  it('HN-NET-22.3 without a case or an item of the agreement is refused', () => {
    const one = paidIn();
    const use = { amount: 1_500, settlement: 'PAY-2', reason };
    expect(() => one.act('useDeposit', manager, use, openedAt)).toThrow('misappropriated');
    one.act('useDeposit', manager, { ...use, forCase: 'med-1' }, openedAt);
    expect(one.last.writes).toEqual([
      {
        write: 'depositMovement',
        data: { seq: 2, kind: 'USED', fen: 150_000, settlement: 'PAY-2', item: null, forCase: 'med-1' },
      },
    ]);
    expect(one.state).toMatchObject({ stage: 'USED', facts: { balance: 1_850_000 } });
  });

  it('HN-NET-22.3 is told to the provider, with its purpose and what is left', () => {
    const one = paidIn();
    expect(one.last.notices).toMatchObject([
      { template: 'depositPaidIn', data: { amount: '20000.00', balance: '20000.00', settlement: 'PAY-1' } },
    ]);
    one.act('useDeposit', manager, { amount: 1_500, item: 'use', settlement: 'PAY-2', reason }, openedAt);
    expect(one.last.notices).toMatchObject([
      {
        template: 'depositUsed',
        data: { amount: '1500.00', balance: '18500.00', purpose: { zh: '使用规则' }, reason },
      },
    ]);
    one.act('refundDeposit', manager, { amount: 18_500, settlement: 'PAY-3' }, openedAt);
    expect(one.last.notices).toMatchObject([{ template: 'depositRefunded', data: { balance: '0.00' } }]);
    expect(one.state).toMatchObject({ outcome: 'REFUNDED', facts: { balance: 0, movements: 3 } });
  });

  it('HN-NET-22.3 cannot take more than there is, and is a manager’s to decide', () => {
    const one = paidIn();
    const use = { amount: 20_000.01, item: 'use', settlement: 'PAY-2', reason };
    expect(() => one.act('useDeposit', manager, use, openedAt)).toThrow('holds 20000.00');
    expect(() => one.act('useDeposit', people.hub, use, openedAt)).toThrow('may not');
    expect(() => one.act('useDeposit', manager, { ...use, reason: '' }, openedAt)).toThrow('needs a reason');
    expect(() => one.act('refundDeposit', manager, { amount: 30_000, settlement: 'P' }, openedAt)).toThrow('holds');
  });

  it('HN-NET-22.3 is for the consumers by its rules of use, and for no other item of the agreement', () => {
    const use = { amount: 1, settlement: 'P', reason };
    expect(guaranteeDepositInputs.useDeposit.safeParse({ ...use, item: 'use' }).success).toBe(true);
    expect(guaranteeDepositInputs.useDeposit.safeParse({ ...use, item: 'refund' }).success).toBe(false);
  });

  it('HN-NET-22.3 that leaves nothing can be the last one: a manager ends the deposit, or it is paid in again', () => {
    const one = paidIn();
    const end = { reason: '保证金已全部用于先行赔付。' };
    const use = { item: 'use', settlement: 'PAY-2', reason };
    one.act('useDeposit', manager, { ...use, amount: 19_999 }, openedAt);
    expect(() => one.act('endDeposit', manager, end, openedAt)).toThrow('still holds 1.00');
    one.act('useDeposit', manager, { ...use, amount: 1 }, openedAt);
    one.act('recordPayIn', people.hub, { amount: 1, settlement: 'PAY-3' }, openedAt);
    one.act('useDeposit', manager, { ...use, amount: 1 }, openedAt);
    expect(() => one.act('endDeposit', people.hub, end, openedAt)).toThrow('may not');
    one.act('endDeposit', manager, end, openedAt);
    expect(one.state).toMatchObject({ outcome: 'USED_UP', tasks: [] });
    expect(one.toldTo('depositEnded')).toEqual([PROVIDER]);
  });

  it('HN-NET-22.1 HN-NET-22.3 names the settlement of the payment service', () => {
    expect(guaranteeDepositInputs.recordPayIn.safeParse({ amount: 1 }).success).toBe(false);
    expect(guaranteeDepositInputs.recordPayIn.safeParse({ amount: 0.001, settlement: 'P' }).success).toBe(false);
    expect(guaranteeDepositInputs.recordPayIn.safeParse({ amount: 19.99, settlement: 'P' }).success).toBe(true);
  });
});
