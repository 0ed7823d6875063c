import type { ShStoreValues } from './config.ts';
import { rowOf, type PointsRule } from './points-table.ts';

/** What a store has done, counted from the lines of its ledger that stand; corrections by earlier recomputations are none of it. */
export interface Done {
  /** Lines that stand by row; certificates beyond the cap included. A line for several years counts as many. */
  readonly lines: Readonly<Partial<Record<PointsRule, number>>>;
  /** Lengths of the unbroken runs of days with a login. */
  readonly loginRuns: readonly number[];
  /** Log-in bonuses that were taken back by hand. */
  readonly streaksTakenBack: number;
  /** Activity periods with their ratings, less those whose points were taken back. */
  readonly periods: readonly { readonly favourable: number; readonly ratings: number }[];
}

/** The points that rule values give for what a store has done, row by row (SH-EVAL-10.1 to .17). */
export function pointsUnder(values: ShStoreValues, done: Done): Map<PointsRule, number> {
  const points = new Map<PointsRule, number>();
  for (const [rule, lines] of Object.entries(done.lines) as [PointsRule, number][]) {
    points.set(rule, lines * values[rowOf(rule).key]);
  }
  const certificates = points.get('COMPANY_CERT');
  if (certificates !== undefined) points.set('COMPANY_CERT', Math.min(certificates, values['points.certificateCap']));
  const block = values['points.streak'];
  const blocks = block < 1 ? 0 : done.loginRuns.reduce((sum, days) => sum + Math.floor(days / block), 0);
  points.set('LOGIN_STREAK_10', Math.max(0, blocks - done.streaksTakenBack) * values['points.loginStreak']);
  const reached = done.periods.filter((period) => reachesShare(period, values)).length;
  points.set('PRAISE_RATE_70', reached * values['points.praiseRate']);
  return points;
}

/** Whether the favourable ratings of a period reach the share; compared in whole numbers, a period without ratings has none. */
export function reachesShare(
  { favourable, ratings }: { readonly favourable: number; readonly ratings: number },
  values: ShStoreValues,
): boolean {
  const enough = ratings > 0 && ratings >= values['points.praiseMinRatings'];
  return enough && favourable * 100 >= values['points.praiseShare'] * ratings;
}
