/** Words and mails that several processes of the store regime share. */
import { list, paragraph, type Wording } from '../../rules/notices/content.ts';
import type { Words } from '../../rules/notices/words.ts';
import type { EntryRoute } from '../../rules/sh-store/notices.ts';
import { routeTitles } from '../../rules/sh-store/routes.ts';
import type { BarLifted } from '../engine/bars.ts';
import { figureTable } from './figures-wording.ts';
import type { RecommendedCaseOutcome } from './shared-notices.ts';

/** The name of a way into the platform. */
export function routeTitle(route: EntryRoute, say: Words): string {
  return say.of(routeTitles[route]);
}

export const recommendedCaseOutcomeWording: Wording<RecommendedCaseOutcome> = {
  'zh-CN': ({ institution, department, documentNumber, outcome, decidedAt, reasons, figures }, say) => ({
    blocks: [
      paragraph(`${department}推荐的${institution}已有办理结果：${say.of(outcome)}。`),
      ...list('理由', say.all(reasons)),
      ...(figures === undefined ? [] : [figureTable(figures, say)]),
    ],
    facts: [
      ['推荐函文号', documentNumber],
      ['结果', say.of(outcome)],
      ['决定时间', say.at(decidedAt)],
    ],
    action: '查看案件',
  }),
  en: ({ institution, department, documentNumber, outcome, decidedAt, reasons, figures }, say) => ({
    blocks: [
      paragraph(`There is an outcome for ${institution}, which ${department} recommended: ${say.of(outcome)}.`),
      ...list('Reasons', say.all(reasons)),
      ...(figures === undefined ? [] : [figureTable(figures, say)]),
    ],
    facts: [
      ['Document number', documentNumber],
      ['Outcome', say.of(outcome)],
      ['Decided', say.at(decidedAt)],
    ],
    action: 'See the case',
  }),
};

export const barLiftedWording: Wording<BarLifted> = {
  'zh-CN': ({ firstDay, lastDay, liftedAt, reason }, say) => ({
    blocks: [
      paragraph(
        `贵机构的不受理期原自${say.day(firstDay)}起至${say.day(lastDay)}止，现已由负责人解除，即日起可以重新提交开店申请。`,
      ),
      paragraph(`理由：${say.of(reason)}`),
    ],
    facts: [['解除时间', say.at(liftedAt)]],
    action: '查看案件',
  }),
  en: ({ firstDay, lastDay, liftedAt, reason }, say) => ({
    blocks: [
      paragraph(
        `The bar on store applications of your institution was to run from ${say.day(firstDay)} to ${say.day(lastDay)}. A manager ` +
          'has lifted it; you may apply again.',
      ),
      paragraph(`Why: ${say.of(reason)}`),
    ],
    facts: [['Lifted', say.at(liftedAt)]],
    action: 'See the case',
  }),
};
