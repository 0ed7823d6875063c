import { text } from '../../../rules/text.ts';
import { handling } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { clearanceReversed, STORE_CLEARED, storeCleared } from '../ended-by-clearance.ts';
import { contract, institution, type SimilarPair } from '../words.ts';
import type { ProductSplittingInputs } from './input.ts';
import { productSplittingNotices } from './notices.ts';

export interface ProductSplittingOpening {
  readonly storeId: string;
  /** What was seen: two products each, with how alike they are. */
  readonly pairs: readonly SimilarPair[];
}

export interface ProductSplittingFacts {
  readonly storeId: string;
  pairs: readonly SimilarPair[];
  /** Ids of the products that were found to be split. */
  split: readonly string[];
}

const decision = {
  by: [handling('reviewer')],
  at: ['PROPOSED'],
  task: 'splittingDecision',
  adverse: true,
  clause: 'SH-STORE 四.4',
} as const;

/** Products of a store that look like one product split to gain points: proposed by the system, decided by a person (SH-STORE-08.7, 08.8). */
export const productSplitting = contract<{
  opening: ProductSplittingOpening;
  facts: ProductSplittingFacts;
  inputs: ProductSplittingInputs;
}>()({
  kind: 'productSplitting',
  prefix: 'spl',
  mark: '拆分',
  title: text('产品拆分核查', 'Examination of split products'),
  parties: { provider: institution },
  oneAtATime: { adds: 'addPairs' },
  stages: { PROPOSED: text('疑似拆分，待认定', 'Perhaps split, to be decided') },
  outcomes: {
    CONFIRMED: text('认定拆分', 'Found to be split'),
    DISMISSED: text('不属于拆分', 'Not split'),
    STORE_CLEARED,
  },
  notices: productSplittingNotices,
  tasks: {
    splittingDecision: { title: text('认定产品是否拆分', 'Decide whether products were split'), role: 'reviewer' },
  },
  deadlines: {},
  actions: {
    confirmSplitting: {
      title: text('认定产品拆分', 'Find that products were split'),
      done: text('认定以骗取积分为目的拆分产品', 'Products found to be split to gain points'),
      event: 'SPLITTING_CONFIRMED',
      ...decision,
      requirement: 'SH-STORE-08.8',
    },
    dismissSplitting: {
      title: text('不属于拆分', 'Find that they were not'),
      done: text('不属于拆分', 'Not split'),
      event: 'SPLITTING_DISMISSED',
      ...decision,
      requirement: 'SH-STORE-08.7',
    },
    addPairs: {
      title: text('补充相似产品', 'Add products that are alike'),
      done: text('补充相似产品', 'Products that are alike added'),
      event: 'SIMILAR_PRODUCTS_ADDED',
      by: ['case'],
      at: ['PROPOSED'],
      clause: 'SH-STORE 四.4',
      requirement: 'SH-STORE-08.7',
    },
    storeCleared,
    clearanceReversed,
  },
});

export type Splitting = StepOf<typeof productSplitting>;
