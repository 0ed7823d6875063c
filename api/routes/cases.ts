import { z } from 'zod';
import type { Prisma } from '../../prisma/generated/client.ts';
import { text } from '../../rules/text.ts';
import { instantOf, remainingWorkingDays, type Instant } from '../../rules/time/index.ts';
import type { Access } from '../abilities.ts';
import { choice, yesOrNo } from '../../workflows/engine/choice.ts';
import { idSchema, instantInput, line, partyInput, several } from '../http/schemas.ts';
import { behind, countedPageOf, dueFirst, pageFrom, pageQuery } from '../http/paging.ts';
import { route, type Call } from '../http/route.ts';
import { currentCalendar } from '../views/calendars.ts';
import { casesWithin } from '../views/case-scope.ts';
import { casesSearched, searchInput } from '../views/case-search.ts';
import {
  countQueues,
  dueIn,
  queueCountsSchema,
  queueEnds,
  queueInput,
  type Queue,
  type QueueEnds,
} from '../views/due-queue.ts';
import { caseItemSchema, caseSchema, headView, HEAD, type CaseHeadRow } from '../views/case-view.ts';
import { readCase } from '../views/read-case.ts';

const filters = z.strictObject({
  kind: several(60).optional().meta({ description: 'Kinds of case, separated by commas' }),
  stage: several(60).optional().meta({ description: 'Stages, separated by commas' }),
  subject: partyInput.optional().meta({ description: 'Key of the party it is about, e.g. a credit code' }),
  about: line(120).optional().meta({ description: 'What it is about beside its parties: a typed reference' }),
  assignee: line(64).optional().meta({ description: 'Account id, or `me`: cases in which it holds a task' }),
  overdue: yesOrNo.optional(),
  queue: queueInput.optional().meta({
    description: 'Open cases of one queue; overdue, today, soon (three working days), later, undated',
  }),
  dueBefore: instantInput.optional().meta({ description: 'Open cases with a deadline before this moment' }),
  open: yesOrNo.optional().meta({ description: 'Cases that are not closed, or that are' }),
  q: searchInput.optional(),
});

type Filters = z.infer<typeof filters>;

const SORTS = {
  newest: text('最新', 'the latest first'),
  due: text('最早到期', 'the earliest deadline first, then those without one'),
};

/** Cases the reader may see, the latest first unless asked for by deadline. */
export const listCases = route({
  method: 'get',
  path: '/api/cases',
  ability: 'case.read',
  tag: 'cases',
  summary: text('案件列表', 'Cases'),
  requirement: 'XC-05.3, XC-05.5, XC-06.3',
  query: filters.extend({ ...pageQuery, sort: choice(SORTS).default('newest') }),
  answers: { 200: { description: 'A page', schema: countedPageOf(caseItemSchema) } },
  async handle(call) {
    const { context, query, now } = call;
    const { cursor, limit, sort } = query;
    const where = await chosen(query, call);
    const [page, total] = await Promise.all([
      sort === 'due' ? byDeadline(call, where, cursor, limit) : byAge(call, where, cursor, limit),
      cursor === undefined ? context.database.case.count({ where }) : null,
    ]);
    const late = await latenessOf(call, page.items, now);
    const items = page.items.map((row) => ({
      ...headView(context.contracts, row),
      dueAt: row.dueAt === null ? null : instantOf(row.dueAt.getTime()),
      overdue: late.get(row.id) ?? null,
    }));
    return { status: 200, body: { ...page, items, total } };
  },
});

/** How many of the cases that are chosen are in each queue; closed ones are in none. */
export const countCases = route({
  method: 'get',
  path: '/api/cases/counts',
  ability: 'case.read',
  tag: 'cases',
  summary: text('案件数量', 'Counts of cases'),
  requirement: 'XC-05.3, XC-05.5',
  query: filters,
  answers: { 200: { description: 'Counts by queue', schema: queueCountsSchema } },
  async handle(call) {
    const { context, access, query, now } = call;
    const where = await chosen(query, call);
    const ends = queueEnds(await currentCalendar(context.database), now);
    const body = await countQueues(ends, (queue) =>
      context.database.case.count({ where: { AND: [where, casesIn(queue, overdueCondition(access, now), ends)] } }),
    );
    return { status: 200, body };
  },
});

/** Open cases of a queue. Those that are overdue for this reader are in no other, whenever their next deadline is. */
function casesIn(queue: Queue, late: Prisma.CaseWhereInput, ends: QueueEnds): Prisma.CaseWhereInput {
  if (queue === 'overdue') return late;
  return { closedAt: null, NOT: late, dueAt: queue === 'undated' ? null : dueIn(queue, ends) };
}

async function byAge({ context }: Call, where: Prisma.CaseWhereInput, cursor: string | undefined, limit: number) {
  const rows = await context.database.case.findMany({
    where: { AND: [where, behind(cursor, 'openedAt')] },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: HEAD,
  });
  return pageFrom(rows, limit, (row) => [instantOf(row.openedAt.getTime()), row.id], itself);
}

async function byDeadline({ context }: Call, where: Prisma.CaseWhereInput, cursor: string | undefined, limit: number) {
  return dueFirst<CaseHeadRow>(cursor, limit, {
    dated: (after, take) =>
      context.database.case.findMany({
        where: { AND: [where, { dueAt: { not: null } }, after] },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
        take,
        select: HEAD,
      }),
    undated: (after, take) =>
      context.database.case.findMany({
        where: { AND: [where, { dueAt: null }, after] },
        orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
        take,
        select: HEAD,
      }),
  });
}

const itself = (row: CaseHeadRow) => row;

/** The cases within the reader's access that these filters choose, as a condition. */
async function chosen(
  { kind, stage, subject, about, assignee, overdue, queue, dueBefore, open, q }: Filters,
  { context, reader, access, now }: Call,
): Promise<Prisma.CaseWhereInput> {
  const late = overdueCondition(access, now);
  return {
    ...(kind !== undefined && { kind: { in: kind } }),
    ...(stage !== undefined && { stage: { in: stage } }),
    ...(subject !== undefined && { subject }),
    ...(about !== undefined && { about }),
    ...(open !== undefined && { closedAt: open === 'true' ? null : { not: null } }),
    AND: [
      casesWithin(access),
      ...(queue === undefined ? [] : [casesIn(queue, late, queueEnds(await currentCalendar(context.database), now))]),
      ...(dueBefore === undefined ? [] : [{ closedAt: null, dueAt: { lt: new Date(dueBefore) } }]),
      ...(assignee === undefined
        ? []
        : [{ tasks: { some: { closedAt: null, assigneeId: assignee === 'me' ? reader.person.id : assignee } } }]),
      ...(overdue === undefined ? [] : [overdue === 'true' ? late : { NOT: late }]),
      ...(q === undefined ? [] : [await casesSearched(context.database, q)]),
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
