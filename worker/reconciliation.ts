/**
 * Compares what the records say of cases with their workflows, which are the authority while a case is open, and repairs what
 * differs. The timeline is append-only: a repair adds a line that says what it did.
 */
import { WorkflowNotFoundError, type Client, type WorkflowHandle } from '@temporalio/client';
import { appendLines, type TimelineLine } from '../activities/timeline.ts';
import type { ChainHash } from '../config/chain-hash.ts';
import { caseInput } from '../prisma/case-input.ts';
import type { Database } from '../prisma/client.ts';
import type { StackClock } from '../prisma/clock.ts';
import { systemActor } from '../rules/roles.ts';
import { text } from '../rules/text.ts';
import { CLOCK_MOVED, GET_STATE, workflowIdOf, type ClockMoved } from '../workflows/engine/messages.ts';
import type { CaseState } from '../workflows/engine/state.ts';
import { startOptions, workflowTypeOf } from '../workflows/start-case.ts';
import { differencesOf, rebuild } from './projection.ts';

export interface ReconciliationDependencies {
  readonly database: Database;
  readonly client: Client;
  readonly clock: StackClock;
  readonly queuePrefix: string;
  /** The hash of the lines that a repair writes; SHA-256 unless given. */
  readonly chainHash?: ChainHash;
}

/** A case whose records and workflow do not say the same, and in what. */
export interface Difference {
  readonly caseId: string;
  readonly found: string;
  readonly repaired: boolean;
}

const PAGE = 100;
/** How long a case may take to look at its records. */
const CATCH_UP_MS = 10_000;

/**
 * Looks at every open case, and at every closed one whose workflow still runs, page by page. Differences are repaired only if asked;
 * what was repaired is compared again before it is called so.
 */
export async function reconcile(
  dependencies: ReconciliationDependencies,
  { repair }: { readonly repair: boolean },
): Promise<{ compared: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  let compared = 0;
  for await (const caseId of casesToCompare(dependencies)) {
    compared += 1;
    const found = await compare(dependencies, caseId);
    if (found === null) continue;
    if (repair) await repairOne(dependencies, caseId, found);
    const repaired = repair && (await compare(dependencies, caseId)) === null;
    differences.push({ caseId, found: found.difference, repaired });
  }
  return { compared, differences };
}

async function* casesToCompare({ database, client }: ReconciliationDependencies): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const page = await database.case.findMany({
      where: { closedAt: null, workflowStarted: true, id: { gt: after } },
      orderBy: { id: 'asc' },
      select: { id: true },
      take: PAGE,
    });
    for (const { id } of page) yield id;
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE) break;
  }
  let running: string[] = [];
  for await (const { workflowId } of client.workflow.list({
    query: 'ExecutionStatus = "Running" AND CaseKind IS NOT NULL',
  })) {
    running.push(workflowId.slice(workflowIdOf('').length));
    if (running.length < PAGE) continue;
    yield* await closedOf(database, running);
    running = [];
  }
  yield* await closedOf(database, running);
}

