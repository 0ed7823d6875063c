/** Facts about a store that was taken offline: its records are sealed, but for the orders that were under way (SH-STORE-11.5, 11.9). */
import type { Transaction } from '../../../prisma/client.ts';
import { text } from '../../../rules/text.ts';
import { storeReference } from '../../../workflows/sh-store/words.ts';
import type { FieldFault } from '../../http/problem.ts';
import type { Fact } from './schema.ts';

const sealed: FieldFault = {
  field: 'storeId',
  message: text(
    '店铺已清退，服务记录已封存；只接收清退前已下单的订单的完成、作废、评价和评论。',
    'The store was cleared and its records are sealed; taken in are only the completion, voiding, ratings and comments of orders placed before.',
  ),
};

/** What is wrong with facts about one store. The ledger of the store is locked by the caller. */
export async function sealedFaults(
  tx: Transaction,
  storeId: string,
  facts: readonly Fact[],
): Promise<Map<Fact, FieldFault[]>> {
  const store = await tx.store.findUnique({ where: { id: storeId }, select: { offlineAt: true } });
  if (store?.offlineAt == null) return new Map();
  const orderIds = facts.flatMap((fact) => orderOf(fact) ?? []);
  const placed = await tx.$queryRaw<{ orderId: string }[]>`
    SELECT DISTINCT "data"->>'orderId' AS "orderId" FROM "PlatformEvent"
    WHERE "about" = ${storeReference(storeId)} AND "type" = 'ORDER_PLACED' AND "occurredAt" <= ${store.offlineAt}
      AND "data"->>'orderId' = ANY(${orderIds})`;
  const underWay = new Set(placed.map(({ orderId }) => orderId));
  return new Map(facts.flatMap((fact) => (underWay.has(orderOf(fact) ?? '') ? [] : [[fact, [sealed]] as const])));
}

/** The order that a fact brings to its end, or is said about. */
function orderOf(fact: Fact): string | null {
  switch (fact.type) {
    case 'ORDER_COMPLETED':
    case 'ORDER_VOIDED':
    case 'PRAISE':
    case 'COMMENT':
      return fact.orderId;
    default:
      return null;
  }
}
