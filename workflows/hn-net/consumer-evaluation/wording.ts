/** Mails of an evaluation (HN-NET-19). */
import { paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { consumerEvaluation } from './contract.ts';
import { decisionWording } from './decision-wording.ts';

export const consumerEvaluationWording: WordingsOf<typeof consumerEvaluation> = {
  ...decisionWording,

  evaluationPublished: {
    'zh-CN': ({ orderNo, completedOn, score, publishedAt }, say) => ({
      subject: `订单 ${orderNo} 收到 ${score} 分评价`,
      blocks: [
        paragraph(`消费者对您已完成的服务（订单号 ${orderNo}）作出评价，评价已经公开。`),
        paragraph('您可以在案件中公开答复一次，不设期限；不答复的，评价照常公开。答复请实事求是，不得泄露消费者信息。'),
        paragraph(
          '认为评价内容违法的，可以向平台举报并说明事实；核查期间评价继续公开并注明有争议。' +
            '评价不利不是隐藏的事由，服务商不得自行删除评价。',
        ),
      ],
      facts: [
        ['订单号', orderNo],
        ['服务完成日期', say.day(completedOn)],
        ['评分', `${score} 分（满分 5 分）`],
        ['发布时间', say.at(publishedAt)],
      ],
      action: '查看评价',
    }),
    en: ({ orderNo, completedOn, score, publishedAt }, say) => ({
      subject: `Order ${orderNo} has been evaluated: ${score} of 5`,
      blocks: [
        paragraph(
          `The consumer of order ${orderNo} has evaluated the service you completed. The evaluation is public.`,
        ),
        paragraph(
          'You may answer it once in public, in the case; there is no time limit, and without an answer it stays in view all the ' +
            'same. Please keep to the facts and disclose nothing of the consumer.',
        ),
        paragraph(
          'If its content is unlawful you may report it to the platform and say why; it stays in view meanwhile, marked as ' +
            'contested. That it is unfavourable is no ground for hiding it, and a provider may not delete it.',
        ),
      ],
      facts: [
        ['Order', orderNo],
        ['Service completed', say.day(completedOn)],
        ['Score', `${score} of 5`],
        ['Published', say.at(publishedAt)],
      ],
      action: 'See the evaluation',
    }),
  },

  evaluationAnswered: {
    'zh-CN': ({ orderNo, answeredAt }, say) => ({
      blocks: [
        paragraph(`服务商已公开答复您对订单 ${orderNo} 的评价，请在案件中查看。`),
        paragraph('您可以追加一次评价；无须追加的，不必办理任何手续。'),
      ],
      facts: [
        ['订单号', orderNo],
        ['答复时间', say.at(answeredAt)],
      ],
      action: '查看答复',
    }),
    en: ({ orderNo, answeredAt }, say) => ({
      blocks: [
        paragraph(
          `The provider has answered your evaluation of order ${orderNo} in public. Read the answer in the case.`,
        ),
        paragraph('You may add one comment to your evaluation; if you have none to add you need not do anything.'),
      ],
      facts: [
        ['Order', orderNo],
        ['Answered', say.at(answeredAt)],
      ],
      action: 'See the answer',
    }),
  },

  commentAdded: {
    'zh-CN': ({ orderNo, commentedAt }, say) => ({
      blocks: [
        paragraph(`消费者对订单 ${orderNo} 追加了评价，内容已经公开，请在案件中查看。每份评价只能追加一次。`),
        paragraph('尚未答复的，您仍可公开答复一次；认为追加内容违法的，可以向平台举报。'),
      ],
      facts: [
        ['订单号', orderNo],
        ['追加时间', say.at(commentedAt)],
      ],
      action: '查看追加评价',
    }),
    en: ({ orderNo, commentedAt }, say) => ({
      blocks: [
        paragraph(
          `The consumer has added a comment to the evaluation of order ${orderNo}. It is public; read it in the case. No more ` +
            'than one comment can be added.',
        ),
        paragraph(
          'If you have not answered yet you may still do so once in public. If what was added is unlawful you may report it to the ' +
            'platform.',
        ),
      ],
      facts: [
        ['Order', orderNo],
        ['Added', say.at(commentedAt)],
      ],
      action: 'See the comment',
    }),
  },
};
