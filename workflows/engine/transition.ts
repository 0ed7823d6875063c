/**
 * One state change of a case: everything that is written in one database transaction. A step of a process produces it; the
 * activity `commit` carries it out, once for each case and revision however often it is tried.
 */
import type { DeadlineView, NoticeTemplate } from '../../rules/notices.ts';
import type { Actor } from '../../rules/roles.ts';
import type { Text } from '../../rules/text.ts';
import type { Day, Instant } from '../../rules/time/index.ts';
import { recordedState, type CaseState, type DeadlineState, type LetterStatus, type RecordedState } from './state.ts';

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
  readonly detail?: Record<string, unknown>;
  /** Instant up to which the task is wanted, for lists. */
  readonly dueAt: Instant | null;
  readonly closed: boolean;
  /** The account whose action closed it; null if the system did. */
  readonly closedBy: string | null;
}

/** Who gets a notice: one account, every holder of a role in the body of the case, or the contact named in its form. */
export type Audience = { readonly user: string } | { readonly role: string } | { readonly contact: true };

export interface NoticeRequest {
  /** Unique within the case together with the recipient. */
  readonly key: string;
  readonly template: NoticeTemplate;
  readonly to: Audience;
  readonly data: Record<string, unknown>;
  /** Deadlines the notice speaks of, with what follows if they pass. */
  readonly deadlines: readonly DeadlineView[];
}

/** Another case to open: its row is inserted by the same transaction, the relay starts its workflow. */
export interface CaseOpening {
  readonly id: string;
  readonly kind: string;
  readonly stage: string;
  readonly storeId: string | null;
  readonly openedById: string | null;
  readonly watchers: readonly string[];
  readonly opening: unknown;
}

/** A message to another case: an action of that case, done by this one. */
export interface CaseMessage {
  readonly id: string;
  readonly to: string;
  readonly action: string;
  readonly input: unknown;
}

/** Records beside the case that a step writes. */
export type RecordWrite =
  | {
      readonly write: 'openStore';
      readonly storeId: string;
      readonly ownerId: string;
      readonly route: string;
      readonly status: 'TRIAL' | 'NORMAL';
      readonly establishedOn: Day;
    }
  | { readonly write: 'setStoreStatus'; readonly storeId: string; readonly status: 'TRIAL' | 'NORMAL' | 'CLEARED' }
  | {
      readonly write: 'bar';
      readonly id: string;
      readonly ground: string;
      readonly clause: string;
      readonly firstDay: Day;
      readonly lastDay: Day;
      readonly firm: boolean;
    }
  | { readonly write: 'liftBar'; readonly id: string; readonly byId: string; readonly reason: string }
  | { readonly write: 'letter'; readonly key: string; readonly status: LetterStatus; readonly number: string | null }
  | { readonly write: 'watch'; readonly userId: string }
  | { readonly write: 'form'; readonly changes: Record<string, unknown>; readonly filedById: string };

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
  readonly writes: readonly RecordWrite[];
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
