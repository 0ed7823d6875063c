import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { caseInput } from '../prisma/case-input.ts';
import type { Database, Transaction } from '../prisma/client.ts';
import type { StackClock } from '../prisma/clock.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import { instantOf } from '../rules/time/index.ts';
import { contracts } from '../workflows/contracts.ts';
import { GET_STATE, workflowIdOf } from '../workflows/engine/messages.ts';
import { wakeAt, type CaseState } from '../workflows/engine/state.ts';
import { startOptions, workflowTypeOf } from '../workflows/start-case.ts';

export interface ReconciliationDependencies {
  readonly database: Database;
  readonly client: Client;
  readonly clock: StackClock;
  readonly queuePrefix: string;
}

/** A case whose records and workflow do not say the same, and in what. */
export interface Difference {
  readonly caseId: string;
  readonly found: string;
  readonly repaired: boolean;
}

const PAGE = 100;

/** Compares every open case, page by page. Differences are repaired only if asked. */
export async function reconcile(
  dependencies: ReconciliationDependencies,
  { repair }: { readonly repair: boolean },
): Promise<{ compared: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  let compared = 0;
  let after = '';
  for (;;) {
    const page = await dependencies.database.case.findMany({
      where: { closedAt: null, revision: { gt: 0 }, id: { gt: after } },
      orderBy: { id: 'asc' },
      select: { id: true },
      take: PAGE,
    });
    for (const { id } of page) {
      const difference = await compare(dependencies, id, repair);
      if (difference !== null) differences.push(difference);
    }
    compared += page.length;
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE) return { compared, differences };
  }
}

async function compare(
  dependencies: ReconciliationDependencies,
  caseId: string,
  repair: boolean,
): Promise<Difference | null> {
  const { database, client } = dependencies;
  let state: CaseState;
  try {
    state = await client.workflow.getHandle(workflowIdOf(caseId)).query<CaseState>(GET_STATE);
  } catch (failure) {
    if (!(failure instanceof WorkflowNotFoundError)) throw failure;
    if (repair) await restart(dependencies, caseId);
    return { caseId, found: 'the case is open in the records and has no workflow', repaired: repair };
  }
  const { revision } = await database.case.findUniqueOrThrow({ where: { id: caseId }, select: { revision: true } });
  if (revision > state.revision) {
    // A transition may have been on its way between the two looks; by a third it has arrived.
    state = await client.workflow.getHandle(workflowIdOf(caseId)).query<CaseState>(GET_STATE);
    if (revision > state.revision)
      return setBack(dependencies, caseId, `${revision} against ${state.revision}`, repair);
  }
  const found = await whatDiffers(database, state);
  if (found === null) return null;
  if (repair) await database.$transaction((tx) => rebuild(tx, state));
  return { caseId, found, repaired: repair };
}

/** Temporal was set back to an earlier moment: the records are the record, and the case goes on from them. */
async function setBack(
  dependencies: ReconciliationDependencies,
  caseId: string,
  revisions: string,
  repair: boolean,
): Promise<Difference> {
  if (repair) {
    await dependencies.client.workflow.getHandle(workflowIdOf(caseId)).terminate('started again from the records');
    await restart(dependencies, caseId);
  }
  return { caseId, found: `the records are ahead of the workflow (revision ${revisions})`, repaired: repair };
}

/** What the records say otherwise than the state; null if nothing. */
async function whatDiffers(database: Database, state: CaseState): Promise<string | null> {
  const row = await database.case.findUniqueOrThrow({
    where: { id: state.id },
    include: { deadlines: { where: { status: { in: ['OPEN', 'PAUSED'] } } }, tasks: { where: { closedAt: null } } },
  });
  const said = {
    revision: [row.revision, state.revision],
    stage: [row.stage, state.stage],
    outcome: [row.outcome, state.outcome],
    deadlines: [
      row.deadlines
        .map((one) => `${one.name}#${one.entry}@${one.dueAt === null ? 'paused' : instantOf(one.dueAt.getTime())}`)
        .sort()
        .join(),
      state.deadlines
        .map((one) => `${one.name}#${one.entry}@${one.dueAt ?? 'paused'}`)
        .sort()
        .join(),
    ],
    tasks: [
      row.tasks
        .map((one) => `${one.name}#${one.entry}:${one.assigneeId ?? ''}`)
        .sort()
        .join(),
      state.tasks
        .map((one) => `${one.name}#${one.entry}:${one.assigneeId ?? ''}`)
        .sort()
        .join(),
    ],
  };
  const differing = Object.entries(said).filter(([, [recorded, actual]]) => recorded !== actual);
  if (differing.length === 0) return null;
  return differing.map(([what, [recorded, actual]]) => `${what} recorded as ${recorded}, is ${actual}`).join('; ');
}

