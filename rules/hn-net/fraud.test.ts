import { expect, it } from 'vitest';
import { checkPayment, isOpenRecovery, outstanding, withPayment, type Recovery } from './fraud.ts';

const due: Recovery = { amount: 50_000, dueOn: '2026-03-31', paid: 0, state: 'DUE' };

it('HN-NET-26.1 a recovery of 50,000 is open until all of it was paid', () => {
  const partly = withPayment(due, 20_000.1);
  expect([outstanding(partly), partly.state, isOpenRecovery(partly)]).toEqual([29_999.9, 'DUE', true]);
  const whole = withPayment(partly, 29_999.9);
  expect([outstanding(whole), whole.state, isOpenRecovery(whole)]).toEqual([0, 'RECOVERED', false]);
  expect(isOpenRecovery({ ...due, state: 'OVERDUE' })).toBe(true);
});

it('HN-NET-26.1 no more is paid back than is outstanding', () => {
  expect(checkPayment(due, 50_000)).toEqual([]);
  expect(checkPayment(withPayment(due, 20_000), 30_000.01)).toMatchObject([{ field: 'amount' }]);
});
