/** The row of a store, for those who change it. */
import type { Transaction } from '../../prisma/client.ts';
import type { Prisma, Store } from '../../prisma/generated/client.ts';

/** The store as it stands; until the transaction ends nobody else changes it. */
export async function lockStore(tx: Transaction, storeId: string): Promise<Store> {
  await tx.$executeRaw`SELECT 1 FROM "Store" WHERE "id" = ${storeId} FOR UPDATE`;
  return tx.store.findUniqueOrThrow({ where: { id: storeId } });
}

export async function update(tx: Transaction, storeId: string, data: Prisma.StoreUpdateInput): Promise<void> {
  await tx.store.update({ where: { id: storeId }, data, select: { id: true } });
}
