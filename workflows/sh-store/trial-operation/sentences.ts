/** What the timeline says of each action of a trial (XC-05.3): the figures it rests on. */
import { endedByClearanceSentences, groundDismissedSentence } from '../ended-by-clearance.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { figuresInWords } from './figures-in-words.ts';
import type { trialOperation } from './contract.ts';

export const trialOperationSentences: SentencesOf<typeof trialOperation> = {
  ...endedByClearanceSentences,
  clearanceDismissed: groundDismissedSentence,
  regularise: (_input, { reading, before }) => figuresInWords(reading, before.rules),
  reopenEvaluation: (_input, { reading, before }) => figuresInWords(reading, before.rules),
};
