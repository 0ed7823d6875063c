/** The records of stores that cases of the regime write. */
import type { Transaction } from '../../prisma/client.ts';
import { bookCompanyYears } from '../../prisma/sh-store/store-figures.ts';
import { refuse } from '../../rules/refusal.ts';
import { instantOf } from '../../rules/time/index.ts';
import type { Effects } from '../../workflows/engine/transition.ts';
import type { ShStoreWrites } from '../../workflows/sh-store/words.ts';
import type { CaseHead } from '../case-head.ts';
import type { RecordWriter } from '../records.ts';
import { clearanceWriters } from './clearance-records.ts';
import { productWriters } from './product-records.ts';
import { lockStore, update } from './store-row.ts';
import { supervisionWriters } from './supervision-records.ts';

export const shStoreWriters: { readonly [W in keyof ShStoreWrites]: RecordWriter<ShStoreWrites[W]> } = {
  openStore,
  setStoreStatus,
  ...clearanceWriters,
  ...productWriters,
  ...supervisionWriters,
};

/** Opens the store and books the points it has from its age alone (SH-EVAL-10.1). */
async function openStore(
  tx: Transaction,
  head: CaseHead,
  transition: Effects,
  write: ShStoreWrites['openStore'],
): Promise<void> {
  const { at } = transition;
  const { storeId, ownerId, route, status, establishedOn } = write;
  const { subject: creditCode, title: name, bodyId, region, id: applicationCaseId } = head;
  await tx.store.create({
    data: {
      id: storeId,
      creditCode,
      name,
      ownerId,
      bodyId,
      region,
      route,
      status,
      establishedOn,
      openedAt: new Date(at),
      applicationCaseId,
    },
    select: { id: true },
  });
  await bookCompanyYears(tx, storeId, at);
}

/**
 * The status of a store that is open. One that is being cleared is not regularised: the confirmation of its clearance stands in the records
 * before this does.
 */
async function setStoreStatus(
  tx: Transaction,
  _head: CaseHead,
  { at }: Effects,
  { storeId, status }: ShStoreWrites['setStoreStatus'],
): Promise<void> {
  const store = await lockStore(tx, storeId);
  const regularisedAt = status === 'NORMAL' ? new Date(at) : null;
  if (store.clearingSince === null) await update(tx, storeId, { status, regularisedAt });
  else if (status === 'TRIAL') await update(tx, storeId, { statusBefore: status, regularisedAt });
  else {
    refuse(
      'CONDITION_NOT_MET',
      '该店铺的清退已经确认，不能转正。',
      'The clearance of the store is confirmed: it cannot be regularised.',
      { facts: { clearingSince: instantOf(store.clearingSince.getTime()) } },
    );
  }
}
