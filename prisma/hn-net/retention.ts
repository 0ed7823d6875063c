/** What the records say of their retention: how many cases of a class could go, what keeps the others, and in which backups they stand (HN-NET-10). */
import type { BackupOnRecord, RetentionClass, RetentionCount, RetentionHold } from '../../rules/hn-net/retention.ts';
import { dayOf, instantOf, type Day, type Instant } from '../../rules/time/index.ts';
import type { Transaction } from '../client.ts';

/** The clock that periods of retention go by, in the database itself. */
export async function retentionNow(tx: Transaction): Promise<Instant> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT "stack_now"() AS "now"`;
  if (row === undefined) throw new Error('The database has not said what time it is.');
  return instantOf(row.now.getTime());
}

/** How many cases of a class hold their records, and how many could go as of today. */
export async function retentionCount(
  tx: Transaction,
  of: RetentionClass,
): Promise<RetentionCount & { readonly asOf: Day }> {
  const rows = await tx.$queryRaw<{ hold: RetentionHold | 'ACTIVE' | null; n: number }[]>`
    SELECT "hold", count(*)::int AS "n" FROM "RetainedCase" WHERE "class" = ${of} GROUP BY "hold"`;
  const held: Partial<Record<RetentionHold, number>> = {};
  for (const { hold, n } of rows) if (hold !== null && hold !== 'ACTIVE') held[hold] = n;
  return {
    all: rows.reduce((sum, { n }) => sum + n, 0),
    due: rows.find(({ hold }) => hold === null)?.n ?? 0,
    held,
    asOf: dayOf(await retentionNow(tx)),
  };
}

/** The backups that are kept, the latest first: what is deleted now stands in each of them. */
export async function backupsOnRecord(tx: Transaction): Promise<BackupOnRecord[]> {
  const rows = await tx.backupCopy.findMany({ where: { removedAt: null }, orderBy: { takenAt: 'desc' } });
  return rows.map(({ name, takenAt, keptUntil }) => ({
    name,
    takenAt: instantOf(takenAt.getTime()),
    keptUntil: instantOf(keptUntil.getTime()),
  }));
}
