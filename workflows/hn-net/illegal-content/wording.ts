/** Mails of a case of unlawful content (HN-NET-08). */
import { deadlines, list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { illegalContent } from './contract.ts';

export const illegalContentWording: WordingsOf<typeof illegalContent> = {
  reportReceived: {
    'zh-CN': ({ alleged, items, receivedAt }, say) => ({
      blocks: [
        paragraph('枢纽平台已收到您的举报，将尽快核查；结果另行告知。'),
        ...list('举报的内容', items),
        paragraph('被举报的服务商看不到您在举报中填写的说明和材料。此后在案件中补充的，采取措施后服务商可以看到。'),
      ],
      facts: [
        ['举报的违法情形', say.of(alleged)],
        ['收到时间', say.at(receivedAt)],
      ],
      action: '查看举报',
    }),
    en: ({ alleged, items, receivedAt }, say) => ({
      blocks: [
        paragraph('The hub has received your report and will look into it soon. You will hear what came of it.'),
        ...list('What you reported', items),
        paragraph(
          'The provider does not see the words and files of your report. What you add later in the case it can read once ' +
            'measures are taken.',
        ),
      ],
      facts: [
        ['Breach reported', say.of(alleged)],
        ['Received', say.at(receivedAt)],
      ],
      action: 'See the report',
    }),
  },

  reportDecided: {
    'zh-CN': ({ result, reason, decidedAt }, say) => ({
      blocks: [paragraph(`您的举报经枢纽平台核查：${say.of(result)}。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [['决定时间', say.at(decidedAt)]],
      action: '查看举报',
    }),
    en: ({ result, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`The hub has looked into your report: ${say.of(result)}.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: 'See the report',
    }),
  },

  measureTaken: {
    'zh-CN': ({ breach, clause, items, measures, reason, takenAt, earlier }, say) => ({
      blocks: [
        paragraph(`枢纽平台经核查，认定下列内容违法：${say.of(breach)}（${say.cite(clause)}），已采取措施。`),
        paragraph(`理由：${say.of(reason)}`),
        ...list('违法内容', items),
        ...list(
          '已采取的措施',
          measures.map((measure) => say.of(measure)),
        ),
        paragraph(`此前已认定的同一服务商违法信息：${earlier} 件。平台依法向有关行政管理部门报告，并计入信用记录。`),
        paragraph('对认定有异议的，可以在下列期限内在案件中陈述意见并附证据，由平台负责人复核；认定有误的，解除措施。'),
        deadlines,
      ],
      facts: [['采取措施时间', say.at(takenAt)]],
      action: '查看案件',
    }),
    en: ({ breach, clause, items, measures, reason, takenAt, earlier }, say) => ({
      blocks: [
        paragraph(
          `The hub found the content below unlawful: ${say.of(breach)} (${say.cite(clause)}). It has taken measures.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        ...list('Content', items),
        ...list(
          'Measures',
          measures.map((measure) => say.of(measure)),
        ),
        paragraph(
          `Breaches of yours found before: ${earlier}. The hub reports this one to the authority, as the law demands, and ` +
            'enters it in your credit record.',
        ),
        paragraph(
          'If you object, state your view in the case within the time below, with evidence. A manager of the platform looks at it ' +
            'again; if the finding was wrong, the measures are lifted.',
        ),
        deadlines,
      ],
      facts: [['Measures taken', say.at(takenAt)]],
      action: 'See the case',
    }),
  },

  measureLifted: {
    'zh-CN': ({ reason, items, liftedAt }, say) => ({
      blocks: [
        paragraph('枢纽平台负责人复核后，撤销原违法认定，解除对下列内容采取的措施，信用记录同时标注为已撤销。'),
        paragraph(`理由：${say.of(reason)}`),
        ...list('恢复的内容', items),
      ],
      facts: [['解除时间', say.at(liftedAt)]],
      action: '查看案件',
    }),
    en: ({ reason, items, liftedAt }, say) => ({
      blocks: [
        paragraph(
          'A manager of the hub has looked at the finding again and reversed it. The measures against the content below are ' +
            'lifted, and the credit record shows the finding as reversed.',
        ),
        paragraph(`Why: ${say.of(reason)}`),
        ...list('Content restored', items),
      ],
      facts: [['Lifted', say.at(liftedAt)]],
      action: 'See the case',
    }),
  },
};
