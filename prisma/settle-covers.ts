/** Covers that have ended: what was taken under them goes back to the queue (XC-05.5). */
import { dayOf, type Instant } from '../rules/time/index.ts';
import type { Database } from './client.ts';
import { lockAccount, returnHeldTasks } from './held-tasks.ts';

/** Settles covers whose last day is over or that were ended before. Whoever does it second finds nothing. @returns how many */
export async function settleCovers(database: Database, now: Instant): Promise<number> {
  const ended = await database.cover.findMany({
    where: { settledAt: null, OR: [{ endedAt: { not: null } }, { lastDay: { lt: dayOf(now) } }] },
    select: { id: true, coverId: true },
    take: 50,
  });
  for (const { id, coverId } of ended) {
    await database.$transaction(async (tx) => {
      await lockAccount(tx, coverId, 'ALONE');
      const { count } = await tx.cover.updateMany({
        where: { id, settledAt: null },
        data: { settledAt: new Date(now) },
      });
      if (count > 0) await returnHeldTasks(tx, { account: coverId, occasion: id }, now);
    });
  }
  return ended.length;
}
