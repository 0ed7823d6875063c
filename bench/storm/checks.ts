/** Nothing early, nothing lost, nothing twice: counted in the records after a storm, exactly. */
import type { Database } from '../../prisma/client.ts';
import { verifyChains } from '../../prisma/verify-chains.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { MailSink } from '../mail-sink.ts';
import { decisionsOnRecord, type Decisions } from './decisions.ts';

/** What was found, each with how often; all of it must be 0. */
export type Faults = Readonly<Record<string, number>>;

interface Storm {
  readonly database: Database;
  readonly mail: MailSink;
  readonly cases: number;
  readonly midnight: Instant;
  /** Decisions made in quiet and in the storm, and where their cases stood before. */
  readonly decisions: readonly Decisions[];
  readonly revisionsBefore: ReadonlyMap<string, number>;
}

export async function faultsOf(storm: Storm): Promise<Faults> {
  const { database, mail, cases, midnight } = storm;
  const [lines] = await database.$queryRaw<[Record<string, number>]>`
    SELECT
      (SELECT count(*)::int FROM "TimelineEvent" e JOIN "Case" c ON c."id" = e."caseId"
        WHERE c."kind" = 'storeSetup' AND e."revision" > 1 AND e."at" < ${midnight}::timestamptz) AS "lines before midnight",
      (SELECT count(*)::int FROM "Case" WHERE "kind" = 'rectification' AND "openedAt" < ${midnight}::timestamptz)
        AS "rectifications before midnight",
      (SELECT count(*)::int FROM "Case" WHERE "kind" = 'storeSetup' AND "stage" <> 'SETUP_LATE_RECTIFICATION')
        AS "set-ups without their line",
      (SELECT count(*)::int FROM (SELECT FROM "TimelineEvent" e JOIN "Case" c ON c."id" = e."caseId"
        WHERE c."kind" IN ('storeSetup', 'rectification') AND e."revision" IS NOT NULL
        GROUP BY e."caseId", e."type", e."title", e."detail" HAVING count(*) > 1) d) AS "lines twice",
      (SELECT count(*)::int FROM (SELECT FROM "TimelineEvent" WHERE "revision" IS NOT NULL
        GROUP BY "caseId", "revision" HAVING max("seq") - min("seq") + 1 <> count(*)) d) AS "revisions whose lines are apart"`;
  const [follow] = await database.$queryRaw<[Record<string, number>]>`
    WITH child AS (SELECT s."id", count(r."id") AS "count" FROM "Case" s LEFT JOIN "Case" r
      ON r."parentId" = s."id" AND r."kind" = 'rectification' WHERE s."kind" = 'storeSetup' GROUP BY s."id")
    SELECT count(*) FILTER (WHERE "count" = 0)::int AS "set-ups without a rectification",
      count(*) FILTER (WHERE "count" > 1)::int AS "set-ups with several rectifications",
      abs(${cases} - count(*))::int AS "set-ups too many or too few",
      (SELECT count(*)::int FROM "Case" c WHERE c."kind" = 'rectification'
        AND NOT EXISTS (SELECT FROM "Notice" n WHERE n."caseId" = c."id")) AS "rectifications without a notice",
      (SELECT count(*)::int FROM "Notice" WHERE "status" <> 'SENT' AND "status" <> 'CANCELLED') AS "notices not sent"
    FROM child`;
  const { broken } = await verifyChains(database);
  const { lost, answeredTwice, unknown } = await decisionsOnRecord(database, storm.revisionsBefore, storm.decisions);
  const unanswered = storm.decisions.flatMap((one) => Object.values(one.unanswered));
  const mayBeUnknown = unanswered.reduce((sum, count) => sum + count, 0);
  const arrived = await mail.arrived();
  const sent = await database.notice.count({ where: { status: 'SENT', channel: 'EMAIL' } });
  return {
    ...lines,
    ...follow,
    'chains broken': broken.length,
    'answered decisions not on record': lost,
    'decisions answered with the same revision': answeredTwice,
    'decisions on record that nobody made': Math.max(0, unknown - mayBeUnknown),
    'decisions unanswered': mayBeUnknown,
    'mails lost': Math.max(0, sent - arrived.different),
    'mails twice': arrived.mails - arrived.different,
  };
}
