import { z } from 'zod';
import type { Prisma, Task } from '../../prisma/generated/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { accountsActedIn } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { instantOf, type Instant } from '../../rules/time/index.ts';
import { isDueByTarget } from '../../workflows/engine/contract.ts';
import { seesAll, type Access, type Entry } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import { commonInputs } from '../../workflows/engine/input.ts';
import { choice, yesOrNo } from '../../workflows/engine/choice.ts';
import { idSchema, line } from '../http/schemas.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../http/paging.ts';
import { requireAssignee } from '../views/assignee.ts';
import { route, type Call, type Reply } from '../http/route.ts';
import type { Reader } from '../reader.ts';
import { casesWithin, placeWithin, SCOPED, standingIn, taskWithin } from '../views/case-scope.ts';
import { namesOf } from '../views/people.ts';
import { accountsOfTask, taskSchema, taskView } from '../views/task-view.ts';

const VIEWS = {
  inbox: text('我的和可领取的', 'mine and what I could take'),
  mine: text('我的，含委派给我的', 'mine, with those delegated to me'),
  delegated: text('委派给我的', 'delegated to me'),
  givenAway: text('我委派出去的', 'those that I have delegated'),
  unclaimed: text('可领取的', 'what I could take'),
  all: text('范围内全部', 'all within my scope'),
};

/** The inbox: what I hold, what is delegated to me and what I could take in my offices, the priority first, then the oldest. */
export const listTasks = route({
  method: 'get',
  path: '/api/tasks',
  ability: 'task.work',
  tag: 'tasks',
  summary: text('待办', 'The inbox'),
  requirement: 'XC-05.5',
  query: z.strictObject({
    ...pageQuery,
    view: choice(VIEWS).default('inbox').meta({
      description:
        'inbox: mine, those of whom I cover for, and what my offices could take; all: everybody’s within my scope',
    }),
    kind: line(60).optional(),
    name: line(60).optional(),
    caseId: idSchema.optional(),
    overdue: yesOrNo.optional(),
  }),
  answers: { 200: { description: 'A page', schema: pageOf(taskSchema) } },
  async handle({ context, reader, access, query, now }) {
    const { cursor, limit, view, kind, name, caseId, overdue } = query;
    const late = lateFor(context, access, now);
    const after = positionOf(cursor, z.tuple([sortKey.count, sortKey.instant, sortKey.id]));
    const rows = await context.database.task.findMany({
      where: {
        closedAt: null,
        AND: [
          tasksWithin(access),
          seenIn(view, reader, access),
          ...(kind === undefined ? [] : [{ case: { kind } }]),
          ...(name === undefined ? [] : [{ name }]),
          ...(caseId === undefined ? [] : [{ caseId }]),
          ...(overdue === undefined ? [] : [overdue === 'true' ? late : { NOT: late }]),
          ...(after === null ? [] : [behind(after)]),
        ],
      },
      include: { case: { select: CASE } },
      orderBy: [{ priority: 'desc' }, { openedAt: 'asc' }, { id: 'asc' }],
      take: limit + 1,
    });
    const names = await namesOf(context.database, rows.flatMap(accountsOfTask));
    const page = pageFrom(
      rows,
      limit,
      (row) => [row.priority, instantOf(row.openedAt.getTime()), row.id],
      (row) => taskView(context.contracts, row, standingIn(access, row.case) ?? NOWHERE, names, reader.person),
    );
    return { status: 200, body: page };
  },
});

/** What is read of the case of a task. */
const CASE = {
  ...{ kind: true, stage: true, subject: true, title: true, bodyId: true, region: true },
  ...SCOPED,
} as const;

const NOWHERE = { roles: [] } as const;

/** Tasks that are late; by an internal target they are so for managers of their cases alone. */
function lateFor({ contracts }: ApiContext, access: Access, now: Instant): Prisma.TaskWhereInput {
  const byTarget = Object.values(contracts).flatMap((contract) =>
    Object.keys(contract.tasks)
      .filter((name) => isDueByTarget(contract, name))
      .map((name) => ({ name, case: { kind: contract.kind } })),
  );
  return {
    // Said of null too, which is not overdue: compared alone it would be neither overdue nor not.
    dueAt: { not: null, lte: new Date(now) },
    OR: [{ NOT: { OR: byTarget } }, { case: casesWithin(access.filter(({ office }) => office.role === 'manager')) }],
  };
}

type View = keyof typeof VIEWS;

/** Tasks of the bodies of these offices, within their regions; a body that has handed a case on has no tasks of it (XC-05.5). */
function tasksWithin(access: Access): Prisma.TaskWhereInput {
  return seesAll(access) ? {} : { OR: access.map(({ office }) => placeWithin(office)) };
}

function seenIn(view: View, { person }: Reader, access: Access): Prisma.TaskWhereInput {
  const mine = { OR: [{ assigneeId: person.id }, { delegateId: person.id }] };
  const accounts = accountsActedIn(person);
  const unclaimed = { assigneeId: null, OR: access.map(takenIn) };
  if (view === 'mine') return mine;
  if (view === 'delegated') return { delegateId: { in: accounts } };
  if (view === 'givenAway') return { assigneeId: { in: accounts }, delegateId: { not: null } };
  if (view === 'unclaimed') return unclaimed;
  if (view === 'all') return {};
  return { OR: [unclaimed, { assigneeId: { in: accounts } }, { delegateId: { in: accounts } }] };
}

/** What an office could take: the tasks of its role. */
function takenIn(entry: Entry): Prisma.TaskWhereInput {
  return { AND: [{ role: entry.office.role }, tasksWithin([entry])] };
}

