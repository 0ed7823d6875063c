import type { Day } from '../time/instant.ts';
import { addDays, addMonths } from '../time/instant.ts';
import type { ShStoreValues } from './config.ts';
import { shStoreValues } from './config.ts';

/** What brought the bar about. */
export type BarCause = 'NO_SHOW' | 'CLEARANCE';

/**
 * A time in which no store application of the institution is accepted. It attaches to the credit code, not to the
 * account (SH-STORE-03.8). Days are Shanghai days; `lastDay` is barred through 24:00.
 */
export interface Bar {
  readonly cause: BarCause;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly firstAdmissibleDay: Day;
  readonly clause: string;
  /** A bar that is not firm holds in principle: a manager may shorten or lift it with a reason (SH-STORE-11.7). */
  readonly firm: boolean;
}

/** The half-year bar after absence from the interview without cause, counted from the interview day (SH-STORE-05.5). */
export function noShowBar(interviewOn: Day, values: ShStoreValues = shStoreValues()): Bar {
  return {
    ...monthsAfter(interviewOn, values['bar.noShowMonths']),
    cause: 'NO_SHOW',
    clause: 'SH-STORE 二.3',
    firm: true,
  };
}

/** The one-year bar after clearance, counted from the day the notice is issued, in principle (SH-STORE-11.6). */
export function clearanceBar(noticeOn: Day, values: ShStoreValues = shStoreValues()): Bar {
  const months = values['bar.clearanceMonths'];
  return { ...monthsAfter(noticeOn, months), cause: 'CLEARANCE', clause: 'SH-STORE 四.6', firm: false };
}

/** Whether any of the bars runs on this Shanghai day. */
export function isBarred(bars: readonly Bar[], on: Day): boolean {
  return barInForce(bars, on) !== null;
}

/** The bar that runs on this day, the one that ends last if there are several; null when there is none. */
export function barInForce(bars: readonly Bar[], on: Day): Bar | null {
  let latest: Bar | null = null;
  for (const bar of bars) {
    const runs = bar.firstDay <= on && on <= bar.lastDay;
    if (runs && (latest === null || bar.lastDay > latest.lastDay)) latest = bar;
  }
  return latest;
}

/** The first day, from this one on, on which an application is accepted (SH-STORE-03.6). */
export function firstAdmissibleDay(bars: readonly Bar[], on: Day): Day {
  let day = on;
  for (let bar = barInForce(bars, day); bar !== null; bar = barInForce(bars, day)) day = bar.firstAdmissibleDay;
  return day;
}

/** The start day is not counted and a day off at the end moves nothing: moving would lengthen a burden. */
function monthsAfter(start: Day, months: number): Pick<Bar, 'firstDay' | 'lastDay' | 'firstAdmissibleDay'> {
  const lastDay = addMonths(start, months);
  return { firstDay: addDays(start, 1), lastDay, firstAdmissibleDay: addDays(lastDay, 1) };
}
