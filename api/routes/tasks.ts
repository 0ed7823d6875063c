import { z } from 'zod';
import type { Task } from '../../prisma/generated/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { instantOf } from '../../rules/time/index.ts';
import type { Access } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import { commonInputs } from '../../workflows/engine/input.ts';
import { line } from '../http/schemas.ts';
import { countedPageOf, pageQuery } from '../http/paging.ts';
import { requireAssignee } from '../views/assignee.ts';
import { route, type Call, type Reply } from '../http/route.ts';
import { currentCalendar } from '../views/calendars.ts';
import { standingIn, taskWithin } from '../views/case-scope.ts';
import { CASE_OF_TASK, chosenTasks, datedFor, taskFilters, tasksIn } from '../views/chosen-tasks.ts';
import { countQueues, queueCountsSchema, queueEnds } from '../views/due-queue.ts';
import { namesOf } from '../views/people.ts';
import { sortedTasks, taskSort } from '../views/sorted-tasks.ts';
import { accountsOfTask, taskSchema, taskView } from '../views/task-view.ts';

/** The inbox: what I hold, what is delegated to me and what I could take in my offices; by default the priority first, then the oldest. */
export const listTasks = route({
  method: 'get',
  path: '/api/tasks',
  ability: 'task.work',
  tag: 'tasks',
  summary: text('待办', 'The inbox'),
  requirement: 'XC-05.5',
  query: z.strictObject({ ...pageQuery, ...taskFilters, sort: taskSort }),
  answers: { 200: { description: 'A page', schema: countedPageOf(taskSchema) } },
  async handle(call) {
    const { context, reader, access, query, now } = call;
    const { cursor, limit, sort } = query;
    const chosen = await chosenTasks(call, query);
    const [page, total] = await Promise.all([
      sortedTasks(context.database, { chosen, dated: datedFor(call), sort, cursor, limit }),
      cursor === undefined ? context.database.task.count({ where: chosen }) : null,
    ]);
    const names = await namesOf(context.database, page.items.flatMap(accountsOfTask));
    const items = page.items.map((row) =>
      taskView(context.contracts, row, standingIn(access, row.case) ?? NOWHERE, names, reader.person, now),
    );
    return { status: 200, body: { ...page, items, total } };
  },
});

/** How many of the tasks that are chosen are in each queue of the inbox. */
export const countTasks = route({
  method: 'get',
  path: '/api/tasks/counts',
  ability: 'task.work',
  tag: 'tasks',
  summary: text('待办数量', 'Counts of the inbox'),
  requirement: 'XC-05.5',
  query: z.strictObject(taskFilters),
  answers: { 200: { description: 'Counts by queue', schema: queueCountsSchema } },
  async handle(call) {
    const { context, query, now } = call;
    const chosen = await chosenTasks(call, query);
    const ends = queueEnds(await currentCalendar(context.database), now);
    const dated = datedFor(call);
    const body = await countQueues(ends, (queue) =>
      context.database.task.count({ where: { AND: [chosen, tasksIn(queue, dated, ends)] } }),
    );
    return { status: 200, body };
  },
});

const NOWHERE = { roles: [] } as const;

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
  const now = await context.clock.now();
  return { status: 200, body: taskView(context.contracts, after, standing, names, reader.person, now) };
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
  return taskWithin(
    access,
    await database.task.findUnique({ where: { id }, include: { case: { select: CASE_OF_TASK } } }),
  );
}
