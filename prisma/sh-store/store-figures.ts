/** Figures of a store that both the worker and the API read; each is one aggregate of the database (XC-06.3). */
import { companyYearEntries } from '../../rules/sh-store/company-years.ts';
import type { LedgerEntry } from '../../rules/sh-store/ledger.ts';
import { dayOf, instantOf, startOfDay, type Day, type Instant } from '../../rules/time/index.ts';
import { storeReference } from '../../workflows/sh-store/words.ts';
import type { Transaction } from '../client.ts';
import { Prisma, type PointsEntry } from '../generated/client.ts';
import { ledgerRow } from './ledger-row.ts';
import { addLines, lockLedger } from './ledger.ts';
import { sealedSince } from './sealed.ts';
import { valuesInForce } from './rating-changes.ts';

/** The facts of a product in the order in which it lives; those of one instant are taken in this order. */
export const PRODUCT_LIFE = ['PRODUCT_SUBMITTED', 'PRODUCT_LISTED', 'PRODUCT_RETURNED', 'PRODUCT_DELISTED'] as const;

/**
 * Orders completed since the store was opened and before an instant, less those found to be brushing at any time: by the sums that the
 * database keeps for each day, so that it costs the same however many facts there are of a day.
 */
export async function completedOrders(
  database: Transaction,
  storeId: string,
  before: Instant = '9999-01-01T00:00:00.000+08:00',
): Promise<number> {
  const about = storeReference(storeId);
  const lastDay = dayOf(before);
  const [row] = await database.$queryRaw<{ orders: number }[]>`
    SELECT ((SELECT COALESCE(SUM("orders"), 0) FROM "StoreOrderDay" WHERE "about" = ${about} AND "onDay" < ${lastDay})
      + (SELECT COUNT(*) FROM "StoreOrder" WHERE "about" = ${about} AND NOT "voided"
        AND "completedAt" >= ${new Date(startOfDay(lastDay))} AND "completedAt" < ${new Date(before)}))::int AS orders`;
  return row?.orders ?? 0;
}

/** How many products are listed; see {@link listedOf}. */
export async function listedProducts(database: Transaction, storeId: string): Promise<number> {
  const [row] = await database.$queryRaw<{ products: number }[]>`
    SELECT COUNT(*)::int AS products FROM (${listedOf(storeId)}) listed`;
  return row?.products ?? 0;
}

/** Ids of the products that are listed, in order; see {@link listedOf}. */
export async function listedProductIds(database: Transaction, storeId: string): Promise<string[]> {
  const rows = await database.$queryRaw<{ productId: string }[]>`${listedOf(storeId)} ORDER BY "productId"`;
  return rows.map(({ productId }) => productId);
}

/** Products whose latest fact since the store was opened is that they were listed. */
function listedOf(storeId: string): Prisma.Sql {
  const life = [...PRODUCT_LIFE];
  return Prisma.sql`
    SELECT "productId" FROM (
      SELECT DISTINCT ON ("productId") "productId", "type" FROM "PlatformEvent"
      WHERE "about" = ${storeReference(storeId)} AND "type" = ANY(${life})
        AND "occurredAt" >= (SELECT "openedAt" FROM "Store" WHERE "id" = ${storeId})
      ORDER BY "productId", "occurredAt" DESC, array_position(${life}, "type") DESC) latest
    WHERE latest."type" = 'PRODUCT_LISTED'`;
}

/**
 * Lines for the company's age that are due by the end of a Shanghai day and not in the ledger yet (SH-EVAL-10.1). Each is dated on
 * its anniversary, so it does not matter when it is booked; who only reads the ledger counts them in. Of a store whose records are sealed none
 * is due after that day.
 */
export async function companyYearsDueBy(database: Transaction, storeId: string, day: Day): Promise<LedgerEntry[]> {
  return (await companyYearsOfStores(database, [storeId], day)).get(storeId) ?? [];
}

/** {@link companyYearsDueBy} of each of these stores that has any, by two queries however many they are. */
export async function companyYearsOfStores(
  database: Transaction,
  storeIds: readonly string[],
  day: Day,
): Promise<Map<string, LedgerEntry[]>> {
  const stores = await database.store.findMany({
    where: { id: { in: [...storeIds] } },
    select: {
      id: true,
      establishedOn: true,
      openedAt: true,
      sealedAt: true,
      points: { where: { rule: 'COMPANY_YEARS' }, select: { eventKey: true } },
    },
  });
  const due = stores.flatMap(({ id, establishedOn, openedAt, sealedAt, points: booked }) => {
    const age = { establishedOn, openedOn: dayOf(instantOf(openedAt.getTime())) };
    const sealedOn = sealedAt === null ? day : dayOf(instantOf(sealedAt.getTime()));
    const until = sealedOn < day ? sealedOn : day;
    return companyYearEntries(age, until, booked).length === 0 ? [] : [{ id, age, until, booked }];
  });
  if (due.length === 0) return new Map();
  const values = await valuesInForce(database);
  return new Map(due.map(({ id, age, until, booked }) => [id, companyYearEntries(age, until, booked, values)]));
}

/** {@link companyYearsDueBy} now, as rows of the ledger. */
export async function dueCompanyYears(database: Transaction, storeId: string, now: Instant): Promise<PointsEntry[]> {
  const due = await companyYearsDueBy(database, storeId, dayOf(now));
  return due.map((entry) => ({ ...ledgerRow(storeId, entry, now), recomputationId: null }));
}

/** Books {@link companyYearsDueBy} now: whoever decides by the ledger, or adds to it, books first. A sealed ledger stays as it is. */
export async function bookCompanyYears(tx: Transaction, storeId: string, now: Instant): Promise<void> {
  await lockLedger(tx, storeId);
  if ((await sealedSince(tx, storeId)) !== null) return;
  await addLines(tx, storeId, await companyYearsDueBy(tx, storeId, dayOf(now)), now);
}
