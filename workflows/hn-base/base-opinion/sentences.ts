/** What the timeline says of each action of an opinion: never what it says (HN-BASE-03.1). */
import { reviewEnds } from '../../../rules/hn-base/review.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { baseOpinion } from './contract.ts';

export const baseOpinionSentences: SentencesOf<typeof baseOpinion> = { endReview: ({ why }) => reviewEnds[why] };
