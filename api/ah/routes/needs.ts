/** The needs of enterprises and how they were matched: who took each, and what of it counts (AH-OPS-02.1, 02.2). */
import { z } from 'zod';
import type { Prisma } from '../../../prisma/generated/client.ts';
import { needCategories } from '../../../rules/ah/needs.ts';
import { inBoth, text, type Text } from '../../../rules/text.ts';
import { instantOf } from '../../../rules/time/index.ts';
import { serviceNeed, type ServiceNeedFacts } from '../../../workflows/ah/service-need/contract.ts';
import { registers } from '../../../workflows/ah/words.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import type { RecordedState } from '../../../workflows/engine/state.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, instantSchema, textSchema } from '../../http/schemas.ts';
import { casesWithin } from '../../views/case-scope.ts';

/** Where a need can stand: as long as it is open its stage, then its outcome. */
const standings = { ...serviceNeed.stages, ...serviceNeed.outcomes };

type Standing = keyof typeof standings;

export const listNeeds = route({
  method: 'get',
  path: '/api/ah/needs',
  ability: 'case.read',
  tag: 'cases',
  summary: text('服务需求对接情况', 'Needs and how they were matched'),
  requirement: 'AH-OPS-02.1, 02.2, AH-EVAL-02.1, 02.2',
  query: z.strictObject({ ...pageQuery, standing: choice(standings).optional() }),
  answers: {
    200: {
      description: 'A page of the needs that the reader may see, the latest first; the counts are of all of them',
      schema: pageOf(
        z.object({
          caseId: z.string(),
          number: z.string(),
          title: z.string(),
          categoryTitle: textSchema,
          standing: z.string(),
          standingTitle: textSchema,
          publishedAt: instantSchema,
          dueAt: instantSchema.nullable(),
          taker: z
            .object({ party: z.string(), name: z.string() })
            .nullable()
            .meta({ description: 'To whom it is offered, or who took it' }),
          takenAt: instantSchema.nullable(),
          completedOn: daySchema.nullable().meta({ description: 'A need that was completed counts as a match' }),
          satisfied: z.boolean().nullable().meta({ description: 'Null while it is not evaluated' }),
        }),
      ).extend({
        counts: z.array(z.object({ standing: z.string(), title: textSchema, n: z.int() })),
        matched: z.int().meta({ description: 'Needs that were taken and completed' }),
      }),
    },
  },
  async handle({ context: { database }, access, query: { cursor, limit, standing } }) {
    const needs = { AND: [{ kind: serviceNeed.kind, revision: { gt: 0 } }, casesWithin(access)] };
    const [rows, counted] = await Promise.all([
      database.case.findMany({
        where: { AND: [needs, standing === undefined ? {} : standsAt(standing), behind(cursor, 'openedAt')] },
        orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
        select: {
          ...{ id: true, number: true, title: true, stage: true, outcome: true, openedAt: true, dueAt: true },
          ...{ state: true, parties: { where: { name: 'taker' }, select: { party: true } } },
        },
      }),
      database.case.groupBy({ by: ['stage', 'outcome'], where: needs, _count: true }),
    ]);
    const takers = await database.registerEntry.findMany({
      where: {
        register: registers.members,
        party: { in: rows.flatMap(({ parties }) => parties.map(({ party }) => party)) },
      },
      select: { party: true, name: true },
    });
    const page = pageFrom(
      rows,
      limit,
      (row) => [instantOf(row.openedAt.getTime()), row.id],
      ({ id, number, title, stage, outcome, openedAt, dueAt, state, parties: [taker] }) => {
        const { category, takenAt, completedOn, satisfied } = (state as unknown as RecordedState<ServiceNeedFacts>)
          .facts;
        const at = outcome ?? stage;
        return {
          ...{ caseId: id, number, title, categoryTitle: needCategories[category] },
          ...{ standing: at, standingTitle: titleOf(at), publishedAt: instantOf(openedAt.getTime()) },
          dueAt: dueAt === null ? null : instantOf(dueAt.getTime()),
          taker:
            taker === undefined || isFree(at, takenAt)
              ? null
              : { ...taker, name: takers.find(({ party }) => party === taker.party)?.name ?? taker.party },
          ...{ takenAt, completedOn, satisfied },
        };
      },
    );
    const counts = (Object.keys(standings) as Standing[]).map((code) => ({
      ...{ standing: code, title: standings[code] },
      n: counted
        .filter(({ stage, outcome }) => (outcome ?? stage) === code)
        .reduce((sum, { _count }) => sum + _count, 0),
    }));
    const matched = counts.filter(({ standing: at }) => MATCHED.includes(at)).reduce((sum, { n }) => sum + n, 0);
    return { status: 200, body: { ...page, counts, matched } };
  },
});

/** Only a service that was completed is a match (AH-OPS-02.2). */
const MATCHED: readonly Standing[] = ['COMPLETED', 'EVALUATED', 'SERVED'];

/** The last to whom it was offered stays a party of its case; a need that waits, or ended without being taken, has no taker all the same. */
function isFree(standing: string, takenAt: string | null): boolean {
  return ['PUBLISHED', 'EXPIRED'].includes(standing) || (standing === 'WITHDRAWN' && takenAt === null);
}

function standsAt(standing: Standing): Prisma.CaseWhereInput {
  return Object.hasOwn(serviceNeed.outcomes, standing) ? { outcome: standing } : { stage: standing, outcome: null };
}

function titleOf(code: string): Text {
  return Object.hasOwn(standings, code) ? standings[code as Standing] : inBoth(code);
}
