/** What the timeline says of each action of a product review (XC-05.3); the product itself stands in the form. */
import { productOpinions } from '../../../rules/sh-store/product-opinions.ts';
import { parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { endedByClearanceSentences } from '../ended-by-clearance.ts';
import type { productReview } from './contract.ts';
import { opinionsInWords } from './shelf.ts';

export const productReviewSentences: SentencesOf<typeof productReview> = {
  ...endedByClearanceSentences,
  returnProduct: ({ opinions }) => opinionsInWords(opinions),
  turnDownEdit: ({ opinions }) => opinionsInWords(opinions),
  delistByFinding: ({ ground, openRectification }) =>
    parts(productOpinions[ground].title, openRectification ? text('并予整顿', 'rectification as well') : undefined),
  splittingFound: ({ finding }) => finding,
};
