/** The notice of the end of a platform, as its home page shows it (HN-NET-11.1). */
import type { Database } from '../../../prisma/client.ts';
import { unitKey } from '../../../rules/parties/party.ts';
import type { Instant } from '../../../rules/time/index.ts';
import {
  platformTermination,
  type PlatformTerminationFacts,
} from '../../../workflows/hn-net/platform-termination/contract.ts';

export interface ShownTermination {
  readonly endsAt: Instant;
  readonly publishedAt: Instant;
  readonly announcement: string;
  readonly measures: string;
  readonly ended: boolean;
}

/** @returns null where no notice stands: none was published, or it was cancelled */
export async function terminationOf(database: Database, bodyId: string): Promise<ShownTermination | null> {
  const found = await database.case.findFirst({
    where: {
      kind: platformTermination.kind,
      subject: unitKey(bodyId),
      revision: { gt: 0 },
      stage: { not: 'CANCELLED' },
    },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    select: { state: true, outcome: true },
  });
  if (found === null) return null;
  const { facts } = found.state as unknown as { readonly facts: PlatformTerminationFacts };
  const { endsAt, publishedAt, announcement, measures } = facts;
  return publishedAt === null
    ? null
    : { endsAt, publishedAt, announcement, measures, ended: found.outcome === 'TERMINATED' };
}
