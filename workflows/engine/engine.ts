/**
 * The rules of every case, without Temporal: who may do what now, and what a step makes of it. Each function takes the state
 * and returns the transition to commit, or throws a Refusal and has changed nothing.
 */
import { Refusal, refuse } from '../../rules/refusal.ts';
import { systemActor, type Actor, type Requester } from '../../rules/roles.ts';
import { text, type Text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import { commonHandlers } from './common.ts';
import { commonSentences } from './common-sentences.ts';
import { commonActions, type CommonInputs } from './common-contract.ts';
import { ANY_STAGE, mainParty, stageTitle, type ActionContract, type ProcessContract } from './contract.ts';
import { inWords } from './deadlines.ts';
import type { StepActor } from './draft.ts';
import { capacityOf, type Capacity, type OpenCapacity } from './grants.ts';
import { phrases } from './phrases.ts';
import type { AnyProcess } from './process.ts';
import { actionLine, shown, type AnySentences } from './sentences.ts';
import {
  initialState,
  passesAt,
  type CaseInput,
  type CaseOrigin,
  type CaseState,
  type DeadlineState,
  type RecordedState,
  type UndeliveredNotice,
} from './state.ts';
import { servingNotice } from './service.ts';
import { Step } from './step.ts';
import type { Transition } from './transition.ts';
import type { Clock, CommonReadings } from './types.ts';
import { refuseInCapacity } from './who-may-not.ts';

/** A request to a case: who, under which key, with what. The key is the request's and is carried out once. */
export interface Envelope {
  readonly actor: Requester;
  readonly key: string;
  readonly input: unknown;
  /** Set if the request is a message from another case. */
  readonly messageId?: string;
  /** True if what names or reaches people has been taken out of the input and is kept under `key`. */
  readonly takenOut?: boolean;
  /** The revision that the requester has seen, if the request holds for that one alone. */
  readonly seenRevision?: number;
  /** The revision at which the records stood when the request was sent: a case that is behind it looks at the records first. */
  readonly recordedRevision?: number;
  /** When the API received it; what waits in a queue is in time if it came in time. */
  readonly receivedAt?: Instant;
  /** Id of the bulk decision that the request is part of. */
  readonly bulk?: string;
  /** Training mode: the clock of the stack when the request was made. */
  readonly clockOffsetMs?: number | null;
}

/** Whether a message that anybody with access to the server may have sent has the form of a request. */
export function isEnvelope(message: unknown): message is Envelope {
  const { actor, key } = (message ?? {}) as { actor?: unknown; key?: unknown };
  if (typeof actor !== 'object' || actor === null) return false;
  const { kind, id, offices } = actor as { kind?: unknown; id?: unknown; offices?: unknown };
  return typeof key === 'string' && typeof id === 'string' && (kind === 'system' || Array.isArray(offices));
}

/** The first transition: what opening the case sets going. */
export function open(
  process: AnyProcess,
  state: CaseState,
  opening: unknown,
  openedBy: Requester,
  now: Instant,
  origin?: CaseOrigin,
): Transition {
  const step = new Step(process.contract, state, now, openerOf(process.contract, state, openedBy));
  step.record('CASE_OPENED', phrases.caseOpened(process.contract.title, origin), {
    detail: { kind: state.kind, ruleVersion: state.ruleVersion, calendarVersion: state.calendar.version },
  });
  const { following = {}, ...own } = (opening ?? {}) as { following?: Readonly<Record<string, Clock>> };
  for (const [name, clock] of Object.entries(following)) step.followClock(name, clock);
  process.open(step, own);
  return step.transition();
}

/** The first transition of a case that nobody has opened yet. */
export function openFrom(process: AnyProcess, input: CaseInput): Transition {
  const state = initialState(process.contract, input, process.facts(input.opening));
  return open(process, state, input.opening, input.openedBy, state.openedAt, input.origin);
}

/** Who files a case without an account is a party of it by the key that was given them, or else acts for the party it is about. */
function openerOf(contract: ProcessContract, { parties }: CaseState, requester: Requester): StepActor {
  if (requester.kind === 'system') return requester;
  const { id, offices } = requester;
  const [own] = Object.entries(parties).find(([, keys]) => keys.includes(id)) ?? [];
  return { kind: 'person', id, role: offices[0]?.role ?? own ?? mainParty(contract) };
}

/** An action that may be done now, and in which capacity. */
export interface Permission {
  readonly action: ActionContract;
  readonly actor: Capacity;
}

/**
 * Whether this action may be done now by this requester: everything that can be said without the records.
 * @throws Refusal NOT_FOUND, NOT_ALLOWED, OUT_OF_SCOPE, CASE_CLOSED, NOT_NOW, FOUR_EYES, CONFLICT_OF_INTEREST, TASK_OF_ANOTHER
 */
export function checkAction(
  { contract }: Pick<AnyProcess, 'contract'>,
  state: RecordedState,
  name: string,
  requester: Requester,
): Permission {
  const action = Object.hasOwn(contract.actions, name) ? contract.actions[name] : undefined;
  if (action === undefined) refuse('NOT_FOUND', `没有操作“${name}”。`, `There is no action '${name}'.`);
  const capacity = capacityOf(contract, state, action.by, requester);
  if (state.closedAt !== null && !action.whenClosed && !action.reopens?.includes(state.outcome ?? '')) {
    refuse('CASE_CLOSED', '案件已结案，不能再办理。', 'The case is closed; nothing more can be done in it.', {
      facts: { outcome: state.outcome },
    });
  }
  if (state.closedAt === null && !action.at.includes(ANY_STAGE) && !action.at.includes(state.stage)) {
    const stage = stageTitle(contract, state.stage);
    refuse(
      'NOT_NOW',
      `案件处于“${stage?.zh}”阶段，不能“${action.title.zh}”。`,
      `The case is at stage '${stage?.en}'; '${action.title.en}' is not open now.`,
      { facts: { stage: state.stage, openAt: action.at } },
    );
  }
  return {
    action,
    actor: { ...chosenFor(contract, state, action, capacity.open), roles: capacity.roles, open: capacity.open },
  };
}

/** The first of these capacities in which nothing keeps somebody from the action. @throws Refusal of the first one, if there is none */
function chosenFor(
  contract: ProcessContract,
  state: RecordedState,
  action: ActionContract,
  capacities: readonly OpenCapacity[],
): Actor {
  let first: unknown;
  for (const capacity of capacities) {
    try {
      refuseInCapacity(contract, state, action, capacity);
      return capacity.actor;
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      first ??= refusal;
    }
  }
  throw first;
}

/**
 * A request may hold for the case as its requester saw it: one that has moved on since is left as it is.
 * @throws Refusal STALE
 */
export function refuseStale({ revision }: Pick<RecordedState, 'revision'>, { seenRevision }: Envelope): void {
  if (seenRevision === undefined || seenRevision === revision) return;
  refuse(
    'STALE',
    `案件在您查看之后已有变动（您看到的是第 ${seenRevision} 版，现为第 ${revision} 版），未予办理；请查看后再决定。`,
    `The case has moved on since you saw it (revision ${seenRevision}, now ${revision}) and was left as it is; look at it and decide again.`,
    { facts: { seenRevision, revision } },
  );
}

/** Carries out an action. `reading` is what the contract asks to be read before. */
export function act(
  process: AnyProcess,
  state: CaseState,
  name: string,
  envelope: Envelope,
  reading: unknown,
  now: Instant,
): Transition {
  refuseStale(state, envelope);
  const { action, actor } = checkAction(process, state, name, envelope.actor);
  const reason = (envelope.input as { reason?: unknown } | null)?.reason;
  if (action.adverse && (typeof reason !== 'string' || reason.trim() === '')) {
    refuse('REASON_REQUIRED', '不利决定必须说明理由。', 'An adverse decision needs a reason.', { field: 'reason' });
  }
  const step = new Step(process.contract, state, now, actor, envelope.receivedAt);
  for (const check of process.requires?.[name] ?? []) check(step, reading);
  if (name === 'clockFollowed') {
    followClock(process, step, envelope.input as CommonInputs['clockFollowed']);
    return finish(step, envelope);
  }
  if (name === 'interestDeclared') {
    noteInterest(process, step, envelope.input as CommonInputs['interestDeclared']);
  } else if (name === 'noticeServed') {
    const { template } = envelope.input as CommonInputs['noticeServed'];
    process.served?.[template]?.(step);
  } else if (name in commonHandlers) {
    commonHandlers[name as keyof typeof commonHandlers](step, envelope.input as never, reading as never);
    if (name === 'adoptRules') process.rulesAdopted?.(step, state.rules, reason as string);
  } else {
    process.actions[name]?.(step, envelope.input, reading);
  }
  if (!action.tellsItself && isWorthALine(name, step))
    tellAction(process, step, name, envelope, { before: state, reading });
  return finish(step, envelope);
}

/** Another calendar is told of in the cases where it has changed something (XC-02.3). */
function isWorthALine(action: string, step: Step): boolean {
  return action !== 'calendarLoaded' || step.hasLines;
}

/** The line of an action stands before what followed from it, and is told once the action stands. */
function tellAction(
  { contract, sentences, cites }: AnyProcess,
  step: Step,
  name: string,
  { input, bulk }: Envelope,
  { before, reading }: { readonly before: CaseState; readonly reading: unknown },
): void {
  const action = contract.actions[name];
  if (action === undefined) return;
  const entered = shown(input, action);
  const sentence = (name in commonActions ? (commonSentences as AnySentences) : sentences)?.[name];
  const told = sentence?.(entered as never, { contract, before, after: step.state, reading });
  const { clause, requirement = action.requirement } = cites?.[name]?.(before, input) ?? action;
  step.recordFirst(action.event, actionLine(action, entered, told), {
    detail: { action: name, ...entered, ...(bulk !== undefined && { bulk }) },
    clause,
    requirement,
  });
}

/**
 * Everything that stands in the way of an action which the requester may do at this stage, by the checks that the action itself makes;
 * empty if it can be done. `reading` is what the contract asks to be read before.
 * @throws Refusal as {@link checkAction}
 */
export function blockedBy(
  process: AnyProcess,
  state: CaseState,
  name: string,
  requester: Requester,
  reading: unknown,
  now: Instant,
): Refusal[] {
  const { actor } = checkAction(process, state, name, requester);
  const step = new Step(process.contract, state, now, actor);
  return (process.requires?.[name] ?? []).flatMap((check) => {
    try {
      check(step, reading);
      return [];
    } catch (refusal) {
      if (refusal instanceof Refusal) return [refusal];
      throw refusal;
    }
  });
}

/** The case that this one came from tells what became of the clock that is followed here. */
function followClock(
  process: AnyProcess,
  step: Step,
  { deadline, status, clock }: CommonInputs['clockFollowed'],
): void {
  if (step.deadline(deadline) === undefined) return;
  if (status === 'MET') step.meetDeadline(deadline);
  else if (status === 'CANCELLED') step.cancelDeadline(deadline);
  else if (status === 'PASSED') {
    step.passDeadline(deadline);
    process.due[deadline]?.(step, undefined);
  } else step.followClock(deadline, clock);
}

/** What somebody did is not undone because an interest came to light: a person decides, unless nobody has read it yet (XC-05.5). */
function noteInterest(process: AnyProcess, step: Step, { account }: CommonInputs['interestDeclared']): void {
  if (step.state.closedAt !== null || process.interestDeclared?.(step, account) === 'SETTLED') return;
  step.participate('interested', account);
  step.openOrDescribeTask('lookIntoInterest', { accounts: step.state.participants['interested'] });
}

function finish(step: Step, envelope: Envelope): Transition {
  step.handled(envelope.key);
  if (envelope.messageId !== undefined) step.handledMessage(envelope.messageId, null);
  const transition = step.transition();
  return envelope.takenOut === true ? { ...transition, personalInput: envelope.key } : transition;
}

/** A signal that could not be carried out leaves a line, so that it is not lost. */
export function refused(
  process: AnyProcess,
  state: CaseState,
  name: string,
  envelope: Envelope,
  refusal: { code: string; message: Text },
  now: Instant,
): Transition {
  const { actor } = envelope;
  const acting = actor.kind === 'system' ? actor : { ...actor, role: actor.offices[0]?.role ?? '—' };
  const step = new Step(process.contract, state, now, acting);
  const action = Object.hasOwn(process.contract.actions, name) ? process.contract.actions[name] : undefined;
  step.record('SIGNAL_REFUSED', phrases.signalRefused(action?.title ?? text(name, name), refusal.message), {
    detail: { action: name, ...refusal },
    ...(action !== undefined && { clause: action.clause, requirement: action.requirement }),
  });
  step.handled(envelope.key);
  if (envelope.messageId !== undefined) step.handledMessage(envelope.messageId, refusal.code);
  return step.transition();
}

/** What is due now: the earliest deadline or reminder whose time has come, or null. */
export interface Due {
  readonly deadline: string;
  /** The rungs that have come; empty if the deadline itself has passed. */
  readonly rungs: readonly string[];
  readonly at: Instant;
}

export function whatIsDue(state: CaseState, now: Instant): Due | null {
  if (state.closedAt !== null) return null;
  const passed = state.deadlines.flatMap((deadline): Due[] => {
    const at = passesAt(deadline);
    return at !== null && at <= now ? [{ deadline: deadline.name, rungs: [], at }] : [];
  });
  const reminded = state.deadlines
    .filter(({ name }) => !passed.some(({ deadline }) => deadline === name))
    .flatMap(({ name, rungs }): Due[] => {
      const [first, ...more] = rungs.filter((rung) => rung.at <= now);
      return first === undefined
        ? []
        : [{ deadline: name, rungs: [first, ...more].map((rung) => rung.key), at: first.at }];
    });
  // Of two at one moment the deadline that passes comes first, then the one that was opened first.
  return [...passed, ...reminded].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))[0] ?? null;
}

