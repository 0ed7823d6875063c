/**
 * The relay of cases: starts the workflow of each case that was opened and delivers messages between cases. Both stand in the
 * records before they are done and are done again until they are recorded as done, so neither is lost; both carry an id, so
 * neither takes effect twice.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import pMap from 'p-map';
import { caseInput } from '../prisma/case-input.ts';
import { CASES_CHANNEL } from '../prisma/channels.ts';
import type { Logger } from 'pino';
import type { Database } from '../prisma/client.ts';
import type { StackClock } from '../prisma/clock.ts';
import { Prisma, type CaseMessage } from '../prisma/generated/client.ts';
import type { Requester } from '../rules/roles.ts';
import type { Envelope } from '../workflows/engine/engine.ts';
import { FACTS_ARRIVED, ROLL_OVER, ROLL_OVER_AFTER_MS, workflowIdOf } from '../workflows/engine/messages.ts';
import { contracts } from '../workflows/regimes.ts';
import { casesQueue } from '../workflows/relay/contract.ts';
import { startCase, startOptions, workflowTypeOf } from '../workflows/start-case.ts';
import type { GiveWay } from './give-way.ts';
import { listen } from '../prisma/listen.ts';
import { recipientsOf } from './recipients.ts';
import { regimeRecords } from './regimes.ts';
import { settleCovers } from '../prisma/settle-covers.ts';

export interface RelayDependencies {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly clock: StackClock;
  readonly client: Client;
  readonly queuePrefix: string;
  readonly log: Pick<Logger, 'error'>;
  /** Whether more is due in the cases than is done at once: what is due is recorded before what follows from it is begun. */
  readonly isBehindDue: () => boolean;
  readonly giveWay: Pick<GiveWay, 'restAfter'>;
  /** Aborted when the worker stops, so that it need not wait for the round to end. */
  readonly stopping: AbortSignal;
}

/** How long a started case or a delivered message has to show in the records before it is tried again. */
const GRACE_MS = 5_000;
/** How long a case that was filed is left to the API that took it: a second start of the same workflow costs as much as the first. */
const FILED_GRACE_MS = 2_000;
/** How often runs that have grown old are looked for. */
const OLD_RUNS_EVERY_MS = 3_600_000;
/** Least time between two looks for work beside the cases: each asks the records, however busy the relay is. */
const BESIDE_EVERY_MS = 500;
/** Cases that are started, or told something, side by side: few, since people who decide meanwhile come first. */
const AT_ONCE = 4;
/** Most of each kind in one pass. */
const A_PASS = 200;

/** More messages than these to open cases are left to the sweep: each would wake a workflow, and all of them at once. */
const MANY = 50;
/** A message that the sweep has not taken for so long is delivered after all. */
const LEFT_TO_SWEEP_MS = 10_000;

/** How long workflows are told in one pass what the sweep has carried out: the relay says with each pass that it is alive. */
const TELLING_MS = 1_000;

/** A message with the revision at which the records of its receiver stand; null if there is no such case. */
type WaitingMessage = CaseMessage & { readonly recordedRevision: number | null; readonly isOpen: boolean | null };

/** A case whose workflow was not started, and whether it stands open in the records already. */
interface ToStart {
  readonly id: string;
  readonly isOpen: boolean;
  /** Filed by somebody a moment ago: the API that took it starts it. */
  readonly isFiled: boolean;
}

