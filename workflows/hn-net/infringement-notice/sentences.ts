/** What the timeline says of each action of a notice of infringement (XC-05.3). */
import { infringementMeasures } from '../../../rules/hn-net/infringement.ts';
import { listed, parts } from '../../../rules/phrases.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { offersInWords } from '../offers-named.ts';
import type { infringementNotice } from './contract.ts';

export const infringementNoticeSentences: SentencesOf<typeof infringementNotice> = {
  takeMeasure: ({ measures, offers }) =>
    parts(listed(measures.map((measure) => infringementMeasures[measure])), offersInWords(offers)),
  answerNotice: ({ answer }) => answer,
};
