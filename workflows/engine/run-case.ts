/**
 * The life of a case as a Temporal workflow: goes on or opens, listens to its actions through both doors, waits for its
 * nearest instant, commits one transition at a time and rolls over while its history is short.
 */
import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  currentUpdateInfo,
  defineQuery,
  defineSignal,
  defineUpdate,
  log,
  patched,
  setCurrentDetails,
  setDefaultSignalHandler,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { Refusal, refuse } from '../../rules/refusal.ts';
import { epochMs, instantOf, type Instant } from '../../rules/time/index.ts';
import { Alarm, behindSweepMs } from './alarm.ts';
import { checkInput, commit, isFailedEffect, read, readState } from './effects.ts';
import * as engine from './engine.ts';
import type { Envelope } from './engine.ts';
import {
  CLOCK_MOVED,
  FACTS_ARRIVED,
  GET_STATE,
  ROLL_OVER,
  ROLL_OVER_AFTER_MS,
  type Accepted,
  type ClockMoved,
} from './messages.ts';
import { stageTitle } from './contract.ts';
import type { AnyProcess } from './process.ts';
import { initialState, wakeAt, type CaseInput, type CaseState } from './state.ts';
import { forRecords, type Transition } from './transition.ts';

/** The change by which a request comes after what was over when it was received. */
const OVER_FIRST = 'over-before-requests';

/** Events after which a run is rolled over: far below the server's own suggestion, so that a cold case replays at once. */
const ROLL_OVER_AT = 200;

