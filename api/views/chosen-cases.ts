/** Which cases somebody asks for: by what they are about, by who works on them, and by when they are due. */
import type { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import { choice, yesOrNo } from '../../workflows/engine/choice.ts';
import type { Access } from '../abilities.ts';
import { invalid } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { daySchema, instantInput, line, partyInput, several } from '../http/schemas.ts';
import { currentCalendar } from './calendars.ts';
import { casesWithin, regionWithin } from './case-scope.ts';
import { ANY_LINE } from './clause-counts.ts';
import { casesSearched, searchInput } from './case-search.ts';
import { dueIn, queueEnds, queueInput, type Queue, type QueueEnds } from './due-queue.ts';
import { regimeInput } from './regime-input.ts';
import { casesByTimeliness, casesDueOn, onDays, TIMELINESS } from './timeliness.ts';

/** Query of the lists of cases. */
export const caseFilters = {
  regime: regimeInput.optional(),
  kind: several(60).optional().meta({ description: 'Kinds of case, separated by commas' }),
  region: line(60).optional().meta({ description: 'Of this region and of those below it' }),
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
  clause: line(80).optional().meta({ description: 'Cases whose timeline cites this clause, e.g. `SH-STORE 四.5(2)`' }),
  cited: line(60).optional().meta({ description: 'With a clause: the type of line that cites it' }),
  olderRules: yesOrNo.optional().meta({
    description: 'true: open cases under an older version of the rules than the newest (XC-06.2)',
  }),
  managed: yesOrNo.optional().meta({ description: 'true: the cases of which the reader is a manager alone' }),
  openedFrom: daySchema.optional().meta({ description: 'Opened on this day or later' }),
  openedTo: daySchema.optional().meta({ description: 'Opened on this day or before' }),
  closedFrom: daySchema.optional().meta({ description: 'Closed on this day or later' }),
  closedTo: daySchema.optional().meta({ description: 'Closed on this day or before' }),
  runningFrom: daySchema.optional().meta({ description: 'Not closed before this day' }),
  dueOn: daySchema
    .optional()
    .meta({ description: 'With an open deadline that ends on this day; for managers of them' }),
  deadline: line(60).optional().meta({ description: 'With `timeliness`: name of the deadline' }),
  timeliness: choice(TIMELINESS).optional().meta({
    description:
      'With `deadline`: cases in which it was kept so; for managers of them. doneLate and missed have passed',
  }),
  endedFrom: daySchema
    .optional()
    .meta({ description: 'With `timeliness`: it ended, or came due, on this day or later' }),
  endedTo: daySchema
    .optional()
    .meta({ description: 'With `timeliness`: it ended, or came due, on this day or before' }),
  q: searchInput.optional(),
};

type Filters = z.output<z.ZodObject<typeof caseFilters>>;

const SORTS = {
  newest: text('最新', 'the latest first'),
  due: text('最早到期', 'the earliest deadline first, then those without one'),
};

/** Order of the lists of cases. */
export const caseSort = choice(SORTS).default('newest');

/** The cases within the reader's access that these filters choose, as a condition. */
export async function chosenCases(call: Call, query: Filters): Promise<Prisma.CaseWhereInput> {
  const { context, reader, access, now } = call;
  const { kind, stage, subject, about, assignee, overdue, queue, dueBefore, open, clause, cited, q, regime, region } =
    query;
  const late = overdueCondition(access, now);
  return {
    ...(regime !== undefined && { regime }),
    ...(kind !== undefined && { kind: { in: kind } }),
    ...(stage !== undefined && { stage: { in: stage } }),
    ...(subject !== undefined && { subject }),
    ...(about !== undefined && { about }),
    ...(clause !== undefined && { clauses: { some: { clause, event: cited ?? ANY_LINE } } }),
    ...(open !== undefined && { closedAt: open === 'true' ? null : { not: null } }),
    AND: [
      casesWithin(access),
      ...(region === undefined ? [] : [regionWithin(region)]),
      ...spansOf(query),
      ...managedOf(call, query),
      ...(query.olderRules === 'true' ? [await underOlderRules(context.database)] : []),
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

/** By the days on which they were opened, closed or running. */
function spansOf({ openedFrom, openedTo, closedFrom, closedTo, runningFrom }: Filters): Prisma.CaseWhereInput[] {
  return [
    ...(openedFrom === undefined && openedTo === undefined
      ? []
      : [{ openedAt: onDays({ from: openedFrom, to: openedTo }) }]),
    ...(closedFrom === undefined && closedTo === undefined
      ? []
      : [{ closedAt: { not: null, ...onDays({ from: closedFrom, to: closedTo }) } }]),
    ...(runningFrom === undefined ? [] : [{ OR: [{ closedAt: null }, { closedAt: onDays({ from: runningFrom }) }] }]),
  ];
}

/** Open cases that could move to a newer version of the rules of their regime. */
async function underOlderRules(database: Database): Promise<Prisma.CaseWhereInput> {
  const newest = await database.ruleVersion.groupBy({ by: ['regime'], _max: { version: true } });
  return {
    closedAt: null,
    OR: newest.map(({ regime, _max: { version } }) => ({ regime, ruleVersion: { lt: version ?? 0 } })),
  };
}

/** What is chosen by deadlines of any kind, internal targets among them, is chosen of the cases of managers alone. */
function managedOf({ context: { contracts }, access, now }: Call, query: Filters): Prisma.CaseWhereInput[] {
  const { managed, dueOn, deadline, timeliness, endedFrom, endedTo } = query;
  if ((deadline === undefined) !== (timeliness === undefined)) {
    return invalid(
      deadline === undefined ? 'deadline' : 'timeliness',
      'deadline 与 timeliness 须同时填写。',
      '`deadline` and `timeliness` go together',
    );
  }
  const byDeadline = [
    ...(dueOn === undefined ? [] : [casesDueOn(contracts, dueOn)]),
    ...(deadline === undefined || timeliness === undefined
      ? []
      : [casesByTimeliness(contracts, { deadline, timeliness, days: { from: endedFrom, to: endedTo }, now })]),
  ];
  const isManaged = managed === 'true' || byDeadline.length > 0;
  return isManaged ? [casesWithin(managing(access)), ...byDeadline] : [];
}

/** Passed a deadline with legal effect, or, in the cases of managers, an internal target. */
export function overdueCondition(access: Access, now: Instant): Prisma.CaseWhereInput {
  // Said of null too, which is not overdue: compared alone it would be neither overdue nor not.
  const before = { not: null, lte: new Date(now) };
  const managed = casesWithin(asManager(access));
  return {
    closedAt: null,
    OR: [{ dueAt: before }, { AND: [managed, { tasks: { some: { closedAt: null, dueAt: before } } }] }],
  };
}

/** The part of an access that is held as a manager. */
export function asManager(access: Access): Access {
  return access.filter(({ office }) => office.role === 'manager');
}

/** The part of an access by which cases are managed, and not those in which the body is itself a party. */
export function managing(access: Access): Access {
  return asManager(access).filter(({ reach }) => reach === 'scope');
}

/** Open cases of a queue. Those that are overdue for this reader are in no other, whenever their next deadline is. */
export function casesIn(queue: Queue, late: Prisma.CaseWhereInput, ends: QueueEnds): Prisma.CaseWhereInput {
  if (queue === 'overdue') return late;
  return { closedAt: null, NOT: late, dueAt: queue === 'undated' ? null : dueIn(queue, ends) };
}
