/** The declarations of a call by the scores of the experts, with the places that the quota has, and why one of equals was chosen (HN-BASE-03). */
import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import { isTied, ranked } from '../../../rules/hn-base/selection.ts';
import { refuse } from '../../../rules/refusal.ts';
import { inBoth, text } from '../../../rules/text.ts';
import { instantOf } from '../../../rules/time/index.ts';
import type { RecordedState } from '../../../workflows/engine/state.ts';
import { stageTitle } from '../../../workflows/engine/contract.ts';
import { baseCall, type BaseCallFacts } from '../../../workflows/hn-base/base-call/contract.ts';
import type { BaseCallInputs } from '../../../workflows/hn-base/base-call/input.ts';
import { route } from '../../http/route.ts';
import { idSchema, textSchema } from '../../http/schemas.ts';
import { requireWithin, SCOPED } from '../../views/case-scope.ts';
import { rankedSchema, type RankedCase } from '../../views/ranked.ts';
import { rulesOf } from '../../views/rule-values.ts';

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
    const { database } = context;
    const found = await database.case.findFirst({
      where: { id, kind: baseCall.kind },
      select: { id: true, stage: true, regime: true, ruleVersion: true, state: true, ...SCOPED },
    });
    const { row, standing } = requireWithin(access, found);
    if (!standing.seesAll || row.state === null) {
      refuse('OUT_OF_SCOPE', '得分排序由组织申报的单位查看。', 'The ranking is for the body that makes the call.');
    }
    const { year, document, entries } = (row.state as unknown as RecordedState<BaseCallFacts>).facts;
    const [{ 'base.quota': quota }, selections, numbers] = await Promise.all([
      rulesOf(database, row.regime, row.ruleVersion),
      selectionsIn(database, id),
      numbersOf(database, entries),
    ]);
    if (typeof quota !== 'number') throw new Error('The rules of bases have no quota.');
    const items = ranked(entries).map(({ declaration, name, place, score, selected, isTied: equal }) => ({
      ...{ id: declaration, number: numbers.get(declaration) ?? null, name, place, score, isTied: equal },
      isSelected: selected,
      decision: selected ? (selections.get(declaration) ?? null) : null,
    }));
    const isTiedAtQuota = entries.some((entry) => isTied(entries, entry, quota));
    const title = stageTitle(baseCall, row.stage) ?? inBoth(row.stage);
    return { status: 200, body: { id, year, document, stageTitle: title, quota, isTiedAtQuota, items } };
  },
});

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

/** What people call the cases of the declarations. */
async function numbersOf(database: Database, entries: BaseCallFacts['entries']): Promise<ReadonlyMap<string, string>> {
  const rows = await database.case.findMany({
    where: { id: { in: entries.map(({ declaration }) => declaration) } },
    select: { id: true, number: true },
  });
  return new Map(rows.map(({ id, number }) => [id, number]));
}
