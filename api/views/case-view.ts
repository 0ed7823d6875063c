import { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import type { Case, CaseBody, CaseParty, Deadline, Form, Task } from '../../prisma/generated/client.ts';
import { instantOf, type Instant } from '../../rules/time/index.ts';
import type { RecordedState } from '../../workflows/engine/state.ts';
import { readableFacts, stageTitle, type ProcessContract } from '../../workflows/engine/contract.ts';
import type { Access } from '../abilities.ts';
import { bodyTitle } from '../bodies.ts';
import { inBoth } from '../../rules/text.ts';
import type { ApiContext } from '../context.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';
import type { Reader } from '../reader.ts';
import type { FoundCase } from './read-case.ts';
import { referableSchema, referredIn, type Referable } from '../case-referables.ts';
import { caseExtras, caseReferables } from '../regimes.ts';
import { ballotSchema, ballotViews, votersOf } from './ballot-view.ts';
import { casesWithin, maySeeTarget } from './case-scope.ts';
import { actionRefusals } from './action-refusals.ts';
import { actionSchema, openActions } from './case-actions.ts';
import { deadlineSchema, deadlineView } from './deadline-view.ts';
import { dutiesOf, dutySchema } from './duty-view.ts';
import { caseDeletionSchema, deletionOf } from './case-deletion.ts';
import { formSchema, formsOf } from './form-view.ts';
import { layingChoices } from './live-choices.ts';
import { letterSchema, lettersOf } from './letter-view.ts';
import { namedSchema, namesOf, possibleIds } from './people.ts';
import { refusedActions, refusedActionSchema } from './refused-actions.ts';
import { accountsOfTask, taskSchema, taskView } from './task-view.ts';

const headShape = {
  id: z.string(),
  number: z.string().meta({ description: 'What people call the case, e.g. 沪企服店申〔2025〕12号' }),
  kind: z.string(),
  kindTitle: textSchema,
  regime: z.string(),
  stage: z.string(),
  stageTitle: textSchema,
  outcome: z.string().nullable(),
  outcomeTitle: textSchema.nullable(),
  subject: z.string().meta({ description: 'Key of the party that the case is about, e.g. its credit code' }),
  title: z.string().meta({ description: 'Name of that party' }),
  bodyId: z.string(),
  region: z.string(),
  about: z.string().nullable().meta({ description: 'What it is about beside its parties: a typed reference' }),
  parentId: z.string().nullable(),
  priority: z.int(),
  ruleVersion: z.int(),
  calendarVersion: z.int(),
  revision: z.int(),
  openedAt: instantSchema,
  closedAt: instantSchema.nullable(),
};

/** A case in a list. */
export const caseItemSchema = z
  .object({
    ...headShape,
    dueAt: instantSchema.nullable().meta({ description: 'The earliest open deadline with legal effect' }),
    overdue: z.object({ workingDays: z.int(), legalEffect: z.boolean() }).nullable().meta({
      description:
        'By how many working days; an internal target has no legal effect and is shown to managers alone (A-08)',
    }),
  })
  .meta({ id: 'CaseItem' });

/** A case as it stands for one reader. */
export const caseSchema = z
  .object({
    ...headShape,
    deadlines: z.array(deadlineSchema).meta({ description: 'What runs now, paused clocks included' }),
    endedDeadlines: z.array(deadlineSchema),
    actions: z.array(actionSchema).meta({ description: 'What this reader may do now, and what is missing for it' }),
    refused: z.array(refusedActionSchema).meta({
      description: 'Actions of the reader’s own side that are not open to this reader, and why not (XC-05.1)',
    }),
    tasks: z.array(taskSchema).meta({ description: 'Open tasks; for the body that handles the case alone' }),
    ballots: z
      .array(ballotSchema)
      .meta({ description: 'Decisions that several persons vote on; for the body that handles the case alone' }),
    people: z.array(namedSchema).meta({
      description:
        'Whoever holds a task or prepares it, did something in it or is named by the facts; for the bodies that handle it alone',
    }),
    forms: z.array(formSchema).meta({ description: 'What was filed, the newest version first' }),
    deleted: caseDeletionSchema
      .nullable()
      .meta({ description: 'Set when what was filed, and its files, were deleted after their period' }),
    facts: z.record(z.string(), z.unknown()).nullable().meta({ description: 'What the process remembers of the case' }),
    extras: z
      .record(z.string(), z.unknown())
      .meta({ description: 'What the regime shows of a case of this kind besides' }),
    refers: z.record(z.string(), z.array(referableSchema).readonly()).meta({
      description:
        'What the fields of these actions can name that belongs to this case, by the `x-refers` of the field',
    }),
    parties: z
      .array(z.object({ name: z.string(), title: textSchema, party: z.string() }))
      .meta({ description: 'The parties by their name in the case; for the bodies that handle it alone' }),
    bodies: z
      .array(z.object({ bodyId: z.string(), title: textSchema, region: z.string() }))
      .meta({ description: 'Who handles the case or has handled it; for these bodies alone' }),
    duties: z
      .array(dutySchema)
      .meta({ description: 'Notices that go by letter and by e-mail; for the body that handles the case alone' }),
    letters: z.array(letterSchema).meta({
      description: 'Letters that went out: all for the bodies that handle the case, for a party those to it',
    }),
    related: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        kind: z.string(),
        kindTitle: textSchema,
        stage: z.string(),
        stageTitle: textSchema,
      }),
    ),
  })
  .meta({ id: 'Case' });

