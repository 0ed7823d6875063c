/** The service records of the network. */
import type { Transaction } from '../../prisma/client.ts';
import type { Effects } from '../../workflows/engine/transition.ts';
import type { HnNetWrites } from '../../workflows/hn-net/words.ts';
import type { CaseHead } from '../commit.ts';
import type { RecordWriter } from '../records.ts';

export const serviceWriters: { readonly serviceRecord: RecordWriter<HnNetWrites['serviceRecord']> } = { serviceRecord };

/** The row of a record as the statistics count it from now on; one row a record (HN-NET-24.1). */
async function serviceRecord(
  tx: Transaction,
  { id: caseId, bodyId, region }: CaseHead,
  { at }: Effects,
  write: HnNetWrites['serviceRecord'],
): Promise<void> {
  const row = { ...write, bodyId, region, changedAt: new Date(at) };
  await tx.serviceRecord.upsert({
    where: { caseId },
    create: { caseId, ...row },
    update: row,
    select: { caseId: true },
  });
}
