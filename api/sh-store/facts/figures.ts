import type { Database } from '../../../prisma/client.ts';
import { completedOrders, listedProducts } from '../../../prisma/sh-store/store-figures.ts';
import { storeReference } from '../../../workflows/sh-store/words.ts';
import { instantOf, type Instant } from '../../../rules/time/index.ts';

/** The figures of a store as its facts stand now; each is one aggregate of the database (XC-06.3). */
export async function figuresOf(
  database: Database,
  storeId: string,
): Promise<{ orders: number; products: number; decorationPublishedAt: Instant | null }> {
  const [orders, products, decoration] = await Promise.all([
    completedOrders(database, storeId),
    listedProducts(database, storeId),
    database.$queryRaw<{ at: Date | null }[]>`
      SELECT MIN(e."occurredAt") AS at FROM "PlatformEvent" e JOIN "Store" s ON s."id" = ${storeId} AND e."occurredAt" >= s."openedAt"
      WHERE e."about" = ${storeReference(storeId)} AND e."type" = 'DECORATION_PUBLISHED'`,
  ]);
  const decorated = decoration[0]?.at ?? null;
  return { orders, products, decorationPublishedAt: decorated === null ? null : instantOf(decorated.getTime()) };
}
