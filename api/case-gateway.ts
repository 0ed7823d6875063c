/** The one door of the API to the workflows. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/common';
import {
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import pMap from 'p-map';
import { caseInput } from '../prisma/case-input.ts';
import type { Database, Transaction } from '../prisma/client.ts';
import type { StackClock } from '../prisma/clock.ts';
import { newestVersions, openCase } from '../prisma/open-case.ts';
import { keepPersonalInput } from '../prisma/personal-input.ts';
import { Refusal, refuse, type RefusalCode, type RefusalDetails } from '../rules/refusal.ts';
import { contracts } from '../workflows/regimes.ts';
import { firstStage } from '../workflows/engine/contract.ts';
import { refuseStale, type Envelope } from '../workflows/engine/engine.ts';
import { FACTS_ARRIVED, workflowIdOf, type Accepted } from '../workflows/engine/messages.ts';
import { takeOut } from '../workflows/engine/personal.ts';
import type { CaseInput, CaseState } from '../workflows/engine/state.ts';
import { startCase, startOptions, workflowTypeOf } from '../workflows/start-case.ts';
import { PATIENCE_MS } from './http/patience.ts';
import { askUntilTaken, hasEndedMeanwhile, isDropped } from './ask-until-taken.ts';
import type { ActionRequest, CaseGateway, CaseOpening } from './case-gateway-types.ts';
import type { CommitWatch } from './commit-watch.ts';
import { readEngineHistory } from './engine-history.ts';
import { readQueues } from './health/queues.ts';
import { grpcCode } from './http/unavailable.ts';

export interface GatewayDependencies {
  readonly database: Database;
  readonly client: Client;
  readonly clock: StackClock;
  readonly commits: CommitWatch;
  readonly queuePrefix: string;
}

/** gRPC status codes of a call whose outcome is not known, unless it never left. */
const DEADLINE_EXCEEDED = 4;
const UNAVAILABLE = 14;
/** The server takes so many pending requests to one case and no more. */
const RESOURCE_EXHAUSTED = 8;

/** Cases told at a time. */
const AT_ONCE = 50;

/** How long a case may be between two runs before it counts as one without a workflow. */
const ROLLING_OVER_MS = 2_000;

