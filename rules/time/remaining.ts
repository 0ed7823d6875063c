import { statusOfNumber, type CalendarData } from './calendar.ts';
import { dayNumber, dayOf, epochMs, instantOf, type Instant } from './instant.ts';

/**
 * Whole working days left after today up to the last day, as a reminder states them (XC-03.2): 0 on the last day. Once
 * overdue, minus the working days begun since; that is 0 again on a weekend right after the last day, so ask
 * `isExceeded` whether it is late.
 */
export function remainingWorkingDays(calendar: CalendarData, now: Instant, dueAt: Instant): number {
  const today = dayNumber(dayOf(now));
  // 24:00 is written as 00:00 of the next day; a millisecond earlier lies on the last day itself.
  const last = dayNumber(dayOf(instantOf(epochMs(dueAt) - 1)));
  return today <= last ? workingDaysWithin(calendar, today, last) : 0 - workingDaysWithin(calendar, last, today);
}

/** Working days after `from` up to and including `to`, both day numbers. */
function workingDaysWithin(calendar: CalendarData, from: number, to: number): number {
  let working = 0;
  for (let number = from + 1; number <= to; number += 1) {
    if (statusOfNumber(calendar, number).working) working += 1;
  }
  return working;
}
