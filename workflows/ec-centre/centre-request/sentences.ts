/** What the timeline says of each action of a request (XC-05.3). */
import { entry, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { centreRequest } from './contract.ts';

export const centreRequestSentences: SentencesOf<typeof centreRequest> = {
  assignProvider: ({ provider }) => entry(text('服务商', 'provider'), provider),
  completeService: ({ result }) => result,
  evaluateService: ({ score, words }) => parts(text(`${score} 分（满分 5 分）`, `${score} of 5`), words),
};
