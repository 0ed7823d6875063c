import { z } from 'zod';
import type { Prisma } from '../../prisma/generated/client.ts';
import { text } from '../../rules/text.ts';
import { instantOf, remainingWorkingDays, type Instant } from '../../rules/time/index.ts';
import { idSchema, line } from '../http/schemas.ts';
import { behind, pageFrom, pageOf, pageQuery } from '../http/paging.ts';
import { route, type Call } from '../http/route.ts';
import { currentCalendar } from '../views/calendars.ts';
import { casesWithin } from '../views/case-scope.ts';
import { caseItemSchema, caseSchema, headView, HEAD, type CaseHeadRow } from '../views/case-view.ts';
import { readCase } from '../views/read-case.ts';

const filters = z.strictObject({
  ...pageQuery,
  kind: line(60).optional(),
  stage: line(60).optional(),
  subject: line(18).optional().meta({ description: 'Unified social credit code' }),
  storeId: idSchema.optional(),
  assignee: line(64).optional().meta({ description: 'Account id, or `me`: cases in which it holds a task' }),
  overdue: z.enum(['true', 'false']).optional(),
  open: z.enum(['true', 'false']).optional().meta({ description: 'Cases that are not closed, or that are' }),
  q: line(100)
    .optional()
    .meta({ description: 'Part of the name of the institution, a credit code, or the id of a case' }),
});

type Filters = z.infer<typeof filters>;

/** Cases the reader may see, the latest first. */
export const listCases = route({
  method: 'get',
  path: '/api/cases',
  ability: 'case.read',
  tag: 'cases',
  summary: text('案件列表', 'Cases'),
  requirement: 'XC-05.3, XC-05.5, XC-06.3',
  query: filters,
  answers: { 200: { description: 'A page', schema: pageOf(caseItemSchema) } },
  async handle(call) {
    const { context, reader, reach, query, now } = call;
    const { cursor, limit } = query;
    const rows = await context.database.case.findMany({
      where: {
        AND: [casesWithin(reach, reader), chosen(query, call), behind(cursor, 'openedAt')],
      },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: HEAD,
    });
    const late = await latenessOf(call, rows, now);
    const page = pageFrom(
      rows,
      limit,
      (row) => [instantOf(row.openedAt.getTime()), row.id],
      (row) => ({
        ...headView(context.contracts, row),
        dueAt: row.dueAt === null ? null : instantOf(row.dueAt.getTime()),
        overdue: late.get(row.id) ?? null,
      }),
    );
    return { status: 200, body: page };
  },
});

function chosen(
  { kind, stage, subject, storeId, assignee, overdue, open, q }: Filters,
  { reader, now }: Call,
): Prisma.CaseWhereInput {
  const late = overdueCondition(reader.actor.role, now);
  return {
    ...(kind !== undefined && { kind }),
    ...(stage !== undefined && { stage }),
    ...(subject !== undefined && { subject }),
    ...(storeId !== undefined && { storeId }),
    ...(open !== undefined && { closedAt: open === 'true' ? null : { not: null } }),
    AND: [
      ...(assignee === undefined
        ? []
        : [{ tasks: { some: { closedAt: null, assigneeId: assignee === 'me' ? reader.actor.id : assignee } } }]),
      ...(overdue === undefined ? [] : [overdue === 'true' ? late : { NOT: late }]),
      ...(q === undefined
        ? []
        : [{ OR: [{ title: { contains: q, mode: 'insensitive' as const } }, { subject: q }, { id: q }] }]),
    ],
  };
}

/** Passed a deadline with legal effect, or, for managers, an internal target. */
function overdueCondition(role: string, now: Instant): Prisma.CaseWhereInput {
  // Said of null too, which is not overdue: compared alone it would be neither overdue nor not.
  const before = { not: null, lte: new Date(now) };
  return {
    closedAt: null,
    OR: [{ dueAt: before }, ...(role === 'manager' ? [{ tasks: { some: { closedAt: null, dueAt: before } } }] : [])],
  };
}

async function latenessOf({ context, reader }: Call, rows: readonly CaseHeadRow[], now: Instant) {
  const late = new Map<string, { workingDays: number; legalEffect: boolean }>();
  const open = rows.filter(({ closedAt }) => closedAt === null);
  if (open.length === 0) return late;
  const { database } = context;
  const calendar = await currentCalendar(database);
  const since = (due: Date) => 0 - remainingWorkingDays(calendar, now, instantOf(due.getTime()));
  if (reader.actor.role === 'manager') {
    const tasks = await database.task.findMany({
      where: { caseId: { in: open.map(({ id }) => id) }, closedAt: null, dueAt: { lte: new Date(now) } },
      select: { caseId: true, dueAt: true },
    });
    for (const { caseId, dueAt } of tasks) {
      if (dueAt !== null)
        late.set(caseId, {
          workingDays: Math.max(since(dueAt), late.get(caseId)?.workingDays ?? 0),
          legalEffect: false,
        });
    }
  }
  for (const { id, dueAt } of open) {
    if (dueAt !== null && dueAt <= new Date(now)) late.set(id, { workingDays: since(dueAt), legalEffect: true });
  }
  return late;
}

/** A case as it stands for this reader. */
export const getCase = route({
  method: 'get',
  path: '/api/cases/{id}',
  ability: 'case.read',
  tag: 'cases',
  summary: text('案件详情', 'A case'),
  requirement: 'XC-05.3, XC-05.5',
  params: z.strictObject({ id: idSchema }),
  refuses: ['OUT_OF_SCOPE'],
  answers: { 200: { description: 'The case', schema: caseSchema } },
  async handle({ context, reader, reach, params, now }) {
    return { status: 200, body: await readCase(context, params.id, reader, reach, now) };
  },
});
