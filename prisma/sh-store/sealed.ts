/** The ledger of a store whose records are sealed: nothing is added to it and nothing taken back (SH-STORE-11.5). */
import { refuse } from '../../rules/refusal.ts';
import type { Database, Transaction } from '../client.ts';

/** Since when the records of a store are sealed; null while they are not. */
export async function sealedSince(tx: Database | Transaction, storeId: string): Promise<Date | null> {
  const store = await tx.store.findUnique({ where: { id: storeId }, select: { sealedAt: true } });
  return store?.sealedAt ?? null;
}

/** @throws Refusal NOT_ALLOWED */
export async function refuseSealedLedger(tx: Transaction, storeId: string): Promise<void> {
  if ((await sealedSince(tx, storeId)) === null) return;
  refuse(
    'NOT_ALLOWED',
    '店铺已清退，服务记录已封存，积分不能再变动。',
    'The store was cleared and its records are sealed: its points do not change any more.',
    { facts: { requirement: 'SH-STORE-11.5' } },
  );
}
