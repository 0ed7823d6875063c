/** What the supervision of a store writes beside itself. */
import type { Transaction } from '../../prisma/client.ts';
import { refuse } from '../../rules/refusal.ts';
import type { Effects } from '../../workflows/engine/transition.ts';
import { storeReference, type ShStoreWrites } from '../../workflows/sh-store/words.ts';
import type { CaseHead } from '../commit.ts';
import type { RecordWriter } from '../records.ts';
import { bookCaseFacts } from './case-facts.ts';

type Written = 'shareholders' | 'voidOrders';

export const supervisionWriters: { readonly [W in Written]: RecordWriter<ShStoreWrites[W]> } = {
  shareholders,
  voidOrders,
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
  { at }: Effects,
  { storeId, orders }: ShStoreWrites['voidOrders'],
): Promise<void> {
  const wanted = [...new Set(orders)];
  await requireCompleted(tx, storeId, wanted);
  const facts = wanted.map((orderId) => ({
    ...{ type: 'ORDER_VOIDED' as const, storeId, orderId, occurredAt: at },
    source: 'supervision',
    sourceId: `${head.id}:${orderId}`,
  }));
  await bookCaseFacts(tx, head, storeId, facts, at);
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
