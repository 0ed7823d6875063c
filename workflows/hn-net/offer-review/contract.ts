import type { OfferBreach, OfferSubject } from '../../../rules/hn-net/offer.ts';
import type { ServiceCategory } from '../../../rules/hn-net/service-request.ts';
import { text } from '../../../rules/text.ts';
import type { Day } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, provider } from '../words.ts';
import type { OfferReviewInputs } from './input.ts';
import { offerReviewNotices } from './notices.ts';

/** What of an offer decides its review; its words stand in the form. */
export interface OfferInReview {
  readonly name: string;
  readonly category: ServiceCategory;
  readonly missing: readonly OfferSubject[];
}

export interface OfferReviewOpening extends OfferInReview {
  /** The registration of the provider, which a stop of its service suspends; null if it is not open. */
  readonly registrationCaseId: string | null;
  /** Earlier cases in which unlawful content of this provider was confirmed. */
  readonly earlier: readonly string[];
}

export interface OfferReviewFacts extends OfferReviewOpening {
  name: string;
  category: ServiceCategory;
  missing: readonly OfferSubject[];
  /** Day on which it was last listed. */
  listedOn: Day | null;
  /** A breach found with it; it stands in the credit record. */
  found: { readonly breach: OfferBreach; readonly on: Day } | null;
  /** What keeps it out of view: the cases whose measures stand, and where it stood before the first of them. */
  outOfView: { readonly by: readonly string[]; readonly before: 'IN_REVIEW' | 'RETURNED' | 'LISTED' } | null;
}

const information = { clause: 'HN-NET 第九条第四项', requirement: 'HN-NET-15.2' } as const;
const truth = { clause: 'HN-NET 第九条第六项', requirement: 'HN-NET-15.4' } as const;
const lawful = { clause: 'HN-NET 第九条第三项', requirement: 'HN-NET-15.1' } as const;
const measure = { clause: 'HN-NET 第八条第六项、第八条第七项', requirement: 'HN-NET-08.3' } as const;
const decision = { by: [handling('reviewer')], task: 'reviewOffer', notBy: ['filer'] } as const;

/**
 * Review of a service or good that a registered provider offers: HN-NET-15.1, 15.2, 15.4 (第十九条第一项). It stays open while the offer is listed, and is found by its
 * category (HN-NET-16.3).
 */
export const offerReview = contract<{
  opening: OfferReviewOpening;
  facts: OfferReviewFacts;
  inputs: OfferReviewInputs;
}>()({
  kind: 'offerReview',
  prefix: 'ofr',
  mark: '服品',
  retention: 'TRANSACTION',
  title: text('服务(商品)信息审查', 'Review of an offer'),
  parties: { provider },
  bodies: { platform: text('负责接入的平台', 'Platform that brought the provider in') },
  intake: { by: ['provider'] },
  stages: {
    IN_REVIEW: text('待审查', 'In review'),
    RETURNED: text('已退回修改', 'Returned for revision'),
    LISTED: text('已发布', 'Listed'),
    OUT_OF_VIEW: text('已采取措施，不予展示', 'Out of view by a measure'),
  },
  outcomes: {
    DELISTED: text('服务商自行下架', 'Taken off by the provider'),
    REGISTRATION_ENDED: text('服务商登记已注销，下架', 'The registration of the provider has ended'),
    REMOVED: text('认定违规，已下架', 'Taken off on a finding'),
    UNLAWFUL: text('转违法信息处置', 'Passed on as unlawful content'),
    DELETED: text('依处置决定删除', 'Deleted by a measure'),
  },
  notices: offerReviewNotices,
  tasks: { reviewOffer: { title: text('审查服务(商品)信息', 'Review an offer'), role: 'reviewer' } },
  deadlines: {},
  actions: {
    listOffer: {
      ...information,
      ...decision,
      title: text('审查通过，发布', 'List the offer'),
      done: text('审查通过，已发布', 'Offer listed'),
      event: 'OFFER_LISTED',
      at: ['IN_REVIEW'],
    },
    returnOffer: {
      ...information,
      ...decision,
      title: text('退回修改', 'Return for revision'),
      done: text('已退回修改', 'Returned for revision'),
      event: 'OFFER_RETURNED',
      at: ['IN_REVIEW'],
      adverse: true,
    },
    reviseOffer: {
      ...information,
      title: text('提交修改后的服务(商品)信息', 'Hand in the revised offer'),
      done: text('已提交修改', 'Revised offer handed in'),
      event: 'OFFER_REVISED',
      by: [party('provider')],
      at: ['IN_REVIEW', 'RETURNED', 'LISTED'],
      withholds: ['offer'],
    },
    delistOffer: {
      ...information,
      title: text('自行下架', 'Take it off'),
      done: text('服务商自行下架', 'Taken off by the provider'),
      event: 'OFFER_DELISTED',
      by: [party('provider')],
      at: ['IN_REVIEW', 'RETURNED', 'LISTED', 'OUT_OF_VIEW'],
    },
    registrationEnded: {
      ...information,
      title: text('服务商登记已注销，下架', 'Taken off: the registration of the provider has ended'),
      event: 'OFFER_REGISTRATION_ENDED',
      by: ['case'],
      at: ['IN_REVIEW', 'RETURNED', 'LISTED', 'OUT_OF_VIEW'],
    },
    findBreach: {
      ...truth,
      title: text('认定虚假宣传或者信息不实，下架', 'Find false publicity or untrue information'),
      done: text('认定违规，已下架', 'Taken off on a finding'),
      event: 'OFFER_BREACH_FOUND',
      by: [handling('reviewer')],
      at: ['IN_REVIEW', 'RETURNED', 'LISTED'],
      notBy: ['filer'],
      adverse: true,
    },
    passOnAsUnlawful: {
      ...lawful,
      title: text('属禁止交易的服务(商品)，转违法信息处置', 'Prohibited: pass on as unlawful content'),
      done: text('转违法信息处置', 'Passed on as unlawful content'),
      event: 'OFFER_PASSED_ON',
      by: [handling('reviewer')],
      at: ['IN_REVIEW', 'RETURNED', 'LISTED'],
      notBy: ['filer'],
      adverse: true,
    },
    takeOutOfView: {
      ...measure,
      title: text('依处置措施，不予展示', 'Out of view by a measure'),
      event: 'OFFER_TAKEN_OUT_OF_VIEW',
      by: ['case'],
      at: ['IN_REVIEW', 'RETURNED', 'LISTED', 'OUT_OF_VIEW'],
      reopens: ['DELETED'],
      adverse: true,
    },
    restoreOffer: {
      ...measure,
      title: text('措施解除，恢复展示', 'Measure lifted, restored'),
      event: 'OFFER_RESTORED',
      by: ['case'],
      at: ['OUT_OF_VIEW'],
      reopens: ['DELETED', 'UNLAWFUL'],
    },
    liftFinding: {
      ...truth,
      title: text('撤销认定', 'Take the finding back'),
      done: text('认定已撤销，重新审查', 'Finding taken back, reviewed anew'),
      event: 'OFFER_FINDING_LIFTED',
      by: [handling('manager')],
      at: [],
      reopens: ['REMOVED'],
      adverse: true,
      effect: 'reverses',
    },
  },
});

/** A step of a review. */
export type Offer = StepOf<typeof offerReview>;
