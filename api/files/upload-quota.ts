/**
 * How much an account may upload. An upload counts before it is looked at, since looking costs too; it goes on to count as a file that is
 * kept, or, refused, for a day.
 */
import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../../prisma/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { UNUSED_DAYS } from './kept-files.ts';

/** What each file and each attempt counts at least: a row of its own costs, too, however small the file is. */
const LEAST_BYTES = 16_384;

/** Hours for which an upload that was refused counts. */
export const REFUSED_HOURS = 24;

/**
 * Counts an upload of `size` bytes.
 * @returns id of the attempt, to be forgotten once the file is kept
 * @throws Refusal LIMIT_REACHED if files and attempts of the account would come to more than `quota` bytes
 */
export async function countAttempt(database: Database, ownerId: string, size: number, quota: number): Promise<string> {
  const id = `upl-${randomUUID()}`;
  await database.$transaction(async (tx) => {
    // One at a time for an account, so that two cannot both take what is left.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`files:${ownerId}`}, 0))`;
    const { kept, refused } = await usedBy(tx, ownerId);
    if (kept + refused + Math.max(size, LEAST_BYTES) > quota) refuseFull(kept, refused, quota);
    await tx.uploadAttempt.create({ data: { id, ownerId, size }, select: { id: true } });
  });
  return id;
}

/** Forgets an attempt: the file is kept and counts itself, or it was not looked at for a reason that is not the caller's. */
export async function forgetAttempt(tx: Transaction, id: string): Promise<void> {
  await tx.uploadAttempt.deleteMany({ where: { id } });
}

/** Forgets attempts that count no longer, by the database's clock. */
export async function purgeAttempts(database: Database): Promise<void> {
  await database.$executeRaw`
    DELETE FROM "UploadAttempt" WHERE "at" < now() - make_interval(hours => ${REFUSED_HOURS}::int)`;
}

async function usedBy(tx: Transaction, ownerId: string): Promise<{ kept: number; refused: number }> {
  const [used] = await tx.$queryRaw<{ kept: number; refused: number }[]>`
    SELECT
      (SELECT coalesce(sum(greatest("size", ${LEAST_BYTES}::int)), 0) FROM "File" WHERE "ownerId" = ${ownerId})::float8 AS kept,
      (SELECT coalesce(sum(greatest("size", ${LEAST_BYTES}::int)), 0) FROM "UploadAttempt"
        WHERE "ownerId" = ${ownerId} AND "at" >= now() - make_interval(hours => ${REFUSED_HOURS}::int))::float8 AS refused`;
  return used ?? { kept: 0, refused: 0 };
}

function refuseFull(kept: number, refused: number, quota: number): never {
  const [has, tried, may] = [kept, refused, quota].map((bytes) => Math.floor(bytes / 1_048_576));
  refuse(
    'LIMIT_REACHED',
    `您的账户已存有 ${has} MB 文件，上限为 ${may} MB；最近 ${REFUSED_HOURS} 小时内未被接受的上传（${tried} MB）也计入。请压缩后再上传；未被使用的文件在 ${UNUSED_DAYS} 天后自动删除，也可请管理员提高上限。`,
    `Your account holds ${has} MB of files; it may hold ${may} MB, and uploads that were refused (${tried} MB) count for ${REFUSED_HOURS} hours. Upload a smaller file; files that nothing uses are removed after ${UNUSED_DAYS} days, and an administrator can raise the limit.`,
    { field: 'file', facts: { used: kept + refused, quota } },
  );
}
