import { previousWorkingDay, isWorkingDay, workingDayOnOrBefore, type CalendarData } from './calendar.ts';
import { addDays, atTime, dayNumber, dayOf, epochMs, type Day, type Instant } from './instant.ts';
import { standstillOn, standstillsOf, type Standstill } from './pauses.ts';
import type { Pause, Reckoned } from './period.ts';

interface Rule {
  /** The key names it for good: a rung that was sent is never sent again (XC-03.3). */
  readonly key: string;
  /** Key of the rule value that sets its lead time otherwise (XC-06.2). */
  readonly rule?: string;
}

/** One reminder before a deadline. */
export type Rung =
  /** On the day after which so many working days of the period are left; 0 is the last day. */
  | (Rule & { readonly workingDaysLeft: number })
  /** So many calendar days before the last day. */
  | (Rule & { readonly calendarDaysBefore: number })
  /** So many working days before the last day, which itself may not be one. */
  | (Rule & { readonly workingDaysBefore: number })
  /** On the day on which the period began, whether it is worked or not: the first word of what is threatening waits for no holiday to end. */
  | (Rule & { readonly onFirstDay: true });

/** When a rung is sent. */
export interface PlannedRung {
  readonly key: string;
  readonly at: Instant;
}

/** Deadlines of 5 working days (XC-03.1); the notice on opening is sent by the process itself. */
export const fiveWorkingDayLadder: readonly Rung[] = [
  { key: 'two-working-days-left', workingDaysLeft: 2, rule: 'reminders.fiveDays' },
  { key: 'last-day', workingDaysLeft: 0 },
];

/** The limit of 15 working days (XC-03.1). */
export const fifteenWorkingDayLadder: readonly Rung[] = [
  { key: 'five-working-days-left', workingDaysLeft: 5, rule: 'reminders.fifteenDays.first' },
  { key: 'two-working-days-left', workingDaysLeft: 2, rule: 'reminders.fifteenDays.second' },
  { key: 'last-day', workingDaysLeft: 0 },
];

/** Periods in calendar months, such as the trial (XC-03.1, SH-STORE-07.13). */
export const monthsLadder: readonly Rung[] = [
  { key: 'fourteen-days-before', calendarDaysBefore: 14, rule: 'reminders.months.first' },
  { key: 'seven-days-before', calendarDaysBefore: 7, rule: 'reminders.months.second' },
  { key: 'one-day-before', calendarDaysBefore: 1, rule: 'reminders.months.third' },
];

/** Periods in calendar months that begin with a warning (SH-STORE-12.5, 13.5). */
export const warningLadder: readonly Rung[] = [{ key: 'first-day', onFirstDay: true }, ...monthsLadder];

/** Deadlines of a few working days; the notice that starts them is sent by the process itself. */
export const shortLadder: readonly Rung[] = [{ key: 'last-day', workingDaysLeft: 0 }];

/** Named dates and appointments (XC-03.1, SH-STORE-05.11). */
export const fixedDateLadder: readonly Rung[] = [
  { key: 'three-working-days-before', workingDaysBefore: 3, rule: 'reminders.fixedDate.first' },
  { key: 'one-working-day-before', workingDaysBefore: 1, rule: 'reminders.fixedDate.second' },
];

/** The hour of Shanghai time at which reminders go out unless `reminders.hour` says otherwise (XC-03.1). */
const usualHour = 9;

/**
 * The reminders ahead of a deadline, earliest first, each at 09:00 Shanghai time unless the rules say otherwise. A slot on a day off moves to the
 * working day before it, that of the first day alone stays; where that brings two rungs to one slot the earlier rung alone is
 * kept, so that nobody gets two mails at once. Rungs at or before `startedAt`, and all while the clock stands still, are left out.
 *
 * Pass the pauses the deadline was reckoned with: days lost to them are no days left.
 */
export function planRungs(input: {
  readonly ladder: readonly Rung[];
  readonly reckoned: Pick<Reckoned, 'lastDay'>;
  readonly startedAt: Instant;
  readonly calendar: CalendarData;
  readonly pauses?: readonly Pause[];
  /** Rule values by key. */
  readonly rules?: Readonly<Record<string, unknown>>;
}): PlannedRung[] {
  const { ladder, reckoned, startedAt, calendar, rules = {} } = input;
  const { lastDay } = reckoned;
  if (lastDay === null) return [];
  const standstills = standstillsOf(input.pauses ?? []);
  const sendAt = `${String(numberOr(rules['reminders.hour'], usualHour)).padStart(2, '0')}:00`;
  const planned = ladder
    .map((rung) => {
      if ('onFirstDay' in rung) {
        const due = dayOf(startedAt);
        return { key: rung.key, due, at: atTime(due, sendAt) };
      }
      const due = dayOfRung(ruled(rung, rules), lastDay, calendar, standstills);
      return { key: rung.key, due, at: atTime(workingDayOnOrBefore(calendar, due), sendAt) };
    })
    .filter(({ at }) => epochMs(at) > epochMs(startedAt))
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
  return planned
    .filter(({ at }, index) => planned.findIndex((other) => other.at === at) === index)
    .map(({ key, at }) => ({ key, at }));
}

type RungBefore = Exclude<Rung, { readonly onFirstDay: true }>;

function ruled(rung: RungBefore, rules: Readonly<Record<string, unknown>>): RungBefore {
  if (rung.rule === undefined) return rung;
  const lead = (usual: number) => numberOr(rules[rung.rule ?? ''], usual);
  if ('calendarDaysBefore' in rung) return { ...rung, calendarDaysBefore: lead(rung.calendarDaysBefore) };
  if ('workingDaysBefore' in rung) return { ...rung, workingDaysBefore: lead(rung.workingDaysBefore) };
  return { ...rung, workingDaysLeft: lead(rung.workingDaysLeft) };
}

function numberOr(value: unknown, usual: number): number {
  return typeof value === 'number' ? value : usual;
}

function dayOfRung(rung: RungBefore, lastDay: Day, calendar: CalendarData, standstills: readonly Standstill[]): Day {
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
