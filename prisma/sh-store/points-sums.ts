/**
 * What the points ledger answers (SH-EVAL-10.20), reckoned by the database from the sums of the days, so that a million lines cost
 * no more than a hundred. Points for the company's age count from their anniversary whether they are booked yet or not; reading
 * books nothing.
 */
import type { ShStoreValues } from '../../rules/sh-store/config.ts';
import type { MonthSum } from '../../rules/sh-store/points-sums.ts';
import { ratingOf, type RatingBand } from '../../rules/sh-store/rating.ts';
import { dayOf, type Day, type Instant } from '../../rules/time/index.ts';
import type { Transaction } from '../client.ts';
import { companyYearsDueBy, companyYearsOfStores } from './store-figures.ts';

/** The balance of a store at the end of a Shanghai day: all lines that count by then, reversals and corrections included. */
export async function pointsAt(database: Transaction, storeId: string, day: Day): Promise<number> {
  const [[booked], due] = await Promise.all([
    database.$queryRaw<{ points: number }[]>`
      SELECT COALESCE(SUM("net"), 0)::int AS points FROM "PointsDay" WHERE "storeId" = ${storeId} AND "onDay" <= ${day}`,
    companyYearsDueBy(database, storeId, day),
  ]);
  return due.reduce((sum, { points }) => sum + points, booked?.points ?? 0);
}

/** The whole ledger up to the end of a Shanghai day by row and month, the earliest month first (SH-EVAL-10.20). */
export async function pointsByRuleAndMonth(database: Transaction, storeId: string, day: Day): Promise<MonthSum[]> {
  return (await ledgersOfStores(database, [storeId], day)).get(storeId) ?? [];
}

/** {@link pointsByRuleAndMonth} of each of these stores, by three queries however many they are. */
export async function ledgersOfStores(
  database: Transaction,
  storeIds: readonly string[],
  day: Day,
): Promise<Map<string, MonthSum[]>> {
  const [booked, due] = await Promise.all([
    database.$queryRaw<(MonthSum & { storeId: string })[]>`
      SELECT "storeId", "rule", substr("onDay", 1, 7) AS month, SUM("net")::int AS net, SUM("gained")::int AS gained,
        SUM("corrected")::int AS corrected
      FROM "PointsDay" WHERE "storeId" = ANY(${[...storeIds]}::text[]) AND "onDay" <= ${day} GROUP BY 1, 2, 3`,
    companyYearsOfStores(database, storeIds, day),
  ]);
  const ofStore = Map.groupBy(booked, (row) => row.storeId);
  const ledgerOf = (storeId: string) => {
    const sums = (ofStore.get(storeId) ?? []).map(({ rule, month, net, gained, corrected }) => ({
      ...{ rule, month, net, gained, corrected },
    }));
    const unbooked = (due.get(storeId) ?? []).map(({ rule, onDay, points }) => ({
      ...{ rule, month: onDay.slice(0, 7) },
      ...{ net: points, gained: points, corrected: 0 },
    }));
    return [...sums, ...unbooked].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  };
  return new Map(storeIds.map((storeId) => [storeId, ledgerOf(storeId)]));
}

/** The balance and the level of a store at an instant (SH-EVAL-11). */
export async function ratingNow(
  database: Transaction,
  storeId: string,
  at: Instant,
  values: ShStoreValues,
): Promise<{ readonly points: number; readonly rating: RatingBand }> {
  const points = await pointsAt(database, storeId, dayOf(at));
  return { points, rating: ratingOf(points, values) };
}
