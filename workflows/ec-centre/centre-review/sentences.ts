/** What the timeline says of each action of a review (XC-05.3). */
import { reviewGroups, totalOf, type GroupScores, type ReviewGroup } from '../../../rules/ec-centre/services.ts';
import { entry, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { centreReview } from './contract.ts';

export const centreReviewSentences: SentencesOf<typeof centreReview> = {
  selfScore: ({ scores }) => inWords(scores),
  authorityScore: ({ scores }) => inWords(scores),
  provinceScore: ({ scores }) => inWords(scores),
};

function inWords(scores: GroupScores) {
  const total = totalOf(scores);
  const groups = Object.keys(reviewGroups) as ReviewGroup[];
  return parts(
    text(`合计 ${total} 分`, `${total} in all`),
    ...groups.map((group) => entry(reviewGroups[group], String(scores[group]))),
  );
}
