/** Mails of the trial operation (SH-STORE-07). */
import { deadlines, paragraph, warning, type Block } from '../../../rules/notices/content.ts';
import type { Words } from '../../../rules/notices/words.ts';
import type { TrialFigures, TrialReopening } from '../../../rules/sh-store/notices.ts';
import { counted } from '../../../rules/text.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import { figureTable, missing, targetTable } from '../figures-wording.ts';
import { recommendedCaseOutcomeWording } from '../shared-wording.ts';
import type { trialOperation } from './contract.ts';

export const trialOperationWording: WordingsOf<typeof trialOperation> = {
  trialStarted: {
    'zh-CN': ({ institution, startedAt, targets }, say) => ({
      blocks: [
        paragraph(
          `店铺“${institution}”自通过开店审核之日起试运行两个月。期满时积分须超过 ${targets.points} 分、订单达 ${targets.orders} 笔以上、` +
            `产品不少于 ${targets.products} 个；三项全部达标的予以转正，任何一项未达标的作清退处理。`,
        ),
        deadlines,
      ],
      facts: [
        ['店铺', institution],
        ['试运行开始', say.at(startedAt)],
      ],
      action: '查看店铺数据',
    }),
    en: ({ institution, startedAt, targets }, say) => ({
      blocks: [
        paragraph(
          `The store “${institution}” is on trial for two months from the day it passed review. It needs more than ` +
            `${needed(targets)} at the end. With all three ` +
            'met it becomes a normal store; if any is missed it is cleared.',
        ),
        deadlines,
      ],
      facts: [
        ['Store', institution],
        ['Trial began', say.at(startedAt)],
      ],
      action: 'See the figures',
    }),
  },

  trialProgress: {
    'zh-CN': ({ institution, figures }, say) => ({
      blocks: [
        paragraph(`以下是店铺“${institution}”试运行的三项指标和截至目前的数据。${missing(figures, say)}`),
        figureTable(figures, say),
        deadlines,
        paragraph('期满后按到期时的数据评定，不提前转正，也不延长。三项全部达标的转正；任何一项未达标的，作清退处理。'),
      ],
      facts: [['店铺', institution]],
      action: '查看店铺数据',
    }),
    en: ({ institution, figures }, say) => ({
      blocks: [
        paragraph(
          `These are the three targets of the store “${institution}” and where it stands. ${missing(figures, say)}`,
        ),
        figureTable(figures, say),
        deadlines,
        paragraph(
          'The judgement is made after the end, on the figures at that moment; it comes no earlier and the trial is not ' +
            'extended. With all three met the store becomes a normal store; if any is missed it is cleared.',
        ),
      ],
      facts: [['Store', institution]],
      action: 'See the figures',
    }),
  },

  trialRegularised: {
    'zh-CN': ({ institution, regularisedAt, figures, reopened }, say) => ({
      blocks: [
        ...anew(reopened, say),
        paragraph(`店铺“${institution}”试运行期满，三项指标全部达标，经审核予以转正，自即日起为正式店铺。`),
        figureTable(figures, say),
      ],
      facts: [
        ['店铺', institution],
        ['转正时间', say.at(regularisedAt)],
      ],
      action: '查看店铺',
    }),
    en: ({ institution, regularisedAt, figures, reopened }, say) => ({
      blocks: [
        ...anew(reopened, say),
        paragraph(
          `The trial of the store “${institution}” is over and all three targets were met. A reviewer has confirmed it: ` +
            'from now on it is a normal store.',
        ),
        figureTable(figures, say),
      ],
      facts: [
        ['Store', institution],
        ['Regularised', say.at(regularisedAt)],
      ],
      action: 'See the store',
    }),
  },

  trialFailed: {
    'zh-CN': ({ institution, endedAt, figures, reopened }, say) => ({
      blocks: [
        ...anew(reopened, say),
        paragraph(`店铺“${institution}”试运行期满，未达到转正要求。${missing(figures, say)}`),
        figureTable(figures, say),
        warning(
          `未达标的试运行店铺作清退处理（依据${say.cite('SH-STORE 一.2')}）。清退须经审核人员确认，确认后另以书面告知函和邮件通知。`,
        ),
      ],
      facts: [
        ['店铺', institution],
        ['试运行期满', say.end(endedAt)],
      ],
      action: '查看评定',
    }),
    en: ({ institution, endedAt, figures, reopened }, say) => ({
      blocks: [
        ...anew(reopened, say),
        paragraph(
          `The trial of the store “${institution}” is over and its targets were not met. ${missing(figures, say)}`,
        ),
        figureTable(figures, say),
        warning(
          `A trial store that missed its targets is cleared, under ${say.cite('SH-STORE 一.2')}. A reviewer must confirm the ` +
            'clearance; you are then told by letter and by e-mail.',
        ),
      ],
      facts: [
        ['Store', institution],
        ['Trial ended', say.end(endedAt)],
      ],
      action: 'See the judgement',
    }),
  },

  trialReopened: {
    'zh-CN': ({ institution, reopened, reason, figures }, say) => ({
      blocks: [
        paragraph(
          `店铺“${institution}”试运行的数据已经更正，审核人员据此重新评定。以下为更正后截至试运行期满的三项指标。`,
        ),
        figureTable(figures, say),
        ...revoked(reopened, say),
        paragraph('重新评定的结果将另以邮件告知。'),
      ],
      facts: [
        ['店铺', institution],
        ['重新评定时间', say.at(reopened.at)],
        ['理由', say.of(reason)],
      ],
      action: '查看评定',
    }),
    en: ({ institution, reopened, reason, figures }, say) => ({
      blocks: [
        paragraph(
          `The figures of the trial of the store “${institution}” were corrected, and a reviewer judges it anew on them. These ` +
            'are the three figures at the end of the trial as corrected.',
        ),
        figureTable(figures, say),
        ...revoked(reopened, say),
        paragraph('You will be told the new result in a separate e-mail.'),
      ],
      facts: [
        ['Store', institution],
        ['Reopened', say.at(reopened.at)],
        ['Reason', say.of(reason)],
      ],
      action: 'See the judgement',
    }),
  },

  recommendedTrialStarted: {
    'zh-CN': ({ institution, department, documentNumber, startedAt, targets }, say) => ({
      blocks: [
        paragraph(
          `${department}推荐的${institution}已通过开店审核，其店铺“${institution}”开始试运行两个月。期满时积分须超过 ` +
            `${targets.points} 分、订单达 ${targets.orders} 笔以上、产品不少于 ${targets.products} 个，方可转正。`,
        ),
        deadlines,
        paragraph('试运行期间将按期告知进度，期满后告知办理结果。'),
      ],
      facts: [
        ['店铺', institution],
        ['推荐函文号', documentNumber],
        ['试运行开始', say.at(startedAt)],
      ],
      action: '查看案件',
    }),
    en: ({ institution, department, documentNumber, startedAt, targets }, say) => ({
      blocks: [
        paragraph(
          `${institution}, which ${department} recommended, has passed review, and its store “${institution}” has begun two ` +
            `months of trial operation. To become a normal store it needs more than ${needed(targets)} at the end.`,
        ),
        deadlines,
        paragraph('You will be told how the trial goes and, after its end, the result.'),
      ],
      facts: [
        ['Store', institution],
        ['Document number', documentNumber],
        ['Trial began', say.at(startedAt)],
      ],
      action: 'See the case',
    }),
  },

  recommendedTrialProgress: {
    'zh-CN': ({ institution, department, documentNumber, figures }, say) => ({
      blocks: [
        paragraph(
          `以下是${department}推荐的${institution}的店铺“${institution}”试运行截至目前的三项指标，供贵单位了解和指导。` +
            missing(figures, say),
        ),
        figureTable(figures, say),
        deadlines,
      ],
      facts: [
        ['店铺', institution],
        ['推荐函文号', documentNumber],
      ],
      action: '查看案件',
    }),
    en: ({ institution, department, documentNumber, figures }, say) => ({
      blocks: [
        paragraph(
          `For your information, this is how the trial of the store “${institution}” of ${institution} goes, which ` +
            `${department} recommended. ${missing(figures, say)}`,
        ),
        figureTable(figures, say),
        deadlines,
      ],
      facts: [
        ['Store', institution],
        ['Document number', documentNumber],
      ],
      action: 'See the case',
    }),
  },

  trialTargetsChanged: {
    'zh-CN': ({ institution, from, to, changedAt, reason }, say) => ({
      blocks: [
        paragraph(`店铺“${institution}”试运行适用的指标已由负责人调整，期满时按新的指标评定，此前告知的指标不再适用。`),
        targetTable(from, to, say),
        deadlines,
      ],
      facts: [
        ['店铺', institution],
        ['调整时间', say.at(changedAt)],
        ['理由', say.of(reason)],
      ],
      action: '查看店铺数据',
    }),
    en: ({ institution, from, to, changedAt, reason }, say) => ({
      blocks: [
        paragraph(
          `A manager has changed the targets of the trial of the store “${institution}”. It is judged on the new ones at its end; ` +
            'those you were told before no longer hold.',
        ),
        targetTable(from, to, say),
        deadlines,
      ],
      facts: [
        ['Store', institution],
        ['Changed', say.at(changedAt)],
        ['Reason', say.of(reason)],
      ],
      action: 'See the figures',
    }),
  },

  recommendedTrialTargetsChanged: {
    'zh-CN': ({ institution, department, documentNumber, from, to, changedAt, reason }, say) => ({
      blocks: [
        paragraph(
          `${department}推荐的${institution}的店铺“${institution}”，其试运行适用的指标已由负责人调整，期满时按新的指标评定。`,
        ),
        targetTable(from, to, say),
        deadlines,
      ],
      facts: [
        ['店铺', institution],
        ['推荐函文号', documentNumber],
        ['调整时间', say.at(changedAt)],
        ['理由', say.of(reason)],
      ],
      action: '查看案件',
    }),
    en: ({ institution, department, documentNumber, from, to, changedAt, reason }, say) => ({
      blocks: [
        paragraph(
          `A manager has changed the targets of the trial of the store “${institution}” of ${institution}, which ${department} ` +
            'recommended. It is judged on the new ones at its end.',
        ),
        targetTable(from, to, say),
        deadlines,
      ],
      facts: [
        ['Store', institution],
        ['Document number', documentNumber],
        ['Changed', say.at(changedAt)],
        ['Reason', say.of(reason)],
      ],
      action: 'See the case',
    }),
  },
  recommendedCaseOutcome: recommendedCaseOutcomeWording,
};

