/** Which tasks somebody asks for: by whose they are, by case, and by when they are wanted. */
import type { z } from 'zod';
import type { Prisma } from '../../prisma/generated/client.ts';
import { accountsActedIn } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { choice, yesOrNo } from '../../workflows/engine/choice.ts';
import { isDueByTarget } from '../../workflows/engine/contract.ts';
import { seesAll, type Access, type Entry } from '../abilities.ts';
import type { Call } from '../http/route.ts';
import { daySchema, idSchema, instantInput, line, several } from '../http/schemas.ts';
import type { Reader } from '../reader.ts';
import { currentCalendar } from './calendars.ts';
import { casesWithin, placeWithin, regionWithin, SCOPED } from './case-scope.ts';
import { casesSearched, searchInput } from './case-search.ts';
import { managing } from './chosen-cases.ts';
import { dueIn, queueEnds, queueInput, type Queue, type QueueEnds } from './due-queue.ts';
import { regimeInput } from './regime-input.ts';
import { onDays } from './timeliness.ts';

const VIEWS = {
  inbox: text('我的和可领取的', 'mine and what I could take'),
  mine: text('我的，含委派给我的', 'mine, with those delegated to me'),
  delegated: text('委派给我的', 'delegated to me'),
  givenAway: text('我委派出去的', 'those that I have delegated'),
  unclaimed: text('可领取的', 'what I could take'),
  all: text('范围内全部', 'all within my scope'),
};

type View = keyof typeof VIEWS;

/** Query of the lists of tasks. */
export const taskFilters = {
  view: choice(VIEWS).default('inbox').meta({
    description:
      'inbox: mine, those of whom I cover for, and what my offices could take; all: everybody’s within my scope',
  }),
  regime: regimeInput.optional(),
  kind: several(60).optional().meta({ description: 'Kinds of case, separated by commas' }),
  region: line(60).optional().meta({ description: 'Of this region and of those below it' }),
  name: several(60).optional().meta({ description: 'Names of tasks, separated by commas' }),
  caseId: idSchema.optional(),
  overdue: yesOrNo.optional(),
  queue: queueInput.optional().meta({
    description: 'One queue of the inbox; overdue, today, soon (three working days), later, undated',
  }),
  dueBefore: instantInput.optional().meta({ description: 'Wanted before this moment' }),
  managed: yesOrNo
    .optional()
    .meta({ description: 'true: those of the bodies and regions that the reader manages alone' }),
  assignee: line(64).optional().meta({ description: 'Account id: held by it; `none`: held by nobody' }),
  closed: yesOrNo.default('false').meta({ description: 'true: those that are done, in place of those that are open' }),
  closedBy: line(64).optional().meta({ description: 'Account id: done by it' }),
  closedFrom: daySchema.optional().meta({ description: 'Done on this day or later' }),
  closedTo: daySchema.optional().meta({ description: 'Done on this day or before' }),
  q: searchInput.optional(),
};

type Filters = z.output<z.ZodObject<typeof taskFilters>>;

/** What is read of the case of a task. */
export const CASE_OF_TASK = {
  ...{ number: true, kind: true, stage: true, subject: true, title: true, revision: true, bodyId: true, region: true },
  ...SCOPED,
} as const;

/** The tasks within the reader's access that these filters choose, open ones unless asked otherwise, as a condition. */
export async function chosenTasks(call: Call, query: Filters): Promise<Prisma.TaskWhereInput> {
  const { context, reader, access, now } = call;
  const { view, regime, kind, region, name, caseId, overdue, queue, dueBefore, q } = query;
  const { managed, assignee, closed, closedBy, closedFrom, closedTo } = query;
  const dated = datedFor(call);
  const late = { AND: [dated, { dueAt: { lte: new Date(now) } }] };
  return {
    closedAt: closed === 'true' ? { not: null, ...onDays({ from: closedFrom, to: closedTo }) } : null,
    ...(assignee !== undefined && { assigneeId: assignee === 'none' ? null : assignee }),
    ...(closedBy !== undefined && { closedById: closedBy }),
    AND: [
      tasksWithin(access),
      seenIn(view, reader, access),
      ...(managed === 'true' ? [tasksManaged(access)] : []),
      ...(region === undefined ? [] : [regionWithin(region)]),
      ...(regime === undefined ? [] : [{ case: { regime } }]),
      ...(kind === undefined ? [] : [{ case: { kind: { in: kind } } }]),
      ...(name === undefined ? [] : [{ name: { in: name } }]),
      ...(caseId === undefined ? [] : [{ caseId }]),
      ...(overdue === undefined ? [] : [overdue === 'true' ? late : { NOT: late }]),
      ...(queue === undefined ? [] : [tasksIn(queue, dated, queueEnds(await currentCalendar(context.database), now))]),
      ...(q === undefined ? [] : [{ case: await casesSearched(context.database, q) }]),
      ...(dueBefore === undefined ? [] : [dated, { dueAt: { lt: new Date(dueBefore) } }]),
    ],
  };
}

/** Tasks with a due date that the reader is shown: an internal target is so to managers of their cases alone. */
export function datedFor({ context: { contracts }, access }: Call): Prisma.TaskWhereInput {
  const byTarget = Object.values(contracts).flatMap((contract) =>
    Object.keys(contract.tasks)
      .filter((name) => isDueByTarget(contract, name))
      .map((name) => ({ name, case: { kind: contract.kind } })),
  );
  return {
    // Said of null too, which is not overdue: compared alone it would be neither overdue nor not.
    dueAt: { not: null },
    OR: [{ NOT: { OR: byTarget } }, { case: casesWithin(access.filter(({ office }) => office.role === 'manager')) }],
  };
}

/** Tasks of a queue, of which these have a due date that is shown. */
export function tasksIn(queue: Queue, dated: Prisma.TaskWhereInput, ends: QueueEnds): Prisma.TaskWhereInput {
  return queue === 'undated' ? { NOT: dated } : { AND: [dated, { dueAt: dueIn(queue, ends) }] };
}

/** Tasks of the bodies of these offices, within their regions; a body that has handed a case on has no tasks of it (XC-05.5). */
function tasksWithin(access: Access): Prisma.TaskWhereInput {
  return seesAll(access) ? {} : { OR: access.map(({ office }) => placeWithin(office)) };
}

/** Tasks of the bodies that the reader manages. */
function tasksManaged(access: Access): Prisma.TaskWhereInput {
  const manages = managing(access);
  // An empty OR within another condition would say nothing instead of no.
  return manages.length === 0 ? { id: { in: [] } } : tasksWithin(manages);
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
