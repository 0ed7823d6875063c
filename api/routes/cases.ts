import { z } from 'zod';
import type { Prisma } from '../../prisma/generated/client.ts';
import { text } from '../../rules/text.ts';
import { instantOf, remainingWorkingDays, type Instant } from '../../rules/time/index.ts';
import { idSchema } from '../http/schemas.ts';
import { behind, countedPageOf, dueFirst, pageFrom, pageQuery } from '../http/paging.ts';
import { route, type Call } from '../http/route.ts';
import { currentCalendar } from '../views/calendars.ts';
import { casesWithin } from '../views/case-scope.ts';
import { asManager, caseFilters, caseSort, casesIn, chosenCases, overdueCondition } from '../views/chosen-cases.ts';
import { countQueues, queueCountsSchema, queueEnds } from '../views/due-queue.ts';
import { caseItemSchema, caseSchema, caseView, headView, HEAD, type CaseHeadRow } from '../views/case-view.ts';
import { findCase } from '../views/read-case.ts';
import { noteSealedCase } from '../views/sealed-case.ts';
import { sealedReadTrail } from '../views/sealed-read.ts';

/** Cases the reader may see, the latest first unless asked for by deadline. */
export const listCases = route({
  method: 'get',
  path: '/api/cases',
  ability: 'case.read',
  tag: 'cases',
  summary: text('案件列表', 'Cases'),
  requirement: 'XC-05.3, XC-05.5, XC-06.3',
  query: z.strictObject({ ...caseFilters, ...pageQuery, sort: caseSort }),
  answers: { 200: { description: 'A page', schema: countedPageOf(caseItemSchema) } },
  async handle(call) {
    const { context, query, now } = call;
    const { cursor, limit, sort } = query;
    const where = await chosenCases(call, query);
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
  query: z.strictObject(caseFilters),
  answers: { 200: { description: 'Counts by queue', schema: queueCountsSchema } },
  async handle(call) {
    const { context, access, query, now } = call;
    const where = await chosenCases(call, query);
    const ends = queueEnds(await currentCalendar(context.database), now);
    const body = await countQueues(ends, (queue) =>
      context.database.case.count({ where: { AND: [where, casesIn(queue, overdueCondition(access, now), ends)] } }),
    );
    return { status: 200, body };
  },
});

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
  trail: sealedReadTrail,
  tag: 'cases',
  summary: text('案件详情', 'A case'),
  requirement: 'XC-05.3, XC-05.5',
  params: z.strictObject({ id: idSchema }),
  refuses: ['OUT_OF_SCOPE'],
  answers: { 200: { description: 'The case', schema: caseSchema } },
  async handle(call) {
    const { context, reader, access, params, now } = call;
    const found = await findCase(context, params.id, access);
    await noteSealedCase(call, found.row);
    return { status: 200, body: await caseView(context, found, reader, access, now) };
  },
});
