/** What the supervision of a store reads of the records. */
import type { Transaction } from '../../prisma/client.ts';
import { monthlyPoints as monthSums } from '../../prisma/sh-store/month-sums.ts';
import { upheldComplaintsOf } from '../../prisma/sh-store/upheld-complaints.ts';
import { storeOf, type ShStoreReadings } from '../../workflows/sh-store/words.ts';
import type { Reader, ReadingRequest } from '../reader.ts';

type Read = 'monthlyPoints' | 'upheldComplaints';

export const supervisionReaders: { readonly [R in Read]: Reader<ShStoreReadings[R]> } = {
  monthlyPoints,
  upheldComplaints,
};

function storeOfSupervision({ about, caseId, reading }: ReadingRequest): string {
  const store = storeOf(about);
  if (store === null) throw new Error(`Case ${caseId} has no store to read '${reading}' of.`);
  return store;
}

async function monthlyPoints(
  database: Transaction,
  request: ReadingRequest,
): Promise<ShStoreReadings['monthlyPoints']> {
  return monthSums(database, storeOfSupervision(request), request);
}

async function upheldComplaints(
  database: Transaction,
  request: ReadingRequest,
): Promise<ShStoreReadings['upheldComplaints']> {
  return { asOf: request.at, upheld: await upheldComplaintsOf(database, storeOfSupervision(request)) };
}