/** Whether a deadline that the case has not noted as passed had passed at an instant. */
export function hasPassed({ closedAt, deadlines }: CaseState, instant: Instant): boolean {
  if (closedAt !== null) return false;
  return deadlines.some((deadline) => {
    const at = passesAt(deadline);
    return at !== null && at <= instant;
  });
}

/** What is to be read of the records before something due is done: facts before an instant, all that are known if it is null. */
export function readingFor(
  process: AnyProcess,
  due: Due,
): { readonly name: string; readonly before: Instant | null } | null {
  const { reading: name } = process.contract.deadlines[due.deadline] ?? {};
  const passed = due.rungs.length === 0;
  if (name === undefined || !(passed || process.remind?.[due.deadline] !== undefined)) return null;
  return { name, before: passed ? due.at : null };
}

/** Does what is due. Reminders whose time came together are sent as one; the earlier ones are spent with it (XC-03.3). */
export function wake(process: AnyProcess, state: CaseState, due: Due, reading: unknown, now: Instant): Transition {
  const { contract } = process;
  const rule = contract.deadlines[due.deadline]?.requirement ?? contract.kind;
  const step = new Step(contract, state, now, systemActor(rule));
  if (due.rungs.length === 0) {
    const unserved = unservedNotices(contract, step.deadline(due.deadline), reading);
    if (unserved.length > 0) {
      step.awaitService(due.deadline, unserved);
      return step.transition();
    }
    process.settle?.[due.deadline]?.(step, reading);
    const left = step.deadline(due.deadline);
    if (left === undefined || left.dueAt === null) return step.transition();
    step.passDeadline(due.deadline);
    process.due[due.deadline]?.(step, reading);
    return step.transition();
  }
  const title = contract.deadlines[due.deadline]?.title;
  if (title === undefined) throw new Error(`${contract.kind} has no deadline '${due.deadline}'.`);
  step.spendRungs(due.deadline, due.rungs);
  const deadline = step.deadline(due.deadline);
  step.record('REMINDER_DUE', phrases.reminderDue(title, deadline && inWords(deadline)), {
    detail: { deadline: due.deadline, rungs: due.rungs, plannedAt: due.at },
    requirement: 'XC-03.1',
  });
  const remind = process.remind?.[due.deadline];
  if (remind) remind(step, reading);
  else
    for (const to of step.concernedBy(due.deadline))
      step.notify('deadlineReminder', to, { duty: title }, [due.deadline]);
  return step.transition();
}

/** The notices that a deadline runs from and that have reached nobody. */
function unservedNotices(
  contract: ProcessContract,
  deadline: DeadlineState | undefined,
  reading: unknown,
): UndeliveredNotice[] {
  const serving = servingNotice(contract, deadline);
  if (serving === undefined) return [];
  const unserved = (reading as CommonReadings['unreached']).filter(({ template }) => template === serving);
  return unserved.map(({ noticeId, template }) => ({ noticeId, template }));
}

/** Facts arrived about what the case is about. Null if they change nothing. */
export function applyFacts(process: AnyProcess, state: CaseState, reading: unknown, now: Instant): Transition | null {
  if (process.applyFacts === undefined || state.closedAt !== null) return null;
  const step = new Step(process.contract, state, now, systemActor('platform-events'));
  process.applyFacts(step, reading);
  const transition = step.transition();
  return transition.lines.length === 0 ? null : transition;
}
