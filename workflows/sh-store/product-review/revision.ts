/** A product goes back to the store: the time to revise, what its silence means, and what follows from a refusal (SH-STORE-08.6, 08.7). */
import { refuse } from '../../../rules/refusal.ts';
import { leadsToRectification, productOpinions, type GivenOpinion } from '../../../rules/sh-store/product-opinions.ts';
import { entry } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { rectification } from '../rectification/contract.ts';
import type { Review } from './contract.ts';
import { takePointsBack, toldOpinions, writeFact } from './shelf.ts';

/** Returns the product with opinions and a time to revise it; one in the shop is taken off. */
export function giveBack(step: Review, opinions: readonly GivenOpinion[], reason: string): void {
  const takenOff = step.facts.listedVersion !== null;
  const unearned = opinions.find(({ issue }) => productOpinions[issue].takesPointsBack);
  if (takenOff && unearned !== undefined) takePointsBack(step, unearned.issue);
  writeFact(step, takenOff ? 'PRODUCT_DELISTED' : 'PRODUCT_RETURNED');
  step.facts.listedVersion = null;
  step.facts.opinions = [...new Set(opinions.map(({ issue }) => issue))];
  step.facts.limitPassedAt = null;
  step.closeTask('productReview');
  step.closeTask('refusalQuestion');
  step.cancelDeadline('revision');
  step.moveTo('RETURNED');
  step.startDeadline('revision', step.workingDays('product.revisionDays'));
  const { product } = step.facts;
  step.notify(
    'productReturned',
    'provider',
    { product: product.name, opinions: toldOpinions(opinions), reason, takenOff },
    ['revision'],
  );
}

/** The time has run out. Whether the silence is a refusal is for a person to say (SH-STORE-08.6, XC-05.2). */
export function askWhetherRefused(step: Review): void {
  const { product, opinions } = step.facts;
  step.facts.limitPassedAt = step.now;
  step.openTask('refusalQuestion', {
    product: product.name,
    opinions: opinions.map((code) => productOpinions[code].title),
    leadsToRectification: leadsToRectification(opinions),
  });
}

export function limitHasPassed({ facts: { limitPassedAt } }: Review): void {
  if (limitPassedAt !== null) return;
  refuse(
    'NOT_NOW',
    '修改期限尚未届满，店铺仍可提交修改。',
    'The time to revise has not run out; the store may still hand the revision in.',
  );
}

/** The store has revised, or need not any more. */
export function endRevision(step: Review): void {
  step.meetDeadline('revision');
  step.closeTask('refusalQuestion');
  step.facts.opinions = [];
  step.facts.limitPassedAt = null;
}

/** Rectification for content, of this product alone. */
export function openRectification(step: Review, finding: string): void {
  const { productId, product, opinions } = step.facts;
  const { name } = product;
  step.open(rectification, {
    ground: 'RECT_CONTENT_REFUSAL',
    originCaseId: step.state.id,
    products: [{ productId, name, caseId: step.state.id }],
    facts: [
      entry(text('产品', 'Product'), name),
      ...opinions.map((code) => entry(text('问题', 'What is wrong'), productOpinions[code].title)),
      entry(text('认定', 'Found'), finding),
    ],
    corrections: [
      text(`按退回意见修改产品“${name}”，或者将其下架`, `Revise the product “${name}” as was asked, or take it off`),
    ],
  });
}