export function createCaseRelay(dependencies: RelayDependencies) {
  const tried = new Map<string, number>();
  /** Messages that are left to the sweep, and since when. */
  let left = new Map<string, number>();
  /** Cases that are left to the API, and since when. */
  let filed = new Map<string, number>();
  let oldRunsAt = 0;
  let isBesideBusy = false;
  let besideAt = 0;

  /** One pass over what waits; true if anything did. What was tried a moment ago keeps nothing behind it waiting. */
  async function drain(): Promise<boolean> {
    const { database, isBehindDue } = dependencies;
    if (isBehindDue()) return false;
    for (const [id, at] of tried) if (Date.now() - at >= GRACE_MS) tried.delete(id);
    const resting = [...tried.keys()];
    const unstarted = await database.$queryRaw<ToStart[]>`
      SELECT "id", "revision" > 0 AS "isOpen", "revision" = 0 AND "parentId" IS NULL AND "openedById" IS NOT NULL AS "isFiled" FROM "Case"
      WHERE NOT "workflowStarted" AND "closedAt" IS NULL AND "id" <> ALL(${resting}::text[]) ORDER BY "openedAt", "id" LIMIT ${A_PASS}`;
    const toStart = notLeftToApi(unstarted);
    const messages = notLeftToSweep(await messagesThat(Prisma.sql`m."handledAt" IS NULL`, resting));
    await pMap(toStart, (one) => startInTurn(one, toStart.length > AT_ONCE), { concurrency: AT_ONCE });
    // The messages to one case follow each other.
    const receivers = Map.groupBy(messages, ({ toCaseId }) => toCaseId).values();
    const inOrder = async (theirs: readonly WaitingMessage[]) => {
      for (const message of theirs) await once(message.id, () => deliver(dependencies, message));
    };
    await pMap(receivers, inOrder, { concurrency: AT_ONCE });
    if (toStart.length + messages.length > 0) return true;
    // What is left to the sweep is its work of this moment: it would wait for the same workers and rows.
    if (left.size > 0) return false;
    return tellSwept(resting);
  }

  function notLeftToApi(unstarted: readonly ToStart[]): ToStart[] {
    const now = Date.now();
    filed = new Map(unstarted.flatMap(({ id, isFiled }) => (isFiled ? [[id, filed.get(id) ?? now] as const] : [])));
    return unstarted.filter(({ id }) => now - (filed.get(id) ?? 0) >= FILED_GRACE_MS);
  }

  function messagesThat(wait: Prisma.Sql, resting: readonly string[]): Promise<WaitingMessage[]> {
    return dependencies.database.$queryRaw<WaitingMessage[]>`
      SELECT m.*, c."revision" AS "recordedRevision", c."closedAt" IS NULL AND c."revision" > 0 AS "isOpen" FROM "CaseMessage" m LEFT JOIN "Case" c ON c."id" = m."toCaseId"
      WHERE ${wait} AND m."id" <> ALL(${[...resting]}::text[]) ORDER BY m."createdAt", m."id" LIMIT ${A_PASS}`;
  }

  function notLeftToSweep(waiting: readonly WaitingMessage[]): WaitingMessage[] {
    const swept = waiting.filter(({ action, isOpen }) => isOpen === true && action !== FACTS_ARRIVED);
    const now = Date.now();
    left = new Map(swept.length <= MANY ? [] : swept.map(({ id }) => [id, left.get(id) ?? now]));
    return waiting.filter(({ id }) => now - (left.get(id) ?? 0) >= LEFT_TO_SWEEP_MS);
  }

  /**
   * Workflows hear of what the sweep has carried out in their cases when nothing else waits: it is on record, and nobody waits for that. One after the
   * other, as long as the pass may keep the relay from its next look; the rest comes in the next one.
   */
  async function tellSwept(resting: readonly string[]): Promise<boolean> {
    const swept = await messagesThat(Prisma.sql`m."untold"`, resting);
    const until = Date.now() + TELLING_MS;
    for (const message of swept) {
      const began = Date.now();
      if (began >= until || dependencies.stopping.aborted) break;
      await once(message.id, () => tellWorkflow(dependencies, message));
      await dependencies.giveWay.restAfter(Date.now() - began, dependencies.stopping);
    }
    return swept.length > 0;
  }

  /** Nobody waits for a case to be started that people have not come to: where there are many, they leave room for those who decide. */
  async function startInTurn(one: ToStart, isOneOfMany: boolean): Promise<void> {
    const began = Date.now();
    await once(one.id, () => start(dependencies, one));
    if (isOneOfMany) await dependencies.giveWay.restAfter(Date.now() - began, dependencies.stopping);
  }

  async function once(id: string, work: () => Promise<unknown>): Promise<void> {
    tried.set(id, Date.now());
    try {
      await work();
    } catch (failure) {
      // One that fails keeps none of the others waiting; it is tried again after the grace time.
      dependencies.log.error({ id, failure: String(failure) }, 'the relay could not carry this out');
    }
  }

  /** Beside the relaying, which does not wait for it. */
  function lookForOldRuns(): void {
    if (Date.now() - oldRunsAt < OLD_RUNS_EVERY_MS) return;
    oldRunsAt = Date.now();
    void once('old runs', () => rollOldRunsOver(dependencies));
  }

  /** Work that is no step of a case, beside the relaying: covers that have ended, and what regimes have, piece by piece until there is none. */
  function workBeside(): void {
    if (isBesideBusy || Date.now() - besideAt < BESIDE_EVERY_MS) return;
    isBesideBusy = true;
    void once('work beside the cases', async () => {
      const { database, clock, stopping } = dependencies;
      await settleCovers(database, await clock.now());
      for (const { workBeside: next } of Object.values(regimeRecords)) {
        while (!stopping.aborted && (await next?.(database, await clock.now(), recipientsOf)) === true);
      }
    }).finally(() => {
      isBesideBusy = false;
      besideAt = Date.now();
    });
  }

  return {
    drain,

    /** Relays as things come, for this long or until the worker shuts down. Heartbeats all the while. */
    async relayCases({ forMs }: { readonly forMs: number }): Promise<void> {
      const context = Context.current();
      const until = Date.now() + forMs;
      const stop = AbortSignal.any([context.cancellationSignal, dependencies.stopping]);
      const stopped = new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
      const waiting = await listen(dependencies.databaseUrl, CASES_CHANNEL);
      try {
        while (Date.now() < until && !stop.aborted) {
          context.heartbeat();
          lookForOldRuns();
          workBeside();
          if (await drain()) continue;
          await Promise.race([waiting.next(), pause(1_000, undefined, { ref: false }), stopped]);
        }
      } finally {
        await waiting.close();
      }
    },
  };
}

/**
 * Has runs rolled over in which nothing has happened for long, so that none keeps old code alive. Found by the server's own list, in
 * real time: a case pays no timer for it.
 * @param olderThanMs age from which a run is old
 */
