/** What a clearance writes of its store: each step once, in the order of 四.6, and back again if it is undone (SH-STORE-11). */
import type { Transaction } from '../../prisma/client.ts';
import { bookFacts, bookKeptFacts, type Fact } from '../../prisma/sh-store/book-facts.ts';
import { lockLedger } from '../../prisma/sh-store/ledger.ts';
import { holdOpenings } from '../../prisma/sh-store/opening-check.ts';
import type { ShStoreValues } from '../../rules/sh-store/config.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { Effects, RecordedTransition } from '../../workflows/engine/transition.ts';
import type { ShStoreWrites } from '../../workflows/sh-store/words.ts';
import type { CaseHead } from '../case-head.ts';
import type { RecordWriter } from '../records.ts';
import { lockStore, update } from './store-row.ts';

type ClearanceWrite = 'beginClearance' | 'takeStoreOffline' | 'delistProducts' | 'sealRecords' | 'restoreStore';

export const clearanceWriters: { readonly [W in ClearanceWrite]: RecordWriter<ShStoreWrites[W]> } = {
  beginClearance,
  takeStoreOffline,
  delistProducts,
  sealRecords,
  restoreStore,
};

/** A case about the store that was opened up to now is there to be ended; none is opened from now on (SH-STORE-11.10). */
async function beginClearance(
  tx: Transaction,
  _head: CaseHead,
  { at }: Effects,
  { storeId }: ShStoreWrites['beginClearance'],
): Promise<void> {
  const { status } = await lockStore(tx, storeId);
  await holdOpenings(tx, storeId);
  await update(tx, storeId, { clearingSince: new Date(at), statusBefore: status });
}

async function takeStoreOffline(
  tx: Transaction,
  _head: CaseHead,
  { at }: Effects,
  { storeId }: ShStoreWrites['takeStoreOffline'],
): Promise<void> {
  // Orders that are being taken in just now come first; later ones find the store offline.
  await lockLedger(tx, storeId);
  await update(tx, storeId, { status: 'CLEARED', offlineAt: new Date(at) });
}

async function delistProducts(
  tx: Transaction,
  head: CaseHead,
  { at, revision }: Effects,
  { storeId, products }: ShStoreWrites['delistProducts'],
): Promise<void> {
  await book(tx, head, { storeId, products, type: 'PRODUCT_DELISTED', at, revision });
}

async function sealRecords(
  tx: Transaction,
  _head: CaseHead,
  { at }: Effects,
  { storeId }: ShStoreWrites['sealRecords'],
): Promise<void> {
  // Whoever is adding to the ledger just now comes first.
  await lockLedger(tx, storeId);
  await update(tx, storeId, { sealedAt: new Date(at) });
}

async function restoreStore(
  tx: Transaction,
  head: CaseHead,
  { at, revision }: Effects,
  { storeId, products }: ShStoreWrites['restoreStore'],
): Promise<void> {
  const { statusBefore, status, sealedAt } = await lockStore(tx, storeId);
  const open = { clearingSince: null, statusBefore: null, offlineAt: null, sealedAt: null };
  await update(tx, storeId, { ...open, status: statusBefore ?? status });
  if (sealedAt !== null) await bookKeptFacts(tx, storeId, sealedAt, await valuesOf(tx, head), at, head.id);
  await book(tx, head, { storeId, products, type: 'PRODUCT_LISTED', at, revision });
}

interface Booked {
  readonly storeId: string;
  readonly products: readonly string[];
  readonly type: 'PRODUCT_DELISTED' | 'PRODUCT_LISTED';
  readonly at: Instant;
  readonly revision: RecordedTransition['revision'];
}

/** What happens to products is a fact like those that the platform reports, with the points it takes or brings back. */
async function book(tx: Transaction, head: CaseHead, { storeId, products, type, at, revision }: Booked): Promise<void> {
  const facts = products.map((productId): Fact => ({
    type,
    storeId,
    productId,
    occurredAt: at,
    source: 'clearance',
    sourceId: `${head.id}:${revision}:${productId}`,
  }));
  await bookFacts(tx, storeId, facts, await valuesOf(tx, head), at, { caseId: head.id });
}

async function valuesOf(tx: Transaction, { regime, ruleVersion: version }: CaseHead): Promise<ShStoreValues> {
  const { values } = await tx.ruleVersion.findUniqueOrThrow({
    where: { regime_version: { regime, version } },
    select: { values: true },
  });
  return values as unknown as ShStoreValues;
}
