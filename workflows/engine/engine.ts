/**
 * The rules of every case, without Temporal: who may do what now, and what a step makes of it. Each function takes the state
 * and returns the transition to commit, or throws a Refusal and has changed nothing.
 */
import { refuse } from '../../rules/refusal.ts';
import { regionCovers, STAFF_ROLES, type Actor, type Role } from '../../rules/roles.ts';
import type { Instant } from '../../rules/time/index.ts';
import { commonHandlers, refuseFourEyes, refuseTaskOfAnother } from './common.ts';
import type { CommonInputs } from './input.ts';
import { ANY_STAGE, type ActionContract } from './contract.ts';
import { phrases } from './phrases.ts';
import type { AnyProcess } from './process.ts';
import { passesAt, type CaseState, type RecordedState } from './state.ts';
import { Step } from './step.ts';
import type { Transition } from './transition.ts';

/** A request to a case: who, under which key, with what. The key is the request's and is carried out once. */
export interface Envelope {
  readonly actor: Actor;
  readonly key: string;
  readonly input: unknown;
  /** Set if the request is a message from another case. */
  readonly messageId?: string;
  /** Training mode: the clock of the stack when the request was made. */
  readonly clockOffsetMs?: number | null;
}

/** Whether a message that anybody with access to the server may have sent has the form of a request. */
export function isEnvelope(message: unknown): message is Envelope {
  const { actor, key } = (message ?? {}) as Partial<Envelope>;
  return (
    typeof key === 'string' && typeof actor === 'object' && typeof (actor as Partial<Actor> | null)?.id === 'string'
  );
}

export function systemActor(rule: string): Actor {
  return { kind: 'system', id: rule, role: 'system' };
}

/** The first transition: what opening the case sets going. */
export function open(
  process: AnyProcess,
  state: CaseState,
  opening: unknown,
  openedBy: Actor,
  now: Instant,
): Transition {
  const step = new Step(process.contract, state, now, openedBy);
  step.record('CASE_OPENED', phrases.caseOpened(process.contract.title), {
    detail: { kind: state.kind, ruleVersion: state.ruleVersion, calendarVersion: state.calendar.version },
  });
  process.open(step, opening);
  return step.transition();
}

/** Whether this action may be done now by this actor: everything that can be said without the records. */
export function checkAction(process: AnyProcess, state: RecordedState, name: string, actor: Actor): ActionContract {
  const action = Object.hasOwn(process.contract.actions, name) ? process.contract.actions[name] : undefined;
  if (action === undefined) refuse('NOT_FOUND', `没有操作“${name}”。`, `There is no action '${name}'.`);
  checkActor(state, action, actor);
  if (state.closedAt !== null && !action.whenClosed && !action.reopens?.includes(state.outcome ?? '')) {
    refuse('CASE_CLOSED', '案件已结案，不能再办理。', 'The case is closed; nothing more can be done in it.', {
      facts: { outcome: state.outcome },
    });
  }
  if (state.closedAt === null && !action.at.includes(ANY_STAGE) && !action.at.includes(state.stage)) {
    const stage = process.contract.stages[state.stage];
    refuse(
      'NOT_NOW',
      `案件处于“${stage?.zh}”阶段，不能“${action.title.zh}”。`,
      `The case is at stage '${stage?.en}'; '${action.title.en}' is not open now.`,
      { facts: { stage: state.stage, openAt: action.at } },
    );
  }
  for (const did of action.notBy ?? []) {
    if (state.participants[did]?.includes(actor.id)) refuseFourEyes(did);
  }
  const holder =
    action.task === undefined ? undefined : state.tasks.find((task) => task.name === action.task)?.assigneeId;
  if (holder && holder !== actor.id) refuseTaskOfAnother(action.task ?? name);
  return action;
}

