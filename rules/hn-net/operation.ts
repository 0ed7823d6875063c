/** How a platform runs: what a check finds, and the incidents that follow from it (HN-NET-14.3, 第八条第五项). */
import { text, type Text } from '../text.ts';
import type { Instant } from '../time/index.ts';

export const operationStatuses = {
  NORMAL: text('运行正常', 'Running normally'),
  DEGRADED: text('部分功能异常', 'Parts do not work'),
  DOWN: text('服务中断', 'Down'),
} as const satisfies Readonly<Record<string, Text>>;

export type OperationStatus = keyof typeof operationStatuses;

/** A time in which the platform did not run as it should. */
export interface Incident {
  readonly from: Instant;
  /** When it ran normally again; null while it does not. */
  readonly to: Instant | null;
  /** The worst that was found meanwhile. */
  readonly worst: OperationStatus;
  /** What did not work, and what was done, in the order found. */
  readonly accounts: readonly string[];
}

/** What one check found. */
export interface Check {
  readonly at: Instant;
  readonly status: OperationStatus;
  /** What does not work, and what is done about it; needed unless all is well. */
  readonly account: string | null;
}

/**
 * The incidents after a check: one begins with the first check that finds something wrong, takes up what later ones find, and ends with the first that
 * finds all well. Of those that are over the latest `kept` stay.
 */
export function incidentsAfter(
  incidents: readonly Incident[],
  { at, status, account }: Check,
  kept: number,
): Incident[] {
  const open = incidents.find(({ to }) => to === null);
  const over = incidents.filter(({ to }) => to !== null);
  const told = account === null ? [] : [account];
  if (status === 'NORMAL') {
    return open === undefined
      ? over
      : [...over, { ...open, to: at, accounts: [...open.accounts, ...told] }].slice(-kept);
  }
  if (open === undefined) return [...over, { from: at, to: null, worst: status, accounts: told }];
  const worst = open.worst === 'DOWN' ? 'DOWN' : status;
  return [...over, { ...open, worst, accounts: [...open.accounts, ...told] }];
}
