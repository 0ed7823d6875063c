import { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import type { Bar, BarShortening } from '../../prisma/generated/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { addDays, dayOf, instantOf, type Day } from '../../rules/time/index.ts';
import { yesOrNo } from '../../workflows/engine/choice.ts';
import { daySchema, idSchema, instantSchema, line, paragraphs, partyInput } from '../http/schemas.ts';
import type { Access } from '../abilities.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../http/paging.ts';
import { route } from '../http/route.ts';
import type { Reader } from '../reader.ts';
import { refuseOwnInterest } from '../views/own-interests.ts';
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
    shortened: z
      .array(
        z.object({
          at: instantSchema,
          byId: z.string(),
          reason: z.string(),
          lastDayBefore: z.string(),
          lastDay: z.string(),
        }),
      )
      .meta({ description: 'Each time it was shortened, the earliest first (SH-STORE-11.7)' }),
  })
  .meta({ id: 'Bar' });

const SHORTENINGS = { shortenings: { orderBy: { seq: 'asc' } } } as const;

const refuses = [
  ...(['NOT_ALLOWED', 'ALREADY_DONE', 'OUT_OF_SCOPE', 'CONFLICT_OF_INTEREST'] as const),
  ...(['CASE_NOT_READY', 'OUTCOME_UNKNOWN', 'UNAVAILABLE'] as const),
];

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
    caseId: idSchema.optional().meta({ description: 'Those that this case brought about' }),
  }),
  answers: { 200: { description: 'A page, the latest first', schema: pageOf(barSchema) } },
  async handle({ context, access, query: { cursor, limit, party, regime, running, caseId }, now }) {
    const today = dayOf(now);
    const runs = { liftedAt: null, firstDay: { lte: today }, lastDay: { gte: today } };
    const rows = await context.database.bar.findMany({
      where: {
        AND: [
          await barsWithin(context.database, access),
          party === undefined ? {} : { party },
          regime === undefined ? {} : { regime },
          caseId === undefined ? {} : { caseId },
          running === undefined ? {} : running === 'true' ? runs : { NOT: runs },
          behind(cursor, 'createdAt'),
        ],
      },
      include: SHORTENINGS,
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
  refuses,
  answers: { 200: { description: 'The bar as it now stands', schema: barSchema } },
  async handle({ context, reader, access, params, body, key, now }) {
    const { id, caseId } = await findBar(context.database, params.id, { access, reader });
    // The case that brought it about lifts it, so that it stands on its timeline.
    const input = { barId: id, reason: body.reason };
    await context.gateway.act({ caseId, action: 'liftBar', key, actor: reader.person, input });
    return { status: 200, body: await viewById(context.database, id, dayOf(now)) };
  },
});

/** Shortens a bar that holds in principle, with a reason: to a day before its last one that has not passed (SH-STORE-11.7). */
export const shortenBar = route({
  method: 'post',
  path: '/api/bars/{id}/shorten',
  ability: 'bar.lift',
  trail: { in: 'timeline' },
  tag: 'bars',
  summary: text('缩短不受理期', 'Shorten a bar'),
  requirement: 'SH-STORE-11.7, XC-05.4',
  params: z.strictObject({ id: line(200) }),
  body: z.strictObject({
    lastDay: daySchema.meta({ description: 'The new last day: earlier than the present one, and not in the past' }),
    reason: paragraphs(2000),
  }),
  refuses: [...refuses, 'NOT_FOUND'],
  answers: { 200: { description: 'The bar as it now stands', schema: barSchema } },
  async handle({ context, reader, access, params, body, key, now }) {
    const bar = await findBar(context.database, params.id, { access, reader });
    const { id, caseId, firm } = bar;
    const { kind } = await context.database.case.findUniqueOrThrow({ where: { id: caseId }, select: { kind: true } });
    if (firm || context.contracts[kind]?.actions['shortenBar'] === undefined)
      refuse('NOT_ALLOWED', '这项不受理期不得缩短。', 'This bar cannot be shortened.', {
        facts: { clause: bar.clause },
      });
    await context.gateway.act({
      ...{ caseId, action: 'shortenBar', key, actor: reader.person },
      input: { barId: id, lastDay: body.lastDay, reason: body.reason },
    });
    return { status: 200, body: await viewById(context.database, id, dayOf(now)) };
  },
});

/** @throws Refusal NOT_FOUND, OUT_OF_SCOPE, CONFLICT_OF_INTEREST if it is not the reader's to change */
async function findBar(
  database: Database,
  id: string,
  { access, reader }: { readonly access: Access; readonly reader: Reader },
): Promise<Bar> {
  const bar = await database.bar.findUnique({ where: { id } });
  if (bar === null) return refuse('NOT_FOUND', '没有这项不受理记录。', 'There is no such bar.');
  requireWithin(access, await database.case.findUnique({ where: { id: bar.caseId }, select: SCOPED }));
  refuseOwnInterest(reader.person, [bar.party]);
  return bar;
}

async function viewById(database: Database, id: string, today: Day): Promise<z.infer<typeof barSchema>> {
  return viewOf(await database.bar.findUniqueOrThrow({ where: { id }, include: SHORTENINGS }), today);
}

function viewOf(bar: Bar & { readonly shortenings: readonly BarShortening[] }, today: Day): z.infer<typeof barSchema> {
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
    shortened: bar.shortenings.map(({ at, byId, reason, lastDayBefore, lastDay: until }) => ({
      ...{ at: instantOf(at.getTime()), byId, reason, lastDayBefore, lastDay: until },
    })),
  };
}