/** The three targets in English. */
function needed({ points, orders, products }: Readonly<Record<keyof TrialFigures, number>>): string {
  const least = [counted(orders, 'order'), counted(products, 'product')].map((one) => `at least ${one}`);
  return `${counted(points, 'point')}, ${least.join(' and ')}`;
}

/** A result that follows a reopening replaces what was told before, and says so first (SH-STORE-07.12). */
function anew(reopened: TrialReopening | undefined, say: Words): readonly Block[] {
  if (reopened === undefined) return [];
  return [
    ...revoked(reopened, say),
    paragraph(
      say.locale === 'en'
        ? 'What follows was judged anew on corrected figures.'
        : '以下是依据更正后的数据重新评定的结果。',
    ),
  ];
}

/** What no longer stands. */
function revoked({ revoked: before }: TrialReopening, say: Words): readonly Block[] {
  const zh = say.locale === 'zh-CN';
  switch (before) {
    case 'REGULARISED':
      return [
        warning(
          zh
            ? '此前予以转正的决定已经撤销，店铺恢复为试运行店铺。'
            : 'The earlier decision to regularise the store is revoked: it is a trial store again.',
        ),
      ];
    case 'TRIAL_FAILED':
      return [
        paragraph(zh ? '此前未达标的评定已经撤销。' : 'The earlier judgement that the targets were missed is revoked.'),
      ];
    case null:
      return [];
  }
}
