/** What the timeline says of each action of a call (XC-05.3). */
import { withRecorded } from '../../../rules/hn-base/lot.ts';
import { changed, entry, parts } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { baseCall } from './contract.ts';

export const baseCallSentences: SentencesOf<typeof baseCall> = {
  entryReceived: ({ title, base, city, declaration }) => parts(title, base, city, declaration),
  entryWithdrawn: ({ declaration }) => declaration,
  entryScored: ({ declaration, score = null }, { before }) => {
    const was = before.facts.entries.find((one) => one.declaration === declaration)?.score ?? null;
    return parts(declaration, was === null ? meanInWords(score) : changed(meanInWords(was), meanInWords(score)));
  },
  // With the interests that are on record, or nobody could draw the lots again.
  namePool: ({ experts }, { reading }) =>
    parts(
      ...withRecorded(experts, reading).map(({ expert, conflicts }) =>
        conflicts.length === 0 ? expert : parts(expert, entry(text('回避', 'not for'), conflicts.join(', '))),
      ),
    ),
  selectBase: ({ declaration }) => declaration,
  takeBackSelection: ({ declaration }) => declaration,
};

function meanInWords(score: number | null): Text {
  return score === null
    ? text('平均分暂缺，待补评', 'no mean score: opinions are awaited')
    : text(`平均 ${score} 分`, `mean score ${score}`);
}
