/** Which stores may be recommended and which are shown on the home page (SH-STORE-16), as the records stand now. */
import { dayOf, startOfDay, type Instant } from '../../rules/time/index.ts';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/** A store and its balance. */
export interface StoreWithPoints {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string;
  readonly region: string;
  readonly points: number;
}

/** What brings a store on the shortlist, and from where the page goes on. */
export interface Shortlist {
  /** Ids of the stores that are looked at, as a condition on the row `s`. */
  readonly within: Prisma.Sql;
  readonly threshold: number;
  readonly pointsAYear: number;
  readonly now: Instant;
  readonly after: readonly [points: number, id: string] | null;
  readonly limit: number;
}

/**
 * Stores from a number of points that are open, not being cleared, under no rectification, and against which no complaint was upheld in the calendar
 * year (SH-STORE-16.4), the most points first. Anniversaries count whether they are booked yet or not.
 */
export async function shortlistOf(database: Transaction, shortlist: Shortlist): Promise<StoreWithPoints[]> {
  const { within, threshold, pointsAYear, now, after, limit } = shortlist;
  const today = dayOf(now);
  const year = new Date(startOfDay(`${today.slice(0, 4)}-01-01`));
  return database.$queryRaw<StoreWithPoints[]>`
    SELECT * FROM (
      SELECT s."id", s."name", s."creditCode", s."region",
        (COALESCE(l.net, 0) + ${pointsAYear}::int * (${fullYears(today)} - ${fullYears(Prisma.sql`GREATEST(l.anniversary, ${OPENED_ON})`)}))::int AS points
      FROM "Store" s LEFT JOIN LATERAL (
        SELECT SUM("net") AS net, MAX("onDay") FILTER (WHERE "rule" = 'COMPANY_YEARS') AS anniversary
        FROM "PointsDay" d WHERE d."storeId" = s."id") l ON true
      WHERE ${within} AND ${OPEN_AND_IN_ORDER}
        AND NOT EXISTS (SELECT 1 FROM "Case" c WHERE c."about" = 'store:' || s."id" AND c."kind" = 'storeComplaint'
          AND c."outcome" = 'UPHELD' AND c."state"#>>'{facts,finding,responsible}' = 'STORE'
          AND (c."state"#>>'{facts,finding,decidedAt}')::timestamptz >= ${year})) listed
    WHERE points >= ${threshold} AND ${after === null ? Prisma.sql`true` : Prisma.sql`(points, "id") < (${after[0]}, ${after[1]})`}
    ORDER BY points DESC, "id" DESC LIMIT ${limit}`;
}

/** Stores that are recommended with publicity, as long as they are open, not being cleared and under no rectification (SH-STORE-16.3). */
export async function publicisedStores(
  database: Transaction,
  storeId?: string,
): Promise<{ readonly id: string; readonly name: string; readonly since: Date }[]> {
  return database.$queryRaw`
    SELECT s."id", s."name", MIN(c."openedAt") AS since
    FROM "Case" c JOIN "Store" s ON c."about" = 'store:' || s."id"
    WHERE c."kind" = 'storeRecommendation' AND c."stage" = 'PUBLICISED' AND c."closedAt" IS NULL
      AND ${storeId === undefined ? Prisma.sql`true` : Prisma.sql`s."id" = ${storeId}`} AND ${OPEN_AND_IN_ORDER}
    GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT 200`;
}

/** The clearance of a store is confirmed before it is taken offline. */
const OPEN_AND_IN_ORDER = Prisma.sql`s."status" <> 'CLEARED' AND s."clearingSince" IS NULL AND s."offlineAt" IS NULL AND NOT EXISTS (
  SELECT 1 FROM "Case" r WHERE r."about" = 'store:' || s."id" AND r."kind" = 'rectification' AND r."closedAt" IS NULL)`;

const OPENED_ON = Prisma.sql`to_char(s."openedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`;

/** The full years of a store's company on a day, as `fullYears` of the rules reckons them: 29 February falls on the 28th. */
function fullYears(day: string | Prisma.Sql): Prisma.Sql {
  const on = typeof day === 'string' ? Prisma.sql`${day}::date` : Prisma.sql`(${day})::date`;
  const years = Prisma.sql`(EXTRACT(YEAR FROM ${on}) - EXTRACT(YEAR FROM s."establishedOn"::date))::int`;
  return Prisma.sql`GREATEST(0, ${years} - CASE WHEN s."establishedOn"::date + make_interval(years => ${years}) > ${on} THEN 1 ELSE 0 END)`;
}
