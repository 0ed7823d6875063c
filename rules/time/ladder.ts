import { previousWorkingDay, isWorkingDay, workingDayOnOrBefore, type CalendarData } from './calendar.ts';
import { addDays, atTime, dayNumber, epochMs, type Day, type Instant } from './instant.ts';
import { standstillOn, standstillsOf, type Standstill } from './pauses.ts';
import type { Pause, Reckoned } from './period.ts';

/** One reminder before a deadline. The key names it for good: a rung that was sent is never sent again (XC-03.3). */
export type Rung =
  /** On the day after which so many working days of the period are left; 0 is the last day. */
  | { readonly key: string; readonly workingDaysLeft: number }
  /** So many calendar days before the last day. */
  | { readonly key: string; readonly calendarDaysBefore: number }
  /** So many working days before the last day, which itself may not be one. */
  | { readonly key: string; readonly workingDaysBefore: number };

/** When a rung is sent. */
export interface PlannedRung {
  readonly key: string;
  readonly at: Instant;
}

/** Deadlines of 5 working days (XC-03.1); the notice on opening is sent by the process itself. */
export const fiveWorkingDayLadder: readonly Rung[] = [
  { key: 'two-working-days-left', workingDaysLeft: 2 },
  { key: 'last-day', workingDaysLeft: 0 },
];

/** The limit of 15 working days (XC-03.1). */
export const fifteenWorkingDayLadder: readonly Rung[] = [
  { key: 'five-working-days-left', workingDaysLeft: 5 },
  { key: 'two-working-days-left', workingDaysLeft: 2 },
  { key: 'last-day', workingDaysLeft: 0 },
];

/** Periods in calendar months, such as the trial (XC-03.1, SH-STORE-07.13). */
export const monthsLadder: readonly Rung[] = [
  { key: 'fourteen-days-before', calendarDaysBefore: 14 },
  { key: 'seven-days-before', calendarDaysBefore: 7 },
  { key: 'one-day-before', calendarDaysBefore: 1 },
];

/** Deadlines of a few working days; the notice that starts them is sent by the process itself. */
export const shortLadder: readonly Rung[] = [{ key: 'last-day', workingDaysLeft: 0 }];

/** Named dates and appointments (XC-03.1, SH-STORE-05.11). */
export const fixedDateLadder: readonly Rung[] = [
  { key: 'three-working-days-before', workingDaysBefore: 3 },
  { key: 'one-working-day-before', workingDaysBefore: 1 },
];

/** The hour at which reminders go out (XC-03.1). */
const sendAt = '09:00';

/**
 * The reminders ahead of a deadline, earliest first, each at 09:00 Shanghai time. A slot on a day off moves to the
 * working day before it; where that brings two rungs to one slot the earlier rung alone is kept, so that nobody gets
 * two mails at once. Rungs at or before `startedAt`, and all while the clock stands still, are left out.
 *
 * Pass the pauses the deadline was reckoned with: days lost to them are no days left.
 */
export function planRungs(input: {
  readonly ladder: readonly Rung[];
  readonly reckoned: Pick<Reckoned, 'lastDay'>;
  readonly startedAt: Instant;
  readonly calendar: CalendarData;
  readonly pauses?: readonly Pause[];
}): PlannedRung[] {
  const { ladder, reckoned, startedAt, calendar } = input;
  const { lastDay } = reckoned;
  if (lastDay === null) return [];
  const standstills = standstillsOf(input.pauses ?? []);
  const planned = ladder
    .map((rung) => ({ key: rung.key, due: dayOfRung(rung, lastDay, calendar, standstills) }))
    .map(({ key, due }) => ({ key, due, at: atTime(workingDayOnOrBefore(calendar, due), sendAt) }))
    .filter(({ at }) => epochMs(at) > epochMs(startedAt))
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
  return planned
    .filter(({ at }, index) => planned.findIndex((other) => other.at === at) === index)
    .map(({ key, at }) => ({ key, at }));
}

function dayOfRung(rung: Rung, lastDay: Day, calendar: CalendarData, standstills: readonly Standstill[]): Day {
  if ('calendarDaysBefore' in rung) return addDays(lastDay, -rung.calendarDaysBefore);
  if ('workingDaysBefore' in rung) {
    let day = lastDay;
    for (let n = 0; n < rung.workingDaysBefore; n += 1) day = previousWorkingDay(calendar, day);
    return day;
  }
  const counts = (day: Day): boolean =>
    isWorkingDay(calendar, day) && standstillOn(standstills, dayNumber(day)) === undefined;
  let day = lastDay;
  let left = rung.workingDaysLeft;
  while (left > 0 || !counts(day)) {
    if (counts(day)) left -= 1;
    day = addDays(day, -1);
  }
  return day;
}
