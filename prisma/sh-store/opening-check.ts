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
export async function refuseOpening(tx: Transaction, { kind, about }: CaseToOpen): Promise<void> {
  const storeId = storeOf(about);
  const contract = contracts[kind];
  if (storeId === null || contract?.actions['storeCleared'] === undefined) return;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${lockOf(storeId)}, 0))`;
  const store = await tx.store.findUnique({ where: { id: storeId }, select: { clearingSince: true } });
  if (store?.clearingSince == null) return;
  refuse(
    'CONDITION_NOT_MET',
    `该店铺的清退已经确认，不能再办理“${contract.title.zh}”。`,
    `The clearance of the store is confirmed: there can be no case '${contract.title.en}' about it any more.`,
    { facts: { requirement: 'SH-STORE-11.10', clearingSince: instantOf(store.clearingSince.getTime()) } },
  );
}

/** Waits for whoever opens a case about the store just now; until the transaction ends nobody else does. The row of the store is locked before. */
export async function holdOpenings(tx: Transaction, storeId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lockOf(storeId)}, 0))`;
}

function lockOf(storeId: string): string {
  return `opens:${storeId}`;
}
