/** What cases of the store regime read of a store's facts. */
import type { Transaction } from '../../prisma/client.ts';
import { lastDayBefore } from '../../prisma/sh-store/month-sums.ts';
import { completedOrders, dueCompanyYears, PRODUCT_LIFE } from '../../prisma/sh-store/store-figures.ts';
import { valuesInForce } from '../../prisma/sh-store/rating-changes.ts';
import { similarProducts } from '../../prisma/sh-store/similar-products.ts';
import { openRectifications } from '../../prisma/sh-store/store-products.ts';
import { dayOf, instantOf, type Instant } from '../../rules/time/index.ts';
import { storeOf, storeReference, type ProductFacts, type ShStoreReadings } from '../../workflows/sh-store/words.ts';
import { firstOf, type Reader, type ReaderOfMany, type ReadingRequest } from '../reader.ts';
import { clearanceReaders } from './clearance-readings.ts';
import { supervisionReaders } from './supervision-readings.ts';

export const shStoreReaders: { readonly [R in keyof ShStoreReadings]: Reader<ShStoreReadings[R]> } = {
  setup: firstOf(setups),
  trial,
  ...clearanceReaders,
  openRectifications: readOpenRectifications,
  ...supervisionReaders,
  similarProducts: readSimilarProducts,
};

/** What is read for many cases at once, since it is due for many at one midnight. */
export const shStoreReadersOfMany: { readonly [R in 'setup']: ReaderOfMany<ShStoreReadings[R]> } = { setup: setups };

/** The stores that readings are about, in their order; what happened before one was opened is none of its facts (SH-STORE-06.1, 07.15). */
async function storesOfReadings(database: Transaction, requests: readonly ReadingRequest[]) {
  const ids = requests.map(({ about, caseId, reading }) => {
    const id = storeOf(about);
    if (id === null) throw new Error(`Case ${caseId} has no store to read '${reading}' of.`);
    return id;
  });
  const stores = await database.store.findMany({ where: { id: { in: ids } }, select: { id: true, openedAt: true } });
  const found = new Map(stores.map((store) => [store.id, store]));
  return ids.map((id) => {
    const store = found.get(id);
    if (store === undefined) throw new Error(`There is no store ${id}.`);
    return store;
  });
}

async function storeOfReading(database: Transaction, request: ReadingRequest): Promise<ReadStore> {
  const [store] = await storesOfReadings(database, [request]);
  if (store === undefined) throw new Error(`There is no store to read '${request.reading}' of.`);
  return store;
}

type ReadStore = Awaited<ReturnType<typeof storesOfReadings>>[number];

const PRODUCT_STATUS: Readonly<Record<string, ProductFacts['status']>> = {
  PRODUCT_SUBMITTED: 'IN_REVIEW',
  PRODUCT_LISTED: 'LISTED',
  PRODUCT_RETURNED: 'RETURNED',
  PRODUCT_DELISTED: 'DELISTED',
};

interface StoreFact {
  readonly type: string;
  readonly productId: string | null;
  readonly occurredAt: Date;
}

/** The facts of these types of each store before its instant, the earliest first. */
async function factsOf(
  database: Transaction,
  asked: readonly { readonly store: ReadStore; readonly before: Instant | null }[],
  types: readonly string[],
): Promise<StoreFact[][]> {
  const rows = await database.platformEvent.findMany({
    where: { about: { in: asked.map(({ store }) => storeReference(store.id)) }, type: { in: [...types] } },
    orderBy: { occurredAt: 'asc' },
    select: { about: true, productId: true, type: true, occurredAt: true },
  });
  const byStore = Map.groupBy(rows, ({ about }) => about);
  return asked.map(({ store, before }) => {
    const end = before === null ? null : new Date(before);
    return (byStore.get(storeReference(store.id)) ?? []).filter(
      ({ occurredAt }) => occurredAt >= store.openedAt && (end === null || occurredAt < end),
    );
  });
}

/** The products of a store by their latest fact. */
function productsIn(facts: readonly StoreFact[]): ProductFacts[] {
  // Facts of one instant come in the order in which a product lives.
  const lived: readonly string[] = PRODUCT_LIFE;
  const ordered = facts.toSorted(
    (a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || lived.indexOf(a.type) - lived.indexOf(b.type),
  );
  const products = new Map<string, ProductFacts>();
  for (const { productId, type, occurredAt } of ordered) {
    const status = PRODUCT_STATUS[type];
    if (productId === null || status === undefined) continue;
    const since = instantOf(occurredAt.getTime());
    const submittedAt = status === 'IN_REVIEW' ? since : (products.get(productId)?.submittedAt ?? since);
    products.set(productId, { productId, status, submittedAt, since });
  }
  return [...products.values()];
}

async function setups(database: Transaction, requests: readonly ReadingRequest[]): Promise<ShStoreReadings['setup'][]> {
  const stores = await storesOfReadings(database, requests);
  const asked = requests.map(({ before }, nth) => ({ store: stores[nth] as ReadStore, before }));
  const facts = await factsOf(database, asked, ['DECORATION_PUBLISHED', ...Object.keys(PRODUCT_STATUS)]);
  return requests.map(({ before, at }, nth) => {
    const decoration = facts[nth]?.find(({ type }) => type === 'DECORATION_PUBLISHED');
    return {
      asOf: before ?? at,
      decorationPublishedAt: decoration === undefined ? null : instantOf(decoration.occurredAt.getTime()),
      products: productsIn(facts[nth] ?? []),
    };
  });
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
  const [facts = []] = await factsOf(database, [{ store, before }], Object.keys(PRODUCT_STATUS));
  return {
    asOf: end,
    points: due.reduce((total, { points }) => total + points, sum?.points ?? 0),
    orders,
    products: productsIn(facts).filter((product) => product.status === 'LISTED').length,
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
