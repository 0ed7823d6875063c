/** Holds the sums of the days against the ledgers they are kept from (SH-EVAL-10.18). */
import type { Database } from '../client.ts';

/** A sum that is not what the lines of the ledger add up to. */
export interface WrongSum {
  readonly storeId: string;
  readonly onDay: string;
  readonly rule: string;
  readonly kept: number | null;
  readonly added: number | null;
}

/** @returns how many sums were looked at, and those that are wrong or missing; 100 at most */
export async function verifySums(database: Database): Promise<{ checked: number; wrong: WrongSum[] }> {
  const checked = await database.pointsDay.count();
  const wrong = await database.$queryRaw<WrongSum[]>`
    SELECT COALESCE(d."storeId", l."storeId") AS "storeId", COALESCE(d."onDay", l."onDay") AS "onDay", COALESCE(d."rule", l."rule") AS "rule",
      d."net" AS kept, l.net AS added
    FROM "PointsDay" d FULL JOIN (
      SELECT "storeId", "onDay", "rule", SUM("points")::int AS net,
        COALESCE(SUM("points") FILTER (WHERE "points" > 0 AND "recomputationId" IS NULL), 0)::int AS gained,
        COALESCE(SUM("points") FILTER (WHERE "recomputationId" IS NOT NULL), 0)::int AS corrected
      FROM "PointsEntry" GROUP BY 1, 2, 3) l
      ON l."storeId" = d."storeId" AND l."onDay" = d."onDay" AND l."rule" = d."rule"
    WHERE (d."net", d."gained", d."corrected") IS DISTINCT FROM (l.net, l.gained, l.corrected)
    ORDER BY 1, 2, 3 LIMIT 100`;
  return { checked, wrong };
}