export async function rollOldRunsOver(
  { client, queuePrefix }: Pick<RelayDependencies, 'client' | 'queuePrefix'>,
  olderThanMs = ROLL_OVER_AFTER_MS,
): Promise<number> {
  const before = new Date(Date.now() - olderThanMs).toISOString();
  const query = `ExecutionStatus = 'Running' AND TaskQueue = '${casesQueue(queuePrefix)}' AND CaseKind IS NOT NULL AND StartTime < '${before}'`;
  let told = 0;
  for await (const { workflowId } of client.workflow.list({ query })) {
    try {
      await client.workflow.getHandle(workflowId).signal(ROLL_OVER);
      told += 1;
    } catch (failure) {
      // One that has closed meanwhile has no old run any more.
      if (!(failure instanceof WorkflowNotFoundError)) throw failure;
    }
  }
  return told;
}

/** One that is open already is noted as started at once; any other is by its first step. */
async function start(
  { database, clock, client, queuePrefix }: RelayDependencies,
  { id, isOpen }: ToStart,
): Promise<void> {
  const input = await caseInput(database, clock, id);
  if (input === null) return;
  await startCase(client, input, queuePrefix);
  if (isOpen) await database.case.updateMany({ where: { id }, data: { workflowStarted: true } });
}

async function deliver(dependencies: RelayDependencies, message: WaitingMessage): Promise<void> {
  if (message.action === FACTS_ARRIVED) return nudge(dependencies, message);
  const envelope = await envelopeOf(dependencies, message);
  if (!(await signalled(dependencies, message, envelope)))
    await deliverWithoutWorkflow(dependencies, message, envelope);
}

async function envelopeOf({ clock }: RelayDependencies, message: WaitingMessage): Promise<Envelope> {
  return {
    actor: message.actor as unknown as Requester,
    key: message.id,
    messageId: message.id,
    input: message.input,
    recordedRevision: message.recordedRevision ?? 0,
    clockOffsetMs: await clock.offsetMs(),
  };
}

/** @returns false if the case has no workflow */
async function signalled(
  { client }: RelayDependencies,
  { toCaseId, action }: CaseMessage,
  envelope: Envelope,
): Promise<boolean> {
  try {
    await client.workflow.getHandle(workflowIdOf(toCaseId)).signal(action, envelope);
    return true;
  } catch (failure) {
    if (!(failure instanceof WorkflowNotFoundError)) throw failure;
    return false;
  }
}

/** The workflow finds the records ahead, and the message among what was carried out there. One that is not started yet is told by a later pass. */
async function tellWorkflow(dependencies: RelayDependencies, message: WaitingMessage): Promise<void> {
  const { database } = dependencies;
  const { id, toCaseId } = message;
  const isTold = await signalled(dependencies, message, await envelopeOf(dependencies, message));
  if (!isTold && (await database.case.count({ where: { id: toCaseId, closedAt: null } })) > 0) return;
  await database.caseMessage.update({ where: { id }, data: { untold: false }, select: { id: true } });
}

/** Tells a case that facts have arrived: it reads them itself, so that a second nudge changes nothing, and a closed case needs none. */
async function nudge({ client, database }: RelayDependencies, { id, toCaseId }: CaseMessage): Promise<void> {
  try {
    await client.workflow.getHandle(workflowIdOf(toCaseId)).signal(FACTS_ARRIVED);
  } catch (failure) {
    if (!(failure instanceof WorkflowNotFoundError)) throw failure;
    // One that is not started yet is told by the next pass.
    if ((await database.case.count({ where: { id: toCaseId, closedAt: null } })) > 0) return;
  }
  await database.caseMessage.updateMany({ where: { id, handledAt: null }, data: { handledAt: new Date() } });
}

/**
 * The case has no workflow: either it is not started yet, which the next pass changes, or it is closed. A closed case is started
 * again with its last state for what is open to closed cases; anything else has nobody to hear it.
 */
async function deliverWithoutWorkflow(
  { database, clock, client, queuePrefix }: RelayDependencies,
  message: CaseMessage,
  envelope: Envelope,
): Promise<void> {
  const row = await database.case.findUnique({
    where: { id: message.toCaseId },
    select: { kind: true, closedAt: true, outcome: true },
  });
  if (row !== null && row.closedAt === null) return;
  const input = row === null ? null : await caseInput(database, clock, message.toCaseId);
  const action = row === null ? undefined : contracts[row.kind]?.actions[message.action];
  const isHeard = action?.whenClosed === true || action?.reopens?.includes(row?.outcome ?? '') === true;
  if (row !== null && input !== null && isHeard) {
    await client.workflow.signalWithStart(workflowTypeOf(row.kind), {
      ...startOptions(input, queuePrefix),
      workflowIdConflictPolicy: 'USE_EXISTING',
      signal: message.action,
      signalArgs: [envelope],
    });
    return;
  }
  await database.caseMessage.updateMany({
    where: { id: message.id, handledAt: null },
    data: { handledAt: new Date(), refusal: 'CASE_CLOSED' },
  });
}
