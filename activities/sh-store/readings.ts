/** What cases of the store regime read of a store's facts. */
import type { Database } from '../../prisma/client.ts';
import { bookCompanyYears, completedOrders, PRODUCT_LIFE } from '../../prisma/sh-store/store-figures.ts';
import { addDays, dayOf, instantOf, startOfDay, type Instant } from '../../rules/time/index.ts';
import { storeOf, storeReference, type ProductFacts, type ShStoreReadings } from '../../workflows/sh-store/words.ts';
import type { Reader, ReadingRequest } from '../readings.ts';

export const shStoreReaders: { readonly [R in keyof ShStoreReadings]: Reader<ShStoreReadings[R]> } = { setup, trial };

function storeIn({ about, caseId, reading }: ReadingRequest): string {
  const storeId = storeOf(about);
  if (storeId === null) throw new Error(`Case ${caseId} has no store to read '${reading}' of.`);
  return storeId;
}

const PRODUCT_STATUS: Readonly<Record<string, ProductFacts['status']>> = {
  PRODUCT_SUBMITTED: 'IN_REVIEW',
  PRODUCT_LISTED: 'LISTED',
  PRODUCT_RETURNED: 'RETURNED',
  PRODUCT_DELISTED: 'DELISTED',
};

/** The products of a store by their latest fact. */
async function productsOf(database: Database, storeId: string, before: Instant | null): Promise<ProductFacts[]> {
  const events = await database.platformEvent.findMany({
    where: { about: storeReference(storeId), type: { in: Object.keys(PRODUCT_STATUS) }, ...happenedBefore(before) },
    orderBy: { occurredAt: 'asc' },
    select: { productId: true, type: true, occurredAt: true },
  });
  // Facts of one instant come in the order in which a product lives.
  const lived: readonly string[] = PRODUCT_LIFE;
  events.sort(
    (a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || lived.indexOf(a.type) - lived.indexOf(b.type),
  );
  const products = new Map<string, ProductFacts>();
  for (const { productId, type, occurredAt } of events) {
    const status = PRODUCT_STATUS[type];
    if (productId === null || status === undefined) continue;
    const since = instantOf(occurredAt.getTime());
    const submittedAt = status === 'IN_REVIEW' ? since : (products.get(productId)?.submittedAt ?? since);
    products.set(productId, { productId, status, submittedAt, since });
  }
  return [...products.values()];
}

async function setup(database: Database, request: ReadingRequest): Promise<ShStoreReadings['setup']> {
  const { before, at } = request;
  const storeId = storeIn(request);
  const decoration = await database.platformEvent.findFirst({
    where: { about: storeReference(storeId), type: 'DECORATION_PUBLISHED', ...happenedBefore(before) },
    orderBy: { occurredAt: 'asc' },
    select: { occurredAt: true },
  });
  return {
    asOf: before ?? at,
    decorationPublishedAt: decoration === null ? null : instantOf(decoration.occurredAt.getTime()),
    products: await productsOf(database, storeId, before),
  };
}

/**
 * Points as of the end. What was found to be wrong later (brushing, a correction by a reviewer) is taken off the entry it
 * reverses (SH-STORE-07.12); what merely ceased later (a product delisted, a certificate removed) still counted at the end, so
 * that it makes no difference how late the evaluation runs (XC-05.6).
 */
async function trial(database: Database, request: ReadingRequest): Promise<ShStoreReadings['trial']> {
  const { before, at } = request;
  const storeId = storeIn(request);
  const end = before ?? at;
  const lastDay = before === null ? dayOf(at) : lastDayBefore(before);
  await bookCompanyYears(database, storeId, at);
  const [sum] = await database.$queryRaw<{ points: number }[]>`
    SELECT COALESCE(SUM(e."points"), 0)::int AS points
    FROM "PointsEntry" e
      LEFT JOIN "PointsEntry" o ON o."storeId" = e."storeId" AND o."eventKey" = e."reversalOf"
      LEFT JOIN "PlatformEvent" f ON f."id" = e."eventId" AND f."type" IN ('PRODUCT_DELISTED', 'CERTIFICATE_REMOVED')
    WHERE e."storeId" = ${storeId} AND CASE WHEN f."id" IS NULL THEN COALESCE(o."onDay", e."onDay") ELSE e."onDay" END <= ${lastDay}`;
  const orders = await completedOrders(database, storeId, before ?? undefined);
  const products = await productsOf(database, storeId, before);
  return {
    asOf: end,
    points: sum?.points ?? 0,
    orders,
    products: products.filter((product) => product.status === 'LISTED').length,
  };
}

function happenedBefore(before: Instant | null) {
  return before === null ? {} : { occurredAt: { lt: new Date(before) } };
}

/** The last Shanghai day that ends at or before the instant. */
function lastDayBefore(before: Instant): string {
  const day = dayOf(before);
  return startOfDay(day) === before ? addDays(day, -1) : day;
}
