/** What the records say of the health of the platform: mail that waits or failed, deadlines that are late, and how large they are. */
import { statfs } from 'node:fs/promises';
import type { Database } from '../../prisma/client.ts';
import { text } from '../../rules/text.ts';
import { epochMs, type Instant } from '../../rules/time/index.ts';
import type { HealthLine } from './line.ts';

/** Mail that has waited for longer is not merely on its way. */
const MAIL_WAITS_MS = 10 * 60_000;
/** A deadline that passed so long ago has been carried out, unless something stands still. */
const CARRIED_OUT_WITHIN_MS = 5 * 60_000;
const LOOKS_BACK_MS = 30 * 86_400_000;

interface MailRow {
  readonly waiting: bigint;
  readonly failed: bigint;
  readonly outages: bigint;
  readonly oldest: Date | null;
}

/** The outbox: by the machine's clock, which tries go by. */
export async function mailLine(database: Database): Promise<HealthLine> {
  const [row] = await database.$queryRaw<MailRow[]>`
    SELECT count(*) FILTER (WHERE "status" IN ('PLANNED', 'SENDING')) AS waiting,
           count(*) FILTER (WHERE "status" = 'FAILED' AND "reachedAt" IS NULL) AS failed,
           count(*) FILTER (WHERE "status" IN ('PLANNED', 'SENDING') AND "outages" > 0) AS outages,
           min("nextAttemptAt") FILTER (WHERE "status" IN ('PLANNED', 'SENDING')) AS oldest
    FROM "Notice" WHERE "channel" = 'EMAIL' AND "status" IN ('PLANNED', 'SENDING', 'FAILED')`;
  const [waiting, failed, outages] = [Number(row?.waiting), Number(row?.failed), Number(row?.outages)];
  const isStuck = row?.oldest != null && row.oldest.getTime() < Date.now() - MAIL_WAITS_MS;
  const since = row?.oldest == null ? null : Math.max(0, Math.round((Date.now() - row.oldest.getTime()) / 60_000));
  const summary = text(
    `待发邮件 ${waiting} 封${since === null ? '' : `，最早的已等待 ${since} 分钟`}；未送达且尚未另行联系的 ${failed} 封。`,
    `Mails that wait: ${waiting}${since === null ? '' : `, the oldest for ${since} minutes`}; undelivered, and nobody reached otherwise: ${failed}.`,
  );
  if (isStuck || outages > 0)
    return {
      ...{ part: 'mail', state: 'BAD', summary },
      todo: text(
        '邮件服务器连接不上或发送停滞：请检查 SMTP_URL 所指的服务器和工作进程。',
        'The mail server cannot be reached, or nothing is sent: look at the server of SMTP_URL and at the workers.',
      ),
    };
  return {
    ...{ part: 'mail', state: failed > 0 ? 'WARNING' : 'GOOD', summary },
    todo:
      failed > 0
        ? text(
            '请更正收件地址，或由经办人另行联系。',
            'Put the addresses right, or have the officers reach the people otherwise.',
          )
        : null,
  };
}

interface LateRow {
  readonly standing: bigint;
  readonly passed: bigint;
  readonly worst: number | null;
}

/** Whether what is due has been carried out: by the clock of the stack. */
export async function deadlineLine(database: Database, now: Instant): Promise<HealthLine> {
  const at = epochMs(now);
  const [settled, from, until] = [new Date(at - CARRIED_OUT_WITHIN_MS), new Date(at - LOOKS_BACK_MS), new Date(at)];
  const [row] = await database.$queryRaw<LateRow[]>`
    SELECT count(*) FILTER (WHERE d."status" = 'OPEN' AND d."dueAt" <= ${settled} AND c."wakeAt" <= ${settled}) AS standing,
           count(*) FILTER (WHERE d."status" = 'PASSED') AS passed,
           max(extract(epoch FROM d."endedAt" - d."dueAt") * 1000) FILTER (WHERE d."status" = 'PASSED')::float8 AS worst
    FROM "Deadline" d JOIN "Case" c ON c."id" = d."caseId"
    WHERE d."dueAt" > ${from} AND d."dueAt" <= ${until} AND d."status" IN ('OPEN', 'PASSED') AND (c."closedAt" IS NULL OR d."status" = 'PASSED')`;
  const [standing, passed] = [Number(row?.standing), Number(row?.passed)];
  const seconds = Math.max(0, Math.round((row?.worst ?? 0) / 1_000));
  return {
    part: 'deadlines',
    state: standing > 0 ? 'BAD' : 'GOOD',
    summary: text(
      `近 30 日届满期限 ${passed} 个，最迟晚 ${seconds} 秒办理；届满逾 5 分钟仍未办理的 ${standing} 个。`,
      `Deadlines that passed in 30 days: ${passed}, carried out ${seconds} seconds late at most; not carried out five minutes after they passed: ${standing}.`,
    ),
    todo:
      standing > 0
        ? text('请确认工作进程在运行，并查看其日志。', 'See that a worker is running, and look into its log.')
        : null,
  };
}

/** How large the records are. */
export async function databaseLine(database: Database): Promise<HealthLine> {
  const [row] = await database.$queryRaw<{ bytes: bigint; cases: bigint }[]>`
    SELECT pg_database_size(current_database()) AS bytes, (SELECT count(*) FROM "Case") AS cases`;
  const size = inMegabytes(Number(row?.bytes));
  return {
    ...{ part: 'database', state: 'GOOD', todo: null },
    summary: text(`数据库 ${size} MB，案件 ${row?.cases} 件。`, `The database has ${size} MB; cases: ${row?.cases}.`),
  };
}

/** What is free where the API runs. @param folder on the disk that is looked at */
export async function diskLine(folder: string): Promise<HealthLine> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const free = Math.round((bavail / blocks) * 100);
  const state = free < 5 ? 'BAD' : free < 15 ? 'WARNING' : 'GOOD';
  const left = inMegabytes(bavail * bsize);
  return {
    ...{ part: 'disk', state },
    summary: text(`API 所在磁盘可用 ${left} MB（${free}%）。`, `Free on the disk of the API: ${left} MB (${free} %).`),
    todo:
      state === 'GOOD'
        ? null
        : text(
            '请清理磁盘或扩容；写满后将不能受理文件。',
            'Make room or add some: on a full disk no file can be taken in.',
          ),
  };
}

function inMegabytes(bytes: number): string {
  return Math.round(bytes / 1_048_576).toLocaleString('en-US');
}