/** Writes the projection of a case again from its workflow's state. The timeline is append-only and stays as it is. */
async function rebuild(tx: Transaction, state: CaseState): Promise<void> {
  const wake = wakeAt(state);
  // A transition that came in between has written more than this state knows.
  const [row] = await tx.$queryRaw<
    { revision: number }[]
  >`SELECT "revision" FROM "Case" WHERE "id" = ${state.id} FOR UPDATE`;
  if (row === undefined || row.revision > state.revision) return;
  const hasEffect = (name: string) => contracts[state.kind]?.deadlines[name]?.legalEffect !== false;
  const due = state.deadlines.flatMap(({ name, dueAt }) => (hasEffect(name) ? (dueAt ?? []) : [])).sort()[0];
  await tx.case.update({
    where: { id: state.id },
    data: {
      revision: state.revision,
      stage: state.stage,
      outcome: state.outcome,
      storeId: state.storeId,
      closedAt: state.closedAt === null ? null : new Date(state.closedAt),
      wakeAt: wake === null ? null : new Date(wake),
      dueAt: due === undefined ? null : new Date(due),
      state: state as unknown as Prisma.InputJsonValue,
    },
  });
  const open = { caseId: state.id, status: { in: ['OPEN', 'PAUSED'] } };
  await tx.deadline.updateMany({
    where: { ...open, name: { notIn: state.deadlines.map(({ name }) => name) } },
    data: { status: 'CANCELLED' },
  });
  for (const {
    name,
    entry,
    dueAt,
    lastDay,
    provisional,
    calendarVersion,
    pauses,
    period,
    startedAt,
  } of state.deadlines) {
    const row = {
      status: dueAt === null ? 'PAUSED' : 'OPEN',
      dueAt: dueAt === null ? null : new Date(dueAt),
      lastDay,
      provisional,
      calendarVersion,
      startedAt: new Date(startedAt),
      period: period as unknown as Prisma.InputJsonValue,
      pauses: pauses as unknown as Prisma.InputJsonValue,
      legalEffect: hasEffect(name),
    };
    const where = { caseId_name_entry: { caseId: state.id, name, entry } };
    await tx.deadline.upsert({ where, create: { caseId: state.id, name, entry, ...row }, update: row });
  }
  await rebuildTasks(tx, state);
}

async function rebuildTasks(tx: Transaction, state: CaseState): Promise<void> {
  await tx.task.updateMany({
    where: { caseId: state.id, closedAt: null, name: { notIn: state.tasks.map(({ name }) => name) } },
    data: { closedAt: new Date() },
  });
  const { bodyId, region, openedAt } = await tx.case.findUniqueOrThrow({ where: { id: state.id } });
  for (const { name, entry, assigneeId } of state.tasks) {
    const role = contracts[state.kind]?.tasks[name]?.role ?? 'reviewer';
    await tx.task.upsert({
      where: { caseId_name_entry: { caseId: state.id, name, entry } },
      create: {
        id: `${state.id}:${name}:${entry}`,
        caseId: state.id,
        name,
        entry,
        role,
        bodyId,
        region,
        assigneeId,
        openedAt,
      },
      update: { assigneeId, closedAt: null },
    });
  }
}

/** Starts the workflow of a case again from what is recorded of it. */
async function restart(
  { database, client, clock, queuePrefix }: ReconciliationDependencies,
  caseId: string,
): Promise<void> {
  const input = await caseInput(database, clock, caseId);
  if (input === null) return;
  await client.workflow.start(workflowTypeOf(input.kind), startOptions(input, queuePrefix));
}
