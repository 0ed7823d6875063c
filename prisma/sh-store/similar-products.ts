/** How alike the products of a store are: by name and description, pair of signs by pair of signs, which serves Chinese (SH-STORE-08.8). */
import { diceCoefficient } from 'dice-coefficient';
import type { SimilarPair, SimilarProduct } from '../../workflows/sh-store/words.ts';
import { storeReference } from '../../workflows/sh-store/words.ts';
import type { Transaction } from '../client.ts';

/** A product as it was last handed in, made ready to be compared. */
interface Compared extends SimilarProduct {
  readonly signs: string;
  readonly description: string;
}

/** So much of a description is compared, and so many products are: the latest ones. */
const [COMPARED_SIGNS, MOST_PRODUCTS] = [300, 1_000];
/** Names count for more: a description is often copied in good faith. */
const WEIGHT_OF_NAME = 60;

/** The pairs of a store's products, in review or in the shop, that are at least so alike; at most 200, the most alike first. */
export async function similarProducts(
  database: Transaction,
  storeId: string,
  leastPercent: number,
  /** Only pairs with the product of this case. */
  caseId?: string,
): Promise<SimilarPair[]> {
  const products = await productsOf(database, storeId);
  const pairs = products.flatMap((a, index) =>
    products.slice(index + 1).flatMap((b): SimilarPair[] => {
      if (caseId !== undefined && a.caseId !== caseId && b.caseId !== caseId) return [];
      const score = likeness(a, b, leastPercent);
      return score >= leastPercent ? [{ a: told(a), b: told(b), score }] : [];
    }),
  );
  return pairs.sort((one, other) => other.score - one.score).slice(0, 200);
}

async function productsOf(database: Transaction, storeId: string): Promise<Compared[]> {
  const rows = await database.$queryRaw<(SimilarProduct & { description: string })[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (c."id") c."opening"->>'productId' AS "productId", c."id" AS "caseId", c."openedAt",
        f."data"->'product'->>'name' AS "name", f."data"->'product'->>'description' AS "description"
      FROM "Case" c JOIN "Form" f ON f."caseId" = c."id"
      WHERE c."about" = ${storeReference(storeId)} AND c."kind" = 'productReview' AND c."closedAt" IS NULL
      ORDER BY c."id", f."version" DESC) latest
    ORDER BY "openedAt" DESC, "caseId" LIMIT ${MOST_PRODUCTS}`;
  return rows.map(({ productId, caseId, name, description }) => ({
    ...{ productId, caseId, name },
    signs: comparable(name),
    description: comparable(description).slice(0, COMPARED_SIGNS),
  }));
}

/** Widths, capitals, blanks and punctuation make no difference. */
function comparable(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** In percent; descriptions are not looked at where names alone keep a pair apart. */
function likeness(a: Compared, b: Compared, leastPercent: number): number {
  const byName = WEIGHT_OF_NAME * diceCoefficient(a.signs, b.signs);
  const rest = 100 - WEIGHT_OF_NAME;
  if (byName + rest < leastPercent) return 0;
  return Math.round(byName + rest * diceCoefficient(a.description, b.description));
}

function told({ productId, caseId, name }: Compared): SimilarProduct {
  return { productId, caseId, name };
}
