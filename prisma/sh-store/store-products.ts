/** The products of a store as the records have them: reviewed here, or reported by the platform. */
import type { OpenRectification } from '../../rules/sh-store/new-products.ts';
import { instantOf } from '../../rules/time/index.ts';
import { storeReference } from '../../workflows/sh-store/words.ts';
import type { Database, Transaction } from '../client.ts';
import { PRODUCT_LIFE } from './store-figures.ts';

/** How a product of a store stands. */
export interface StoreProduct {
  readonly productId: string;
  /** The case that reviews it; null if none ever did. */
  readonly review: {
    readonly id: string;
    readonly number: string;
    readonly stage: string;
    readonly isOpen: boolean;
  } | null;
  /** Its latest fact since the store was opened, whoever reported it; null if it has none. */
  readonly latestFact: (typeof PRODUCT_LIFE)[number] | null;
}

/** Those of these products that are known in any way. */
export async function knownProducts(
  tx: Transaction,
  storeId: string,
  productIds: readonly string[],
): Promise<Map<string, StoreProduct>> {
  const about = storeReference(storeId);
  const [reviews, facts] = await Promise.all([
    tx.$queryRaw<{ id: string; number: string; productId: string; stage: string; isOpen: boolean }[]>`
      SELECT "id", "number", "opening"->>'productId' AS "productId", "stage", "closedAt" IS NULL AS "isOpen" FROM "Case"
      WHERE "about" = ${about} AND "kind" = 'productReview' AND "opening"->>'productId' = ANY(${[...productIds]})`,
    tx.$queryRaw<{ productId: string; type: (typeof PRODUCT_LIFE)[number] }[]>`
      SELECT DISTINCT ON ("productId") "productId", "type" FROM "PlatformEvent"
      WHERE "about" = ${about} AND "productId" = ANY(${[...productIds]}) AND "type" = ANY(${[...PRODUCT_LIFE]})
        AND "occurredAt" >= (SELECT "openedAt" FROM "Store" WHERE "id" = ${storeId})
      ORDER BY "productId", "occurredAt" DESC, array_position(${[...PRODUCT_LIFE]}, "type") DESC`,
  ]);
  const known = new Map<string, StoreProduct>();
  for (const { productId, type } of facts) known.set(productId, { productId, review: null, latestFact: type });
  for (const { productId, ...review } of reviews) {
    known.set(productId, { productId, review, latestFact: known.get(productId)?.latestFact ?? null });
  }
  return known;
}

/** What these products are called, as their reviews were filed last; one that was never reviewed has no name. */
export async function productNames(
  tx: Transaction,
  storeId: string,
  productIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ productId: string; name: string }[]>`
    SELECT DISTINCT ON (c."opening"->>'productId') c."opening"->>'productId' AS "productId", f."data"->'product'->>'name' AS "name"
    FROM "Case" c JOIN "Form" f ON f."caseId" = c."id"
    WHERE c."about" = ${storeReference(storeId)} AND c."kind" = 'productReview' AND c."opening"->>'productId' = ANY(${[...productIds]})
      AND f."data"->'product'->>'name' IS NOT NULL
    ORDER BY c."opening"->>'productId', c."openedAt" DESC, f."version" DESC`;
  return new Map(rows.map(({ productId, name }) => [productId, name]));
}

/** The rectifications of a store that are open, the oldest first. */
export async function openRectifications(
  database: Database | Transaction,
  storeId: string,
): Promise<OpenRectification[]> {
  const rows = await database.$queryRaw<(Omit<OpenRectification, 'openedAt'> & { openedAt: Date })[]>`
    SELECT c."id", c."number", c."openedAt",
      c."opening"->>'ground' = 'RECT_LATE_SETUP' AND c."stage" = ANY(${['NOTIFIED', 'ESCALATED_TO_CLEARANCE']}) AS "awaitsSetUp",
      COALESCE((r."values"->>'rectification.noNewProducts')::boolean, true) AS "refusesNewProducts"
    FROM "Case" c LEFT JOIN "RuleVersion" r ON r."regime" = c."regime" AND r."version" = c."ruleVersion"
    WHERE c."about" = ${storeReference(storeId)} AND c."kind" = 'rectification' AND c."closedAt" IS NULL
    ORDER BY c."openedAt", c."id"`;
  return rows.map((row) => ({ ...row, openedAt: instantOf(row.openedAt.getTime()) }));
}
