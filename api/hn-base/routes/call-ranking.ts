/** The declarations of a call by the scores of the experts, with the places that the quota has, and why one of equals was chosen (HN-BASE-03). */
import { z } from 'zod';
import { caseNumbers } from '../../../prisma/case-numbers.ts';
import type { Database } from '../../../prisma/client.ts';
import { isTied, ranked } from '../../../rules/hn-base/selection.ts';
import { refuse } from '../../../rules/refusal.ts';
import { inBoth, text } from '../../../rules/text.ts';
import { instantOf } from '../../../rules/time/index.ts';
import type { RecordedState } from '../../../workflows/engine/state.ts';
import { stageTitle } from '../../../workflows/engine/contract.ts';
import { baseCall, type BaseCallFacts } from '../../../workflows/hn-base/base-call/contract.ts';
import type { BaseCallInputs } from '../../../workflows/hn-base/base-call/input.ts';
import { setReport } from '../../../activities/letters/sheet-setter.ts';
import type { Access } from '../../abilities.ts';
import { bodyTitle } from '../../bodies.ts';
import type { ApiContext } from '../../context.ts';
import { handOut } from '../../documents/hand-out.ts';
import { exportShape, sendFigures } from '../../exports/send-figures.ts';
import { tableFormat } from '../../exports/send-table.ts';
import { headsOf, tableOf, type Column } from '../../exports/table-of.ts';
import { route } from '../../http/route.ts';
import { idSchema, textSchema } from '../../http/schemas.ts';
import { requireWithin, SCOPED } from '../../views/case-scope.ts';
import { rankedColumns, rankedSchema, type RankedCase } from '../../views/ranked.ts';
import { rulesOf } from '../../views/rule-values.ts';
import { recommendedBases } from '../documents/recommended-bases.ts';

const SELECTED = baseCall.actions.selectBase;

/** What the province reads before it makes its list, and afterwards. */
export const getCallRanking = route({
  method: 'get',
  path: '/api/hn-base/calls/{id}/ranking',
  ability: 'case.handle',
  tag: 'figures',
  summary: text('示范基地得分排序', 'The declarations of a call by their scores'),
  requirement: 'HN-BASE-03.1, 03.2, 03.3',
  params: z.strictObject({ id: idSchema.meta({ description: 'Id of the call' }) }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'All of them, the best first; those of one place by their ids, those without a score last',
      schema: z.object({
        id: z.string(),
        year: z.int(),
        document: z.string(),
        stageTitle: textSchema,
        quota: z.int().meta({ description: 'How many the province can recommend' }),
        isTiedAtQuota: z.boolean().meta({
          description: 'The last place and the one after it have the same score: who is chosen needs a reason',
        }),
        items: z.array(rankedSchema.extend({ isSelected: z.boolean() })),
      }),
    },
  },
  async handle({ context, access, params: { id } }) {
    const { items, ...call } = await rankingOf(context, access, id);
    const shown = items.map(({ id: of, number, name, place, isTied: equal, score, isSelected, decision }) => ({
      ...{ id: of, number, name, place, isTied: equal, score, isSelected, decision },
    }));
    return { status: 200, body: { ...call, items: shown } };
  },
});

