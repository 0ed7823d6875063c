/** What the timeline says of a bulletin (XC-05.3). */
import type { SentencesOf } from '../../engine/sentences.ts';
import type { quarterlyBulletin } from './contract.ts';

export const quarterlyBulletinSentences: SentencesOf<typeof quarterlyBulletin> = {
  issueBulletin: ({ document }) => document,
};
