/** Notices about the trial operation (SH-STORE-07). */
import type { TrialFigures } from '../../../rules/notices.ts';
import type { Words } from '../words.ts';
import { deadlines, figures, paragraph, warning, type Wording } from './content.ts';

export const trialStarted: Wording<'trialStarted'> = {
  'zh-CN': ({ storeName, startedAt, targets }, say) => ({
    blocks: [
      paragraph(
        `店铺“${storeName}”自通过开店审核之日起试运行两个月。期满时积分须超过 ${targets.points} 分、订单达 ${targets.orders} 个以上、` +
          `产品不少于 ${targets.products} 个；三项全部达标的予以转正，任何一项未达标的作清退处理。`,
      ),
      deadlines,
    ],
    facts: [
      ['店铺', storeName],
      ['试运行开始', say.at(startedAt)],
    ],
    action: '查看店铺数据',
  }),
  en: ({ storeName, startedAt, targets }, say) => ({
    blocks: [
      paragraph(
        `The store “${storeName}” is on trial for two months from the day it passed review. At the end it needs more than ` +
          `${targets.points} points, at least ${targets.orders} orders and at least ${targets.products} products. With all three ` +
          'met it becomes a normal store; if any is missed it is cleared.',
      ),
      deadlines,
    ],
    facts: [
      ['Store', storeName],
      ['Trial began', say.at(startedAt)],
    ],
    action: 'See the figures',
  }),
};

export const trialProgress: Wording<'trialProgress'> = {
  'zh-CN': ({ storeName, figures: current }, say) => ({
    blocks: [
      paragraph(`以下是店铺“${storeName}”试运行的三项指标和截至目前的数据。${missing(current, say)}`),
      figures(current),
      deadlines,
      paragraph('期满后按到期时的数据评定，不提前转正，也不延长。三项全部达标的转正；任何一项未达标的，作清退处理。'),
    ],
    facts: [['店铺', storeName]],
    action: '查看店铺数据',
  }),
  en: ({ storeName, figures: current }, say) => ({
    blocks: [
      paragraph(
        `These are the three targets of the store “${storeName}” and where it stands. ${missing(current, say)}`,
      ),
      figures(current),
      deadlines,
      paragraph(
        'The judgement is made after the end, on the figures at that moment; it comes no earlier and the trial is not ' +
          'extended. With all three met the store becomes a normal store; if any is missed it is cleared.',
      ),
    ],
    facts: [['Store', storeName]],
    action: 'See the figures',
  }),
};

export const trialRegularised: Wording<'trialRegularised'> = {
  'zh-CN': ({ storeName, regularisedAt, figures: final }, say) => ({
    blocks: [
      paragraph(`店铺“${storeName}”试运行期满，三项指标全部达标，经审核予以转正，自即日起为正式店铺。`),
      figures(final),
    ],
    facts: [
      ['店铺', storeName],
      ['转正时间', say.at(regularisedAt)],
    ],
    action: '查看店铺',
  }),
  en: ({ storeName, regularisedAt, figures: final }, say) => ({
    blocks: [
      paragraph(
        `The trial of the store “${storeName}” is over and all three targets were met. A reviewer has confirmed it: ` +
          'from now on it is a normal store.',
      ),
      figures(final),
    ],
    facts: [
      ['Store', storeName],
      ['Regularised', say.at(regularisedAt)],
    ],
    action: 'See the store',
  }),
};

export const trialFailed: Wording<'trialFailed'> = {
  'zh-CN': ({ storeName, endedAt, figures: final }, say) => ({
    blocks: [
      paragraph(`店铺“${storeName}”试运行期满，未达到转正要求。${missing(final, say)}`),
      figures(final),
      warning(
        '未达标的试运行店铺作清退处理（依据 SH-STORE 一.2）。清退须经审核人员确认，确认后另以书面告知函和邮件通知。',
      ),
    ],
    facts: [
      ['店铺', storeName],
      ['试运行期满', say.at(endedAt)],
    ],
    action: '查看评定',
  }),
  en: ({ storeName, endedAt, figures: final }, say) => ({
    blocks: [
      paragraph(`The trial of the store “${storeName}” is over and its targets were not met. ${missing(final, say)}`),
      figures(final),
      warning(
        'A trial store that missed its targets is cleared, under SH-STORE 一.2. A reviewer must confirm the clearance; ' +
          'you are then told by letter and by e-mail.',
      ),
    ],
    facts: [
      ['Store', storeName],
      ['Trial ended', say.at(endedAt)],
    ],
    action: 'See the judgement',
  }),
};

/** One sentence on what is missing, so that it is read even where the table is not shown. */
function missing(of: TrialFigures, say: Words): string {
  const open = say.figures(of).filter((line) => !line.met);
  if (say.locale === 'en') {
    if (open.length === 0) return 'All three are met.';
    return `Not met: ${open.map((line) => `${line.name.toLowerCase()} (${line.missing})`).join(', ')}.`;
  }
  return open.length === 0
    ? '三项均已达标。'
    : `未达标：${open.map((line) => `${line.name}（${line.missing}）`).join('、')}。`;
}
