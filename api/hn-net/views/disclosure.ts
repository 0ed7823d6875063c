/** What a platform has published last of its liaison officers and services: the form of the case that its register entry names. */
import type { Database } from '../../../prisma/client.ts';
import type { Disclosure } from '../../../rules/hn-net/platform-services.ts';
import { unitKey } from '../../../rules/parties/party.ts';
import type { Day } from '../../../rules/time/index.ts';
import { registers } from '../../../workflows/hn-net/words.ts';

export async function publishedBy(
  database: Database,
  platform: string,
): Promise<{ readonly disclosure: Disclosure | null; readonly since: Day | null }> {
  const entry = await database.registerEntry.findUnique({
    where: { register_party: { register: registers.disclosures, party: unitKey(platform) } },
    select: { caseId: true, validFrom: true },
  });
  if (entry === null) return { disclosure: null, since: null };
  const form = await database.form.findFirst({
    where: { caseId: entry.caseId },
    orderBy: { version: 'desc' },
    select: { data: true },
  });
  return { disclosure: (form?.data ?? null) as Disclosure | null, since: entry.validFrom };
}