export type CaseRow = Case & {
  parties: CaseParty[];
  bodies: CaseBody[];
  deadlines: Deadline[];
  tasks: Task[];
  forms: Form[];
};

/** What a list needs of the row, so that the large columns stay where they are. */
export const HEAD = {
  id: true,
  number: true,
  kind: true,
  regime: true,
  stage: true,
  outcome: true,
  subject: true,
  title: true,
  bodyId: true,
  region: true,
  about: true,
  parentId: true,
  priority: true,
  ruleVersion: true,
  calendarVersion: true,
  revision: true,
  openedAt: true,
  closedAt: true,
  dueAt: true,
} as const;

export type CaseHeadRow = Pick<Case, keyof typeof HEAD>;

/** The part of a case that list and detail share. */
export function headView(
  contracts: ApiContext['contracts'],
  row: CaseHeadRow,
): Omit<z.infer<typeof caseItemSchema>, 'dueAt' | 'overdue'> {
  const contract = contracts[row.kind];
  const {
    id,
    number,
    kind,
    regime,
    stage,
    outcome,
    subject,
    title,
    bodyId,
    region,
    about,
    parentId,
    openedAt,
    closedAt,
  } = row;
  const { priority, ruleVersion, calendarVersion, revision } = row;
  // Named one by one: a new column is not shown before somebody decides that it may be.
  return {
    ...{ id, number, kind, regime, stage, outcome, subject, title, bodyId, region, about, parentId },
    ...{ priority, ruleVersion, calendarVersion, revision },
    kindTitle: contract?.title ?? inBoth(row.kind),
    stageTitle: stageTitle(contract, row.stage) ?? inBoth(row.stage),
    outcomeTitle: row.outcome === null ? null : (contract?.outcomes[row.outcome] ?? inBoth(row.outcome)),
    openedAt: instantOf(openedAt.getTime()),
    closedAt: closedAt === null ? null : instantOf(closedAt.getTime()),
  };
}

export type CaseSeen = z.infer<typeof caseSchema>;

