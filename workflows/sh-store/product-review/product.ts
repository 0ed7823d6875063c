/** What a product as it was handed in means for its review. */
import type { ClaimSubject } from '../../../rules/sh-store/product-opinions.ts';
import type { ProductInReview } from './contract.ts';
import type { ProductForm } from './input.ts';

/** Its name, and the subjects of claims without evidence, each once. */
export function productOf({ name, claims }: ProductForm): ProductInReview {
  const unproven = claims.filter(({ fileIds }) => fileIds.length === 0).map(({ subject }) => subject);
  return { name, unprovenClaims: [...new Set<ClaimSubject>(unproven)] };
}