/** The same as a table to file. Each export stands in the audit log. */
export const exportCallRanking = route({
  ...exportShape,
  path: '/api/hn-base/calls/{id}/ranking/export',
  ability: 'case.export',
  summary: text('导出示范基地得分排序', 'Export the declarations by their scores'),
  requirement: 'HN-BASE-03.1, 03.2, 03.3',
  params: z.strictObject({ id: idSchema.meta({ description: 'Id of the call' }) }),
  query: z.strictObject({ format: tableFormat }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  async handle(call) {
    const {
      context,
      access,
      reader: { locale },
      params: { id },
      query: { format },
    } = call;
    const { items, year } = await rankingOf(context, access, id);
    return sendFigures(call, {
      ...{ id: 'hn-base-ranking', filters: { call: id }, format },
      ...{ file: `bases-${year}`, sheet: text('得分排序', 'Ranking') },
      columns: headsOf(CALL_RANKING_COLUMNS, locale),
      rows: tableOf(CALL_RANKING_COLUMNS, items, locale),
    });
  },
});

/** The list of bases that the province recommends, as it goes to the ministry with its letter, as PDF/A (HN-BASE-03.2). */
export const getRecommendedBases = route({
  method: 'get',
  path: '/api/hn-base/calls/{id}/recommended.pdf',
  ability: 'case.export',
  tag: 'figures',
  summary: text('示范基地推荐名单（PDF）', 'The list of recommended bases as PDF'),
  requirement: 'HN-BASE-03.2',
  params: z.strictObject({ id: idSchema.meta({ description: 'Id of the call' }) }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE', 'NOT_NOW'],
  answers: { 200: { description: 'The list, in the order of the places', mediaType: 'application/pdf' } },
  async handle({ context, access, params: { id }, now }) {
    const { items, ...call } = await rankingOf(context, access, id);
    const selected = items.filter(({ isSelected }) => isSelected);
    if (selected.length === 0) {
      refuse('NOT_NOW', '尚未确定推荐的基地，没有名单。', 'No base is on the list yet.', {
        facts: { requirement: 'HN-BASE-03.2' },
      });
    }
    const content = await setReport(recommendedBases({ ...call, selected }, now), context.settings.letters.fonts);
    const name = `${call.year}年示范基地推荐名单.pdf`;
    return handOut({ id: `${id}.pdf`, name, mime: 'application/pdf' }, content);
  },
});

type CallRanking = Awaited<ReturnType<typeof rankingOf>>;

/** The columns of the table. */
export const CALL_RANKING_COLUMNS: readonly Column<CallRanking['items'][number]>[] = [
  ...rankedColumns<CallRanking['items'][number]>(),
  [text('推荐单位', 'Recommended by'), ({ city }) => bodyTitle(city)],
  [text('推荐', 'On the list'), ({ isSelected }) => (isSelected ? text('推荐', 'recommended') : null)],
  [text('理由', 'Reason'), ({ decision }) => decision?.reason ?? null],
];

/** How the declarations of a call stand. @throws Refusal NOT_FOUND, OUT_OF_SCOPE */
async function rankingOf({ database }: ApiContext, access: Access, id: string) {
  const found = await database.case.findFirst({
    where: { id, kind: baseCall.kind },
    select: { id: true, stage: true, regime: true, ruleVersion: true, state: true, ...SCOPED },
  });
  const { row, standing } = requireWithin(access, found);
  if (!standing.seesAll || row.state === null) {
    return refuse('OUT_OF_SCOPE', '得分排序由组织申报的单位查看。', 'The ranking is for the body that makes the call.');
  }
  const { year, document, entries } = (row.state as unknown as RecordedState<BaseCallFacts>).facts;
  const [{ 'base.quota': quota }, selections, numbers] = await Promise.all([
    rulesOf(database, row.regime, row.ruleVersion),
    selectionsIn(database, id),
    caseNumbers(
      database,
      entries.map(({ declaration }) => declaration),
    ),
  ]);
  if (typeof quota !== 'number') throw new Error('The rules of bases have no quota.');
  const items = ranked(entries).map(({ declaration, base, city, name, place, score, selected, isTied: equal }) => ({
    ...{ id: declaration, number: numbers.get(declaration) ?? null, name, place, score, isTied: equal },
    ...{ party: base, city, isSelected: selected },
    decision: selected ? (selections.get(declaration) ?? null) : null,
  }));
  const isTiedAtQuota = entries.some((entry) => isTied(entries, entry, quota));
  const title = stageTitle(baseCall, row.stage) ?? inBoth(row.stage);
  return { id, year, document, stageTitle: title, quota, isTiedAtQuota, items };
}

/** Why each was put on the list, by its case: the latest line counts, since one that was taken off can be put on again. */
async function selectionsIn(
  database: Database,
  caseId: string,
): Promise<ReadonlyMap<string, NonNullable<RankedCase['decision']>>> {
  const lines = await database.timelineEvent.findMany({
    where: { caseId, type: SELECTED.event },
    orderBy: { seq: 'asc' },
    select: { at: true, detail: true },
  });
  return new Map(
    lines.map(({ at, detail }) => {
      const { declaration, reason = null } = detail as unknown as BaseCallInputs['selectBase'];
      return [declaration, { title: SELECTED.done, reason, at: instantOf(at.getTime()) }];
    }),
  );
}
