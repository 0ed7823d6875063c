/** What the timeline says of each action of an exchange (XC-05.3). */
import { parts } from '../../../rules/phrases.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { planExchange } from './contract.ts';

export const planExchangeSentences: SentencesOf<typeof planExchange> = {
  sendWindowPlan: ({ summary }) => summary,
  sendHubPlan: ({ summary }) => summary,
  commentPlan: ({ comment }) => comment,
  logContact: ({ contactOn, account }) => parts(dayInWords(contactOn), account),
};
