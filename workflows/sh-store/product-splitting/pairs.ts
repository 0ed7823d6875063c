/** Pairs of products that are alike. */
import { listed } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { SimilarPair, SimilarProduct } from '../words.ts';

/** What was seen, the most alike first: “甲”与“乙”相似度 86%. */
export function pairsInWords(pairs: readonly SimilarPair[]): Text {
  return listed(
    [...pairs]
      .sort((a, b) => b.score - a.score)
      .map(({ a, b, score }) =>
        text(`“${a.name}”与“${b.name}”相似度 ${score}%`, `“${a.name}” and “${b.name}” are alike to ${score} %`),
      ),
  );
}

/** Both without a pair twice, whichever product stands first; what was seen last counts. */
export function withPairs(known: readonly SimilarPair[], added: readonly SimilarPair[]): SimilarPair[] {
  const keyOf = ({ a, b }: SimilarPair) => [a.productId, b.productId].sort().join('\n');
  return [...new Map([...known, ...added].map((pair) => [keyOf(pair), pair])).values()];
}

/** The products of pairs, each once. */
export function productsIn(pairs: readonly SimilarPair[]): SimilarProduct[] {
  return [...new Map(pairs.flatMap(({ a, b }) => [a, b]).map((product) => [product.productId, product])).values()];
}
