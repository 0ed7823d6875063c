/** A store's ledger by calendar months, from the sums of its days: what the monitors judge by costs the same in every year. */
import {
  monthOf,
  monthsLater,
  quarterStart,
  type MonthlyPoints,
  type MonthSums,
} from '../../rules/sh-store/monthly-points.ts';
import { addDays, dayOf, startOfDay, type Day, type Instant } from '../../rules/time/index.ts';
import type { Transaction } from '../client.ts';
import { companyYearsDueBy } from './store-figures.ts';

/** How many quarters before the one that runs are looked at: as many as a rule may want in a row, and to spare. */
const QUARTERS = 8;

/**
 * The ledger as of an instant, by months. Points for the company's age count from their anniversary whether they are booked yet or not.
 * @param before facts dated at or after this instant are left out; all that are known by `at` count if null
 */
export async function monthlyPoints(
  database: Transaction,
  storeId: string,
  { before, at }: { readonly before: Instant | null; readonly at: Instant },
): Promise<MonthlyPoints> {
  const asOf = before ?? at;
  const lastDay = before === null ? dayOf(at) : lastDayBefore(before);
  const running = monthOf(dayOf(asOf));
  const first = monthsLater(quarterStart(running), -3 * QUARTERS);
  const [booked, due] = await Promise.all([
    database.$queryRaw<MonthSums[]>`
      SELECT CASE WHEN "onDay" < ${`${first}-01`} THEN '' ELSE substr("onDay", 1, 7) END AS month, SUM("net")::int AS net,
        SUM("gained")::int AS gained, COALESCE(SUM("gained") FILTER (WHERE "rule" <> 'COMPANY_YEARS'), 0)::int AS earned
      FROM "PointsDay" WHERE "storeId" = ${storeId} AND "onDay" <= ${lastDay} GROUP BY 1`,
    companyYearsDueBy(database, storeId, lastDay),
  ]);
  const sums = new Map(booked.map((one) => [one.month, one]));
  for (const { onDay, points } of due) {
    const month = onDay < first ? '' : monthOf(onDay);
    const { net, gained, earned } = sums.get(month) ?? nothingIn(month);
    sums.set(month, { month, net: net + points, gained: gained + points, earned });
  }
  const months: MonthSums[] = [];
  for (let month = first; month <= running; month = monthsLater(month, 1)) {
    months.push(sums.get(month) ?? nothingIn(month));
  }
  return { asOf, before: sums.get('')?.net ?? 0, months };
}

function nothingIn(month: string): MonthSums {
  return { month, net: 0, gained: 0, earned: 0 };
}

/** The last Shanghai day that is over at an instant, or runs at it. */
export function lastDayBefore(before: Instant): Day {
  const day = dayOf(before);
  return startOfDay(day) === before ? addDays(day, -1) : day;
}
