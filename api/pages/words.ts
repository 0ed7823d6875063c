/** What the records name by a code and a page says in words. */
import type { NOTICE_STATUSES } from '../../rules/notices.ts';
import { text, type Text } from '../../rules/text.ts';
import { periodInWords } from '../../rules/time/index.ts';

/** How far a notice has got (XC-04.1). */
export const NOTICE_STATES: Readonly<Record<(typeof NOTICE_STATUSES)[number], Text>> = {
  PLANNED: text('待发送', 'to be sent'),
  SENDING: text('发送中', 'being sent'),
  SENT: text('已发送', 'sent'),
  UNKNOWN: text('是否送出不明', 'not known whether sent'),
  FAILED: text('发送失败', 'could not be sent'),
  CANCELLED: text('已取消', 'cancelled'),
  TO_DISPATCH: text('待寄出', 'to be posted'),
  DISPATCHED: text('已寄出', 'posted'),
  DELIVERED: text('已送达', 'delivered'),
  RETURNED: text('被退回', 'returned'),
};

export const DEADLINE_STATES = {
  OPEN: text('计时中', 'running'),
  PAUSED: text('计时暂停', 'clock paused'),
  MET: text('按期完成', 'met in time'),
  PASSED: text('已届满', 'passed'),
  CANCELLED: text('不再计时', 'no longer runs'),
} as const satisfies Readonly<Record<string, Text>>;

/** What is left of a deadline, in the words of its reminders (XC-03.2). */
export function leftInWords({
  workingDaysLeft: days,
  overdue,
}: {
  readonly workingDaysLeft: number | null;
  readonly overdue: boolean;
}): Text | null {
  if (days === null) return null;
  // A deadline is late from its moment on, also where no working day has begun since.
  if (overdue && days === 0) return text('已逾期', 'overdue');
  if (days === 0) return text('今天是最后一天', 'today is the last day');
  const { zh, en } = periodInWords({ unit: 'workingDays', n: Math.abs(days) });
  return overdue ? text(`已逾期 ${zh}`, `overdue by ${en}`) : text(`还剩 ${zh}`, `${en} left`);
}
