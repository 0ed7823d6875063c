/** What the actions of the store regime name of their own case: originals, products, shareholders, hits, findings and orders. */
import type { Database } from '../../../prisma/client.ts';
import { inBoth, text } from '../../../rules/text.ts';
import type { StoreApplicationFacts } from '../../../workflows/sh-store/store-application/contract.ts';
import type { StoreSupervisionFacts } from '../../../workflows/sh-store/store-supervision/facts.ts';
import type { SimilarPair } from '../../../workflows/sh-store/words.ts';
import type { CaseReferables, NamingCase, Referable } from '../../case-referables.ts';

/** So many orders are offered, the latest first. */
const MOST_ORDERS = 500;

const ofApplication: CaseReferables = {
  material: (_database, _row, { facts }) => {
    const { interview } = facts as StoreApplicationFacts;
    return (interview?.originals ?? []).map(({ key, title }) => ({ value: key, label: inBoth(title) }));
  },
};

const ofSplitting: CaseReferables = {
  product: (_database, _row, { facts }) => {
    const { pairs } = facts as { readonly pairs: readonly SimilarPair[] };
    const names = new Map(pairs.flatMap(({ a, b }) => [a, b]).map(({ productId, name }) => [productId, name]));
    return [...names].map(([value, name]) => ({ value, label: inBoth(name) }));
  },
};

const ofSupervision: CaseReferables = {
  shareholder: (database, row) => shareholdersOf(database, row),
  creditHit: async (database, row, { facts }) => {
    const { hits, confirmed } = (facts as StoreSupervisionFacts).credit;
    const known = new Set<string>([...hits, ...confirmed.map(({ of }) => of)]);
    const all = [{ value: 'COMPANY', label: text('公司', 'The company') }, ...(await shareholdersOf(database, row))];
    return all.filter(({ value }) => known.has(value));
  },
  finding: (_database, _row, { facts }) =>
    ((facts as StoreSupervisionFacts).findings ?? []).map(({ id, what }) => ({ value: id, label: what })),
  order: async (database, { about }) => {
    const rows = await database.$queryRaw<{ order: string; day: string }[]>`
      SELECT "data"->>'orderId' AS "order", to_char(max("occurredAt") AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "day"
      FROM "PlatformEvent" WHERE "about" = ${about} AND "type" = 'ORDER_COMPLETED'
      GROUP BY 1 ORDER BY max("occurredAt") DESC, 1 LIMIT ${MOST_ORDERS}`;
    return rows.map(({ order, day }) => ({ value: order, label: inBoth(`${order} · ${day}`) }));
  },
};

/** The newest list of main shareholders. */
async function shareholdersOf(database: Database, { id }: NamingCase): Promise<readonly Referable[]> {
  const rows = await database.storeShareholder.findMany({
    where: { caseId: id },
    orderBy: [{ version: 'desc' }, { place: 'asc' }],
  });
  return rows
    .filter(({ version }) => version === rows[0]?.version)
    .map((shareholder) => ({ value: shareholder.id, label: inBoth(shareholder.name) }));
}

export const caseReferables: Readonly<Record<string, CaseReferables>> = {
  storeApplication: ofApplication,
  productSplitting: ofSplitting,
  storeSupervision: ofSupervision,
};
