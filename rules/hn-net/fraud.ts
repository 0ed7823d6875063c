/** Fabricated records and altered statistics: what they were for, and what is done about them (HN-NET-26, 第二十五条). */
import { fenOf, inYuan, yuanOf } from '../money.ts';
import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import type { Issue } from './issue.ts';
import { issue } from './issue.ts';

/** What was to be obtained by it. */
export const fraudAims = {
  FUNDS: text('财政资金', 'Public funds'),
  HONOURS: text('荣誉资质', 'Honours and titles'),
  AWARDS: text('表彰奖励', 'Commendations and awards'),
} as const satisfies Readonly<Record<string, Text>>;

export type FraudAim = keyof typeof fraudAims;

/** The sanctions of the text, each recorded by itself (HN-NET-26.1). */
export const sanctionKinds = {
  RECOVERY: text('追回财政资金', 'Recovery of public funds'),
  HONOUR: text('取消荣誉资质', 'Cancellation of an honour or title'),
  AWARD: text('撤销表彰奖励', 'Revocation of an award'),
  CIRCULAR: text('通报', 'Circular'),
  QUALIFICATION: text('取消平台网络服务资格', 'Cancellation of the network qualification'),
} as const satisfies Readonly<Record<string, Text>>;

export type SanctionKind = keyof typeof sanctionKinds;

/** Where a recovery stands. */
export const recoveryStates = {
  DUE: text('待返还', 'To be paid back'),
  OVERDUE: text('逾期未返还', 'Overdue'),
  RECOVERED: text('已全额追回', 'Recovered'),
  ENDED: text('终止追回', 'Given up'),
} as const satisfies Readonly<Record<string, Text>>;

export type RecoveryState = keyof typeof recoveryStates;

/** Funds that are to be paid back (HN-NET-26.1). Amounts are RMB yuan with two decimals at most. */
export interface Recovery {
  readonly amount: number;
  readonly dueOn: Day;
  readonly paid: number;
  readonly state: RecoveryState;
}

/** Whether something of it is still to come. */
export function isOpenRecovery({ state }: Recovery): boolean {
  return state === 'DUE' || state === 'OVERDUE';
}

/** What is still to be paid back, RMB yuan. */
export function outstanding({ amount, paid }: Pick<Recovery, 'amount' | 'paid'>): number {
  return yuanOf(fenOf(amount) - fenOf(paid));
}

/** The recovery once so much more was paid. */
export function withPayment(recovery: Recovery, amount: number): Recovery {
  const paid = yuanOf(fenOf(recovery.paid) + fenOf(amount));
  return { ...recovery, paid, state: outstanding({ ...recovery, paid }) === 0 ? 'RECOVERED' : recovery.state };
}

/** What is wrong with a payment (HN-NET-26.1); empty when nothing is. */
export function checkPayment(recovery: Recovery, amount: number): Issue<'amount'>[] {
  const left = fenOf(outstanding(recovery));
  if (fenOf(amount) <= left) return [];
  const { zh, en } = inYuan(yuanOf(left));
  return [issue('amount', '26.1', `返还金额不能超过尚未返还的 ${zh}`, `No more than ${en} is outstanding`)];
}
