/** What the timeline says of each action of a declaration (XC-05.3). */
import { eligibilityItems, itemResults, type EligibilityItem } from '../../../rules/hn-base/eligibility.ts';
import { entry, parts } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { baseDeclaration } from './contract.ts';

export const baseDeclarationSentences: SentencesOf<typeof baseDeclaration> = {
  guideApplicant: ({ comment }) => comment,
  judgeItems: ({ items }) =>
    parts(
      ...(Object.keys(eligibilityItems) as EligibilityItem[]).map((item) =>
        entry(eligibilityItems[item], itemResults[items[item]]),
      ),
    ),
  recommendBase: ({ document }) => document,
  recordPaper: ({ copies, receivedOn }) => parts(copiesInWords(copies), dayInWords(receivedOn)),
  panelDrawn: ({ seed, order }) =>
    parts(entry(text('抽签依据', 'drawn by'), seed), entry(text('抽签顺序', 'order'), order.join(', '))),
  opinionGiven: ({ opinion }) => opinion,
  opinionOpened: ({ opinion }) => opinion,
  opinionOverdue: ({ opinion }) => opinion,
  expertLeft: ({ opinion }) => opinion,
  replaceExpert: ({ opinion }) => opinion,
  recordFinalPaper: ({ copies, receivedOn }) => parts(copiesInWords(copies), dayInWords(receivedOn)),
  recordDisc: ({ receivedOn }) => dayInWords(receivedOn),
};

function copiesInWords(copies: number): Text {
  return text(`${copies} 份`, `${copies} ${copies === 1 ? 'copy' : 'copies'}`);
}
