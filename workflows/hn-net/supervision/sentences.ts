/** What the timeline says of each action of a supervision (XC-05.3). */
import { supervisionGrounds } from '../../../rules/hn-net/supervision.ts';
import { entry, listed, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { supervision } from './contract.ts';

export const supervisionSentences: SentencesOf<typeof supervision> = {
  recordFinding: ({ grounds }) => listed(grounds.map((code) => supervisionGrounds[code].title)),
  warn: ({ demands, correctBy }) =>
    parts(demands, entry(text('改正期限', 'to be corrected by'), dayInWords(correctBy))),
  reportCorrection: ({ statement }) => statement,
  giveStatement: ({ statement }) => statement,
  refer: ({ addressee, referredOn, referenceNumber }) =>
    parts(addressee, dayInWords(referredOn), entry(text('文号', 'number'), referenceNumber)),
};