function behind([priority, openedAt, id]: readonly [number, string, string]): Prisma.TaskWhereInput {
  const at = new Date(openedAt);
  return {
    OR: [
      { priority: { lt: priority } },
      { priority, openedAt: { gt: at } },
      { priority, openedAt: at, id: { gt: id } },
    ],
  };
}

const params = z.strictObject({ id: line(200) });
const answers = { 200: { description: 'The task as it now stands', schema: taskSchema } };
const refuses = [
  'TASK_OF_ANOTHER',
  'FOUR_EYES',
  'CONFLICT_OF_INTEREST',
  'NOT_NOW',
  'CASE_CLOSED',
  'ALREADY_DONE',
  'ALREADY_OPEN',
  'OUT_OF_SCOPE',
  'OUTCOME_UNKNOWN',
  'UNAVAILABLE',
] as const;

/** Takes a task. */
export const claimTask = route({
  method: 'post',
  path: '/api/tasks/{id}/claim',
  ability: 'task.work',
  trail: { in: 'timeline' },
  tag: 'tasks',
  summary: text('领取待办', 'Take a task'),
  params,
  refuses,
  answers,
  handle: (call) => work(call, call.params.id, 'claimTask'),
});

/** Gives a task back. */
export const releaseTask = route({
  method: 'post',
  path: '/api/tasks/{id}/release',
  ability: 'task.work',
  trail: { in: 'timeline' },
  tag: 'tasks',
  summary: text('退回待办', 'Give a task back'),
  params,
  refuses,
  answers,
  handle: (call) => work(call, call.params.id, 'releaseTask'),
});

/** Gives a task to a person of the same role, body and region. */
export const assignTask = route({
  method: 'post',
  path: '/api/tasks/{id}/assign',
  ability: 'task.assign',
  trail: { in: 'timeline' },
  tag: 'tasks',
  summary: text('指派待办', 'Assign a task'),
  requirement: 'XC-05.5',
  params,
  body: z.strictObject({ to: line(64).meta({ description: 'Account id' }) }),
  refuses,
  answers,
  handle: (call) => give(call, 'assignTask'),
});

/**
 * Delegates a task that one holds to a colleague who could do it, with a note. The delegate is told by mail, prepares it and hands it back;
 * the holder answers for it and decides, at any time.
 */
export const delegateTask = route({
  method: 'post',
  path: '/api/tasks/{id}/delegate',
  ability: 'task.work',
  trail: { in: 'timeline' },
  tag: 'tasks',
  summary: text('委派待办', 'Delegate a task'),
  requirement: 'XC-05.5',
  params,
  body: commonInputs.delegateTask.omit({ task: true, entry: true }),
  refuses,
  answers,
  handle: (call) => give(call, 'delegateTask'),
});

/** Hands a task back that was delegated to oneself, with one's opinion. Who delegated it is told by mail. */
export const handBackTask = route({
  method: 'post',
  path: '/api/tasks/{id}/hand-back',
  ability: 'task.work',
  trail: { in: 'timeline' },
  tag: 'tasks',
  summary: text('交回受托待办', 'Hand a delegated task back'),
  requirement: 'XC-05.5',
  params,
  body: commonInputs.handBackTask.omit({ task: true, entry: true }),
  refuses,
  answers,
  handle: (call) => work(call, call.params.id, 'handBackTask', call.body),
});

/** Takes a delegated task back before the delegate has handed it back: who holds it, or a manager. */
export const recallTask = route({
  method: 'post',
  path: '/api/tasks/{id}/recall',
  ability: 'task.work',
  trail: { in: 'timeline' },
  tag: 'tasks',
  summary: text('收回委派', 'Recall a delegated task'),
  requirement: 'XC-05.5',
  params,
  refuses,
  answers,
  handle: (call) => work(call, call.params.id, 'recallTask'),
});

/** Gives a task to somebody, who must be able to do it. */
async function give(call: Call<{ id: string }, unknown, { to: string }>, action: string): Promise<Reply> {
  const { context, params: of, access, body, now } = call;
  await requireAssignee(context.database, await findTask(context, of.id, access), body.to, now);
  return work(call, of.id, action, body);
}

async function work(call: Call, id: string, action: string, more: object = {}): Promise<Reply> {
  const { context, reader, access, key } = call;
  const task = await findTask(context, id, access);
  const { name, entry, caseId } = task;
  await refuseClosed(context, task);
  await context.gateway.act({
    caseId,
    action,
    key,
    actor: reader.person,
    input: { task: name, entry, ...more },
  });
  const after = await findTask(context, id, access);
  const names = await namesOf(context.database, accountsOfTask(after));
  const standing = standingIn(access, after.case) ?? NOWHERE;
  return { status: 200, body: taskView(context.contracts, after, standing, names, reader.person) };
}

/** The id of a task that was closed must not reach a later one of its name; the case itself holds to the entry as well. */
async function refuseClosed({ database }: ApiContext, task: Task): Promise<void> {
  const { id, caseId, name, closedAt } = task;
  if (closedAt === null) return;
  const open = await database.task.findFirst({ where: { caseId, name, closedAt: null }, select: { id: true } });
  refuse(
    'NOT_NOW',
    open === null ? '该待办已办结。' : '该待办已办结；同名的待办后来又开启了一项，请改用其编号。',
    open === null
      ? 'This task is closed.'
      : 'This task is closed; another of its name was opened since. Use the id of that one.',
    { facts: { id, closedAt: instantOf(closedAt.getTime()), ...(open !== null && { openTaskId: open.id }) } },
  );
}

async function findTask({ database }: ApiContext, id: string, access: Access) {
  return taskWithin(access, await database.task.findUnique({ where: { id }, include: { case: { select: CASE } } }));
}
