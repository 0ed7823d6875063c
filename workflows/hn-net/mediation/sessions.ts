/** The sessions of a mediation: set, moved, cancelled, held. One is ahead at a time. */
import type { AppointmentView, Phrase } from '../../../rules/notices.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { nextSequence, startAppointment } from '../../engine/appointment.ts';
import { refuseUnserved } from '../../engine/service.ts';
import type { CommonReadings } from '../../engine/types.ts';
import type { Invitation, PlannedSession, Side } from './contract.ts';
import type { MediationInputs } from './input.ts';
import { sides, type Mediation } from './step.ts';

/** A dispute that is not settled by then will not be settled by one more. */
const MOST_SESSIONS = 20;

type Appointment = MediationInputs['scheduleSession'];

export function noSessionAhead({ facts: { session } }: Mediation): void {
  if (session === null) return;
  refuse('ALREADY_OPEN', '已有一次调解安排，请改期或者先记录其情况。', 'A session is set already: move or record it.', {
    facts: { at: session.at },
  });
}

export function sessionsLeft({ facts: { sessions } }: Mediation): void {
  if (sessions.length < MOST_SESSIONS) return;
  refuse('LIMIT_REACHED', `调解已达 ${MOST_SESSIONS} 次。`, `There were ${MOST_SESSIONS} sessions already.`);
}

export function sessionIsSet({ facts: { session } }: Mediation): void {
  if (session === null) refuse('NOT_NOW', '目前没有调解安排。', 'No session is set.');
}

export function sessionBegun({ now, facts: { session } }: Mediation): void {
  if (session === null || now >= session.at) return;
  refuse('NOT_NOW', '调解尚未开始。', 'The session has not begun yet.', { facts: { at: session.at } });
}

/** Sets the session that is ahead. @throws Refusal INVALID_INPUT for its time */
export function setSession(step: Mediation, appointment: Appointment): void {
  appoint(step, appointment, 'sessionScheduled');
  tell(step, (session) => step.notify('sessionScheduled', session.to, { session: session.view }));
}

/** Moves the session that is ahead. @throws Refusal INVALID_INPUT for its time */
export function moveSession(step: Mediation, appointment: Appointment, reason: string): void {
  const { at: previousAt } = sessionAhead(step);
  step.cancelDeadline('session');
  step.closeTask('recordSession');
  appoint(step, appointment, 'sessionMoved');
  tell(step, ({ to, view }) => step.notify('sessionMoved', to, { session: view, previousAt, reason }));
}

/** Takes the session that is ahead off the calendars, if there is one. */
export function dropSession(step: Mediation, reason: Phrase): void {
  const { session } = step.facts;
  if (session === null) return;
  // A cancellation is a change of its own in a calendar.
  step.facts.session = { ...session, sequence: nextSequence(session) };
  step.facts.sequence = nextSequence(session);
  step.cancelDeadline('session');
  step.closeTask('recordSession');
  tell(step, ({ to, view }) => step.notify('sessionCancelled', to, { session: view, reason }));
  step.facts.session = null;
}

/** Records that the session took place, or that it was tried. */
export function holdSession(step: Mediation, held: MediationInputs['recordSession']): void {
  const { at, told } = sessionAhead(step);
  const { consumerPresent, providerPresent, fileIds } = held;
  step.facts.sessions = [...step.facts.sessions, { on: dayOf(at), consumerPresent, providerPresent, told, fileIds }];
  step.facts.session = null;
  step.meetDeadline('session');
  step.closeTask('recordSession');
}

export function remindOfSession(step: Mediation): void {
  tell(step, ({ to, view }) => step.notify('sessionReminder', to, { session: view }, ['session']));
}

const absent: Readonly<Partial<Record<MediationInputs['declareFailure']['ground'], Side>>> = {
  CONSUMER_ABSENT: 'consumer',
  PROVIDER_ABSENT: 'provider',
};

/**
 * Nothing is made of a side's absence that was not invited: the finding rests on the notice of the last session, or, where none was set, on
 * that of the mediation (XC-04.3).
 */
export function requireInvited(
  step: Mediation,
  { ground, serviceProof }: MediationInputs['declareFailure'],
  unreached: CommonReadings['unreached'],
): void {
  const side = absent[ground];
  if (side === undefined) return;
  const { session, sessions } = step.facts;
  const told = (session ?? sessions.at(-1))?.told;
  const keys: readonly string[] = step.state.parties[side] ?? [];
  const ofSide = unreached.filter(({ party }) => party != null && keys.includes(party));
  refuseUnserved(step, told === undefined ? BEGUN : [told], ofSide, serviceProof);
}

/** What tells a side that there is a mediation. */
const BEGUN = ['mediationApplied', 'mediationStarted', 'departmentMediationStarted'];

/** The session that is ahead. */
export function sessionAhead({ facts: { session } }: Mediation): PlannedSession {
  if (session === null) throw new Error('No session is set.');
  return session;
}

function appoint(
  step: Mediation,
  { at, minutes, place, requirements, confirmOutsideHours }: Appointment,
  told: Invitation,
): void {
  const { sequence } = step.facts;
  const next = nextSequence(sequence === null ? null : { sequence });
  step.facts.session = { at, minutes, place, requirements, sequence: next, told };
  step.facts.sequence = next;
  startAppointment(step, 'session', { at, minutes, confirmOutsideHours });
}

function tell(step: Mediation, notify: (told: { to: (typeof sides)[number]; view: AppointmentView }) => void): void {
  const { at, minutes, place, requirements, sequence } = sessionAhead(step);
  const view = { at, minutes, place, requirements, sequence, originals: [] };
  for (const to of sides) notify({ to, view });
}
