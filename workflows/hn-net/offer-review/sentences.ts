/** What the timeline says of each action of a review (XC-05.3). */
import { offerBreaches } from '../../../rules/hn-net/offer.ts';
import { contentMeasures } from '../../../rules/hn-net/unlawful-content.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { offerReview } from './contract.ts';

export const offerReviewSentences: SentencesOf<typeof offerReview> = {
  takeOutOfView: ({ deleted }) => (deleted ? contentMeasures.DELETE : contentMeasures.BLOCK),
  findBreach: ({ breach }) => offerBreaches[breach].title,
};
