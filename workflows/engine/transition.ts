/**
 * One state change of a case: everything that is written in one database transaction. A step of a process produces it; the
 * activity `commit` carries it out, once for each case and revision however often it is tried.
 */
import type { DeadlineView } from '../../rules/notices.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Actor, Body } from '../../rules/roles.ts';
import type { Text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import {
  recordedState,
  type CaseState,
  type DeadlineState,
  type DelegationState,
  type RecordedState,
} from './state.ts';

export interface Line {
  readonly type: string;
  readonly actor: Actor;
  readonly title: Text;
  readonly detail?: Record<string, unknown>;
  readonly clause?: string;
  readonly requirement?: string;
}

export type DeadlineStatus = 'OPEN' | 'PAUSED' | 'MET' | 'PASSED' | 'CANCELLED';

export interface DeadlineChange {
  readonly deadline: DeadlineState;
  readonly status: DeadlineStatus;
  readonly legalEffect: boolean;
}

export interface TaskChange {
  readonly name: string;
  readonly entry: number;
  readonly role: string;
  readonly assigneeId: string | null;
  readonly delegation?: DelegationState | undefined;
  readonly detail?: Record<string, unknown>;
  /** Instant up to which the task is wanted, for lists. */
  readonly dueAt: Instant | null;
  readonly closed: boolean;
  /** The account whose action closed it; null if the system did. */
  readonly closedBy: string | null;
}

/**
 * Who gets a notice: a party; one account, or the holders of a role at the body of the case once it is gone from there; every holder of a
 * role at that body; or the contact named in the form of the case. Who that is, is asked when it is planned and again before each try.
 */
export type Audience =
  | { readonly party: PartyKey; readonly roles: readonly string[] }
  | { readonly user: string; readonly or?: string }
  | { readonly role: string }
  | { readonly contact: true };

export interface NoticeRequest {
  /** Unique within the case together with the recipient. */
  readonly key: string;
  /** Running number within the case, from 1; the same for all who get the notice, and for its letter and its e-mail. */
  readonly number: number;
  readonly template: string;
  readonly to: Audience;
  readonly data: Record<string, unknown>;
  /** Deadlines the notice speaks of, with what follows if they pass. */
  readonly deadlines: readonly DeadlineView[];
}

/** Another case to open: its row is inserted by the same transaction, the relay starts its workflow. */
export interface CaseOpening {
  readonly id: string;
  readonly kind: string;
  readonly regime: string;
  readonly stage: string;
  readonly about: string | null;
  /** Whom it is about; the same as this case if null. */
  readonly subject: PartyKey | null;
  readonly parties: Readonly<Record<string, readonly PartyKey[]>>;
  readonly bodies: Readonly<Record<string, Body>>;
  readonly bodyId: string;
  readonly region: string;
  readonly opening: unknown;
  /** True if it is added to the case of this kind that there is about the same thing, should there be one. */
  readonly joins?: boolean;
  /** What it has for a form, where it is as if its filer had filed it; none if left out. */
  readonly form?: FormOfAnother;
}

/**
 * The form of a case that another one opens: people's own words, which no workflow knows, taken from the newest form of the case that opens it.
 * Who filed that form has filed this one.
 */
export interface FormOfAnother {
  /** Fields that are the same in both; what is not filled in there is not here. */
  readonly takes: readonly string[];
  /** Fields that the process fills in. */
  readonly adds: Readonly<Record<string, unknown>>;
}

/** A message to another case: an action of that case, done by this one. */
export interface CaseMessage {
  readonly id: string;
  readonly to: string;
  readonly action: string;
  readonly input: unknown;
}

/** A message to every case of a kind that this one has opened, that is about the same thing, or that a body handles. */
export interface GroupMessage {
  readonly id: string;
  readonly kind: string;
  readonly action: string;
  readonly input: unknown;
  /** Fields that the opening of such a case must have: others hear nothing. */
  readonly alike?: Readonly<Record<string, unknown>>;
}

/** A message to the open cases of a kind that a body handles; in a region of it, if one is given. */
export interface HandledMessage extends GroupMessage {
  readonly bodyId: string;
  readonly region?: string;
}

/** A record beside the case that a step writes; the regime's activities know the names and what the data mean. */
export interface RecordWrite {
  readonly write: string;
  readonly data: object;
}

/** What a step writes, but for the state it leaves. */
export interface Effects {
  readonly caseId: string;
  /** The revision this transition makes; the stored one must be the one before. */
  readonly revision: number;
  readonly at: Instant;
  readonly wakeAt: Instant | null;
  /** The earliest open deadline with legal effect. */
  readonly dueAt: Instant | null;
  readonly lines: readonly Line[];
  readonly deadlines: readonly DeadlineChange[];
  readonly tasks: readonly TaskChange[];
  readonly notices: readonly NoticeRequest[];
  readonly openings: readonly CaseOpening[];
  readonly messages: readonly CaseMessage[];
  /** To open cases that this one has opened. */
  readonly childrenMessages: readonly GroupMessage[];
  /** To open cases that a body handles. */
  readonly messagesHandled: readonly HandledMessage[];
  /** To cases about the same thing that the action is open to: open ones, and closed ones that it reopens. */
  readonly messagesAbout: readonly GroupMessage[];
  readonly writes: readonly RecordWrite[];
  /** True if a party came to the case in this step. */
  readonly partiesChanged: boolean;
  /** Id of the personal input whose stand-ins are in it. */
  readonly personalInput?: string;
  /** Id of the message from another case that this transition dealt with. */
  readonly handledMessage?: { readonly id: string; readonly refusal: string | null };
}

export interface Transition extends Effects {
  readonly state: CaseState;
}

/** A transition as the records take it. */
export interface RecordedTransition extends Effects {
  readonly state: RecordedState;
  readonly calendarVersion: number;
}

export function forRecords(transition: Transition): RecordedTransition {
  const { state } = transition;
  return { ...transition, state: recordedState(state), calendarVersion: state.calendar.version };
}
