/** Mails and letters on the loss of a qualification: announced, dropped, decided (HN-NET-25.2, 25.3). */
import { deadlines, list, paragraph, warning } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { supervision } from './contract.ts';

type Losses = 'lossAnnounced' | 'lossDropped' | 'qualificationCancelled';

export const lossWording: Pick<WordingsOf<typeof supervision>, Losses> = {
  lossAnnounced: {
    'zh-CN': ({ qualification, grounds, reason }, say) => ({
      blocks: [
        warning(`中小企业主管部门拟取消贵单位的${say.of(qualification)}。`),
        ...list(
          '认定的情形',
          grounds.map((ground) => say.of(ground)),
        ),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('作出决定前，您可以在下列期限内在案件中陈述申辩并附证据；主管部门负责人据此决定是否取消。'),
        deadlines,
      ],
      action: '查看案件',
    }),
    en: ({ qualification, grounds, reason }, say) => ({
      blocks: [
        warning(`The SME department intends to cancel your ${say.of(qualification)}.`),
        ...list(
          'What was found',
          grounds.map((ground) => say.of(ground)),
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          'Before it decides you may be heard: state your case here, with evidence, within the time below. A manager of the ' +
            'department then decides.',
        ),
        deadlines,
      ],
      action: 'See the case',
    }),
  },

  lossDropped: {
    'zh-CN': ({ qualification, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`主管部门决定不取消贵单位的${say.of(qualification)}。是否采取其他措施，另行告知。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['决定时间', say.at(decidedAt)]],
      action: '查看案件',
    }),
    en: ({ qualification, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `The department does not cancel your ${say.of(qualification)}. You will hear if another measure follows.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: 'See the case',
    }),
  },

  qualificationCancelled: {
    'zh-CN': ({ qualification, grounds, reason, cancelledOn, heard }, say) => ({
      blocks: [
        paragraph(`经查，贵单位存在下列情形，现决定取消贵单位的${say.of(qualification)}。`),
        ...list(
          '认定的情形',
          grounds.map((ground) => say.of(ground)),
        ),
        paragraph(`理由：${say.of(reason)}`),
        paragraph(heard ? '作出决定前，主管部门已听取贵单位的陈述申辩。' : '贵单位在告知的期限内没有陈述申辩。'),
      ],
      facts: [['取消日期', say.day(cancelledOn)]],
      action: '查看案件',
    }),
    en: ({ qualification, grounds, reason, cancelledOn, heard }, say) => ({
      blocks: [
        paragraph(`On the grounds below the department has decided to cancel your ${say.of(qualification)}.`),
        ...list(
          'What was found',
          grounds.map((ground) => say.of(ground)),
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          heard
            ? 'Before it decided, the department has heard your statement.'
            : 'You gave no statement within the time that you were told.',
        ),
      ],
      facts: [['Cancelled on', say.day(cancelledOn)]],
      action: 'See the case',
    }),
  },
};
