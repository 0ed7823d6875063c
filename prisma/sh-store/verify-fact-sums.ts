/** Holds the sums that are kept of the facts of stores against the facts themselves (SH-STORE-07.7, 15.1). */
import type { Database } from '../client.ts';

/** A sum that is not what the facts add up to. */
export interface WrongFactSum {
  /** `store:<id>`. */
  readonly about: string;
  /** A type of facts, or the Shanghai day of completed orders. */
  readonly of: string;
  readonly kept: number | null;
  readonly counted: number | null;
}

/** @returns how many sums were looked at, and those that are wrong or missing; 100 of each kind at most */
export async function verifyFactSums(database: Database): Promise<{ checked: number; wrong: WrongFactSum[] }> {
  const [types, days] = await Promise.all([database.platformEventSum.count(), database.storeOrderDay.count()]);
  const ofTypes = await database.$queryRaw<WrongFactSum[]>`
    SELECT "about", "type" AS "of", k."events" AS kept, f.events AS counted
    FROM "PlatformEventSum" k FULL JOIN (
      SELECT "about", "type", count(*)::int AS events, max("occurredAt") AS latest FROM "PlatformEvent" GROUP BY 1, 2) f
      USING ("about", "type")
    WHERE (k."events", k."latest") IS DISTINCT FROM (f.events, f.latest)
    ORDER BY 1, 2 LIMIT 100`;
  const ofDays = await database.$queryRaw<WrongFactSum[]>`
    WITH completed AS (
      SELECT e."about", e."data" ->> 'orderId' AS "orderId", min(e."occurredAt") AS at
      FROM "PlatformEvent" e JOIN "Store" s ON e."about" = 'store:' || s."id" AND e."occurredAt" >= s."openedAt"
      WHERE e."type" = 'ORDER_COMPLETED' AND e."data" ->> 'orderId' IS NOT NULL GROUP BY 1, 2
    ), counted AS (
      SELECT c."about", to_char(c.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "onDay", count(*)::int AS orders FROM completed c
      WHERE NOT EXISTS (SELECT 1 FROM "PlatformEvent" v WHERE v."about" = c."about" AND v."type" = 'ORDER_VOIDED'
        AND v."data" ->> 'orderId' = c."orderId"
        AND NOT EXISTS (SELECT 1 FROM "PlatformEvent" r WHERE r."about" = v."about" AND r."type" = 'ORDER_REINSTATED'
          AND r."source" = v."source" AND r."sourceId" = v."sourceId" || ':reinstated'))
      GROUP BY 1, 2
    )
    SELECT "about", "onDay" AS "of", k."orders" AS kept, f.orders AS counted
    FROM "StoreOrderDay" k FULL JOIN counted f USING ("about", "onDay")
    WHERE COALESCE(k."orders", 0) <> COALESCE(f.orders, 0)
    ORDER BY 1, 2 LIMIT 100`;
  return { checked: types + days, wrong: [...ofTypes, ...ofDays] };
}
