/**
 * Everything about time that may run inside a workflow. The published calendar is not here on purpose: a workflow is
 * handed its calendar as data.
 */
export {
  addDays,
  addHours,
  addMonths,
  atTime,
  dayNumber,
  partsOfDay,
  dayOf,
  yearOf,
  daysBetween,
  endOfDay,
  epochMs,
  instantOf,
  parseInstant,
  startOfDay,
  weekday,
  type Day,
  type Instant,
} from './instant.ts';
export {
  dayStatus,
  isWorkingDay,
  lastPublishedDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  type CalendarData,
  type CalendarYear,
  type DayStatus,
} from './calendar.ts';
export { validateCalendarYear } from './calendar-check.ts';
export type { CountedPeriod, Pause, Period, Reckoned, ReckonInput } from './period.ts';
export { isExceeded, lateFrom, reckon } from './reckon.ts';
export { explain, type ExplainedDay } from './explain.ts';
export { occurrenceAfter } from './occurrence.ts';
export { remainingWorkingDays } from './remaining.ts';
export {
  dayInWords,
  deadlineInWords,
  endInWords,
  inZone,
  momentInWords,
  monthInWords,
  periodInWords,
} from './words.ts';
export {
  fifteenWorkingDayLadder,
  fiveWorkingDayLadder,
  fixedDateLadder,
  monthsLadder,
  planRungs,
  shortLadder,
  warningLadder,
  type PlannedRung,
  type Rung,
} from './ladder.ts';
