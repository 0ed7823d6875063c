/** What cases of the store regime read of a store's facts. */
import type { Transaction } from '../../prisma/client.ts';
import { lastDayBefore } from '../../prisma/sh-store/month-sums.ts';
import { completedOrders, dueCompanyYears, PRODUCT_LIFE } from '../../prisma/sh-store/store-figures.ts';
import { valuesInForce } from '../../prisma/sh-store/rating-changes.ts';
import { similarProducts } from '../../prisma/sh-store/similar-products.ts';
import { openRectifications } from '../../prisma/sh-store/store-products.ts';
import { dayOf, instantOf, type Instant } from '../../rules/time/index.ts';
import { storeOf, storeReference, type ProductFacts, type ShStoreReadings } from '../../workflows/sh-store/words.ts';
import type { Reader, ReadingRequest } from '../readings.ts';
import { clearanceReaders } from './clearance-readings.ts';
import { supervisionReaders } from './supervision-readings.ts';

export const shStoreReaders: { readonly [R in keyof ShStoreReadings]: Reader<ShStoreReadings[R]> } = {
  setup,
  trial,
  ...clearanceReaders,
  openRectifications: readOpenRectifications,
  ...supervisionReaders,
  similarProducts: readSimilarProducts,
};

/** The store that a reading is about; what happened before it was opened is none of its facts (SH-STORE-06.1, 07.15). */
async function storeOfReading(database: Transaction, { about, caseId, reading }: ReadingRequest) {
  const id = storeOf(about);
  if (id === null) throw new Error(`Case ${caseId} has no store to read '${reading}' of.`);
  const { openedAt } = await database.store.findUniqueOrThrow({ where: { id }, select: { openedAt: true } });
  return { id, openedAt };
}

type ReadStore = Awaited<ReturnType<typeof storeOfReading>>;

const PRODUCT_STATUS: Readonly<Record<string, ProductFacts['status']>> = {
  PRODUCT_SUBMITTED: 'IN_REVIEW',
  PRODUCT_LISTED: 'LISTED',
  PRODUCT_RETURNED: 'RETURNED',
  PRODUCT_DELISTED: 'DELISTED',
};

/** The products of a store by their latest fact. */
async function productsOf(database: Transaction, store: ReadStore, before: Instant | null): Promise<ProductFacts[]> {
  const events = await database.platformEvent.findMany({
    where: {
      about: storeReference(store.id),
      type: { in: Object.keys(PRODUCT_STATUS) },
      occurredAt: happened(store, before),
    },
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

async function setup(database: Transaction, request: ReadingRequest): Promise<ShStoreReadings['setup']> {
  const { before, at } = request;
  const store = await storeOfReading(database, request);
  const decoration = await database.platformEvent.findFirst({
    where: { about: storeReference(store.id), type: 'DECORATION_PUBLISHED', occurredAt: happened(store, before) },
    orderBy: { occurredAt: 'asc' },
    select: { occurredAt: true },
  });
  return {
    asOf: before ?? at,
    decorationPublishedAt: decoration === null ? null : instantOf(decoration.occurredAt.getTime()),
    products: await productsOf(database, store, before),
  };
}

/**
 * Points as of the end. What was found to be wrong later (brushing, a correction by a reviewer) is taken off the entry it
 * reverses (SH-STORE-07.12); what merely ceased later (a product delisted, a certificate removed) still counted at the end, so
 * that it makes no difference how late the evaluation runs (XC-05.6).
 */
async function trial(database: Transaction, request: ReadingRequest): Promise<ShStoreReadings['trial']> {
  const { before, at } = request;
  const store = await storeOfReading(database, request);
  const { id: storeId } = store;
  const openedOn = dayOf(instantOf(store.openedAt.getTime()));
  const end = before ?? at;
  const lastDay = before === null ? dayOf(at) : lastDayBefore(before);
  // Due and not booked yet counts as well: reading books nothing.
  const due = (await dueCompanyYears(database, storeId, at)).filter(({ onDay }) => onDay <= lastDay);
  const [sum] = await database.$queryRaw<{ points: number }[]>`
    SELECT COALESCE(SUM(e."points"), 0)::int AS points
    FROM "PointsEntry" e
      LEFT JOIN "PointsEntry" o ON o."storeId" = e."storeId" AND o."eventKey" = e."reversalOf"
      LEFT JOIN "PlatformEvent" f ON f."id" = e."eventId" AND f."type" IN ('PRODUCT_DELISTED', 'CERTIFICATE_REMOVED')
    WHERE e."storeId" = ${storeId} AND CASE WHEN f."id" IS NULL THEN COALESCE(o."onDay", e."onDay") ELSE e."onDay" END <= ${lastDay}
      AND COALESCE(o."onDay", e."onDay") >= ${openedOn}`;
  const orders = await completedOrders(database, storeId, before ?? undefined);
  const products = await productsOf(database, store, before);
  return {
    asOf: end,
    points: due.reduce((total, { points }) => total + points, sum?.points ?? 0),
    orders,
    products: products.filter((product) => product.status === 'LISTED').length,
  };
}

async function readOpenRectifications(
  database: Transaction,
  request: ReadingRequest,
): Promise<ShStoreReadings['openRectifications']> {
  return openRectifications(database, (await storeOfReading(database, request)).id);
}

/** With the product that the case is about; how alike is alike is a rule, the newest one. */
async function readSimilarProducts(
  database: Transaction,
  request: ReadingRequest,
): Promise<ShStoreReadings['similarProducts']> {
  const { id } = await storeOfReading(database, request);
  const values = await valuesInForce(database);
  return similarProducts(database, id, values['product.similarity'], request.caseId);
}

function happened({ openedAt }: ReadStore, before: Instant | null) {
  return { gte: openedAt, ...(before !== null && { lt: new Date(before) }) };
}
