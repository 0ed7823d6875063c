/** What the timeline says of a need (XC-05.3). */
import { bodyInWords, cityPlatformOf } from '../../../rules/ah/members.ts';
import { entry, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { partyInWords } from '../../../rules/parties/party-in-words.ts';
import type { serviceNeed } from './contract.ts';

export const serviceNeedSentences: SentencesOf<typeof serviceNeed> = {
  offerNeed: ({ provider }) => {
    const city = cityPlatformOf(provider);
    return city === null ? partyInWords(provider) : bodyInWords(city).name;
  },
  completeService: ({ completedOn, publicBenefit }) =>
    parts(
      entry(text('完成日期', 'completed on'), dayInWords(completedOn)),
      publicBenefit ? text('公益性服务', 'for public benefit') : text('非公益性服务', 'not for public benefit'),
    ),
  evaluateService: ({ satisfied, words }) =>
    parts(satisfied ? text('满意', 'satisfied') : text('不满意', 'not satisfied'), words),
  recordVisit: ({ visitedOn, account }) => parts(dayInWords(visitedOn), account),
};
