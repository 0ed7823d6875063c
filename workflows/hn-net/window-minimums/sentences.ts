/** What the timeline says of each action of a check (XC-05.3). */
import type { SentencesOf } from '../../engine/sentences.ts';
import type { windowMinimums } from './contract.ts';
import { shortfallMeasures } from './measures.ts';

export const windowMinimumsSentences: SentencesOf<typeof windowMinimums> = {
  decideShortfall: ({ measure }) => shortfallMeasures[measure],
};