export function createCaseGateway(dependencies: GatewayDependencies): CaseGateway {
  const { database, client, clock, commits, queuePrefix } = dependencies;

  function withinPatience<T>(call: () => Promise<T>): Promise<T> {
    return client.withDeadline(Date.now() + PATIENCE_MS, call);
  }

  async function start(caseId: string): Promise<void> {
    const input = await caseInput(database, clock, caseId);
    if (input !== null) await withinPatience(() => startCase(client, input, queuePrefix));
  }

  async function envelopeOf(request: ActionRequest): Promise<Envelope> {
    const { caseId, actor, key, input: given, personal = [], seenRevision, receivedAt, bulk } = request;
    const id = requestId(actor.id, key);
    const { input, values } = takeOut(given, personal, id);
    if (values.length > 0) await keepPersonalInput(database, id, caseId, values);
    const [recordedRevision, clockOffsetMs] = await Promise.all([
      request.recordedRevision ?? revisionOf(caseId),
      clock.offsetMs(),
    ]);
    return {
      actor,
      key: id,
      input,
      ...(values.length > 0 && { takenOut: true }),
      ...(seenRevision !== undefined && { seenRevision }),
      recordedRevision,
      ...(receivedAt !== undefined && { receivedAt }),
      ...(bulk !== undefined && { bulk }),
      clockOffsetMs,
    };
  }

  /** The revision at which the records of a case stand; 0 before it is open, and if there is none. */
  async function revisionOf(caseId: string): Promise<number> {
    const [row] = await database.$queryRaw<{ revision: number }[]>`
      SELECT "revision" FROM "Case" WHERE "id" = ${caseId}`;
    return row?.revision ?? 0;
  }

  /** False for a case that follows from another one and that the relay has not come to yet. */
  async function isStarted(caseId: string): Promise<boolean> {
    return (await database.case.count({ where: { id: caseId, workflowStarted: true } })) > 0;
  }

  async function isOpen(caseId: string): Promise<boolean> {
    return (await revisionOf(caseId)) > 0;
  }

  /** A case that was filed a moment ago is about to open. @throws Refusal CASE_NOT_READY if it does not by the deadline */
  async function untilOpen(caseId: string, deadline: number): Promise<void> {
    if (!(await commits.until(() => isOpen(caseId), deadline - Date.now(), caseId))) refuseNotReady();
  }

  function updating(request: ActionRequest, envelope: Envelope, deadline: number): Promise<Accepted> {
    const handle = client.workflow.getHandle(workflowIdOf(request.caseId));
    return client.withDeadline(deadline, () =>
      handle.executeUpdate<Accepted, [Envelope]>(request.action, { args: [envelope], updateId: envelope.key }),
    );
  }

  /** Nobody is running this case: it is not open yet, or closed; null if it is open by now. */
  async function actWithoutWorkflow(
    request: ActionRequest,
    envelope: Envelope,
    deadline: number,
  ): Promise<{ revision: number } | null> {
    const input = await caseInput(database, clock, request.caseId);
    if (input === null) refuseUnknown(request.caseId);
    const { state } = input;
    if (state === undefined) {
      if (!(await isStarted(request.caseId))) await withinPatience(() => startCase(client, input, queuePrefix));
      await untilOpen(request.caseId, deadline);
      return null;
    }
    if (state.handled.includes(envelope.key)) return { revision: state.revision };
    if (state.closedAt === null) {
      if (!(await isStarted(request.caseId))) await withinPatience(() => startCase(client, input, queuePrefix));
      return null;
    }
    refuseStale(state, envelope);
    refuseIfClosed(request, state);
    try {
      const reopen = (until: number) => client.withDeadline(until, () => reopening(request, envelope, input));
      const accepted = await askUntilTaken(reopen, deadline);
      return { revision: accepted.revision };
    } catch (failure) {
      throw translated(failure, request);
    }
  }

  /** A closed case is started again with its last state; the request travels with the start. */
  async function reopening(request: ActionRequest, envelope: Envelope, input: CaseInput): Promise<Accepted> {
    const operation = new WithStartWorkflowOperation(workflowTypeOf(input.kind), {
      ...startOptions(input, queuePrefix),
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    return client.workflow.executeUpdateWithStart(request.action, {
      startWorkflowOperation: operation,
      updateId: envelope.key,
      args: [envelope],
    });
  }

  return {
    openCase: openFromRequest,

    async opened(caseId) {
      await start(caseId);
      if (!(await commits.until(() => isOpen(caseId), PATIENCE_MS, caseId))) {
        refuse(
          'UNAVAILABLE',
          `案件 ${caseId} 已收件，正在排队处理，请稍后查看。`,
          `Case ${caseId} was received and will be opened as soon as a worker is free; look again shortly.`,
          { facts: { caseId } },
        );
      }
    },

    async act(request) {
      const envelope = await envelopeOf(request);
      const deadline = Date.now() + (request.patienceMs ?? PATIENCE_MS);
      let missingSince: number | null = null;
      for (;;) {
        try {
          const accepted = await askUntilTaken((until) => updating(request, envelope, until), deadline);
          return { revision: accepted.revision };
        } catch (failure) {
          if (!(failure instanceof WorkflowNotFoundError) && !hasEndedMeanwhile(failure)) {
            const refusal = translated(failure, request);
            if (!isNotReady(refusal) || Date.now() >= deadline) throw refusal;
            await untilOpen(request.caseId, deadline);
            await pause(50);
            continue;
          }
        }
        const answered = await actWithoutWorkflow(request, envelope, deadline);
        if (answered !== null) return answered;
        // A run that rolls over drops what has just come in: it is asked for again, under the same key.
        missingSince ??= Date.now();
        if (Date.now() - missingSince > ROLLING_OVER_MS) refuseWithoutWorkflow(request.caseId);
        await pause(50);
      }
    },

    async logRefused(request) {
      const input = await caseInput(database, clock, request.caseId);
      if (input === null) refuseUnknown(request.caseId);
      const envelope = await envelopeOf(request);
      try {
        // A closed case is started again with its last state, refuses, and is closed as it was.
        await withinPatience(() =>
          client.workflow.signalWithStart(workflowTypeOf(input.kind), {
            ...startOptions(input, queuePrefix),
            workflowIdConflictPolicy: 'USE_EXISTING',
            signal: request.action,
            signalArgs: [envelope],
          }),
        );
      } catch (failure) {
        throw translated(failure, request);
      }
    },

    async factsArrived(abouts) {
      const open = await database.case.findMany({
        where: { about: { in: [...abouts] }, closedAt: null },
        select: { id: true, workflowStarted: true },
      });
      // One that was opened a moment ago must be told too.
      for (const { id, workflowStarted } of open) if (!workflowStarted) await start(id);
      await signalAll(
        open.map(({ id }) => id),
        FACTS_ARRIVED,
      );
    },

    queues: () => readQueues(client, queuePrefix),

    history: (caseId) => withinPatience(() => readEngineHistory(client, caseId)),

    async ready() {
      try {
        await client.withDeadline(Date.now() + 1_000, () => client.workflowService.getSystemInfo({}));
        return true;
      } catch {
        return false;
      }
    },
  };

  async function signalAll(caseIds: readonly string[], signal: string, ...args: unknown[]): Promise<void> {
    await pMap(caseIds, (caseId) => signalOne(caseId, signal, args), { concurrency: AT_ONCE });
  }

  async function signalOne(caseId: string, signal: string, args: unknown[]): Promise<void> {
    try {
      await withinPatience(() => client.workflow.getHandle(workflowIdOf(caseId)).signal(signal, ...args));
    } catch (failure) {
      // One that has just closed needs to hear nothing more; one that is missing reads the facts when it is started again.
      if (!(failure instanceof WorkflowNotFoundError)) throw failure;
    }
  }
}

/** Writes a case that a request opens, under the newest rules of its regime and the calendar in force. */
export async function openFromRequest(
  tx: Transaction,
  { parties, bodies, about, openedAt, opening, ...head }: CaseOpening,
): Promise<void> {
  const contract = contracts[head.kind];
  if (contract === undefined) throw new Error(`There is no kind of case '${head.kind}'.`);
  const { regime } = contract;
  await openCase(tx, {
    row: {
      ...head,
      regime,
      stage: firstStage(contract),
      about: about ?? null,
      ...(await newestVersions(tx, regime)),
    },
    openedAt,
    opening,
    parties,
    ...(bodies !== undefined && { bodies }),
  });
}

/**
 * The id under which a request is known to the case and, as the id of its update, to Temporal, where it stands readable. The key that the caller
 * chose may say anything.
 */
export function requestId(actorId: string, key: string): string {
  return createHash('sha256').update(`${actorId}:${key}`).digest('base64url');
}

/** What is not open to closed cases, nor reopens this one, needs no workflow to be refused. */
function refuseIfClosed({ action }: ActionRequest, { kind, outcome }: CaseState): void {
  const contract = contracts[kind]?.actions[action];
  if (contract?.whenClosed || contract?.reopens?.includes(outcome ?? '')) return;
  refuse('CASE_CLOSED', '案件已结案，不能再办理。', 'The case is closed; nothing more can be done in it.', {
    facts: { outcome },
  });
}

function isNotReady(refusal: unknown): boolean {
  return refusal instanceof Refusal && refusal.code === 'CASE_NOT_READY';
}

function refuseNotReady(): never {
  refuse('CASE_NOT_READY', '案件正在立案，请稍后再试。', 'The case is being opened; try again shortly.');
}

/** Open in the records, and no workflow: `reconcile` starts it again. */
function refuseWithoutWorkflow(caseId: string): never {
  refuse(
    'UNAVAILABLE',
    `案件 ${caseId} 暂时无法办理，请稍后再试；如持续出现请联系管理员核对。`,
    `Case ${caseId} cannot be worked on just now; try again shortly, and tell an operator if it stays so.`,
  );
}

function refuseUnknown(caseId: string): never {
  refuse('NOT_FOUND', `没有案件 ${caseId}。`, `There is no case ${caseId}.`);
}

/** The workflow's answer in the API's words; what is not known is passed on as it is. */
function translated(failure: unknown, request: ActionRequest): unknown {
  if (failure instanceof WorkflowUpdateFailedError && failure.cause instanceof ApplicationFailure) {
    const [details] = (failure.cause.details ?? []) as (RefusalDetails | undefined)[];
    const code = failure.cause.type;
    if (code && details?.message !== undefined) return new Refusal(code as RefusalCode, details);
  }
  if (grpcCode(failure) === RESOURCE_EXHAUSTED) {
    return new Refusal('UNAVAILABLE', {
      message: {
        zh: '同时办理本案的请求过多，请稍后再试。',
        en: 'Too many requests wait for this case at once; try again shortly.',
      },
    });
  }
  if (neverLeft(failure)) return failure;
  if (failure instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isDeadline(failure) || isDropped(failure)) {
    return new Refusal('OUTCOME_UNKNOWN', {
      message: {
        zh: '处理超时，结果未知；请用同一 Idempotency-Key 重试，不会重复办理。',
        en: 'No answer came in time; it may still be carried out. Send it again with the same Idempotency-Key: it is not done twice.',
      },
      facts: { key: request.key },
    });
  }
  return failure;
}

/** No connection to the engine was made, so nothing was asked of it. */
function neverLeft(failure: unknown): boolean {
  return (
    grpcCode(failure) === UNAVAILABLE && /No connection established|Name resolution failed/.test(messagesOf(failure))
  );
}

/** What a failure and its causes say. */
function messagesOf(failure: unknown): string {
  const { message = '', cause } = failure as { message?: string; cause?: unknown };
  return cause === undefined ? message : `${message} ${messagesOf(cause)}`;
}

function isDeadline(failure: unknown): boolean {
  const code = grpcCode(failure);
  return code === DEADLINE_EXCEEDED || code === UNAVAILABLE;
}
