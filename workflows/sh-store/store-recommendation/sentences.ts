/** What the timeline says of each action of a recommendation (XC-05.3). */
import { listed, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { endedByClearanceSentences } from '../ended-by-clearance.ts';
import type { storeRecommendation } from './contract.ts';
import { programmes, type Programme } from './programmes.ts';

export const storeRecommendationSentences: SentencesOf<typeof storeRecommendation> = {
  recommendStore: ({ programmes: chosen, year }) => inYear(chosen, year),
  ...endedByClearanceSentences,
};

/** What for and in which year. */
export function inYear(chosen: readonly Programme[], year: number) {
  return parts(text(`${year}年`, `for ${year}`), listed(chosen.map((one) => programmes[one])));
}
