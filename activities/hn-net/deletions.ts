/** Deletions that were confirmed are carried out in pages beside their cases; the database takes what it finds due, and no more (HN-NET-10). */
import type { Database } from '../../prisma/client.ts';
import { backupsOnRecord, retentionCount } from '../../prisma/hn-net/retention.ts';
import type { Instant } from '../../rules/time/index.ts';
import { dataDeletion, type DataDeletionOpening } from '../../workflows/hn-net/data-deletion/contract.ts';
import type { DeletionReading } from '../../workflows/hn-net/words.ts';
import type { Reader } from '../reader.ts';
import { takesTurn, tellOnce } from './beside.ts';

/** Cases that one transaction takes. */
const PAGE = 50;

/** The dry run (HN-NET-10.4, 10.6). */
export const readDeletion: Reader<DeletionReading> = async (tx, { caseId }) => {
  const { opening } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { opening: true } });
  const { class: of } = opening as unknown as DataDeletionOpening;
  return { ...(await retentionCount(tx, of)), copies: await backupsOnRecord(tx) };
};

/**
 * Deletes the next page of what was confirmed first; when no more of it may go, the case hears how much went.
 * @returns false if there was nothing to do, or another worker does it
 */
export async function deletionsNext(database: Database, now: Instant): Promise<boolean> {
  const { kind } = dataDeletion;
  const decided = await database.case.findFirst({
    where: { kind, stage: 'DELETING', closedAt: null },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  if (decided === null) return false;
  return database.$transaction(async (tx) => {
    if (!(await takesTurn(tx, 'deletions'))) return false;
    const [page] = await tx.$queryRaw<
      { gone: number }[]
    >`SELECT "delete_retained"(${decided.id}, ${PAGE}::int) AS "gone"`;
    if ((page?.gone ?? 0) > 0) return true;
    const { _count, _sum } = await tx.deletion.aggregate({
      where: { decisionId: decided.id },
      _count: { _all: true },
      _sum: { files: true },
    });
    return tellOnce(
      tx,
      {
        id: `${decided.id}:carriedOut`,
        toCaseId: decided.id,
        action: 'deletionCarriedOut',
        input: { cases: _count._all, files: _sum.files ?? 0 },
        rule: 'HN-NET-10.6',
      },
      now,
    );
  });
}
