import type { Database } from '../../prisma/client.ts';
import { instantOf, type Instant } from '../../rules/time/index.ts';

/** The figures of a store as its facts stand now; each is one aggregate of the database (XC-06.3). */
export async function figuresOf(
  database: Database,
  storeId: string,
): Promise<{ orders: number; products: number; decorationPublishedAt: Instant | null }> {
  const [row] = await database.$queryRaw<{ orders: bigint; products: bigint; decorated: Date | null }[]>`
    SELECT
      (SELECT COUNT(DISTINCT c."data"->>'orderId') FROM "PlatformEvent" c WHERE c."storeId" = ${storeId} AND c."type" = 'ORDER_COMPLETED'
        AND NOT EXISTS (SELECT 1 FROM "PlatformEvent" v WHERE v."storeId" = c."storeId" AND v."type" = 'ORDER_VOIDED'
          AND v."data"->>'orderId' = c."data"->>'orderId')) AS orders,
      (SELECT COUNT(*) FROM (
        SELECT DISTINCT ON ("productId") "type" FROM "PlatformEvent" WHERE "storeId" = ${storeId} AND "productId" IS NOT NULL
        ORDER BY "productId", "occurredAt" DESC, "id" DESC) latest WHERE latest."type" = 'PRODUCT_LISTED') AS products,
      (SELECT MIN("occurredAt") FROM "PlatformEvent" WHERE "storeId" = ${storeId} AND "type" = 'DECORATION_PUBLISHED') AS decorated`;
  return {
    orders: Number(row?.orders ?? 0),
    products: Number(row?.products ?? 0),
    decorationPublishedAt: row?.decorated ? instantOf(row.decorated.getTime()) : null,
  };
}
