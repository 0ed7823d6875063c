/** Mails of a leak (HN-NET-15.8). */
import { deadlines, list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { dataBreach } from './contract.ts';

export const dataBreachWording: WordingsOf<typeof dataBreach> = {
  reportReceived: {
    'zh-CN': ({ data, receivedAt }, say) => ({
      blocks: [
        paragraph('枢纽平台已收到您的信息泄露报告，已立即开案处置，不因节假日等待；结果另行告知。'),
        ...list(
          '所涉信息',
          data.map((kind) => say.of(kind)),
        ),
        paragraph('您在报告中填写的说明和材料只有承办机构可见。此后在案件中补充的，案件各方可以看到。'),
      ],
      facts: [['收到时间', say.at(receivedAt)]],
      action: '查看案件',
    }),
    en: ({ data, receivedAt }, say) => ({
      blocks: [
        paragraph(
          'The hub has received your report of a leak and acts on it at once; it does not wait for the end of holidays. You will hear ' +
            'what came of it.',
        ),
        ...list(
          'Data concerned',
          data.map((kind) => say.of(kind)),
        ),
        paragraph(
          'The words and files of your report are seen by the hub alone. What you add later in the case is read by all sides.',
        ),
      ],
      facts: [['Received', say.at(receivedAt)]],
      action: 'See the case',
    }),
  },

  measuresAsked: {
    'zh-CN': ({ data, foundAt, reportedAt }, say) => ({
      blocks: [
        paragraph(
          '枢纽平台收到报告，贵单位掌握的消费者信息已经或者可能泄露、丢失。请立即采取补救措施，在案件中登记，并在下列期限内告知所涉个人、完成整改。',
        ),
        ...list(
          '所涉信息',
          data.map((kind) => say.of(kind)),
        ),
        paragraph('期限自报告时起算，以小时计的节假日不停。未发生泄露的，请在案件中说明并附材料。'),
        deadlines,
      ],
      facts: [
        ['发现时间', say.at(foundAt)],
        ['报告时间', say.at(reportedAt)],
      ],
      action: '查看案件',
    }),
    en: ({ data, foundAt, reportedAt }, say) => ({
      blocks: [
        paragraph(
          'The hub was told that consumer data which you hold has leaked or was lost, or may have been. Take remedial measures at once and ' +
            'record them in the case; tell the persons concerned and remedy the cause within the times below.',
        ),
        ...list(
          'Data concerned',
          data.map((kind) => say.of(kind)),
        ),
        paragraph(
          'The times run from the report; those in hours do not stop on holidays. If there was no leak, say so in the case, with evidence.',
        ),
        deadlines,
      ],
      facts: [
        ['Found', say.at(foundAt)],
        ['Reported', say.at(reportedAt)],
      ],
      action: 'See the case',
    }),
  },

  personTold: {
    'zh-CN': ({ data, message, foundAt }, say) => ({
      blocks: [
        paragraph('您报告的信息泄露涉及下列信息，其中可能包括您本人的信息。'),
        ...list(
          '所涉信息',
          data.map((kind) => say.of(kind)),
        ),
        paragraph(message),
      ],
      facts: [['发现时间', say.at(foundAt)]],
      action: '查看案件',
    }),
    en: ({ data, message, foundAt }, say) => ({
      blocks: [
        paragraph('The leak that you reported concerns the data below, and your own may be among it.'),
        ...list(
          'Data concerned',
          data.map((kind) => say.of(kind)),
        ),
        paragraph(message),
      ],
      facts: [['Found', say.at(foundAt)]],
      action: 'See the case',
    }),
  },

  breachDecided: {
    'zh-CN': ({ result, reason, decidedAt }, say) => ({
      blocks: [paragraph(`信息泄露案件的处理结果：${say.of(result)}。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [['决定时间', say.at(decidedAt)]],
      action: '查看案件',
    }),
    en: ({ result, reason, decidedAt }, say) => ({
      blocks: [paragraph(`The report of a leak was decided: ${say.of(result)}.`), paragraph(`Why: ${say.of(reason)}`)],
      facts: [['Decided', say.at(decidedAt)]],
      action: 'See the case',
    }),
  },
};
