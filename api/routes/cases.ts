import { z } from 'zod';
import type { Prisma } from '../../prisma/generated/client.ts';
import { text } from '../../rules/text.ts';
import { instantOf, remainingWorkingDays, type Instant } from '../../rules/time/index.ts';
import type { Access } from '../abilities.ts';
import { creditCodeOf } from '../../rules/parties/credit-code.ts';
import { caseNumberOf } from '../../rules/typed.ts';
import { yesOrNo } from '../../workflows/engine/choice.ts';
import { idSchema, line, partyInput } from '../http/schemas.ts';
import { nameLike } from '../http/search.ts';
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
  subject: partyInput.optional().meta({ description: 'Key of the party it is about, e.g. a credit code' }),
  about: line(120).optional().meta({ description: 'What it is about beside its parties: a typed reference' }),
  assignee: line(64).optional().meta({ description: 'Account id, or `me`: cases in which it holds a task' }),
  overdue: yesOrNo.optional(),
  open: yesOrNo.optional().meta({ description: 'Cases that are not closed, or that are' }),
  q: line(100)
    .optional()
    .meta({ description: 'Part of the name of the party it is about, its key, or the number or id of a case' }),
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
    const { context, access, query, now } = call;
    const { cursor, limit } = query;
    const rows = await context.database.case.findMany({
      where: {
        AND: [casesWithin(access), chosen(query, call), behind(cursor, 'openedAt')],
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
  { kind, stage, subject, about, assignee, overdue, open, q }: Filters,
  { reader, access, now }: Call,
): Prisma.CaseWhereInput {
  const late = overdueCondition(access, now);
  return {
    ...(kind !== undefined && { kind }),
    ...(stage !== undefined && { stage }),
    ...(subject !== undefined && { subject }),
    ...(about !== undefined && { about }),
    ...(open !== undefined && { closedAt: open === 'true' ? null : { not: null } }),
    AND: [
      ...(assignee === undefined
        ? []
        : [{ tasks: { some: { closedAt: null, assigneeId: assignee === 'me' ? reader.person.id : assignee } } }]),
      ...(overdue === undefined ? [] : [overdue === 'true' ? late : { NOT: late }]),
      ...(q === undefined
        ? []
        : [
            {
              OR: [
                ...nameLike(q).map((title) => ({ title })),
                { subject: { in: [q, creditCodeOf(q)] } },
                { id: q },
                { number: caseNumberOf(q) },
              ],
            },
          ]),
    ],
  };
}

/** Passed a deadline with legal effect, or, in the cases of managers, an internal target. */
function overdueCondition(access: Access, now: Instant): Prisma.CaseWhereInput {
  // Said of null too, which is not overdue: compared alone it would be neither overdue nor not.
  const before = { not: null, lte: new Date(now) };
  const managed = casesWithin(asManager(access));
  return {
    closedAt: null,
    OR: [{ dueAt: before }, { AND: [managed, { tasks: { some: { closedAt: null, dueAt: before } } }] }],
  };
}

function asManager(access: Access): Access {
  return access.filter(({ office }) => office.role === 'manager');
}

async function latenessOf({ context, access }: Call, rows: readonly CaseHeadRow[], now: Instant) {
  const late = new Map<string, { workingDays: number; legalEffect: boolean }>();
  const open = rows.filter(({ closedAt }) => closedAt === null);
  if (open.length === 0) return late;
  const { database } = context;
  const calendar = await currentCalendar(database);
  const since = (due: Date) => 0 - remainingWorkingDays(calendar, now, instantOf(due.getTime()));
  const manages = asManager(access);
  if (manages.length > 0) {
    const tasks = await database.task.findMany({
      where: {
        caseId: { in: open.map(({ id }) => id) },
        case: casesWithin(manages),
        closedAt: null,
        dueAt: { lte: new Date(now) },
      },
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
  async handle({ context, reader, access, params, now }) {
    return { status: 200, body: await readCase(context, params.id, reader, access, now) };
  },
});
