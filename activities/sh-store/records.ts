/** The records of stores that cases of the regime write. */
import type { Transaction } from '../../prisma/client.ts';
import { bookCompanyYears } from '../../prisma/sh-store/store-figures.ts';
import type { Effects } from '../../workflows/engine/transition.ts';
import type { ShStoreWrites } from '../../workflows/sh-store/words.ts';
import type { CaseHead } from '../commit.ts';
import type { RecordWriter } from '../records.ts';

export const shStoreWriters: { readonly [W in keyof ShStoreWrites]: RecordWriter<ShStoreWrites[W]> } = {
  openStore,
  setStoreStatus,
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

async function setStoreStatus(
  tx: Transaction,
  _head: CaseHead,
  { at }: Effects,
  { storeId, status }: ShStoreWrites['setStoreStatus'],
): Promise<void> {
  const regularised = status === 'NORMAL' ? new Date(at) : null;
  const change = status === 'CLEARED' ? {} : { regularisedAt: regularised };
  await tx.store.update({ where: { id: storeId }, data: { status, ...change }, select: { id: true } });
}
