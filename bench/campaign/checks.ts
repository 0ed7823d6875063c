/** No entry is missing, and none is doubled: counted in the records after a campaign, exactly. */
import type { Database } from '../../prisma/client.ts';
import { verifyChains } from '../../prisma/verify-chains.ts';
import { registers } from '../../workflows/sh-eval/words.ts';
import { about, POINTS_OF_THE_YEAR } from './entries.ts';

/** What a campaign must have come to. */
export interface Expected {
  readonly entries: number;
  /** Entries that were handed in before the cut-off; all others are late. */
  readonly handedIn: number;
}

/** What was found, each with how often; all of it must be 0. */
export async function faultsOf(
  database: Database,
  { entries, handedIn }: Expected,
): Promise<Readonly<Record<string, number>>> {
  const [counted] = await database.$queryRaw<[Record<string, number>]>`
    WITH entry AS (SELECT * FROM "Case" WHERE "kind" = 'assessmentEntry' AND "about" = ${about}),
      lines AS (SELECT e."caseId", e."type" FROM "TimelineEvent" e JOIN entry ON entry."id" = e."caseId")
    SELECT abs(${entries}::int - (SELECT count(*)::int FROM entry)) AS "entries too many or too few",
      abs(${handedIn}::int - (SELECT count(*)::int FROM entry WHERE "outcome" = 'PUBLISHED')) AS "results too many or too few",
      abs(${entries - handedIn}::int - (SELECT count(*)::int FROM entry WHERE "outcome" = 'LATE_REFUSED')) AS "late entries too many or too few",
      (SELECT count(*)::int FROM (SELECT "subject" FROM entry GROUP BY 1 HAVING count(*) > 1) d) AS "institutions entered twice",
      (SELECT count(*)::int FROM (SELECT FROM lines WHERE "type" IN ('CASE_OPENED', 'ENTRY_SUBMITTED', 'GRADE_SET', 'RESULT_PUBLISHED')
        GROUP BY "caseId", "type" HAVING count(*) > 1) d) AS "lines twice",
      (SELECT count(*)::int FROM entry e JOIN "RegisterEntry" r ON r."party" = e."subject" AND r."register" = ${registers.institutions}
        WHERE e."outcome" = 'LATE_REFUSED') AS "late entries on the list",
      (SELECT count(*)::int FROM entry e WHERE e."outcome" = 'PUBLISHED' AND NOT EXISTS (
        SELECT FROM "RegisterEntry" r WHERE r."party" = e."subject" AND r."register" = ${registers.institutions} AND r."status" = 'LISTED'))
        AS "results missing on the list",
      (SELECT count(*)::int FROM entry e LEFT JOIN "Store" s ON s."creditCode" = e."subject" WHERE e."outcome" = 'PUBLISHED'
        AND (e."state" -> 'facts' -> 'points' -> 'fixed' ->> 'year')::int IS DISTINCT FROM CASE WHEN s."id" IS NULL THEN 0
          ELSE ${POINTS_OF_THE_YEAR}::int END) AS "points of the year that are wrong",
      (SELECT count(*)::int FROM entry e WHERE e."outcome" = 'PUBLISHED' AND NOT (SELECT count(*) > 0 AND count(*) = count(DISTINCT n."recipientEmail")
        FROM "Notice" n WHERE n."caseId" = e."id" AND n."template" = 'resultPublished')) AS "results told not at all or twice"`;
  const { broken } = await verifyChains(database);
  return { ...counted, 'chains broken': broken.length };
}
