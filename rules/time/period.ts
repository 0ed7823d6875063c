import type { CalendarData } from './calendar.ts';
import type { Text } from '../text.ts';
import type { Day, Instant } from './instant.ts';

/**
 * A length that is counted from the day after the event. `closesAt` is the close of business `HH:MM` at which the last day ends
 * instead of 24:00 (A-01, off by default).
 */
export type CountedPeriod =
  | {
      readonly unit: 'workingDays';
      readonly n: number;
      /** Key of the rule value that gives the length, so that it can be given anew (XC-06.2). */
      readonly rule?: string;
      readonly closesAt?: string;
    }
  | {
      readonly unit: 'calendarDays' | 'months' | 'years';
      readonly n: number;
      readonly rule?: string;
      readonly closesAt?: string;
      /** Whether a last day that is not worked moves to the next working day: not for bars and retention. */
      readonly rollForward: boolean;
      /** Key of the switch that says so. */
      readonly rollForwardRule?: string;
    };

/** How long a duty runs, or the date or time it names. */
export type Period =
  | CountedPeriod
  /** A named date: runs to the end of that day and is never moved (XC-01.6). */
  | { readonly unit: 'date'; readonly day: Day; readonly closesAt?: string }
  /** A named clock time: a cut-off at 17:00:00, which is in time to that second (XC-01.7), or the beginning of an appointment. */
  | { readonly unit: 'instant'; readonly at: Instant; readonly begins?: boolean };

/** A stretch during which the clock stands still, such as a product awaiting the platform's own review (SH-STORE-06.6). */
export interface Pause {
  readonly from: Instant;
  /** When the clock ran again; null while it still stands. */
  readonly to: Instant | null;
  /** Why, in words for the timeline. */
  readonly cause: Text;
}

/** What a deadline is derived from. */
export interface ReckonInput {
  readonly period: Period;
  /** The triggering event. Its Shanghai day is day 0 (XC-01.2). */
  readonly startedAt: Instant;
  /** In any order; they may overlap. A named date or time is not paused. */
  readonly pauses?: readonly Pause[];
  readonly calendar: CalendarData;
}

/** A deadline as it stands under the pauses and the calendar known now. */
export interface Reckoned {
  /**
   * The moment from which the period is exceeded: 24:00 of the last day, written as 00:00 of the next. For a named
   * clock time that time itself. Null while the clock stands still.
   */
  readonly dueAt: Instant | null;
  /** The last day that counts; null while the clock stands still. */
  readonly lastDay: Day | null;
  /** True when the answer rests on a year whose arrangement is not published (XC-02.2). */
  readonly provisional: boolean;
  readonly paused: boolean;
  /** The version of the calendar this was counted with (XC-02.3). */
  readonly calendarVersion: number;
}
