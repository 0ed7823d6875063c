/** Splitting products to gain points, 四.4: what looks alike is shown with its likeness, a person decides, points are taken back. */
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { defineProcess } from '../../engine/define.ts';
import { endedByClearance } from '../ended-by-clearance.ts';
import { productReview } from '../product-review/contract.ts';
import { productSplitting as contract, type Splitting } from './contract.ts';
import { pairsInWords, productsIn, withPairs } from './pairs.ts';
import { productSplittingSentences } from './sentences.ts';

export const productSplitting = defineProcess(contract, {
  sentences: productSplittingSentences,

  facts: ({ storeId, pairs }) => ({ storeId, pairs: withPairs([], pairs), split: [] }),

  open(step) {
    step.record('SPLITTING_PROPOSED', pairsInWords(step.facts.pairs), {
      clause: 'SH-STORE 四.4',
      requirement: 'SH-STORE-08.7',
    });
    ask(step);
  },

  due: {},

  actions: {
    addPairs(step, { pairs }) {
      step.facts.pairs = withPairs(step.facts.pairs, pairs);
      ask(step);
    },

    confirmSplitting(step, { productIds, reason }) {
      const products = chosen(step, productIds);
      step.facts.split = products.map(({ productId }) => productId);
      step.write('takeBackPoints', {
        storeId: step.facts.storeId,
        productIds: step.facts.split,
        reason: text('经认定为拆分产品，积分冲回', 'found to be split products; points taken back'),
      });
      for (const { caseId } of products) {
        step.tell(caseId, productReview, 'splittingFound', { splittingCaseId: step.state.id, finding: reason });
      }
      const names = products.map(({ name }) => name);
      step.notify('splittingConfirmed', 'provider', { products: names, reason, decidedAt: step.now });
      step.close('CONFIRMED');
    },

    dismissSplitting: (step) => step.close('DISMISSED'),

    ...endedByClearance,
  },
});

/** To the reviewers: the pairs that were seen, with their likeness. */
function ask(step: Splitting): void {
  step.openOrDescribeTask('splittingDecision', { pairs: step.facts.pairs });
}

/** The products named, which must be among those that were seen. */
function chosen(step: Splitting, productIds: readonly string[]) {
  const seen = productsIn(step.facts.pairs);
  const unseen = productIds.filter((id) => seen.every(({ productId }) => productId !== id));
  if (unseen.length > 0) {
    refuse(
      'INVALID_INPUT',
      `本案没有列出这些产品：${unseen.join('、')}。`,
      `The case does not show these products: ${unseen.join(', ')}.`,
      { field: 'productIds', facts: { unseen } },
    );
  }
  return seen.filter(({ productId }) => productIds.includes(productId));
}
