/** What the timeline says of a bulletin (XC-05.3). */
import { quarterInWords } from '../../../rules/ah/quarters.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { quarterlyBulletin } from './contract.ts';

export const quarterlyBulletinSentences: SentencesOf<typeof quarterlyBulletin> = {
  quarterBefore: quarterInWords,
  issueBulletin: ({ document }) => document,
};
