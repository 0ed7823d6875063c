/** What the timeline says of each action of a rectification (XC-05.3). */
import { entry, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { dayInWords, momentInWords, type Instant } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { asGround } from '../conducts.ts';
import { endedByClearanceSentences, groundDismissedSentence } from '../ended-by-clearance.ts';
import type { rectification } from './contract.ts';

export const rectificationSentences: SentencesOf<typeof rectification> = {
  ...endedByClearanceSentences,
  submitCorrection: ({ correctedAt }) => completed(correctedAt),
  extendRectification: ({ until }) => entry(text('新的期限', 'New last day'), dayInWords(until)),
  openClearance: ({ conduct }) => asGround(conduct),
  addFinding: ({ facts, corrections }) => parts(...facts, ...corrections),
  withdrawFinding: ({ why }) => why,
  clearanceDismissed: groundDismissedSentence,
  withdrawRectification: ({ doneAt }) => completed(doneAt),
};

function completed(at: Instant) {
  const when = momentInWords(at);
  return text(`装修与上架于 ${when.zh} 完成`, `decoration and listing were done at ${when.en}`);
}
