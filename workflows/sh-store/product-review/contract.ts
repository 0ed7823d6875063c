import type { ClaimSubject, OpinionCode } from '../../../rules/sh-store/product-opinions.ts';
import { text } from '../../../rules/text.ts';
import { fiveWorkingDayLadder, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { clearanceReversed, STORE_CLEARED, storeCleared } from '../ended-by-clearance.ts';
import { contract, institution } from '../words.ts';
import type { ProductReviewInputs } from './input.ts';
import { productReviewNotices } from './notices.ts';

/** What of a product decides its review; its description and its files stand in the form of the case. */
export interface ProductInReview {
  readonly name: string;
  /** Subjects of claims that are made without evidence (SH-STORE-08.2). */
  readonly unprovenClaims: readonly ClaimSubject[];
}

export interface ProductReviewOpening extends ProductInReview {
  readonly storeId: string;
  /** The store's own id of the product; the platform knows it by the same. */
  readonly productId: string;
  /** The rectification that it corrects, as the store says (SH-STORE-09.5). */
  readonly correctsCaseId: string | null;
}

export interface ProductReviewFacts {
  readonly storeId: string;
  readonly productId: string;
  product: ProductInReview;
  /** Version of the form that is the product as it was last handed in. */
  version: number;
  /** The version that is in the shop; null while none is. */
  listedVersion: number | null;
  /** What the product was returned for, as long as it has not been revised. */
  opinions: readonly OpinionCode[];
  /** When the time to revise ran out; null while it has not. */
  limitPassedAt: Instant | null;
}

const decided = {
  by: [handling('reviewer')],
  task: 'productReview',
  notBy: ['filer'],
} as const;

const refusal = {
  by: [handling('reviewer')],
  at: ['RETURNED'],
  task: 'refusalQuestion',
  notBy: ['filer'],
  adverse: true,
  clause: 'SH-STORE 四.4',
} as const;

/** Review of one product of a store, from when it is first handed in: SH-STORE-08. It stays open while the product is in the shop. */
export const productReview = contract<{
  opening: ProductReviewOpening;
  facts: ProductReviewFacts;
  inputs: ProductReviewInputs;
}>()({
  kind: 'productReview',
  prefix: 'prd',
  mark: '产品',
  title: text('产品审核', 'Product review'),
  parties: { provider: institution },
  intake: { by: ['provider'] },
  stages: {
    IN_REVIEW: text('产品待审核', 'In review'),
    LISTED: text('已上架', 'Listed'),
    LISTED_EDIT_IN_REVIEW: text('已上架，修改待审核', 'Listed, an edit in review'),
    RETURNED: text('已退回修改', 'Returned for revision'),
    REFUSED_TO_REVISE: text('认定拒不修改', 'Found to refuse revision'),
  },
  outcomes: {
    DELISTED: text('已下架', 'Taken off'),
    STORE_CLEARED,
  },
  notices: productReviewNotices,
  tasks: {
    productReview: { title: text('审核产品', 'Review a product'), role: 'reviewer' },
    refusalQuestion: {
      title: text('逾期未修改：认定是否拒不修改', 'Not revised in time: decide whether this is a refusal'),
      role: 'reviewer',
    },
  },
  deadlines: {
    revision: {
      title: text('按退回意见修改产品', 'Revise the returned product'),
      clause: 'SH-STORE 四.4',
      requirement: 'SH-STORE-08.6',
      consequence: text(
        '由审核人员认定是否属于拒不修改；盗用、虚假宣传或者拆分产品且拒不修改的，做整顿处理',
        'A reviewer decides whether this is a refusal; misappropriation, false advertising or splitting with a refusal leads to rectification',
      ),
      platformRule: true,
      metBy: 'reviseProduct',
      servedBy: 'productReturned',
      reading: 'unreached',
      ladder: fiveWorkingDayLadder,
    },
  },
  actions: {
    listProduct: {
      title: text('准予上架', 'List the product'),
      done: text('准予上架', 'Product listed'),
      event: 'PRODUCT_LISTED',
      ...decided,
      at: ['IN_REVIEW', 'LISTED_EDIT_IN_REVIEW'],
      clause: 'SH-STORE 四.1',
      requirement: 'SH-STORE-08.5',
      reading: 'similarProducts',
    },
    returnProduct: {
      title: text('退回修改', 'Return for revision'),
      done: text('退回修改', 'Returned for revision'),
      event: 'PRODUCT_RETURNED',
      ...decided,
      at: ['IN_REVIEW', 'LISTED'],
      clause: 'SH-STORE 四.4',
      requirement: 'SH-STORE-08.6',
      adverse: true,
    },
    turnDownEdit: {
      title: text('不同意修改，维持已上架的版本', 'Turn an edit down; the listed version stays'),
      done: text('修改未通过，维持已上架的版本', 'Edit turned down; the listed version stays'),
      event: 'PRODUCT_EDIT_TURNED_DOWN',
      ...decided,
      at: ['LISTED_EDIT_IN_REVIEW'],
      clause: 'SH-STORE 四.4',
      requirement: 'SH-STORE-08.6',
      adverse: true,
    },
    reviseProduct: {
      title: text('提交修改后的产品', 'Hand in the revised product'),
      done: text('已提交修改后的产品', 'Revised product handed in'),
      event: 'PRODUCT_REVISED',
      withholds: ['product'],
      by: [party('provider')],
      at: ['RETURNED', 'REFUSED_TO_REVISE'],
      clause: 'SH-STORE 四.4',
      requirement: 'SH-STORE-08.6',
    },
    editProduct: {
      title: text('修改已上架的产品', 'Edit a listed product'),
      done: text('已提交对上架产品的修改', 'Edit of a listed product handed in'),
      event: 'PRODUCT_EDITED',
      withholds: ['product'],
      by: [party('provider')],
      at: ['LISTED', 'LISTED_EDIT_IN_REVIEW'],
      clause: 'SH-STORE 三.1',
      requirement: 'SH-STORE-08.5',
    },
    delistProduct: {
      title: text('自行下架产品', 'Take the product off'),
      done: text('店铺自行下架产品', 'Taken off by the store'),
      event: 'PRODUCT_DELISTED',
      by: [party('provider')],
      at: ['*'],
      clause: 'SH-STORE 三.1',
      requirement: 'SH-STORE-08.5',
    },
    submitAgain: {
      title: text('重新提交产品', 'Hand the product in again'),
      done: text('产品重新提交', 'Product handed in again'),
      event: 'PRODUCT_SUBMITTED_AGAIN',
      withholds: ['product'],
      by: [party('provider')],
      at: [],
      reopens: ['DELISTED'],
      clause: 'SH-STORE 四.1',
      requirement: 'SH-STORE-08.5',
      reading: 'openRectifications',
    },
    findRefusal: {
      title: text('认定拒不修改', 'Find a refusal to revise'),
      done: text('认定拒不修改', 'Found to refuse revision'),
      event: 'REFUSAL_FOUND',
      ...refusal,
      requirement: 'SH-STORE-08.7',
    },
    excuseDelay: {
      title: text('不属于拒不修改，重新给予修改期限', 'No refusal: give the time to revise anew'),
      done: text('不属于拒不修改，重新给予修改期限', 'No refusal; time to revise given anew'),
      event: 'REVISION_DELAY_EXCUSED',
      ...refusal,
      requirement: 'SH-STORE-08.6',
    },
    delistByFinding: {
      title: text('认定违规并下架', 'Take off on a finding'),
      done: text('认定违规，产品下架', 'Taken off on a finding'),
      event: 'PRODUCT_DELISTED_BY_FINDING',
      by: [handling('reviewer')],
      at: ['*'],
      notBy: ['filer'],
      adverse: true,
      clause: 'SH-STORE 三.2',
      requirement: 'SH-STORE-08.3',
    },
    splittingFound: {
      title: text('认定为拆分产品', 'Found to be split'),
      done: text('认定为以骗取积分为目的拆分的产品', 'Found to be split to gain points'),
      event: 'PRODUCT_SPLITTING_FOUND',
      by: ['case'],
      at: ['*'],
      clause: 'SH-STORE 四.4',
      requirement: 'SH-STORE-08.7',
    },
    storeCleared,
    clearanceReversed,
  },
});

export type Review = StepOf<typeof productReview>;