export async function runCase(process: AnyProcess, input: CaseInput): Promise<void> {
  const { contract } = process;
  let state: CaseState = input.state ?? initialState(contract, input, process.facts(input.opening));
  // A run that goes on from a recorded state may have missed a nudge.
  let factsWaiting = input.state !== undefined && contract.factsReading !== undefined;
  let isAskedToRollOver = false;
  let lastTurn = 0;
  let turn = 1;
  const alarm = new Alarm(arm);
  // A scope that can be cancelled keeps what was given to each activity in it for as long as it lives.
  const steps = new CancellationScope({ cancellable: false });

  const now = (offsetMs = state.clockOffsetMs): Instant => instantOf(Date.now() + (offsetMs ?? 0));

  /** One step after the other, as they came: a step starts from the state the one before has committed. */
  async function inTurn<T>(task: () => Promise<T>): Promise<T> {
    lastTurn += 1;
    const mine = lastTurn;
    if (turn !== mine) await condition(() => turn === mine);
    try {
      return await steps.run(task);
    } finally {
      turn += 1;
    }
  }

  /**
   * Sets the alarm behind the next instant at which the case does something of itself; what is due already needs none. The sweep does it
   * at that instant; the alarm is the guarantee that it is done, and tells the case of it.
   */
  function arm(): void {
    const next = wakeAt(state);
    const isAhead = next !== null && next > now();
    const at = isAhead ? epochMs(next) - (state.clockOffsetMs ?? 0) + behindSweepMs(state.id) : null;
    alarm.set(at, `${contract.kind} ${state.stage}`);
  }

  /**
   * Commits a transition. False if the records were ahead: an earlier attempt was written and its answer lost, so the case goes on
   * from what is recorded, and whether this step is still to be done is for the caller to look at anew.
   */
  async function commitStep(transition: Transition): Promise<boolean> {
    const recorded = await commit(forRecords(transition));
    // The clock may have been moved while the transition was being written.
    state = { ...(recorded ?? transition.state), clockOffsetMs: state.clockOffsetMs };
    setCurrentDetails(`**${stageTitle(contract, state.stage)?.en ?? state.stage}** · revision ${state.revision}`);
    arm();
    return recorded === null;
  }

  /** Facts of the records that happened before an instant; all that are known if none is given. */
  function reading(name: string, before: Instant | null): Promise<unknown> {
    return read({ reading: name, regime: contract.regime, caseId: state.id, about: state.about, before, at: now() });
  }

  /** A request brings the clock of the stack with it, so that a case the clock has not reached yet is not behind. */
  function adoptClock(offsetMs: number | null | undefined): void {
    if (state.clockOffsetMs === null || offsetMs == null) return;
    // A request that was under way while the clock was moved does not turn it back.
    if (offsetMs <= state.clockOffsetMs) return;
    state = { ...state, clockOffsetMs: offsetMs };
    arm();
  }

  /** The sweep has done what was due, and the case has not looked at the records since. */
  function isBehind({ recordedRevision = 0 }: Pick<Envelope, 'recordedRevision'>): boolean {
    return state.revision < recordedRevision;
  }

  /** Goes on from the records, should they be ahead. */
  async function catchUp(): Promise<void> {
    const recorded = await readState({ caseId: state.id, after: state.revision });
    if (recorded === null) return;
    state = { ...recorded, clockOffsetMs: state.clockOffsetMs };
    arm();
  }

  /** A deadline had passed when the request came, and the case has not noted it yet: after an outage, or within the moment that the sweep takes. */
  function isOverFor({ receivedAt }: Pick<Envelope, 'receivedAt'>): boolean {
    if (receivedAt === undefined) return false;
    // Clocks of two machines differ: what has not come for this one has passed for nobody.
    const here = now();
    return engine.hasPassed(state, receivedAt < here ? receivedAt : here);
  }

  async function act(name: string, envelope: Envelope): Promise<Accepted> {
    while (!state.handled.includes(envelope.key)) {
      adoptClock(envelope.clockOffsetMs);
      if (isBehind(envelope)) {
        await catchUp();
        if (state.handled.includes(envelope.key)) break;
      }
      // What was over when it came is over for it. Histories from before this was asked go on as they went.
      if (isOverFor(envelope) && patched(OVER_FIRST)) {
        await workIfDue();
        continue;
      }
      engine.refuseStale(state, envelope);
      const { action } = engine.checkAction(process, state, name, envelope.actor);
      const needed = action.reading;
      const found = needed === undefined ? undefined : await reading(needed, process.readsBefore?.(state) ?? null);
      await commitStep(engine.act(process, state, name, envelope, found, now()));
    }
    return { revision: state.revision, stage: state.stage };
  }

  /** Does what is due first. @returns false if nothing is */
  async function workIfDue(): Promise<boolean> {
    const due = engine.whatIsDue(state, now());
    if (due === null) return false;
    const needed = engine.readingFor(process, due);
    const found = needed === null ? undefined : await reading(needed.name, needed.before);
    await commitStep(engine.wake(process, state, due, found, now()));
    return true;
  }

  async function answer(name: string, envelope: Envelope): Promise<Accepted> {
    try {
      return await inTurn(() => act(name, envelope));
    } catch (failure) {
      throw asFailure(failure);
    }
  }

  /**
   * Refuses before anything is written to the history; what needs the records is judged by the handler. It may change nothing,
   * so the clock that the request brings is looked at and not kept.
   */
  function validate(name: string, envelope: Envelope): void {
    if (state.handled.includes(envelope.key)) return;
    const offsetMs = state.clockOffsetMs === null ? null : (envelope.clockOffsetMs ?? state.clockOffsetMs);
    try {
      // It hears what is recorded, its own opening too, before it refuses.
      if (isBehind(envelope)) return;
      if (state.revision === 0) refuseNotReady();
      if (isOverFor(envelope)) return;
      engine.refuseStale(state, envelope);
      const { action } = engine.checkAction(process, state, name, envelope.actor);
      if (action.reading === undefined) engine.act(process, state, name, envelope, undefined, now(offsetMs));
    } catch (failure) {
      throw asFailure(failure);
    }
  }

  async function actOnSignal(name: string, envelope: Envelope): Promise<void> {
    if (state.handled.includes(envelope.key)) return;
    adoptClock(envelope.clockOffsetMs);
    try {
      const { input: checked, problem } = await checkInput({
        kind: contract.kind,
        action: name,
        input: envelope.input,
      });
      if (problem !== undefined) throw new Refusal('INVALID_INPUT', { message: problem });
      await act(name, { ...envelope, input: checked });
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      const { code, details } = failure;
      while (!state.handled.includes(envelope.key))
        await commitStep(engine.refused(process, state, name, envelope, { code, message: details.message }, now()));
    }
  }

  const isClosed = () => state.closedAt !== null;

  function hasWork(): boolean {
    if (isClosed()) return false;
    return engine.whatIsDue(state, now()) !== null || factsWaiting;
  }

  // First in turn: a request that arrives with the start waits until the case is open.
  const opening =
    state.revision === 0
      ? inTurn(() =>
          commitStep(engine.open(process, state, input.opening, input.openedBy, state.openedAt, input.origin)),
        )
      : Promise.resolve();

  // One pair of functions for all actions, since a cached case pays for each. The SDK's default handler would do, had it a validator.
  const answerAction = (envelope: Envelope) => answer(nameOfUpdate(), envelope);
  const validator = (envelope: Envelope) => validate(nameOfUpdate(), envelope);
  for (const [name, { title }] of Object.entries(contract.actions))
    setHandler(defineUpdate<Accepted, [Envelope]>(name), answerAction, { validator, description: title.en });
  // Before the default handler, which would take what arrived with the start.
  setHandler(defineSignal(FACTS_ARRIVED), () => {
    factsWaiting = true;
  });
  setHandler(defineSignal(ROLL_OVER), () => {
    isAskedToRollOver = true;
  });
  // The other door: a signal of the same name. One handler for all of them, since a cached case pays for each.
  setDefaultSignalHandler(async (name, envelope) => {
    if (engine.isEnvelope(envelope)) await inTurnUntilRecorded(() => actOnSignal(name, envelope));
    else log.warn('A signal that is no request was passed over', { signal: name });
  });
  // Answers when all that was due, or had arrived before, has been carried out.
  setHandler(defineUpdate<void, [ClockMoved]>(CLOCK_MOVED), async (moved: ClockMoved) => {
    adoptClock(moved.offsetMs);
    if (isBehind(moved)) await inTurn(catchUp);
    await condition(() => turn > lastTurn && !hasWork());
  });
  setHandler(defineQuery<CaseState>(GET_STATE), () => state);

  await opening;
  arm();

  /** Does one thing that waits: what is due, in due order, and then facts. */
  async function work(): Promise<void> {
    if (await workIfDue()) return;
    // Facts that arrive while these are read ask for another reading; so does a reading that could not be made.
    factsWaiting = false;
    if (contract.factsReading === undefined) return;
    try {
      const facts = await reading(contract.factsReading, null);
      const transition = engine.applyFacts(process, state, facts, now());
      if (transition !== null && !(await commitStep(transition))) factsWaiting = true;
    } catch (failure) {
      factsWaiting = true;
      throw failure;
    }
  }

  async function workIfAny(): Promise<void> {
    if (hasWork()) await work();
  }

  /**
   * Records that stay out of step are an operator's matter, and those that refuse what the case does of itself are about to tell it why: it
   * waits and tries again, it does not end. It waits out of turn, so that a request made meanwhile is answered.
   */
  async function inTurnUntilRecorded(step: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await inTurn(step);
      } catch (failure) {
        if (!isFailedEffect(failure) && !(failure instanceof Refusal)) throw failure;
        log.error('A step of the case could not be recorded', {
          revision: state.revision + 1,
          cause: String((failure instanceof Refusal ? undefined : failure.cause) ?? failure.message),
        });
        const wasClosed = isClosed();
        await condition(() => isClosed() && !wasClosed, '1 minute');
      }
    }
  }

  const isOld = () => Date.now() - workflowInfo().runStartTime.getTime() >= ROLL_OVER_AFTER_MS;
  const rollsOver = () =>
    isAskedToRollOver ||
    isOld() ||
    workflowInfo().continueAsNewSuggested ||
    workflowInfo().historyLength >= (input.rollOverAt ?? ROLL_OVER_AT);

  // A closed case is started again to be reopened: the request travels with the start. One that waited its turn behind the
  // closing request may reopen it, too.
  do {
    while (!isClosed()) {
      await condition(() => hasWork() || rollsOver() || isClosed());
      if (hasWork()) await inTurnUntilRecorded(workIfAny);
      else if (rollsOver() && allHandlersFinished()) {
        log.info('Rolling over', { revision: state.revision, events: workflowInfo().historyLength });
        await continueAsNew<(input: CaseInput) => Promise<void>>({ ...input, state });
      } else if (rollsOver()) await condition(() => allHandlersFinished() || hasWork());
    }
    await condition(() => allHandlersFinished() || !isClosed());
  } while (!isClosed());
}

/** The action that is asked for. */
function nameOfUpdate(): string {
  const update = currentUpdateInfo();
  if (update === undefined) throw new Error('No request is being handled.');
  return update.name;
}

function refuseNotReady(): never {
  refuse('CASE_NOT_READY', '案件正在立案，请稍后再试。', 'The case is being opened; try again shortly.');
}

/** A refusal fails the request; anything else is a fault and fails the task, which is tried again. */
function asFailure(failure: unknown): unknown {
  if (!(failure instanceof Refusal)) return failure;
  const { code: type, message, details } = failure;
  return ApplicationFailure.create({ type, message, nonRetryable: true, details: [details] });
}
