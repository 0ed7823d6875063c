/** What the timeline says of a listing (XC-05.3). */
import { text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { listing } from './contract.ts';

export const listingSentences: SentencesOf<typeof listing> = {
  enlist: ({ until }) => {
    if (until === undefined) return text('没有截止日', 'without a last day');
    const { zh, en } = dayInWords(until);
    return text(`至${zh}`, `until ${en}`);
  },
};
