import { statusOfNumber, type CalendarData } from './calendar.ts';
import {
  addMonths,
  atTime,
  dayFromNumber,
  dayNumber,
  dayOf,
  endOfDay,
  epochMs,
  instantOf,
  type Day,
  type Instant,
} from './instant.ts';
import { standstillOn, standstillsOf, type Standstill } from './pauses.ts';
import type { CountedPeriod, Period, Reckoned, ReckonInput } from './period.ts';

/** A deadline with the steps that led to it. */
export interface Measured extends Reckoned {
  readonly standstills: readonly Standstill[];
  /** Day number on which the count was full, before a holiday moved the end; null while it is not. */
  readonly countEnd: number | null;
  /** The pause that was running when the last day ended, so that the period is exceeded with its end. */
  readonly releasedBy: Standstill | null;
}

interface LastDay {
  readonly countEnd: number;
  readonly last: number;
  readonly provisional: boolean;
}

const longest = 10_000;

/**
 * Derives a deadline (XC-01.2 to XC-01.7, XC-02.1, XC-02.2).
 *
 * A pause: the day it begins is used up like any other; the days after it and the day it ends do not count. A period
 * in calendar days, months or years ends later by as many days. If the last day was already running when the pause
 * began, the period is exceeded the moment the pause ends (SH-STORE-06.6).
 * @throws RangeError for a length that is not a whole number from 1 to 10,000, or a pause that ends before it begins.
 */
export function reckon(input: ReckonInput): Reckoned {
  const { dueAt, lastDay, provisional, paused, calendarVersion } = measure(input);
  return { dueAt, lastDay, provisional, paused, calendarVersion };
}

/** {@link reckon} with what an explanation needs besides. */
export function measure(input: ReckonInput): Measured {
  const { period, calendar } = input;
  const fixed = {
    provisional: false,
    paused: false,
    calendarVersion: calendar.version,
    standstills: [],
    countEnd: null,
    releasedBy: null,
  };
  if (period.unit === 'instant') return { ...fixed, dueAt: period.at, lastDay: dayOf(period.at) };
  if (period.unit === 'date') return { ...fixed, dueAt: closeOf(period, period.day), lastDay: period.day };

  const standstills = standstillsOf(input.pauses ?? []);
  const standing = { ...fixed, standstills, dueAt: null, lastDay: null, paused: true };
  const found = lastDayOf(period, dayNumber(dayOf(input.startedAt)), standstills, calendar);
  if (found === null) return standing;

  const lastDay = dayFromNumber(found.last);
  const close = closeOf(period, lastDay);
  const across = standstills.find(({ from, to }) => from < epochMs(close) && epochMs(close) < to) ?? null;
  if (across?.to === Infinity) return { ...standing, countEnd: found.countEnd };
  return {
    ...fixed,
    standstills,
    dueAt: across ? instantOf(across.to) : close,
    lastDay,
    provisional: found.provisional,
    countEnd: found.countEnd,
    releasedBy: across,
  };
}

/**
 * The first moment that is too late: `dueAt`, except for a cut-off at a clock time, where that very second is still in time
 * and the next is not (XC-01.7, A-04).
 */
export function lateFrom(deadline: { readonly period: Period; readonly dueAt: Instant }): Instant {
  const { period, dueAt } = deadline;
  return period.unit === 'instant' && !period.begins ? instantOf(epochMs(dueAt) + 1000) : dueAt;
}

/** Whether a deadline has been exceeded at `now` (XC-01.4, XC-01.7). */
export function isExceeded(deadline: { readonly period: Period; readonly dueAt: Instant }, now: Instant): boolean {
  return epochMs(now) >= epochMs(lateFrom(deadline));
}

/** The last day before pauses and holidays move it: the `n`th day, or the corresponding day of the last month (XC-01.3). */
export function correspondingDay(period: Exclude<CountedPeriod, { unit: 'workingDays' }>, startDay: Day): Day {
  const { unit, n } = period;
  if (unit === 'calendarDays') return dayFromNumber(dayNumber(startDay) + n);
  return addMonths(startDay, unit === 'years' ? n * 12 : n);
}

/** Null when the clock stands still before the last day is reached. */
function lastDayOf(
  period: CountedPeriod,
  start: number,
  standstills: readonly Standstill[],
  calendar: CalendarData,
): LastDay | null {
  if (!Number.isInteger(period.n) || period.n < 1 || period.n > longest) {
    throw new RangeError(`A period must be a whole number from 1 to ${longest}, not ${period.n}.`);
  }
  if (period.unit === 'workingDays') return countWorkingDays(period.n, start, standstills, calendar);

  const countEnd = putOff(dayNumber(correspondingDay(period, dayFromNumber(start))), start, standstills);
  if (countEnd === null) return null;
  return period.rollForward ? rollForward(countEnd, calendar) : { countEnd, last: countEnd, provisional: false };
}

function countWorkingDays(
  n: number,
  start: number,
  standstills: readonly Standstill[],
  calendar: CalendarData,
): LastDay | null {
  let number = start;
  let provisional = false;
  for (let counted = 0; counted < n;) {
    number += 1;
    const standstill = standstillOn(standstills, number);
    if (standstill?.to === Infinity) return null;
    if (standstill) continue;
    const status = statusOfNumber(calendar, number);
    provisional ||= status.provisional;
    if (status.working) counted += 1;
  }
  return { countEnd: number, last: number, provisional };
}

/** The end put off by every day lost before it is reached. */
function putOff(end: number, start: number, standstills: readonly Standstill[]): number | null {
  let putOffTo = end;
  for (const { firstDay, lastDay } of standstills) {
    const first = Math.max(firstDay, start + 1);
    if (first > putOffTo) break;
    if (lastDay === Infinity) return null;
    putOffTo += Math.max(0, lastDay - first + 1);
  }
  return putOffTo;
}

function rollForward(countEnd: number, calendar: CalendarData): LastDay {
  let last = countEnd;
  let status = statusOfNumber(calendar, last);
  let provisional = status.provisional;
  while (!status.working) {
    last += 1;
    status = statusOfNumber(calendar, last);
    provisional ||= status.provisional;
  }
  return { countEnd, last, provisional };
}

function closeOf({ closesAt }: Exclude<Period, { unit: 'instant' }>, day: Day): Instant {
  return closesAt === undefined ? endOfDay(day) : atTime(day, closesAt);
}
