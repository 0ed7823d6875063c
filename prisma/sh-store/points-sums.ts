/**
 * What the points ledger answers (SH-EVAL-10.20), reckoned by the database from the sums of the days, so that a million lines cost
 * no more than a hundred. Points for the company's age count from their anniversary whether they are booked yet or not; reading
 * books nothing.
 */
import type { ShStoreValues } from '../../rules/sh-store/config.ts';
import type { MonthSum } from '../../rules/sh-store/points-sums.ts';
import { ratingOf, type RatingBand } from '../../rules/sh-store/rating.ts';
import { addDays, dayOf, type Day, type Instant } from '../../rules/time/index.ts';
import type { Transaction } from '../client.ts';
import { companyYearsDueBy, companyYearsOfStores } from './store-figures.ts';

/** The balance of a store at the end of a Shanghai day: all lines that count by then, reversals and corrections included. */
export async function pointsAt(database: Transaction, storeId: string, day: Day): Promise<number> {
  return pointsBetween(database, storeId, { from: '0000-01-01', to: day });
}

/** The points of a calendar quarter such as `2025-Q3`, reversals taken off (A-31, where the rating is taken on the quarter alone). */
export async function pointsInQuarter(database: Transaction, storeId: string, quarter: string): Promise<number> {
  return pointsBetween(database, storeId, quarterDays(quarter));
}

/** The first and the last day of a calendar quarter such as `2025-Q3`. @throws RangeError for what is none */
export function quarterDays(quarter: string): { readonly from: Day; readonly to: Day } {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(quarter) ?? [];
  if (year === undefined) throw new RangeError(`'${quarter}' is no quarter such as 2025-Q3.`);
  const first = (which: number) =>
    which > 4 ? `${Number(year) + 1}-01-01` : `${year}-${String(which * 3 - 2).padStart(2, '0')}-01`;
  return { from: first(Number(number)), to: addDays(first(Number(number) + 1), -1) };
}

/** Whether points that come by themselves, for the company's age, count as gained (SH-STORE-12.4). */
export interface Gains {
  readonly passive: boolean;
}

/**
 * The points newly gained in each of these calendar months (`2025-09`), in their order: positive lines alone, so that a reversal
 * neither makes a zero month nor offsets one, and no correction by a recomputation (SH-STORE-12.3, A-30). All are to be over.
 */
export async function pointsGainedByMonth(
  database: Transaction,
  storeId: string,
  months: readonly string[],
  { passive }: Gains,
): Promise<number[]> {
  const wanted = [...months];
  const last = [...wanted].sort().at(-1);
  if (last === undefined) return [];
  const [booked, due] = await Promise.all([
    database.$queryRaw<{ month: string; gained: number }[]>`
      SELECT m.month, COALESCE(SUM(d."gained"), 0)::int AS gained
      FROM unnest(${wanted}::text[]) AS m(month)
        LEFT JOIN "PointsDay" d ON d."storeId" = ${storeId} AND d."onDay" BETWEEN m.month || '-01' AND m.month || '-31'
          AND (${passive} OR d."rule" <> 'COMPANY_YEARS')
      GROUP BY 1`,
    passive ? companyYearsDueBy(database, storeId, `${last}-31`) : [],
  ]);
  return wanted.map((month) => {
    const unbooked = due.filter(({ onDay }) => onDay.startsWith(`${month}-`));
    return unbooked.reduce((sum, { points }) => sum + points, booked.find((row) => row.month === month)?.gained ?? 0);
  });
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

async function pointsBetween(
  database: Transaction,
  storeId: string,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<number> {
  const [[booked], due] = await Promise.all([
    database.$queryRaw<{ points: number }[]>`
      SELECT COALESCE(SUM("net"), 0)::int AS points FROM "PointsDay"
      WHERE "storeId" = ${storeId} AND "onDay" BETWEEN ${from} AND ${to}`,
    companyYearsDueBy(database, storeId, to),
  ]);
  const unbooked = due.filter(({ onDay }) => onDay >= from);
  return unbooked.reduce((sum, { points }) => sum + points, booked?.points ?? 0);
}
