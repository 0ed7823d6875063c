/** What the timeline says of each action of a request (XC-05.3): both sides see the transfer with its time and reason. */
import { bodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import { everKnown } from '../../../rules/hn-net/window.ts';
import { vouchers } from '../../../rules/hn-net/service-request.ts';
import { entry, parts } from '../../../rules/phrases.ts';
import { counted, text, type Text } from '../../../rules/text.ts';
import { partyInWords } from '../../../rules/parties/party-in-words.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { serviceRequest } from './contract.ts';

export const serviceRequestSentences: SentencesOf<typeof serviceRequest> = {
  transferToPlatform: ({ body }, { reading }) => bodyInWords(body, everKnown(reading)).name,
  transferToProvider: ({ provider, handlingDays }, { reading: published }) => {
    const days = handlingDays ?? published;
    return parts(
      entry(text('服务商', 'provider'), partyInWords(provider)),
      days === null ? undefined : text(`办理时限 ${days} 个工作日`, `handling time ${counted(days, 'working day')}`),
    );
  },
  takeOn: ({ fee }) => feeInWords(fee),
  acceptRequest: ({ fee }) => feeInWords(fee),
  completeService: ({ item, result, voucher }) => parts(item, result, vouchers[voucher]),
  recordReturnVisit: ({ reached, score }) =>
    parts(
      reached ? text('已联系到消费者', 'consumer reached') : text('未联系到消费者', 'consumer not reached'),
      score === undefined ? undefined : scoreInWords(score),
    ),
  serviceEvaluated: ({ provider, score }) => parts(entry(text('服务商', 'provider'), provider), scoreInWords(score)),
};

function feeInWords(fee: number): Text {
  return fee === 0 ? text('免费', 'free of charge') : text(`费用 ${fee} 元`, `fee RMB ${fee}`);
}

function scoreInWords(score: number): Text {
  return text(`${score} 分（满分 5 分）`, `${score} of 5`);
}