/** Those of these cases that are closed in the records. */
async function closedOf(database: Database, ids: readonly string[]): Promise<string[]> {
  const rows = await database.case.findMany({
    where: { id: { in: [...ids] }, closedAt: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** What is wrong with a case and what puts it right. */
type Found =
  /** It is open in the records and nobody runs it: its workflow is started from what is recorded. */
  | { readonly difference: string; readonly start: true }
  /** Temporal was set back to an earlier moment: the records are the record, and the case goes on from them. */
  | { readonly difference: string; readonly restart: true }
  /** The records were set back, or changed by another hand: they are written again from the workflow. */
  | { readonly difference: string; readonly rewriteFrom: CaseState };

async function compare({ database, client }: ReconciliationDependencies, caseId: string): Promise<Found | null> {
  const handle = client.workflow.getHandle(workflowIdOf(caseId));
  // A run that has ended answers queries as long as it is kept: what counts is whether it runs.
  const status = await handle.describe().then(
    (described) => described.status.name,
    (failure: unknown) => {
      if (failure instanceof WorkflowNotFoundError) return 'NOT_FOUND';
      throw failure;
    },
  );
  const read = () =>
    database.case.findUniqueOrThrow({ where: { id: caseId }, select: { closedAt: true, revision: true } });
  if (status !== 'RUNNING') {
    const { closedAt } = await read();
    if (closedAt !== null) return null;
    return { difference: `open in the records, and its workflow is ${status}`, start: true };
  }
  // A transition may be on its way between two looks: a difference counts when it is still there.
  for (let look = 1; ; look += 1) {
    const state = await handle.query<CaseState>(GET_STATE);
    const { revision } = await read();
    const isAhead = revision > state.revision;
    if (isAhead && look === 1) await tellToCatchUp(client, handle, revision);
    const difference = isAhead ? null : await differencesOf(database, state);
    if (!isAhead && difference === null) return null;
    if (look < 3) continue;
    if (difference === null) {
      return {
        difference: `the records are ahead of the workflow (revision ${revision} against ${state.revision})`,
        restart: true,
      };
    }
    return { difference, rewriteFrom: state };
  }
}

/**
 * Has a case go on from its records: the sweep is ahead of it until its alarm rings, or Temporal was set back. One that does not answer in time is
 * left for what is found next.
 */
async function tellToCatchUp(client: Client, handle: WorkflowHandle, recordedRevision: number): Promise<void> {
  const told: ClockMoved = { offsetMs: null, recordedRevision };
  const catchUp = () => handle.executeUpdate<void, [ClockMoved]>(CLOCK_MOVED, { args: [told] });
  await client.withDeadline(Date.now() + CATCH_UP_MS, catchUp).catch(() => undefined);
}

async function repairOne(dependencies: ReconciliationDependencies, caseId: string, found: Found): Promise<void> {
  const { database, client, chainHash } = dependencies;
  if ('rewriteFrom' in found) await rewrite(dependencies, found.rewriteFrom, found.difference);
  else {
    if ('restart' in found) {
      await client.workflow.getHandle(workflowIdOf(caseId)).terminate('started again from the records');
    }
    await startFromRecords(dependencies, caseId);
    const line: TimelineLine = {
      at: await dependencies.clock.now(),
      type: 'WORKFLOW_RESTARTED',
      actor: systemActor('reconcile'),
      title: text('案件依记录重新启动', 'The case was started again from its records'),
      detail: { found: found.difference },
      requirement: 'XC-05.6',
    };
    await database.$transaction((tx) => appendLines(tx, caseId, [line], chainHash));
  }
}

async function rewrite(
  { database, clock, chainHash }: ReconciliationDependencies,
  state: CaseState,
  difference: string,
): Promise<void> {
  const at = await clock.now();
  await database.$transaction(async (tx) => {
    const was = await rebuild(tx, state);
    if (was === null) return;
    // Lines, notices and records of transitions that are missing cannot be made again from the state: the gap is named.
    const missing = state.revision - was;
    const line: TimelineLine = {
      at,
      revision: state.revision,
      type: 'RECORDS_REBUILT',
      actor: systemActor('reconcile'),
      title:
        missing === 0
          ? text('案件记录已按工作流重建', 'The records of the case were written again from its workflow')
          : text(
              `案件记录已按工作流重建，缺第 ${was + 1} 至 ${state.revision} 次变更的明细`,
              `The records were written again from the workflow; what changes ${was + 1} to ${state.revision} wrote beside them is missing`,
            ),
      detail: { found: difference, from: was, to: state.revision },
      requirement: 'XC-05.6',
    };
    await appendLines(tx, state.id, [line], chainHash);
  });
}

/** Starts the workflow of a case again from what is recorded of it. */
async function startFromRecords(
  { database, client, clock, queuePrefix }: ReconciliationDependencies,
  caseId: string,
): Promise<void> {
  const input = await caseInput(database, clock, caseId);
  if (input === null) return;
  await client.workflow.start(workflowTypeOf(input.kind), startOptions(input, queuePrefix));
}
