/** What the timeline says of each action of a title (XC-05.3). */
import { parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { baseTitle } from './contract.ts';

export const baseTitleSentences: SentencesOf<typeof baseTitle> = {
  callOpened: ({ year, filingDay }) => parts(text(`${year}年度`, `of ${year}`), dayInWords(filingDay)),
  redeclared: ({ year }) => text(`${year}年度`, `in the call of ${year}`),
  correctValidity: ({ validTo }) => dayInWords(validTo),
};
