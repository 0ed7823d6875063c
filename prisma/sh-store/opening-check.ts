/** No case that a clearance ends is opened beside it (SH-STORE-11.10). */
import { refuse } from '../../rules/refusal.ts';
import { instantOf } from '../../rules/time/index.ts';
import { contracts } from '../../workflows/regimes.ts';
import { storeOf } from '../../workflows/sh-store/words.ts';
import type { Transaction } from '../client.ts';
import type { CaseToOpen } from '../opening-checks.ts';

/**
 * A case about a store whose clearance is confirmed is neither opened nor opened again, but for the kinds that a clearance does not end, such as
 * complaints. A confirmation of the same instant waits until the transaction ends, and then finds the case and ends it.
 * @throws Refusal CONDITION_NOT_MET
 */
export async function refuseOpenings(tx: Transaction, openings: readonly CaseToOpen[]): Promise<void> {
  const ended = openings.flatMap(({ kind, about }) => {
    const storeId = storeOf(about);
    const contract = contracts[kind];
    return storeId === null || contract?.actions['storeCleared'] === undefined ? [] : [{ storeId, contract }];
  });
  if (ended.length === 0) return;
  const ids = [...new Set(ended.map(({ storeId }) => storeId))].sort();
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock_shared(hashtextextended("key", 0)) FROM unnest(${ids.map(lockOf)}::text[]) AS "key"`;
  const stores = await tx.store.findMany({
    where: { id: { in: ids }, clearingSince: { not: null } },
    select: { id: true, clearingSince: true },
  });
  for (const { storeId, contract } of ended) {
    const clearingSince = stores.find(({ id }) => id === storeId)?.clearingSince;
    if (clearingSince == null) continue;
    refuse(
      'CONDITION_NOT_MET',
      `该店铺的清退已经确认，不能再办理“${contract.title.zh}”。`,
      `The clearance of the store is confirmed: there can be no case '${contract.title.en}' about it any more.`,
      { facts: { requirement: 'SH-STORE-11.10', clearingSince: instantOf(clearingSince.getTime()) } },
    );
  }
}

/** Waits for whoever opens a case about the store just now; until the transaction ends nobody else does. The row of the store is locked before. */
export async function holdOpenings(tx: Transaction, storeId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lockOf(storeId)}, 0))`;
}

function lockOf(storeId: string): string {
  return `opens:${storeId}`;
}
