/** Whether stored files are what was stored (HN-NET-10.5): what the check of them has found so far. */
import type { Database } from '../../prisma/client.ts';
import { text } from '../../rules/text.ts';
import { instantOf, momentInWords } from '../../rules/time/index.ts';
import type { HealthLine } from './line.ts';

/** Most files that are named. */
const NAMED = 5;

export async function filesLine(database: Database): Promise<HealthLine> {
  const [check, changed, count] = await Promise.all([
    database.fileCheck.findUnique({ where: { id: 1 } }),
    database.$queryRaw<{ id: string }[]>`
      SELECT "fileId" AS "id" FROM "FileFault" JOIN "File" ON "File"."id" = "fileId" ORDER BY "foundAt", "fileId" LIMIT ${NAMED}`,
    database.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS "n" FROM "FileFault" JOIN "File" ON "File"."id" = "fileId"`,
  ]);
  const n = count[0]?.n ?? 0;
  if (n > 0) {
    const ids = changed.map(({ id }) => id).join(', ');
    return {
      ...{ part: 'files', state: 'BAD' },
      summary: text(
        `有 ${n} 个存储的文件与存入时的校验值不符：${ids}。`,
        `Stored files that are not what was stored: ${n} (${ids}).`,
      ),
      todo: text(
        '请查明原因，用备份核对并恢复这些文件；在此之前这些文件不提供下载。',
        'Find out why, and bring them back from a backup; until then they are not handed out.',
      ),
    };
  }
  if (check?.finishedAt == null)
    return {
      ...{ part: 'files', state: 'GOOD', todo: null },
      summary: text('存储的文件正在首次核对。', 'Stored files are being looked at for the first time.'),
    };
  const at = momentInWords(instantOf(check.finishedAt.getTime()));
  return {
    ...{ part: 'files', state: 'GOOD', todo: null },
    summary: text(
      `存储的文件 ${check.checkedAll} 个，于 ${at.zh} 核对完毕，均与存入时相同。`,
      `Stored files: ${check.checkedAll}, all as they were stored when they were looked at, ${at.en}.`,
    ),
  };
}
