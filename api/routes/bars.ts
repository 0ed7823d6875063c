import { z } from 'zod';
import type { Bar } from '../../prisma/generated/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { addDays, dayOf, instantOf, type Day } from '../../rules/time/index.ts';
import { yesOrNo } from '../../workflows/engine/choice.ts';
import { instantSchema, line, paragraphs, partyInput } from '../http/schemas.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../http/paging.ts';
import { route } from '../http/route.ts';
import { requireWithin, SCOPED } from '../views/case-scope.ts';
import { barsWithin } from '../views/bar-scope.ts';

const barSchema = z
  .object({
    id: z.string(),
    regime: z.string().meta({ description: 'It holds in this regime alone (XC-06.1)' }),
    party: z.string().meta({ description: 'Key of the party it attaches to' }),
    ground: z.string(),
    clause: z.string(),
    firstDay: z.string(),
    lastDay: z.string(),
    firstAdmissibleDay: z.string(),
    firm: z.boolean().meta({ description: 'False where it holds in principle and a manager may lift it (XC-05.4)' }),
    running: z.boolean(),
    caseId: z.string(),
    liftedAt: instantSchema.nullable(),
    liftedById: z.string().nullable(),
    liftReason: z.string().nullable(),
  })
  .meta({ id: 'Bar' });

/** Bars on re-application: a party sees its own, staff those of their cases (XC-05.5). */
export const listBars = route({
  method: 'get',
  path: '/api/bars',
  ability: 'bar.read',
  tag: 'bars',
  summary: text('不受理期', 'Bars on re-application'),
  requirement: 'XC-05.5, XC-06.1',
  query: z.strictObject({
    ...pageQuery,
    party: partyInput.optional(),
    regime: line(20).optional(),
    running: yesOrNo.optional(),
  }),
  answers: { 200: { description: 'A page, the latest first', schema: pageOf(barSchema) } },
  async handle({ context, access, query: { cursor, limit, party, regime, running }, now }) {
    const today = dayOf(now);
    const runs = { liftedAt: null, firstDay: { lte: today }, lastDay: { gte: today } };
    const rows = await context.database.bar.findMany({
      where: {
        AND: [
          await barsWithin(context.database, access),
          party === undefined ? {} : { party },
          regime === undefined ? {} : { regime },
          running === undefined ? {} : running === 'true' ? runs : { NOT: runs },
          behind(cursor, 'createdAt'),
        ],
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    return {
      status: 200,
      body: pageFrom(
        rows,
        limit,
        (row) => [instantOf(row.createdAt.getTime()), row.id],
        (row) => viewOf(row, today),
      ),
    };
  },
});

/** Lifts a bar that holds in principle, with a reason; a firm one offers no override (XC-05.4). */
export const liftBar = route({
  method: 'post',
  path: '/api/bars/{id}/lift',
  ability: 'bar.lift',
  trail: { in: 'timeline' },
  tag: 'bars',
  summary: text('解除不受理期', 'Lift a bar'),
  requirement: 'XC-05.4',
  params: z.strictObject({ id: line(200) }),
  body: z.strictObject({ reason: paragraphs(2000) }),
  refuses: ['NOT_ALLOWED', 'ALREADY_DONE', 'OUT_OF_SCOPE', 'CASE_NOT_READY', 'OUTCOME_UNKNOWN', 'UNAVAILABLE'],
  answers: { 200: { description: 'The bar as it now stands', schema: barSchema } },
  async handle({ context, reader, access, params, body, key, now }) {
    const bar = await context.database.bar.findUnique({ where: { id: params.id } });
    if (bar === null) return refuse('NOT_FOUND', '没有这项不受理记录。', 'There is no such bar.');
    requireWithin(access, await context.database.case.findUnique({ where: { id: bar.caseId }, select: SCOPED }));
    // The case that brought it about lifts it, so that it stands on its timeline.
    const input = { barId: bar.id, reason: body.reason };
    await context.gateway.act({ caseId: bar.caseId, action: 'liftBar', key, actor: reader.person, input });
    return {
      status: 200,
      body: viewOf(await context.database.bar.findUniqueOrThrow({ where: { id: bar.id } }), dayOf(now)),
    };
  },
});

function viewOf(bar: Bar, today: Day): z.infer<typeof barSchema> {
  const { id, regime, party, ground, clause, firstDay, lastDay, firm, caseId, liftedAt, liftedById, liftReason } = bar;
  return {
    id,
    regime,
    party,
    ground,
    clause,
    firstDay,
    lastDay,
    firstAdmissibleDay: addDays(lastDay, 1),
    firm,
    running: liftedAt === null && firstDay <= today && today <= lastDay,
    caseId,
    liftedAt: liftedAt === null ? null : instantOf(liftedAt.getTime()),
    liftedById,
    liftReason,
  };
}
