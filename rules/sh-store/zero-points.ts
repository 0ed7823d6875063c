/** Two months in a row without new points, 四.5(3) (SH-STORE-12). */
import type { Day } from '../time/instant.ts';
import type { ShStoreValues } from './config.ts';
import { fullMonths, lastInARow, runningMonth, type MonthlyPoints, type MonthSums } from './monthly-points.ts';

type ZeroPointsRules = Pick<ShStoreValues, 'zeroPoints.passiveCount'>;

/** The points newly gained in a month, anniversaries as the switch says (SH-STORE-12.3, 12.4). */
export function newPoints({ gained, earned }: MonthSums, rules: ZeroPointsRules): number {
  return rules['zeroPoints.passiveCount'] ? gained : earned;
}

/** The full months without new points that a store has behind it in a row, up to the month that ended last. */
export function zeroMonths(points: MonthlyPoints, openedOn: Day, rules: ZeroPointsRules): readonly MonthSums[] {
  return lastInARow(fullMonths(points, openedOn), (month) => newPoints(month, rules) === 0);
}

/** Whether the month that runs has brought new points, which ends the row. */
export function gainsThisMonth(points: MonthlyPoints, rules: ZeroPointsRules): boolean {
  return newPoints(runningMonth(points), rules) > 0;
}
