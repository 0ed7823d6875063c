/** What cases read of the service guide that a platform has published (HN-NET-04.1, 05.10). */
import type { Transaction } from '../../prisma/client.ts';
import { unitKey } from '../../rules/parties/party.ts';
import { registers } from '../../workflows/hn-net/words.ts';
import type { ReadingRequest } from '../reader.ts';

/** The time to accept a request, in working days, that the platform which handles the case has published last; null if it has not. */
export async function readHandlingDays(database: Transaction, { caseId }: ReadingRequest): Promise<number | null> {
  const { bodyId } = await database.case.findUniqueOrThrow({ where: { id: caseId }, select: { bodyId: true } });
  const entry = await database.registerEntry.findUnique({
    where: { register_party: { register: registers.disclosures, party: unitKey(bodyId) } },
    select: { data: true },
  });
  const { handlingDays = null } = (entry?.data ?? {}) as { readonly handlingDays?: number | null };
  return handlingDays;
}
