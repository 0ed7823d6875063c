/** Two quarters in a row at 2 stars or lower, 四.5(4) (SH-STORE-13). */
import { dayOf, type Day } from '../time/instant.ts';
import type { ShStoreValues } from './config.ts';
import {
  lastDayOf,
  lastInARow,
  monthOf,
  monthsLater,
  quarterStart,
  type Month,
  type MonthlyPoints,
} from './monthly-points.ts';
import { isTwoStarsOrLower, pointsMissingTo } from './rating.ts';

type RatingRules = Pick<ShStoreValues, 'rating.basis'>;

/** The points by which a store is rated at the end of a quarter. */
export interface QuarterEnd {
  /** The first month of the quarter. */
  readonly from: Month;
  readonly lastDay: Day;
  /** All points so far, or those of the quarter, as the rule says (SH-STORE-13.3). */
  readonly points: number;
}

/** The last day of the quarter that begins with a month. */
export function quarterEnd(from: Month): Day {
  return lastDayOf(monthsLater(from, 2));
}

/** The points by which the store would be rated now, and the quarter that runs. */
export function ratedNow(points: MonthlyPoints, rules: RatingRules): QuarterEnd {
  return ratedAt(points, quarterStart(monthOf(dayOf(points.asOf))), rules);
}

/** The full quarters of a store that are over, in order: the one in which it opened is none (SH-STORE-13.4). */
export function fullQuarters(points: MonthlyPoints, openedOn: Day, rules: RatingRules): readonly QuarterEnd[] {
  const opened = quarterStart(monthOf(openedOn));
  const running = quarterStart(monthOf(dayOf(points.asOf)));
  return points.months
    .map(({ month }) => month)
    .filter((month) => month === quarterStart(month) && month > opened && month < running)
    .map((from) => ratedAt(points, from, rules));
}

/** The full quarters at 2 stars or lower that a store has behind it in a row, up to the one that ended last (SH-STORE-13.2). */
export function lowQuarters(points: MonthlyPoints, openedOn: Day, rules: RatingRules): readonly QuarterEnd[] {
  return lastInARow(fullQuarters(points, openedOn, rules), (quarter) => isTwoStarsOrLower(quarter.points));
}

/** The points that a rating lacks to 3 stars; 0 if it has them (SH-STORE-13.5). */
export function missingToThreeStars({ points }: QuarterEnd): number {
  return pointsMissingTo('STAR_3', points);
}

function ratedAt({ before, months }: MonthlyPoints, from: Month, rules: RatingRules): QuarterEnd {
  const last = monthsLater(from, 2);
  const counted = months.filter(
    ({ month }) => month <= last && (rules['rating.basis'] === 'CUMULATIVE' || month >= from),
  );
  const start = rules['rating.basis'] === 'CUMULATIVE' ? before : 0;
  return { from, lastDay: quarterEnd(from), points: counted.reduce((sum, { net }) => sum + net, start) };
}
