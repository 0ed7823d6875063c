import { z } from 'zod';
import { inBoth, text } from '../../rules/text.ts';
import { dayOf, instantOf } from '../../rules/time/index.ts';
import { accessOf } from '../abilities.ts';
import { behind, countedPageOf, pageFrom, pageQuery } from '../http/paging.ts';
import { route } from '../http/route.ts';
import { idSchema, textSchema } from '../http/schemas.ts';
import { casesWithin, requireWithin, SCOPED } from '../views/case-scope.ts';
import { caseItemSchema, HEAD, headView } from '../views/case-view.ts';

const otherCaseSchema = caseItemSchema
  .pick({
    ...{ id: true, number: true, kind: true, kindTitle: true, regime: true, stage: true, stageTitle: true },
    ...{ outcome: true, outcomeTitle: true, openedAt: true, closedAt: true },
  })
  .extend({
    as: z
      .array(z.object({ name: z.string(), title: textSchema }))
      .meta({ description: 'As which parties the institution is in that case' }),
  })
  .meta({ id: 'OtherCase' });

/**
 * What else there is about the institution that a case is about: the other cases, open and past, in which it is a party, of those that the
 * reader may see, and how many bars on its re-application are in force in the regime of this case (XC-06.1: others do not count here). For
 * the bodies that handle the case.
 */
export const listOtherCases = route({
  method: 'get',
  path: '/api/cases/{id}/others',
  ability: 'case.handle',
  tag: 'cases',
  summary: text('同一机构的其他案件', 'Other cases of the same institution'),
  requirement: 'XC-05.3, XC-05.5, XC-06.1',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject(pageQuery),
  refuses: ['OUT_OF_SCOPE'],
  answers: {
    200: {
      description: 'A page, the latest first',
      schema: countedPageOf(otherCaseSchema).extend({
        barsInForce: z
          .int()
          .meta({ description: 'Bars of the institution in force today, in the regime of this case' }),
      }),
    },
  },
  async handle({ context: { database, contracts }, reader, access, params: { id }, query: { cursor, limit }, now }) {
    const select = { id: true, subject: true, regime: true, ...SCOPED } as const;
    const { subject, regime } = requireWithin(access, await database.case.findUnique({ where: { id }, select })).row;
    const today = dayOf(now);
    const where = {
      AND: [
        casesWithin(accessOf('case.read', reader.person)),
        { id: { not: id }, parties: { some: { party: subject } } },
      ],
    };
    const [rows, total, barsInForce] = await Promise.all([
      database.case.findMany({
        where: { AND: [where, behind(cursor, 'openedAt')] },
        orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
        select: { ...HEAD, parties: { where: { party: subject }, orderBy: { name: 'asc' }, select: { name: true } } },
      }),
      cursor === undefined ? database.case.count({ where }) : null,
      database.bar.count({
        where: { party: subject, regime, liftedAt: null, firstDay: { lte: today }, lastDay: { gte: today } },
      }),
    ]);
    const page = pageFrom(
      rows,
      limit,
      (row) => [instantOf(row.openedAt.getTime()), row.id],
      (row) => {
        const { number, kind, kindTitle, stage, stageTitle, outcome, outcomeTitle, ...head } = headView(contracts, row);
        return {
          ...{ id: row.id, number, kind, kindTitle, regime: row.regime, stage, stageTitle, outcome, outcomeTitle },
          ...{ openedAt: head.openedAt, closedAt: head.closedAt },
          as: row.parties.map(({ name }) => ({
            name,
            title: contracts[kind]?.parties[name]?.title ?? inBoth(name),
          })),
        };
      },
    );
    return { status: 200, body: { ...page, total, barsInForce } };
  },
});
