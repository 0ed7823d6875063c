/** What the timeline says of what its clearance tells a set-up (XC-05.3). */
import type { SentencesOf } from '../../engine/sentences.ts';
import { endedByClearanceSentences, groundDismissedSentence } from '../ended-by-clearance.ts';
import type { storeSetup } from './contract.ts';

export const storeSetupSentences: SentencesOf<typeof storeSetup> = {
  ...endedByClearanceSentences,
  clearanceDismissed: groundDismissedSentence,
};
