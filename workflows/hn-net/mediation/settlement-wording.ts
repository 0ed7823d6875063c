/** Mails about a settlement and its performance (HN-NET-21.6), and about data that were supplied (HN-NET-21.4). */
import { deadlines, fact, facts, list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { mediation } from './contract.ts';

export const settlementWording: Pick<
  WordingsOf<typeof mediation>,
  'settlementReached' | 'performanceRecorded' | 'dataSupplied'
> = {
  settlementReached: {
    'zh-CN': ({ issuer, terms, signedByConsumerOn, signedByProviderOn, performBy }, say) => ({
      subject: `调解协议达成告知（${say.day(performBy)}前履行）`,
      blocks: [
        paragraph(`经${say.of(issuer.name)}调解，双方已达成书面协议并签字，协议已存档。`),
        facts,
        paragraph('请按协议约定的期限履行。履行后，请在平台反映履行情况。'),
        deadlines,
      ],
      facts: [
        ['协议内容', terms],
        ['消费者签字日期', say.day(signedByConsumerOn)],
        ['服务商签字日期', say.day(signedByProviderOn)],
        ['履行期限', say.day(performBy)],
      ],
      action: '查看协议',
    }),
    en: ({ issuer, terms, signedByConsumerOn, signedByProviderOn, performBy }, say) => ({
      subject: `A settlement has been reached, to be performed by ${say.day(performBy)}`,
      blocks: [
        paragraph(
          `Mediated by the ${say.of(issuer.name)}, the two sides have settled in writing. Both have signed, and the ` +
            'settlement is on file.',
        ),
        facts,
        paragraph('Please perform it by the day agreed, and report on the platform once you have.'),
        deadlines,
      ],
      facts: [
        ['What was agreed', terms],
        ['Signed by the consumer', say.day(signedByConsumerOn)],
        ['Signed by the provider', say.day(signedByProviderOn)],
        ['To be performed by', say.day(performBy)],
      ],
      action: 'See the settlement',
    }),
  },

  performanceRecorded: {
    'zh-CN': ({ performed, note, recordedAt }, say) => ({
      subject: performed ? '调解协议已履行' : '调解协议未履行',
      blocks: [
        paragraph(
          performed
            ? '调解协议已经履行，案件办结。'
            : '调解协议在约定期限内没有履行，已记录在案，案件办结。权利受损的一方可以通过仲裁、诉讼等其他渠道维权。',
        ),
        ...(performed
          ? []
          : [paragraph('消费者通过其他渠道维权的，可以在平台申请提供服务商的真实登记信息和有关证据。')]),
      ],
      facts: [
        ['履行情况', say.of(note)],
        ['记录时间', say.at(recordedAt)],
      ],
      action: '查看案件',
    }),
    en: ({ performed, note, recordedAt }, say) => ({
      subject: performed ? 'The settlement has been performed' : 'The settlement has not been performed',
      blocks: [
        paragraph(
          performed
            ? 'The settlement has been performed, and the case is closed.'
            : 'The settlement was not performed in time. This is on record, and the case is closed. The side that is owed ' +
                'may use other channels, such as arbitration or a court.',
        ),
        ...(performed
          ? []
          : [
              paragraph(
                'A consumer who uses another channel may ask on the platform for the true registration data of the ' +
                  'provider and for evidence.',
              ),
            ]),
      ],
      facts: [
        ['What was found', say.of(note)],
        ['Recorded', say.at(recordedAt)],
      ],
      action: 'See the case',
    }),
  },

  dataSupplied: {
    'zh-CN': ({ recipient, fields, basis, purpose, suppliedAt }, say) => ({
      blocks: [
        paragraph(
          `消费者通过其他渠道维权，平台已依法向${say.of(recipient)}提供与本争议有关的登记信息和证据资料。本次提供已经记录。`,
        ),
        ...list('提供的资料', say.all(fields)),
      ],
      facts: [
        ['接收方', say.of(recipient)],
        ['依据', say.cite(basis)],
        ...fact('用途', purpose),
        ['提供时间', say.at(suppliedAt)],
      ],
      action: '查看案件',
    }),
    en: ({ recipient, fields, basis, purpose, suppliedAt }, say) => ({
      blocks: [
        paragraph(
          'The consumer uses another channel, and the platform has supplied registration data and evidence of this ' +
            'dispute. The release is on record.',
        ),
        ...list('What was supplied', say.all(fields)),
      ],
      facts: [
        ['Recipient', say.of(recipient)],
        ['Legal basis', say.cite(basis)],
        ...fact('What it is for', purpose),
        ['Supplied', say.at(suppliedAt)],
      ],
      action: 'See the case',
    }),
  },
};
