/**
 * The gateway of tests that need no Temporal: cases run in this process, through the same engine and the same commits. What
 * only time or a workflow brings (deadlines that pass, messages between cases) does not happen.
 */
import { commitTransition } from '../../activities/commit.ts';
import { takeReading } from '../../activities/readings.ts';
import { caseInput } from '../../prisma/case-input.ts';
import type { Database } from '../../prisma/client.ts';
import type { StackClock } from '../../prisma/clock.ts';
import { keepPersonalInput } from '../../prisma/personal-input.ts';
import { Refusal, refuse } from '../../rules/refusal.ts';
import type { Requester } from '../../rules/roles.ts';
import { processes } from '../../workflows/regimes.ts';
import { takeOut } from '../../workflows/engine/personal.ts';
import * as engine from '../../workflows/engine/engine.ts';
import type { AnyProcess } from '../../workflows/engine/process.ts';
import { initialState, type CaseState } from '../../workflows/engine/state.ts';
import { forRecords } from '../../workflows/engine/transition.ts';
import { openFromRequest } from '../case-gateway.ts';
import type { ActionRequest, CaseGateway } from '../case-gateway-types.ts';

/** A gateway that does everything at once, and what it was asked. */
export interface InProcessGateway extends CaseGateway {
  readonly acted: ActionRequest[];
  readonly told: string[];
  /** False: the engine is away. */
  isReady: boolean;
  /** Delivers the messages that wait for cases. */
  relay(): Promise<void>;
  /** Thrown by the next action in place of doing it. */
  nextFailure: Error | Refusal | null;
}

/** @param database of the owner of the tables: the engine writes what the API may not */
export function inProcessGateway(database: Database, now: () => string): InProcessGateway {
  const clock: StackClock = { now: () => Promise.resolve(now()), offsetMs: () => Promise.resolve(null) };

  async function stateOf(
    caseId: string,
  ): Promise<{ process: AnyProcess; state: CaseState; opening: unknown; openedBy: Requester }> {
    const input =
      (await caseInput(database, clock, caseId)) ?? refuse('NOT_FOUND', '没有案件。', 'There is no such case.');
    const process = processes[input.kind] ?? refuse('NOT_FOUND', '没有此类案件。', 'There is no such kind of case.');
    return {
      process,
      state: input.state ?? initialState(process.contract, input, process.facts(input.opening)),
      opening: input.opening,
      openedBy: input.openedBy,
    };
  }

  let turn: Promise<unknown> = Promise.resolve();

  /** One action after the other, as a workflow has it. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work, work);
    turn = result.catch(() => undefined);
    return result;
  }

  async function act(request: ActionRequest): Promise<{ revision: number }> {
    gateway.acted.push(request);
    const failure = gateway.nextFailure;
    gateway.nextFailure = null;
    if (failure !== null) throw failure;
    const key = `${request.actor.id}:${request.key}`;
    const { input, values } = takeOut(request.input, request.personal ?? [], key);
    if (values.length > 0) await keepPersonalInput(database, key, request.caseId, values);
    const { caseId, action, actor, seenRevision, receivedAt, bulk } = request;
    return carryOut(caseId, action, {
      ...{ actor, key, input, takenOut: values.length > 0 },
      ...(seenRevision !== undefined && { seenRevision }),
      ...(receivedAt !== undefined && { receivedAt }),
      ...(bulk !== undefined && { bulk }),
    });
  }

  async function carryOut(caseId: string, name: string, envelope: engine.Envelope): Promise<{ revision: number }> {
    const { process, state } = await stateOf(caseId);
    if (state.handled.includes(envelope.key)) return { revision: state.revision };
    engine.refuseStale(state, envelope);
    const { action } = engine.checkAction(process, state, name, envelope.actor);
    const { reading } = action;
    const { id, about } = state;
    const { regime } = process.contract;
    const read =
      reading === undefined
        ? undefined
        : await takeReading(database, { reading, regime, caseId: id, about, before: null, at: now() });
    const transition = engine.act(process, state, name, envelope, read, now());
    await commitTransition(database, forRecords(transition));
    return { revision: transition.revision };
  }

  const gateway: InProcessGateway = {
    acted: [],
    told: [],
    isReady: true,
    nextFailure: null,

    openCase: openFromRequest,

    async opened(caseId) {
      if (!gateway.isReady) refuse('UNAVAILABLE', '暂不可用。', 'The engine is away.');
      const { process, state, opening, openedBy } = await stateOf(caseId);
      if (state.revision === 0)
        await commitTransition(database, forRecords(engine.open(process, state, opening, openedBy, state.openedAt)));
    },

    act: (request) => inTurn(() => act(request)),

    async relay() {
      for (const message of await database.caseMessage.findMany({ where: { handledAt: null } })) {
        const { id, toCaseId, action, input } = message;
        const actor = message.actor as unknown as Requester;
        await inTurn(() => carryOut(toCaseId, action, { actor, key: id, messageId: id, input }));
      }
    },

    logRefused: ({ caseId, action, actor, key, input }) =>
      inTurn(async () => {
        const { process, state } = await stateOf(caseId);
        const envelope = { actor, key: `${actor.id}:${key}`, input };
        if (state.handled.includes(envelope.key)) return;
        try {
          engine.checkAction(process, state, action, actor);
        } catch (failure) {
          if (!(failure instanceof Refusal)) throw failure;
          const { code, details } = failure;
          const refused = { code, message: details.message };
          await commitTransition(
            database,
            forRecords(engine.refused(process, state, action, envelope, refused, now())),
          );
        }
      }),

    factsArrived(abouts) {
      if (!gateway.isReady) refuse('UNAVAILABLE', '暂不可用。', 'The engine is away.');
      gateway.told.push(...abouts);
      return Promise.resolve();
    },

    history: () =>
      gateway.isReady
        ? Promise.resolve(null)
        : refuse('UNAVAILABLE', 'Temporal 没有应答。', 'Temporal does not answer.'),

    queues: () =>
      Promise.resolve(
        gateway.isReady ? (['cases', 'notices'] as const).map((queue) => ({ queue, workers: 1, waiting: 0 })) : null,
      ),

    ready: () => Promise.resolve(gateway.isReady),
  };
  return gateway;
}
