import { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { OFFICE_ORDER } from '../../prisma/person-of.ts';
import { refuse } from '../../rules/refusal.ts';
import { accountsActedIn, STAFF_ROLES, type Office } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { choice, some } from '../../workflows/engine/choice.ts';
import type { Access } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../http/paging.ts';
import { route, type Call } from '../http/route.ts';
import { line } from '../http/schemas.ts';
import { nameLike } from '../http/search.ts';
import { SCOPED, taskWithin } from '../views/case-scope.ts';
import { ROLE_TITLES } from '../../rules/role-titles.ts';
import { aroundRegion, TAKEN_IN, takersOf, type Takers } from '../views/task-takers.ts';

/** Somebody to whom work can be given. */
export const personSchema = z
  .object({
    id: z.string().meta({ description: 'Account id, as assigning a task takes it' }),
    name: z.string(),
    offices: z
      .array(z.object({ role: z.string(), bodyId: z.string().nullable(), region: z.string().nullable() }))
      .meta({ description: 'Those by which they are on this list' }),
    openTasks: z.int().meta({ description: 'How many open tasks they hold' }),
  })
  .meta({ id: 'Person' });

/**
 * The people of one's own body and region, for those who assign tasks (XC-05.5): names and offices, no addresses. With `taskId`, only
 * those who could take that task.
 */
export const listPeople = route({
  method: 'get',
  path: '/api/people',
  ability: 'task.assign',
  tag: 'tasks',
  summary: text('可指派的人员', 'People whom tasks can be given to'),
  requirement: 'XC-05.1, XC-05.5',
  query: z.strictObject({
    ...pageQuery,
    role: choice(some(ROLE_TITLES, 'admin', ...STAFF_ROLES)).optional(),
    taskId: line(200).optional().meta({
      description: 'Only who could take this task: of its role, without an interest, not kept out by four eyes',
    }),
    q: line(100).optional().meta({ description: 'Part of the name' }),
  }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE'],
  answers: { 200: { description: 'A page, by id', schema: pageOf(personSchema) } },
  async handle(call) {
    return { status: 200, body: await pageOfPeople(call.context.database, await takersFor(call), call.query) };
  },
});

interface PageAsked {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly q?: string | undefined;
}

/** A page of the people in use who hold one of these offices and are not kept out, by id. */
export async function pageOfPeople(database: Database, { offices, keptOut }: Takers, { cursor, limit, q }: PageAsked) {
  const after = positionOf(cursor, sortKey.id);
  const rows = await database.user.findMany({
    where: {
      disabledAt: null,
      offices: { some: offices },
      id: { notIn: [...keptOut], ...(after !== null && { gt: after }) },
      ...(q !== undefined && { OR: nameLike(q).map((name) => ({ name })) }),
    },
    select: { id: true, name: true, offices: { where: offices, orderBy: [...OFFICE_ORDER] } },
    orderBy: { id: 'asc' },
    take: limit + 1,
  });
  const load = await tasksHeldBy(
    database,
    rows.map(({ id }) => id),
  );
  return pageFrom(
    rows,
    limit,
    ({ id }) => id,
    ({ id, name, offices: held }) => ({
      id,
      name,
      offices: held.map(({ role, bodyId, region }) => ({ role, bodyId, region })),
      openTasks: load.get(id) ?? 0,
    }),
  );
}

/** How many open tasks each of these people holds: whoever assigns one sees who has how much to do. */
async function tasksHeldBy(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string | null, number>> {
  const held = await database.task.groupBy({
    by: ['assigneeId'],
    where: { closedAt: null, assigneeId: { in: [...ids] } },
    _count: true,
  });
  return new Map(held.map(({ assigneeId, _count }) => [assigneeId, _count]));
}

type Asked = Call & { readonly query: { readonly role?: string | undefined; readonly taskId?: string | undefined } };

/** The offices whose holders are shown, and who is not shown all the same. */
async function takersFor({ context, access, now, query: { role, taskId } }: Asked): Promise<Takers> {
  const ofRole = role === undefined ? {} : { role };
  if (taskId === undefined)
    return { offices: { AND: [ofRole, { OR: [...withinReach(access), ...administrators(role)] }] }, keptOut: [] };
  const { offices, keptOut } = await takersOf(context, await findTask(context, taskId, access), now);
  return { offices: { AND: [ofRole, offices] }, keptOut };
}

/** The task, with what decides who could take it. */
async function findTask({ database }: ApiContext, id: string, access: Access) {
  const include = { case: { select: { ...TAKEN_IN, ...SCOPED } } };
  return taskWithin(access, await database.task.findUnique({ where: { id }, include }));
}

/** Offices of the reader's bodies, in a region of theirs, below it or above it: any of them can work on cases there. */
function withinReach(access: Access): Prisma.OfficeWhereInput[] {
  return access.flatMap(({ office: { bodyId, region } }: { office: Office }) =>
    bodyId === undefined || region === undefined
      ? []
      : [{ role: { in: [...STAFF_ROLES] }, bodyId, OR: aroundRegion(region) }],
  );
}

/** Administrators are of no body; they are shown to who asks for them. */
function administrators(role: string | undefined): Prisma.OfficeWhereInput[] {
  return role === 'admin' ? [{ role: 'admin' }] : [];
}

/**
 * The colleagues to whom the reader can delegate a task that they hold (XC-05.5): those who could take it, without the holder, the reader
 * and who has an interest or is kept out by four eyes.
 */
export const listDelegates = route({
  method: 'get',
  path: '/api/tasks/{id}/colleagues',
  ability: 'task.work',
  tag: 'tasks',
  summary: text('可受托的同事', 'Colleagues whom a task can be delegated to'),
  requirement: 'XC-05.5',
  params: z.strictObject({ id: line(200) }),
  query: z.strictObject({ ...pageQuery, q: line(100).optional().meta({ description: 'Part of the name' }) }),
  refuses: ['NOT_FOUND', 'OUT_OF_SCOPE', 'TASK_OF_ANOTHER'],
  answers: { 200: { description: 'A page, by id', schema: pageOf(personSchema) } },
  async handle({ context, access, reader: { person }, params, query, now }) {
    const task = await findTask(context, params.id, access);
    const mine = accountsActedIn(person);
    const { assigneeId } = task;
    if (assigneeId === null || !mine.includes(assigneeId)) {
      refuse('TASK_OF_ANOTHER', '只有承办人可以委派该待办。', 'Only who holds this task can delegate it.');
    }
    const { offices, keptOut } = await takersOf(context, task, now);
    const takers = { offices, keptOut: [...keptOut, assigneeId, person.id] };
    return { status: 200, body: await pageOfPeople(context.database, takers, query) };
  },
});
