/** Mails of an annual evaluation (AH-EVAL-06, 07). */
import { figures as titles } from '../../../rules/ah/figures.ts';
import { deadlines, paragraph, table } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { annualEvaluation } from './contract.ts';

export const annualEvaluationWording: WordingsOf<typeof annualEvaluation> = {
  summaryAsked: {
    'zh-CN': ({ year }) => ({
      subject: `请报送 ${year} 年度工作总结`,
      blocks: [
        paragraph(`${year} 年度综合评价已开始。请报送年度工作总结，共七部分，并附服务、宣传和资质证明。`),
        deadlines,
      ],
      action: '查看并报送',
    }),
    en: ({ year }) => ({
      subject: `Hand in your summary of ${year}`,
      blocks: [
        paragraph(
          `The annual evaluation of ${year} has begun. Hand in your yearly work summary in its seven parts, with proof of services, publicity and titles.`,
        ),
        deadlines,
      ],
      action: 'See it and hand in the summary',
    }),
  },

  dataCorrected: {
    'zh-CN': ({ year, figure, from, to, reason, correctedAt }, say) => ({
      blocks: [
        paragraph(`您 ${year} 年度综合评价的数据“${say.of(titles[figure])}”由 ${from} 更正为 ${to}。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['更正时间', say.at(correctedAt)]],
      action: '查看评价数据',
    }),
    en: ({ year, figure, from, to, reason, correctedAt }, say) => ({
      blocks: [
        paragraph(
          `A figure of your evaluation of ${year} was corrected: ${say.of(titles[figure])}, from ${from} to ${to}.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Corrected', say.at(correctedAt)]],
      action: 'See the data',
    }),
  },

  commentsAnswered: {
    'zh-CN': ({ year, answer, answeredAt }, say) => ({
      blocks: [paragraph(`您对 ${year} 年度评价数据提出的意见，平台答复如下：`), paragraph(answer)],
      facts: [['答复时间', say.at(answeredAt)]],
      action: '查看评价数据',
    }),
    en: ({ year, answer, answeredAt }, say) => ({
      blocks: [paragraph(`The platform has answered your comments on the data of ${year}:`), paragraph(answer)],
      facts: [['Answered', say.at(answeredAt)]],
      action: 'See the data',
    }),
  },

  dataForComment: {
    'zh-CN': ({ year, figures, inTime, due }, say) => ({
      subject: `请核对 ${year} 年度评价数据`,
      blocks: [
        paragraph(`${year} 年度综合评价依据下列数据计分。如有出入，请在期限内提出意见。`),
        table(
          ['数据', '数量'],
          figures.map(({ figure, n }) => [say.of(titles[figure]), String(n)]),
        ),
        paragraph(`月报按期报送：${due} 次中 ${inTime} 次。`),
        deadlines,
      ],
      action: '查看评价数据',
    }),
    en: ({ year, figures, inTime, due }, say) => ({
      subject: `Check the data of your evaluation of ${year}`,
      blocks: [
        paragraph(
          `The evaluation of ${year} is scored on the data below. If something is wrong, say so within the time.`,
        ),
        table(
          ['Figure', 'Number'],
          figures.map(({ figure, n }) => [say.of(titles[figure]), String(n)]),
        ),
        paragraph(`Monthly reports in time: ${inTime} of ${due}.`),
        deadlines,
      ],
      action: 'See the data',
    }),
  },

  deductionLifted: {
    'zh-CN': ({ institution, year, grade, total, liftedAt }, say) => ({
      blocks: [
        paragraph(
          `${institution}的 ${year} 年度综合评价已通知结果：${say.of(grade)}，得分 ${total}。其中一件计入减分项的投诉，原认定现已撤销或者正在复核，不再计入减分项。`,
        ),
        paragraph('结果通知后，系统不自行改动得分和等次。请研究是否更正评价结果，并处理由此产生的后果。'),
      ],
      facts: [['认定变化时间', say.at(liftedAt)]],
      action: '查看该评价',
    }),
    en: ({ institution, year, grade, total, liftedAt }, say) => ({
      blocks: [
        paragraph(
          `${institution} was notified of its annual evaluation of ${year}: ${say.of(grade).toLowerCase()}, with a score of ${total}. The finding on a complaint that was deducted has been taken back or is under review, and counts no more.`,
        ),
        paragraph(
          'After the notice no score and no grade is changed by itself. Decide whether the result is to be corrected, and deal with what followed from it.',
        ),
      ],
      facts: [['Finding changed', say.at(liftedAt)]],
      action: 'See the evaluation',
    }),
  },

  resultRetained: {
    'zh-CN': ({ year, grade, total, place, of, reason, consequence, notifiedAt }, say) => ({
      blocks: [
        paragraph(`您的 ${year} 年度综合评价结果为${say.of(grade)}，${say.of(consequence)}。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [
        ['得分', String(total)],
        ['排名', `第 ${place} 名，共 ${of} 家`],
        ['通知时间', say.at(notifiedAt)],
      ],
      action: '查看评价结果',
    }),
    en: ({ year, grade, total, place, of, reason, consequence, notifiedAt }, say) => ({
      blocks: [
        paragraph(`Your annual evaluation of ${year}: ${say.of(grade).toLowerCase()}. ${say.of(consequence)}.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [
        ['Score', String(total)],
        ['Rank', `place ${place} of ${of}`],
        ['Notified', say.at(notifiedAt)],
      ],
      action: 'See the result',
    }),
  },

  membershipCancelled: {
    'zh-CN': ({ year, grade, total, place, of, reason, consequence, notifiedAt }, say) => ({
      blocks: [
        paragraph(`${year} 年度综合评价结果为${say.of(grade)}，经复核，决定${say.of(consequence)}。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('办法没有限制再次申请的期限；再次申请时一并考虑本次结果。'),
      ],
      facts: [
        ['得分', String(total)],
        ['排名', `第 ${place} 名，共 ${of} 家`],
        ['通知时间', say.at(notifiedAt)],
      ],
      action: '查看决定',
    }),
    en: ({ year, grade, total, place, of, reason, consequence, notifiedAt }, say) => ({
      blocks: [
        paragraph(
          `The annual evaluation of ${year} came to: ${say.of(grade).toLowerCase()}. It was confirmed by a second person and decided: ${say.of(consequence).toLowerCase()}.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('The measures bar nobody from applying again; this result is shown when you do.'),
      ],
      facts: [
        ['Score', String(total)],
        ['Rank', `place ${place} of ${of}`],
        ['Notified', say.at(notifiedAt)],
      ],
      action: 'See the decision',
    }),
  },
};
