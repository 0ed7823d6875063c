/** What the timeline says of each action of a review (XC-05.3). */
import { centreBodies, EVALUATOR } from '../../../rules/ec-centre/bodies.ts';
import { reviewGroups, totalOf, type GroupScores, type ReviewGroup } from '../../../rules/ec-centre/services.ts';
import { entry, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { centreReview } from './contract.ts';

export const centreReviewSentences: SentencesOf<typeof centreReview> = {
  selfScore: ({ scores }) => inWords(scores),
  authorityScore: ({ scores }) => inWords(scores),
  provinceScore: ({ scores }) => inWords(scores),
  setScoreAside: ({ body }, { before: { facts } }) => {
    const name = centreBodies.find(({ id }) => id === body)?.name ?? body;
    const given = body === EVALUATOR ? facts.province : facts.byAuthority[body];
    return given == null
      ? name
      : entry(name, text(`原评 ${given.total} 分不再计入`, `the ${given.total} given count no more`));
  },
};

function inWords(scores: GroupScores) {
  const total = totalOf(scores);
  const groups = Object.keys(reviewGroups) as ReviewGroup[];
  return parts(
    text(`合计 ${total} 分`, `${total} in all`),
    ...groups.map((group) => entry(reviewGroups[group], String(scores[group]))),
  );
}
