/** What the points ledger says of an institution for the assessed year (SH-EVAL-08.3, 08.4; A-52). */
import type { MonthSum } from '../sh-store/points-sums.ts';
import { sumsOf } from '../sh-store/points-sums.ts';

/** Points of the stores of an institution. */
export interface PointsOfYear {
  /** Sum of the assessed year: the indicator. */
  readonly year: number;
  /** Sum of all years so far, which the rating of the store goes by and not the assessment. */
  readonly cumulative: number;
  /** The sum of the year by the six angles; company information belongs to none. */
  readonly byAngle: Readonly<Record<string, number>>;
}

/** @param ledgers the lines of each store by row and month, the earliest month first; no store has no points (SH-EVAL-02.12) */
export function pointsOfYear(ledgers: readonly (readonly MonthSum[])[], year: number): PointsOfYear {
  const points = { year: 0, cumulative: 0, byAngle: {} as Record<string, number> };
  for (const ledger of ledgers) {
    const { total, byYear } = sumsOf(ledger);
    const found = byYear.find((one) => one.year === String(year));
    points.cumulative += total;
    points.year += found?.net ?? 0;
    for (const [angle, sum] of Object.entries(found?.byAngle ?? {})) {
      points.byAngle[angle] = (points.byAngle[angle] ?? 0) + sum;
    }
  }
  return points;
}
