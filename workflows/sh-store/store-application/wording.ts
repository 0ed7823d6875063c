/** Mails about filing and preliminary review (SH-STORE-03, SH-STORE-04); those about the interview lie beside. */
import { deadlines, fact, list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import { barLiftedWording, recommendedCaseOutcomeWording, routeTitle } from '../shared-wording.ts';
import { absenceWording } from './absence-wording.ts';
import type { storeApplication } from './contract.ts';
import { interviewWording } from './interview-wording.ts';

export const storeApplicationWording: WordingsOf<typeof storeApplication> = {
  applicationReceived: {
    'zh-CN': ({ route, filedAt }, say) => ({
      blocks: [
        paragraph('贵机构的开店申请已经收到，现进入线上初审。初审将复核申请材料并核查信用风险，结果以邮件告知。'),
        paragraph('请保存下面的案号，今后查询和联系均以此为准。初审决定作出之前，贵机构可以随时撤回申请。'),
      ],
      facts: [
        ['入驻途径', routeTitle(route, say)],
        ['提交时间', say.at(filedAt)],
      ],
      action: '查看申请进度',
    }),
    en: ({ route, filedAt }, say) => ({
      blocks: [
        paragraph(
          'We have received your store application. It now goes to the online preliminary review: the materials are ' +
            're-checked and the credit risk is looked into. You will be told the result by e-mail.',
        ),
        paragraph(
          'Please keep the case number below and quote it whenever you write to us. Until the review is decided you may ' +
            'withdraw the application at any time.',
        ),
      ],
      facts: [
        ['Route', routeTitle(route, say)],
        ['Filed', say.at(filedAt)],
      ],
      action: 'See your application',
    }),
  },

  supplementRequested: {
    'zh-CN': ({ items, reason }, say) => ({
      blocks: [
        paragraph('经初审，贵机构的开店申请还需补充下列材料或者说明，请在期限内通过平台一次提交。'),
        ...list('需要补充的内容', say.all(items)),
        deadlines,
        paragraph('逾期未补充的，本次申请终止；终止后不设不受理期，可以重新申请。'),
      ],
      facts: fact('退回理由', reason && say.of(reason)),
      action: '查看补正要求',
    }),
    en: ({ items, reason }, say) => ({
      blocks: [
        paragraph(
          'The preliminary review found that your store application needs the following. Please hand it all in through ' +
            'the platform, in one go, before the deadline.',
        ),
        ...list('What is needed', say.all(items)),
        deadlines,
        paragraph('If nothing arrives in time the application lapses. No bar follows: you may apply again.'),
      ],
      facts: fact('Reason', reason && say.of(reason)),
      action: 'See what is asked for',
    }),
  },

  applicationLapsed: {
    'zh-CN': ({ lapsedAt, requestedAt }, say) => ({
      blocks: [
        paragraph('在规定期限内没有收到需要补充的材料，本次开店申请已经终止。'),
        paragraph('本次终止不设不受理期，备齐材料后可以随时重新申请。'),
      ],
      facts: [...fact('要求补充的时间', requestedAt && say.at(requestedAt)), ['终止时间', say.at(lapsedAt)]],
    }),
    en: ({ lapsedAt, requestedAt }, say) => ({
      blocks: [
        paragraph('The supplement we asked for did not arrive before the deadline, so this application has lapsed.'),
        paragraph('No bar follows. You may apply again as soon as the materials are complete.'),
      ],
      facts: [...fact('Supplement requested', requestedAt && say.at(requestedAt)), ['Lapsed', say.at(lapsedAt)]],
    }),
  },

  applicationWithdrawn: {
    'zh-CN': ({ withdrawnAt, reason }, say) => ({
      blocks: [
        paragraph('应贵机构的请求，本次开店申请已经撤回，办理到此结束。'),
        paragraph('撤回不设不受理期，今后可以随时重新申请。'),
      ],
      facts: [['撤回时间', say.at(withdrawnAt)], ...fact('撤回原因', reason && say.of(reason))],
    }),
    en: ({ withdrawnAt, reason }, say) => ({
      blocks: [
        paragraph('As you asked, this store application has been withdrawn. The case is closed.'),
        paragraph('No bar follows. You may apply again at any time.'),
      ],
      facts: [['Withdrawn', say.at(withdrawnAt)], ...fact('Reason', reason && say.of(reason))],
    }),
  },

  preliminaryRejected: {
    'zh-CN': ({ reasons, decidedAt, clause }, say) => ({
      blocks: [
        paragraph('经资料复核和信用风险核查，贵机构的开店申请未通过线上初审。'),
        ...list('理由', say.all(reasons)),
        paragraph('初审未通过不产生不受理期：情况改善后，贵机构可以随时重新申请。'),
      ],
      facts: [...fact('决定依据', clause && say.cite(clause)), ['决定时间', say.at(decidedAt)]],
      action: '查看决定',
    }),
    en: ({ reasons, decidedAt, clause }, say) => ({
      blocks: [
        paragraph(
          'After a re-check of the materials and of the credit risk, your store application has not passed the online ' +
            'preliminary review.',
        ),
        ...list('Reasons', say.all(reasons)),
        paragraph('No bar follows from this decision: you may apply again at any time.'),
      ],
      facts: [...fact('Ground', clause && say.cite(clause)), ['Decided', say.at(decidedAt)]],
      action: 'See the decision',
    }),
  },

  routeChanged: {
    'zh-CN': ({ from, to, reason, changedAt }, say) => ({
      blocks: [
        paragraph(
          `贵机构的开店申请已由“${routeTitle(from, say)}”变更为“${routeTitle(to, say)}”，初审继续进行，无需重新提交。`,
        ),
        paragraph(
          to === 'TRIAL'
            ? '通过面审后店铺试运行两个月，期满达到积分、订单和产品三项指标的予以转正，未达标的作清退处理。'
            : '通过面审后店铺即正式开通，无需试运行。',
        ),
      ],
      facts: [
        ['变更理由', say.of(reason)],
        ['变更时间', say.at(changedAt)],
      ],
      action: '查看申请进度',
    }),
    en: ({ from, to, reason, changedAt }, say) => ({
      blocks: [
        paragraph(
          `Your store application was moved from the route '${routeTitle(from, say)}' to '${routeTitle(to, say)}'. The preliminary ` +
            'review goes on; nothing has to be filed again.',
        ),
        paragraph(
          to === 'TRIAL'
            ? 'Once the interview is passed the store is on trial for two months. If it reaches its targets of points, ' +
                'orders and products it is regularised, otherwise it is cleared.'
            : 'Once the interview is passed the store is open for good, without a trial.',
        ),
      ],
      facts: [
        ['Reason', say.of(reason)],
        ['Changed', say.at(changedAt)],
      ],
      action: 'See your application',
    }),
  },

  recommendationReceived: {
    'zh-CN': ({ institution, department, documentNumber, receivedAt, relatedAt }, say) => ({
      blocks: [
        paragraph(`${department}推荐${institution}上云开店试运行的推荐函已收到并存档。`),
        paragraph('该机构已提交开店申请，推荐函已关联至该申请。'),
        paragraph('申请有办理结果时，将以邮件告知贵单位。推荐人不参与对所推荐机构的审核决定。'),
      ],
      facts: [
        ['推荐单位', department],
        ['推荐函文号', documentNumber],
        ['收到推荐函时间', say.at(receivedAt)],
        ...fact('关联至申请时间', relatedAt && say.at(relatedAt)),
      ],
      action: '查看案件',
    }),
    en: ({ institution, department, documentNumber, receivedAt, relatedAt }, say) => ({
      blocks: [
        paragraph(
          `We have received and filed the letter by which ${department} recommends ${institution} for trial operation.`,
        ),
        paragraph('The institution has filed its store application, which now rests on the letter.'),
        paragraph(
          'You will be told the outcome of the application by e-mail. Whoever recommends an institution takes no part in ' +
            'deciding on it.',
        ),
      ],
      facts: [
        ['Department', department],
        ['Document number', documentNumber],
        ['Letter received', say.at(receivedAt)],
        ...fact('Linked to the application', relatedAt && say.at(relatedAt)),
      ],
      action: 'See the case',
    }),
  },
  ...interviewWording,
  ...absenceWording,
  recommendedCaseOutcome: recommendedCaseOutcomeWording,
  barLifted: barLiftedWording,
};
