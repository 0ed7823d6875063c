/** Mails of an exchange of plans (HN-NET-17). */
import { deadlines, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { planExchange } from './contract.ts';

export const planExchangeWording: WordingsOf<typeof planExchange> = {
  planAsked: {
    'zh-CN': ({ year, window }, say) => ({
      subject: `请通报 ${year} 年度工作计划`,
      blocks: [
        paragraph(
          `省枢纽服务平台和各窗口服务平台于每年1月底前相互通报年度工作计划。请通报“${say.of(window)}”${year} 年度的工作计划。`,
        ),
        deadlines,
        paragraph('枢纽平台的计划也将在同一期限内向您通报。'),
      ],
      action: '查看并通报',
    }),
    en: ({ year, window }, say) => ({
      subject: `Send your work plan of ${year}`,
      blocks: [
        paragraph(
          `The hub and every window inform each other of the year’s plan by the end of January. Please send the plan of “${say.of(window)}” for ${year}.`,
        ),
        deadlines,
        paragraph('The hub sends you its own plan within the same time.'),
      ],
      action: 'See it and send the plan',
    }),
  },

  planSent: {
    'zh-CN': ({ year, window, by, summary, sentAt }, say) => ({
      subject: `${say.of(by)}已通报 ${year} 年度工作计划`,
      blocks: [
        paragraph(`${say.of(by)}已通报 ${year} 年度工作计划（“${say.of(window)}”），可以在案件中阅读全文并提出意见。`),
        paragraph(`要点：${summary}`),
      ],
      facts: [['通报时间', say.at(sentAt)]],
      action: '查看工作计划',
    }),
    en: ({ year, window, by, summary, sentAt }, say) => ({
      subject: `${say.of(by)}: work plan of ${year}`,
      blocks: [
        paragraph(
          `${say.of(by)}: the work plan of ${year} has come (“${say.of(window)}”). Read it in the case, and comment on it.`,
        ),
        paragraph(`Main points: ${summary}`),
      ],
      facts: [['Sent', say.at(sentAt)]],
      action: 'See the plan',
    }),
  },

  planCommented: {
    'zh-CN': ({ year, window, by, comment, at }, say) => ({
      blocks: [paragraph(`${say.of(by)}对 ${year} 年度工作计划（“${say.of(window)}”）提出意见：`), paragraph(comment)],
      facts: [['时间', say.at(at)]],
      action: '查看案件',
    }),
    en: ({ year, window, by, comment, at }, say) => ({
      blocks: [
        paragraph(`${say.of(by)} has commented on the work plan of ${year} (“${say.of(window)}”):`),
        paragraph(comment),
      ],
      facts: [['At', say.at(at)]],
      action: 'See the case',
    }),
  },

  planOverdue: {
    'zh-CN': ({ year, window }, say) => ({
      blocks: [
        paragraph(`“${say.of(window)}”未在1月底前通报 ${year} 年度工作计划，已标记为逾期，并在考核中显示。`),
        paragraph('逾期后仍应通报，请尽快补交。'),
      ],
      action: '查看并通报',
    }),
    en: ({ year, window }, say) => ({
      blocks: [
        paragraph(
          `The plan of “${say.of(window)}” for ${year} was not sent by the end of January. It is marked as overdue, which the assessment shows.`,
        ),
        paragraph('It is to be sent all the same; please do so soon.'),
      ],
      action: 'See it and send the plan',
    }),
  },
};