/** {@link caseSchema} of a row for a reader who may see it. */
export async function caseView(
  context: ApiContext,
  { row, standing }: FoundCase,
  reader: Reader,
  access: Access,
  now: Instant,
): Promise<CaseSeen> {
  const { database, contracts } = context;
  const contract = contracts[row.kind] ?? without(row.kind, row.regime);
  const state = row.state as unknown as RecordedState | null;
  const facts = readableFacts(contract, state?.facts as Record<string, unknown> | undefined, standing);
  const deadlines = await Promise.all(
    row.deadlines
      .filter((deadline) => maySeeTarget(standing, deadline.legalEffect))
      .map((deadline) => deadlineView(database, contract, deadline, now)),
  );
  const { seesAll, onlyFollows } = standing;
  const refusals = actionRefusals(contract, state, reader.person);
  const tasks = seesAll ? row.tasks.filter(({ closedAt }) => closedAt === null) : [];
  const named = seesAll
    ? possibleIds([state?.participants, facts, votersOf(state), tasks.flatMap(accountsOfTask)])
    : [];
  const laying = await layingChoices(database, row.regime);
  const [names, actions, extras, duties, letters, related, deleted] = await Promise.all([
    namesOf(database, named),
    openActions(context, contract, { ...row, state }, { reader, standing, refusals, lay: laying.now }, now),
    caseExtras(database, row, state, now),
    seesAll ? dutiesOf(database, contract, row.id) : [],
    lettersOf(database, contract, row.id, standing, reader),
    relatedCases(context, row, access),
    deletionOf(database, row),
  ]);
  return {
    ...headView(contracts, row),
    deadlines: deadlines.filter(({ status }) => status === 'OPEN' || status === 'PAUSED').sort(byDue),
    endedDeadlines: deadlines.filter(({ status }) => status !== 'OPEN' && status !== 'PAUSED'),
    actions: deleted === null ? actions : [],
    refused: deleted === null ? refusedActions(contract, refusals, standing) : [],
    deleted,
    tasks: tasks.map((task) => taskView(contracts, { ...task, case: row }, standing, names, reader.person, now)),
    ballots: seesAll ? ballotViews(contract, state, names) : [],
    people: [...names].map(([id, name]) => ({ id, name })),
    forms: formsOf(contract, { row, standing }, reader).map((form) => ({
      ...form,
      schema: form.schema === null ? null : laying.ever(form.schema),
    })),
    facts: onlyFollows ? null : (facts ?? null),
    extras,
    refers: deleted === null && state !== null ? await referablesOf(database, row, state, actions) : {},
    parties: seesAll
      ? row.parties.map(({ name, party }) => ({ name, title: contract.parties[name]?.title ?? inBoth(name), party }))
      : [],
    bodies: seesAll ? row.bodies.map(({ bodyId, region }) => ({ bodyId, title: bodyTitle(bodyId), region })) : [],
    duties,
    letters,
    related,
  };
}

/** Of what belongs to the case, as much as the actions that are open name. */
async function referablesOf(
  database: Database,
  row: CaseRow,
  state: RecordedState,
  actions: readonly { readonly input: unknown }[],
): Promise<Record<string, readonly Referable[]>> {
  const wanted = referredIn(actions.map(({ input }) => input));
  const finders = Object.entries(caseReferables[row.kind] ?? {}).filter(([kind]) => wanted.includes(kind));
  const found = await Promise.all(
    finders.map(async ([kind, find]) => [kind, await find(database, row, state)] as const),
  );
  return Object.fromEntries(found);
}

async function relatedCases(
  { database, contracts }: ApiContext,
  { id, parentId, about, subject }: CaseRow,
  access: Access,
) {
  const rows = await database.case.findMany({
    where: {
      AND: [
        casesWithin(access),
        {
          id: { not: id },
          // A case that came of another may be about the other side of a dispute.
          OR: [{ parentId: id }, ...(parentId ? [{ id: parentId }] : []), ...(about ? [{ about, subject }] : [])],
        },
      ],
    },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, number: true, kind: true, stage: true },
    take: 50,
  });
  return rows.map((row) => ({
    ...row,
    kindTitle: contracts[row.kind]?.title ?? inBoth(row.kind),
    stageTitle: stageTitle(contracts[row.kind], row.stage) ?? inBoth(row.stage),
  }));
}

function byDue(a: { dueAt: Instant | null }, b: { dueAt: Instant | null }): number {
  return (a.dueAt ?? '~') < (b.dueAt ?? '~') ? -1 : 1;
}

/** A case of a kind this build does not have can be read, and nothing can be done in it. */
function without(kind: string, regime: string): ProcessContract {
  const nothing = { parties: {}, stages: {}, outcomes: {}, actions: {}, deadlines: {}, tasks: {}, notices: {} };
  return { kind, regime, prefix: '', mark: '', title: inBoth(kind), ...nothing };
}
