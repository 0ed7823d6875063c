/** Mails of a service record (HN-NET-23). */
import { deadlines, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { serviceRecord } from './contract.ts';

export const serviceRecordWording: WordingsOf<typeof serviceRecord> = {
  recordOpened: {
    'zh-CN': ({ item, openedAt }, say) => ({
      blocks: [
        paragraph(
          `请录入“${item}”的服务记录：开展服务的依据和实施服务的依据各至少一份，分别自依据产生之日起计算期限。`,
        ),
        deadlines,
        paragraph('未按期录入的服务，不作为申请服务补助、示范平台、表彰奖励的依据。'),
      ],
      facts: [['开始时间', say.at(openedAt)]],
      action: '查看服务记录',
    }),
    en: ({ item, openedAt }, say) => ({
      blocks: [
        paragraph(
          `Enter the record of the service "${item}": at least one proof of launching it and one of performing it, each in its own ` +
            'time from the day on which it arose.',
        ),
        deadlines,
        paragraph('A service that is not recorded in time is no basis for subsidies, demonstration titles or awards.'),
      ],
      facts: [['Begun', say.at(openedAt)]],
      action: 'See the record',
    }),
  },

  recordLate: {
    'zh-CN': ({ item, group, passedAt }, say) => ({
      blocks: [
        paragraph(`“${item}”的服务记录逾期：${say.of(group)}没有按期上传。`),
        paragraph('该记录长期标明逾期，不作为补助、示范平台和表彰奖励的依据，但仍应补录，并计入服务统计。'),
      ],
      facts: [['期限届满', say.at(passedAt)]],
      action: '查看服务记录',
    }),
    en: ({ item, group, passedAt }, say) => ({
      blocks: [
        paragraph(`The record of the service "${item}" is late: not uploaded in time: ${say.of(group)}.`),
        paragraph(
          'It is marked late for good and is no basis for subsidies, demonstration titles or awards. It still has to be entered, and ' +
            'then counts in the statistics.',
        ),
      ],
      facts: [['Time ended', say.at(passedAt)]],
      action: 'See the record',
    }),
  },

  evidenceReturned: {
    'zh-CN': ({ item, group, reason, returnedAt }, say) => ({
      blocks: [
        paragraph(`“${item}”的服务记录资料不足，请补充：${say.of(group)}。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('请在案件中重新上传。'),
      ],
      facts: [['退回时间', say.at(returnedAt)]],
      action: '查看服务记录',
    }),
    en: ({ item, group, reason, returnedAt }, say) => ({
      blocks: [
        paragraph(
          `The evidence in the record of the service "${item}" is not sufficient; supply more: ${say.of(group)}.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('Upload it anew in the case.'),
      ],
      facts: [['Returned', say.at(returnedAt)]],
      action: 'See the record',
    }),
  },

  evidenceAccepted: {
    'zh-CN': ({ item, inTime, acceptedAt }, say) => ({
      blocks: [
        paragraph(`“${item}”的服务记录资料充分，自即日起计入服务统计。`),
        paragraph(
          inTime
            ? '该记录按期录入，可以作为补助、示范平台和表彰奖励的依据。'
            : '该记录逾期录入，不作为补助、示范平台和表彰奖励的依据。',
        ),
      ],
      facts: [['审核时间', say.at(acceptedAt)]],
      action: '查看服务记录',
    }),
    en: ({ item, inTime, acceptedAt }, say) => ({
      blocks: [
        paragraph(
          `The evidence in the record of the service "${item}" is sufficient. It counts in the statistics from now on.`,
        ),
        paragraph(
          inTime
            ? 'It was entered in time and can be a basis for subsidies, demonstration titles and awards.'
            : 'It was entered late and is no basis for subsidies, demonstration titles or awards.',
        ),
      ],
      facts: [['Examined', say.at(acceptedAt)]],
      action: 'See the record',
    }),
  },

  basisCorrected: {
    'zh-CN': ({ group, from, to, reason }, say) => ({
      blocks: [
        paragraph(`服务记录的依据产生日已更正：${say.of(group)}。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('原日期保留在记录中。已经逾期的，不因更正而改为按期。'),
      ],
      facts: [
        ['原日期', say.day(from)],
        ['更正为', say.day(to)],
      ],
      action: '查看服务记录',
    }),
    en: ({ group, from, to, reason }, say) => ({
      blocks: [
        paragraph(`The day of a basis in the service record was corrected: ${say.of(group)}.`),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('The former day stays on record. What is late does not become timely by a correction.'),
      ],
      facts: [
        ['Former day', say.day(from)],
        ['Corrected to', say.day(to)],
      ],
      action: 'See the record',
    }),
  },

  recordMissing: {
    'zh-CN': ({ item, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`“${item}”的服务记录认定为未录入。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('有异议的，可以随时补传资料，记录即重新开启；补录的仍标明逾期。'),
      ],
      facts: [['认定时间', say.at(decidedAt)]],
      action: '查看服务记录',
    }),
    en: ({ item, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`The record of the service "${item}" was closed as missing.`),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          'If you object, upload the evidence at any time, and the record is open again; it stays marked late.',
        ),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: 'See the record',
    }),
  },
};
