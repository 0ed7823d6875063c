/** What the timeline says of each action of an examination of split products (XC-05.3). */
import { entry, listed } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { endedByClearanceSentences } from '../ended-by-clearance.ts';
import type { productSplitting } from './contract.ts';
import { pairsInWords } from './pairs.ts';

export const productSplittingSentences: SentencesOf<typeof productSplitting> = {
  ...endedByClearanceSentences,
  confirmSplitting: ({ productIds }) => entry(text('涉及产品', 'Products'), listed(productIds)),
  addPairs: ({ pairs }) => pairsInWords(pairs),
};
