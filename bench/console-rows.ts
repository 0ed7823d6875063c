/** A platform as the console meets it after years: ten thousand open tasks, and a case of a thousand lines. */
import type { Database } from '../prisma/client.ts';
import { stepOf } from './floor/steps.ts';

/** The moment of the answers. */
export const NOW = '2025-09-26T10:00:00.000+08:00';

/** Open applications with a task each; half of them are due, before and after the moment of the answers. */
export async function addTasks(database: Database, count: number): Promise<void> {
  await database.$executeRaw`
    INSERT INTO "Case" ("id", "number", "kind", "regime", "stage", "subject", "title", "bodyId", "region", "ruleVersion", "calendarVersion", "revision",
      "openedAt", "opening", "timelineLength", "workflowStarted")
    SELECT 'many-' || n, '测申' || n, 'storeApplication', 'SH_STORE', 'PRELIM_REVIEW', 'many-' || n, '某某企业服务有限公司' || n, 'sh-centre', 'SH', 1, 1, 1,
      ${NOW}::timestamptz - n * interval '1 minute', '{}', 0, true FROM generate_series(1, ${count}::int) n`;
  await database.$executeRaw`
    INSERT INTO "CaseBody" ("caseId", "bodyId", "region")
    SELECT 'many-' || n, 'sh-centre', 'SH' FROM generate_series(1, ${count}::int) n`;
  await database.$executeRaw`
    INSERT INTO "Task" ("id", "caseId", "name", "entry", "role", "bodyId", "region", "openedAt", "dueAt")
    SELECT 'task-' || n, 'many-' || n, 'preliminaryReview', 1, 'reviewer', 'sh-centre', 'SH', ${NOW}::timestamptz - n * interval '1 minute',
      CASE WHEN n % 2 = 0 THEN ${NOW}::timestamptz + (n - ${count / 2}::int) * interval '1 hour' END FROM generate_series(1, ${count}::int) n`;
  await database.$executeRaw`ANALYZE`;
}

/** One case with so many lines. */
export async function addLines(database: Database, count: number): Promise<void> {
  const [line] = stepOf('model', 0).lines;
  await database.$executeRaw`
    INSERT INTO "TimelineEvent"
    SELECT r.* FROM generate_series(1, ${count}::int) s,
      jsonb_populate_record(NULL::"TimelineEvent", ${JSON.stringify(line)}::jsonb || jsonb_build_object('caseId', 'many-1', 'seq', s)) r`;
}