function checkActor(state: RecordedState, action: ActionContract, actor: Actor): void {
  if (actor.kind === 'system') {
    if (action.by.includes('case')) return;
    refuse('NOT_ALLOWED', '此操作须由人员办理。', 'Only a person may do this.');
  }
  const role = actor.role as Role;
  if (!action.by.includes(role)) {
    refuse('NOT_ALLOWED', '您的角色不能办理此事。', `Your role (${role}) may not do this.`, {
      facts: { allowed: action.by },
    });
  }
  const owns = role !== 'provider' || actor.creditCode === state.subject;
  const inScope =
    !STAFF_ROLES.includes(role) || (actor.bodyId === state.bodyId && regionCovers(actor.region, state.region));
  const watches =
    (role === 'district' || role === 'authority') && (state.participants['recommender'] ?? []).includes(actor.id);
  if (!owns || (!inScope && !watches)) {
    refuse('OUT_OF_SCOPE', '案件不在您的机构或区域范围内。', 'The case is outside your institution, body or region.');
  }
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
  const action = checkAction(process, state, name, envelope.actor);
  const reason = (envelope.input as { reason?: unknown } | null)?.reason;
  if (action.adverse && (typeof reason !== 'string' || reason.trim() === '')) {
    refuse('REASON_REQUIRED', '不利决定必须说明理由。', 'An adverse decision needs a reason.', { field: 'reason' });
  }
  const step = new Step(process.contract, state, now, envelope.actor);
  step.record(action.event, action.done, {
    detail: { action: name, ...(envelope.input as Record<string, unknown>) },
    clause: action.clause,
    requirement: action.requirement,
  });
  if (name in commonHandlers) {
    commonHandlers[name as keyof CommonInputs](step, envelope.input as never, reading as never);
  } else {
    process.actions[name]?.(step, envelope.input, reading);
  }
  return finish(step, envelope);
}

function finish(step: Step, envelope: Envelope): Transition {
  step.handled(envelope.key);
  if (envelope.messageId !== undefined) step.handledMessage(envelope.messageId, null);
  return step.transition();
}

/** A signal that could not be carried out leaves a line, so that it is not lost. */
export function refused(
  process: AnyProcess,
  state: CaseState,
  name: string,
  envelope: Envelope,
  refusal: { code: string; message: unknown },
  now: Instant,
): Transition {
  const step = new Step(process.contract, state, now, envelope.actor);
  step.record('SIGNAL_REFUSED', phrases.signalRefused(titleOf(process, name)), {
    detail: { action: name, ...refusal },
  });
  step.handled(envelope.key);
  if (envelope.messageId !== undefined) step.handledMessage(envelope.messageId, refusal.code);
  return step.transition();
}

function titleOf({ contract }: AnyProcess, name: string): string {
  return (Object.hasOwn(contract.actions, name) ? contract.actions[name]?.title.zh : undefined) ?? name;
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

/** Does what is due. Reminders whose time came together are sent as one; the earlier ones are spent with it (XC-03.3). */
export function wake(process: AnyProcess, state: CaseState, due: Due, reading: unknown, now: Instant): Transition {
  const { contract } = process;
  const step = new Step(
    contract,
    state,
    now,
    systemActor(contract.deadlines[due.deadline]?.requirement ?? contract.kind),
  );
  if (due.rungs.length === 0) {
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
  step.record('REMINDER_DUE', phrases.reminderDue(title), {
    detail: { deadline: due.deadline, rungs: due.rungs, plannedAt: due.at },
    requirement: 'XC-03.1',
  });
  const remind = process.remind?.[due.deadline];
  if (remind) remind(step, reading);
  else step.notify('deadlineReminder', 'owner', { duty: title }, [due.deadline]);
  return step.transition();
}

/** Facts about the store arrived. Null if they change nothing. */
export function takeFacts(process: AnyProcess, state: CaseState, reading: unknown, now: Instant): Transition | null {
  if (process.facted === undefined || state.closedAt !== null) return null;
  const step = new Step(process.contract, state, now, systemActor('platform-events'));
  process.facted(step, reading);
  const transition = step.transition();
  return transition.lines.length === 0 ? null : transition;
}
