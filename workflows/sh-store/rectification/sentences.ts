/** What the timeline says of each action of a rectification (XC-05.3). */
import { text } from '../../../rules/text.ts';
import { momentInWords, type Instant } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { endedByClearanceSentences } from '../ended-by-clearance.ts';
import type { rectification } from './contract.ts';

export const rectificationSentences: SentencesOf<typeof rectification> = {
  ...endedByClearanceSentences,
  submitCorrection: ({ correctedAt }) => completed(correctedAt),
  withdrawRectification: ({ doneAt }) => completed(doneAt),
};

function completed(at: Instant) {
  const when = momentInWords(at);
  return text(`装修与上架于 ${when.zh} 完成`, `decoration and listing were done at ${when.en}`);
}
