/** What cases read of the service guide that a platform has published (HN-NET-04.1, 05.10). */
import type { Transaction } from '../../prisma/client.ts';
import { windowEntries } from '../../prisma/hn-net/windows.ts';
import { platformAt } from '../../rules/hn-net/seats.ts';
import { unitKey } from '../../rules/parties/party.ts';
import { registers } from '../../workflows/hn-net/words.ts';
import type { ReadingRequest } from '../reader.ts';

/**
 * The time to accept a request, in working days, that the platform which handles the case has published last; null if it has not. What a window recognised
 * since has published goes before what the platform above it has, with which its cases lie.
 */
export async function readHandlingDays(database: Transaction, { caseId }: ReadingRequest): Promise<number | null> {
  const place = await database.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { bodyId: true, region: true },
  });
  const platform = platformAt(place, await windowEntries(database));
  const entries = await database.registerEntry.findMany({
    where: { register: registers.disclosures, party: { in: [unitKey(platform), unitKey(place.bodyId)] } },
    select: { party: true, data: true },
  });
  const published = [platform, place.bodyId].flatMap((id) => {
    const entry = entries.find(({ party }) => party === unitKey(id));
    return (entry?.data as { readonly handlingDays?: number | null } | undefined)?.handlingDays ?? [];
  });
  return published[0] ?? null;
}
