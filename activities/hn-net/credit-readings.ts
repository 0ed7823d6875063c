/** What a case of a provider reads of its credit record (HN-NET-12.2). */
import type { Transaction } from '../../prisma/client.ts';
import { entriesOf, type CreditRecord } from '../../rules/hn-net/credit.ts';
import { registers } from '../../workflows/hn-net/words.ts';
import type { ReadingRequest } from '../reader.ts';

export async function readCreditEntries(database: Transaction, { caseId }: ReadingRequest): Promise<string[]> {
  const { subject: party } = await database.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { subject: true },
  });
  const entry = await database.registerEntry.findUnique({
    where: { register_party: { register: registers.credit, party } },
    select: { data: true },
  });
  return entriesOf((entry?.data ?? {}) as CreditRecord);
}
