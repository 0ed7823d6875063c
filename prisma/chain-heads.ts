/**
 * Where every chain of the records ends: the timelines of all cases, and the audit log. Two databases that say the same here have the same
 * chains, as a restore has to show.
 */
import type { ChainHead } from './chain.ts';
import type { Database } from './client.ts';

/** Ends of chains: the audit log, and the timelines by the id of their case. */
export interface ChainHeads {
  readonly audit: ChainHead;
  readonly timelines: Readonly<Record<string, ChainHead>>;
}

/** All of them, as of one moment. That a chain is intact up to its end is for `verifyChains` to say. */
export async function chainHeads(database: Database): Promise<ChainHeads> {
  const [audit, cases] = await database.$transaction(
    [
      database.auditHead.findUniqueOrThrow({ where: { id: 1 }, select: { length: true, head: true } }),
      database.case.findMany({
        orderBy: { id: 'asc' },
        select: { id: true, timelineLength: true, timelineHead: true },
      }),
    ],
    { isolationLevel: 'RepeatableRead' },
  );
  const timelines = cases.map(({ id, timelineLength: length, timelineHead: head }) => [id, { length, head }] as const);
  return { audit, timelines: Object.fromEntries(timelines) };
}
