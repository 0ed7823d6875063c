/** What the supervision of a store writes beside itself. */
import type { Transaction } from '../../prisma/client.ts';
import { refuse } from '../../rules/refusal.ts';
import type { Effects } from '../../workflows/engine/transition.ts';
import { storeReference, type ShStoreWrites } from '../../workflows/sh-store/words.ts';
import type { CaseHead } from '../case-head.ts';
import type { RecordWriter } from '../records.ts';
import { bookCaseFacts } from './case-facts.ts';

/** Who reports the facts that a supervision finds. */
const SOURCE = 'supervision';

type Written = 'shareholders' | 'voidOrders' | 'reinstateOrders';

export const supervisionWriters: { readonly [W in Written]: RecordWriter<ShStoreWrites[W]> } = {
  shareholders,
  voidOrders,
  reinstateOrders,
};

/** A list of main shareholders as it holds from now on. */
async function shareholders(
  tx: Transaction,
  head: CaseHead,
  { at }: Effects,
  { storeId, version, list }: ShStoreWrites['shareholders'],
): Promise<void> {
  await tx.storeShareholder.createMany({
    data: list.map(({ id, name, kind, share }, n) => ({
      ...{ storeId, version, place: n + 1, id, name, kind, share },
      caseId: head.id,
      recordedAt: new Date(at),
    })),
  });
}

/**
 * Voids orders that were found to be brushing, with the points that they brought (SH-STORE-10.8).
 * @throws Refusal INVALID_INPUT if one of them was never completed in this store
 */
async function voidOrders(
  tx: Transaction,
  head: CaseHead,
  { at, revision }: Effects,
  { storeId, orders }: ShStoreWrites['voidOrders'],
): Promise<void> {
  const wanted = [...new Set(orders)];
  await requireCompleted(tx, storeId, wanted);
  const facts = wanted.map((orderId) => ({
    ...{ type: 'ORDER_VOIDED' as const, storeId, orderId, occurredAt: at },
    source: SOURCE,
    sourceId: `${voidedBy(head, revision)}${orderId}`,
  }));
  await bookCaseFacts(tx, head, storeId, facts, at);
}

/** Brings back the orders that a step of the case has voided, with the points that this took back, but for those that something else has voided too. */
async function reinstateOrders(
  tx: Transaction,
  head: CaseHead,
  { at }: Effects,
  { storeId, foundAtRevision }: ShStoreWrites['reinstateOrders'],
): Promise<void> {
  const voided = voidedBy(head, foundAtRevision);
  const rows = await tx.$queryRaw<{ sourceId: string; orderId: string; staysVoided: boolean }[]>`
    SELECT v."sourceId", v."data"->>'orderId' AS "orderId", EXISTS (
      SELECT 1 FROM "PlatformEvent" o WHERE o."about" = v."about" AND o."type" = 'ORDER_VOIDED' AND o."id" <> v."id"
        AND o."data"->>'orderId' = v."data"->>'orderId' AND NOT EXISTS (
          SELECT 1 FROM "PlatformEvent" r WHERE r."source" = o."source" AND r."sourceId" = o."sourceId" || ':reinstated')) AS "staysVoided"
    FROM "PlatformEvent" v
    WHERE v."about" = ${storeReference(storeId)} AND v."type" = 'ORDER_VOIDED' AND v."source" = ${SOURCE} AND starts_with(v."sourceId", ${voided})`;
  const facts = rows.map(({ sourceId, orderId, staysVoided }) => ({
    ...{ type: 'ORDER_REINSTATED' as const, storeId, orderId, staysVoided, occurredAt: at },
    ...{ source: SOURCE, sourceId: `${sourceId}:reinstated` },
  }));
  await bookCaseFacts(tx, head, storeId, facts, at);
}

/** How the ids begin of the facts by which a step of a case voided orders. */
function voidedBy({ id }: CaseHead, revision: number): string {
  return `${id}:${revision}:`;
}

async function requireCompleted(tx: Transaction, storeId: string, orders: readonly string[]): Promise<void> {
  const found = await tx.$queryRaw<{ order: string }[]>`
    SELECT DISTINCT "data"->>'orderId' AS "order" FROM "PlatformEvent"
    WHERE "about" = ${storeReference(storeId)} AND "type" = 'ORDER_COMPLETED' AND "data"->>'orderId' = ANY(${[...orders]})`;
  const known = new Set(found.map(({ order }) => order));
  const missing = orders.filter((order) => !known.has(order));
  if (missing.length === 0) return;
  const some = missing.slice(0, 10);
  refuse(
    'INVALID_INPUT',
    `该店铺没有这些已完成的订单：${some.join('、')}。`,
    `The store has no such completed orders: ${some.join(', ')}.`,
    { field: 'orders', facts: { missing: some, count: missing.length } },
  );
}
