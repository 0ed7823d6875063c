/** Mails of a service request (HN-NET-05). */
import { deadlines, paragraph, warning } from '../../../rules/notices/content.ts';
import type { Words } from '../../../rules/notices/words.ts';
import type { Issuer } from '../../../rules/notices.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { serviceRequest } from './contract.ts';

export const serviceRequestWording: WordingsOf<typeof serviceRequest> = {
  requestReceived: {
    'zh-CN': ({ issuer, category, receivedAt }, say) => ({
      blocks: [
        paragraph(`${say.of(issuer.name)}已受理您的服务需求，将安排本平台、其他平台或者服务商为您服务。`),
        paragraph(`平台的公共服务一律免费。${call(issuer, say)}`),
      ],
      facts: [
        ['服务类别', say.of(category)],
        ['受理时间', say.at(receivedAt)],
      ],
      action: '查看服务需求',
    }),
    en: ({ issuer, category, receivedAt }, say) => ({
      blocks: [
        paragraph(
          `The ${say.of(issuer.name)} has received your service request. It will serve you itself, or give the request to another ` +
            'platform or a provider.',
        ),
        paragraph(`All public services of the platform are free.${call(issuer, say)}`),
      ],
      facts: [
        ['Category', say.of(category)],
        ['Received', say.at(receivedAt)],
      ],
      action: 'See the request',
    }),
  },

  requestTransferred: {
    'zh-CN': ({ to, reason, transferredAt }, say) => ({
      blocks: [
        paragraph(`您的服务需求已接转给：${say.of(to)}。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('您无须办理任何手续，接转情况可随时在案件中查看。'),
      ],
      facts: [['接转时间', say.at(transferredAt)]],
      action: '查看服务需求',
    }),
    en: ({ to, reason, transferredAt }, say) => ({
      blocks: [
        paragraph(`Your service request has been transferred to: ${say.of(to)}.`),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('You need not do anything; the case shows each transfer.'),
      ],
      facts: [['Transferred', say.at(transferredAt)]],
      action: 'See the request',
    }),
  },

  requestAssigned: {
    'zh-CN': ({ issuer, category, reason, transferredAt }, say) => ({
      blocks: [
        paragraph(`${say.of(issuer.name)}将一项服务需求接转给您，请在下列期限内受理，或者说明理由退回。`),
        paragraph(`接转理由：${say.of(reason)}`),
        deadlines,
        paragraph('属于免费公共服务的，不得收费；联系方式仅用于本次服务。'),
      ],
      facts: [
        ['服务类别', say.of(category)],
        ['接转时间', say.at(transferredAt)],
      ],
      action: '查看服务需求',
    }),
    en: ({ issuer, category, reason, transferredAt }, say) => ({
      blocks: [
        paragraph(
          `The ${say.of(issuer.name)} has transferred a service request to you. Accept it within the time below, or decline it and ` +
            'say why.',
        ),
        paragraph(`Why it was transferred: ${say.of(reason)}`),
        deadlines,
        paragraph('For a free public service no fee may be asked. The contact is for this service alone.'),
      ],
      facts: [
        ['Category', say.of(category)],
        ['Transferred', say.at(transferredAt)],
      ],
      action: 'See the request',
    }),
  },

  requestReturned: {
    'zh-CN': ({ why, returnedAt }, say) => ({
      blocks: [
        paragraph('服务需求已退回承办平台，由平台另行安排。'),
        paragraph(`原因：${say.of(why)}`),
        paragraph('双方无须办理任何手续。'),
      ],
      facts: [['退回时间', say.at(returnedAt)]],
      action: '查看服务需求',
    }),
    en: ({ why, returnedAt }, say) => ({
      blocks: [
        paragraph('The service request is back at the platform, which gives it out anew.'),
        paragraph(`Why: ${say.of(why)}`),
        paragraph('Neither side need do anything.'),
      ],
      facts: [['Returned', say.at(returnedAt)]],
      action: 'See the request',
    }),
  },

  requestAccepted: {
    'zh-CN': ({ fee, acceptedAt }, say) => ({
      blocks: [
        paragraph('您的服务需求已经承接，承接方将与您联系。'),
        paragraph(fee === 0 ? '本次服务免费。' : `本次服务的费用为 ${fee} 元；您有权取得发票或者服务单据。`),
      ],
      facts: [['承接时间', say.at(acceptedAt)]],
      action: '查看服务需求',
    }),
    en: ({ fee, acceptedAt }, say) => ({
      blocks: [
        paragraph('Your service request has been accepted; whoever serves you will be in touch.'),
        paragraph(
          fee === 0
            ? 'The service is free of charge.'
            : `The fee of the service is RMB ${fee}; you have a right to an invoice or a voucher.`,
        ),
      ],
      facts: [['Accepted', say.at(acceptedAt)]],
      action: 'See the request',
    }),
  },

  serviceCompleted: {
    'zh-CN': ({ orderNo, completedOn, fee, voucher, voucherMissing }, say) => ({
      blocks: [
        paragraph('服务已经完成，平台将回访消费者。已注册的消费者可以凭订单号评价一次。'),
        ...(voucherMissing
          ? [warning('本次服务收取了费用而未出具发票或服务单据，消费者可以“未出具发票或服务单据”为由投诉。')]
          : []),
      ],
      facts: [
        ['订单号', orderNo],
        ['完成日期', say.day(completedOn)],
        ['费用', `${fee} 元`],
        ['发票或服务单据', say.of(voucher)],
      ],
      action: '查看服务需求',
    }),
    en: ({ orderNo, completedOn, fee, voucher, voucherMissing }, say) => ({
      blocks: [
        paragraph(
          'The service is completed, and the platform will ask the consumer how it was. A registered consumer may evaluate it ' +
            'once, by its order number.',
        ),
        ...(voucherMissing
          ? [
              warning(
                'A fee was paid and neither invoice nor voucher was given: the consumer may complain on the ground "No invoice or ' +
                  'voucher".',
              ),
            ]
          : []),
      ],
      facts: [
        ['Order', orderNo],
        ['Completed', say.day(completedOn)],
        ['Fee', `RMB ${fee}`],
        ['Invoice or voucher', say.of(voucher)],
      ],
      action: 'See the request',
    }),
  },

  requestNotServed: {
    'zh-CN': ({ issuer, reason, endedAt }, say) => ({
      blocks: [
        paragraph(`${say.of(issuer.name)}未能满足您的服务需求，已结案。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('您可以随时另行提出服务需求。'),
      ],
      facts: [['结案时间', say.at(endedAt)]],
      action: '查看服务需求',
    }),
    en: ({ issuer, reason, endedAt }, say) => ({
      blocks: [
        paragraph(`The ${say.of(issuer.name)} could not serve your request and has closed it.`),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('You may make another request at any time.'),
      ],
      facts: [['Closed', say.at(endedAt)]],
      action: 'See the request',
    }),
  },
};

/** Where more can be said, if the body has a number for it. */
function call({ telephone }: Issuer, { locale }: Words): string {
  if (telephone === undefined) return '';
  return locale === 'zh-CN' ? `需要补充说明的，请致电 ${telephone}。` : ` If there is more to say, call ${telephone}.`;
}
