/** Mails on what the platform decides of an evaluation: reported, hidden, shown again (HN-NET-19.2). */
import { paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { consumerEvaluation } from './contract.ts';

type Decisions = 'reportTurnedDown' | 'evaluationHidden' | 'evaluationRestored' | 'hidingUpheld';

export const decisionWording: Pick<WordingsOf<typeof consumerEvaluation>, Decisions> = {
  reportTurnedDown: {
    'zh-CN': ({ orderNo, ground, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `您举报的订单 ${orderNo} 的评价，经平台核查，举报不成立，评价继续公开。举报事由：${say.of(ground)}。`,
        ),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('同一内容不再就同一事由核查。尚未答复的，您仍可公开答复一次；服务商不得自行删除评价。'),
      ],
      facts: [
        ['订单号', orderNo],
        ['举报事由', say.of(ground)],
        ['决定时间', say.at(decidedAt)],
      ],
      action: '查看案件',
    }),
    en: ({ orderNo, ground, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `The platform has examined the evaluation of order ${orderNo} that you reported. Your report was turned down and the ` +
            `evaluation stays in view. Ground reported: ${say.of(ground)}.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          'The same content is not examined again on the same ground. If you have not answered yet you may still do so once in ' +
            'public; a provider may not delete an evaluation.',
        ),
      ],
      facts: [
        ['Order', orderNo],
        ['Ground reported', say.of(ground)],
        ['Decided', say.at(decidedAt)],
      ],
      action: 'See the case',
    }),
  },

  evaluationHidden: {
    'zh-CN': ({ orderNo, ground, clause, reason, hiddenAt }, say) => ({
      blocks: [
        paragraph(
          `订单 ${orderNo} 的评价，经平台核查，内容违法，予以隐藏。事由：${say.of(ground)}（${say.cite(clause)}）。`,
        ),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('隐藏后评价及其答复、追加内容不再公开，也不计入服务商的满意率；原始记录予以保留。'),
        paragraph('消费者对隐藏有异议的，可以在案件中提出一次，不设期限，由平台负责人复核；不提出的，隐藏继续有效。'),
      ],
      facts: [
        ['订单号', orderNo],
        ['事由', say.of(ground)],
        ['隐藏时间', say.at(hiddenAt)],
      ],
      action: '查看案件',
    }),
    en: ({ orderNo, ground, clause, reason, hiddenAt }, say) => ({
      blocks: [
        paragraph(
          `The platform has examined the evaluation of order ${orderNo}, found its content unlawful and hidden it. Ground: ` +
            `${say.of(ground)} (${say.cite(clause)}).`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(
          'The evaluation, its answer and what was added are no longer public and do not count in the satisfaction rate of the ' +
            'provider. The record is kept.',
        ),
        paragraph(
          'The consumer may object once, in the case, without a time limit; a manager of the platform then examines the hiding. ' +
            'Without an objection it stands.',
        ),
      ],
      facts: [
        ['Order', orderNo],
        ['Ground', say.of(ground)],
        ['Hidden', say.at(hiddenAt)],
      ],
      action: 'See the case',
    }),
  },

  evaluationRestored: {
    'zh-CN': ({ orderNo, reason, restoredAt }, say) => ({
      blocks: [
        paragraph(`订单 ${orderNo} 的评价，经平台负责人复核，原隐藏决定予以撤销，评价恢复公开并重新计入满意率。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('双方无须办理任何手续。'),
      ],
      facts: [
        ['订单号', orderNo],
        ['恢复时间', say.at(restoredAt)],
      ],
      action: '查看案件',
    }),
    en: ({ orderNo, reason, restoredAt }, say) => ({
      blocks: [
        paragraph(
          `A manager of the platform has examined the hiding of the evaluation of order ${orderNo} and reversed it. The ` +
            'evaluation is public again and counts in the satisfaction rate.',
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('Neither side need do anything.'),
      ],
      facts: [
        ['Order', orderNo],
        ['Shown again', say.at(restoredAt)],
      ],
      action: 'See the case',
    }),
  },

  hidingUpheld: {
    'zh-CN': ({ orderNo, ground, clause, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `您对隐藏订单 ${orderNo} 的评价提出的异议，经平台负责人复核，异议不成立，维持隐藏。` +
            `事由：${say.of(ground)}（${say.cite(clause)}）。`,
        ),
        paragraph(`理由：${say.of(reason)}`),
        paragraph('对服务本身有争议的，您仍可向平台投诉或者申请调解。'),
      ],
      facts: [
        ['订单号', orderNo],
        ['事由', say.of(ground)],
        ['决定时间', say.at(decidedAt)],
      ],
      action: '查看案件',
    }),
    en: ({ orderNo, ground, clause, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(
          `A manager of the platform has examined your objection to the hiding of your evaluation of order ${orderNo}. It was ` +
            `turned down and the hiding stands. Ground: ${say.of(ground)} (${say.cite(clause)}).`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('If the service itself is in dispute you may still complain to the platform or apply for mediation.'),
      ],
      facts: [
        ['Order', orderNo],
        ['Ground', say.of(ground)],
        ['Decided', say.at(decidedAt)],
      ],
      action: 'See the case',
    }),
  },
};
