/** What a step of a review means for the shop: the facts of the product and its points, and what is told to whom (SH-STORE-08). */
import { listed, remarked } from '../../../rules/phrases.ts';
import { refuse } from '../../../rules/refusal.ts';
import { claimSubjects, productOpinions, type GivenOpinion } from '../../../rules/sh-store/product-opinions.ts';
import { text } from '../../../rules/text.ts';
import type { ShStoreWrites } from '../words.ts';
import type { Review } from './contract.ts';
import type { ProductForm } from './input.ts';
import type { ToldOpinion } from './notices.ts';
import { productOf } from './product.ts';

/** Writes what has become of the product as a fact of the store, with its points; the store's other cases hear of it. */
export function writeFact(step: Review, type: ShStoreWrites['productFact']['type']): void {
  const { storeId, productId } = step.facts;
  step.write('productFact', { storeId, productId, type });
}

/** Takes the points back that the product has brought, naming this case; the lines remain (SH-STORE-08.8). */
export function takePointsBack(step: Review, opinion: keyof typeof productOpinions): void {
  const { storeId, productId } = step.facts;
  const { title } = productOpinions[opinion];
  step.write('takeBackPoints', {
    storeId,
    productIds: [productId],
    reason: text(`${title.zh}，积分冲回`, `${title.en}; points taken back`),
  });
}

/** The store has handed in the product anew: the next version of the form; earlier ones stay. */
export function takeVersion(step: Review, product: ProductForm): void {
  if (step.actor.kind !== 'person') throw new Error('Only people hand in products.');
  step.write('form', { changes: { product }, filedById: step.actor.id });
  step.facts.version += 1;
  step.facts.product = productOf(product);
}

/** To the reviewers: what is to be reviewed. */
export function askForReview(step: Review): void {
  const { product, version, listedVersion } = step.facts;
  step.openOrDescribeTask('productReview', {
    product: product.name,
    version,
    listedVersion,
    unprovenClaims: product.unprovenClaims.map((subject) => claimSubjects[subject]),
  });
}

/** A claim without evidence is not let into the shop (SH-STORE-08.2). */
export function claimsAreProven({ facts: { product } }: Review): void {
  if (product.unprovenClaims.length === 0) return;
  const { zh, en } = listed(product.unprovenClaims.map((subject) => claimSubjects[subject]));
  refuse(
    'CONDITION_NOT_MET',
    `产品关于${zh}的宣传未附证据，不能上架；请依据《办法》三.1 退回修改。`,
    `The product makes claims without evidence (${en}) and cannot be listed; return it under 三.1 of the Measures.`,
    { facts: { requirement: 'SH-STORE-08.2', subjects: product.unprovenClaims } },
  );
}

export function toldOpinions(opinions: readonly GivenOpinion[]): ToldOpinion[] {
  return opinions.map(({ issue, finding }) => {
    const { title, clause } = productOpinions[issue];
    return { title, clause, finding };
  });
}

/** Opinions on one line: 超出经营范围（…）、…. */
export function opinionsInWords(opinions: readonly GivenOpinion[]) {
  return listed(opinions.map(({ issue, finding }) => remarked(productOpinions[issue].title, finding)));
}
