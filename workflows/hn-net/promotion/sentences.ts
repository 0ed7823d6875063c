/** What the timeline says of a promotion (XC-05.3). */
import { parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { promotion } from './contract.ts';

export const promotionSentences: SentencesOf<typeof promotion> = {
  mailingFinished: ({ told, leftOut }) =>
    text(
      `已安排 ${told} 位消费者；${leftOut} 位拒收推广邮件，未发送`,
      `${told} consumers; ${leftOut} refuse commercial mail and are left out`,
    ),

  proposeChange: ({ to, forceMajeure }) => {
    const day = dayInWords(to);
    return parts(text(`结束日改为 ${day.zh}`, `last day ${day.en}`), forceMajeure);
  },
};
