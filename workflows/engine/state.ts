/** The state of a case: one plain JSON object, carried whole through continue-as-new and stored with every transition. */
import type { Actor } from '../../rules/roles.ts';
import {
  lateFrom,
  type CalendarData,
  type Day,
  type Instant,
  type Pause,
  type Period,
} from '../../rules/time/index.ts';
import { hasLegalEffect, type ProcessContract } from './contract.ts';

export interface RungState {
  readonly key: string;
  readonly at: Instant;
}

export interface DeadlineState {
  readonly name: string;
  /** Which time this deadline was opened in the case, from 1. */
  readonly entry: number;
  readonly period: Period;
  readonly startedAt: Instant;
  readonly pauses: readonly Pause[];
  readonly dueAt: Instant | null;
  readonly lastDay: Day | null;
  readonly provisional: boolean;
  readonly calendarVersion: number;
  /** Reminders still to come. */
  readonly rungs: readonly RungState[];
  /** Keys of the reminders that were sent or passed over; none of them comes again for this entry. */
  readonly spent: readonly string[];
}

export interface TaskState {
  readonly name: string;
  readonly entry: number;
  readonly assigneeId: string | null;
}

export interface UndeliveredNotice {
  readonly noticeId: string;
  readonly template: string;
}

/** The letter that a notice is besides an e-mail. */
export interface LetterState {
  /** The notice's key within the case. */
  readonly key: string;
  readonly template: string;
  readonly status: LetterStatus;
}

export type LetterStatus = 'TO_DISPATCH' | 'DISPATCHED' | 'DELIVERED' | 'RETURNED';

/** A value of a rule book, pinned when the case was opened (XC-06.2). */
export type RuleValues = Readonly<Record<string, number | boolean | string>>;

export interface CaseState<Facts = unknown> {
  readonly schema: 1;
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly bodyId: string;
  readonly region: string;
  storeId: string | null;
  stage: string;
  outcome: string | null;
  revision: number;
  readonly openedAt: Instant;
  closedAt: Instant | null;
  /** What the process itself remembers. No names, no contacts: those are in the records. */
  facts: Facts;
  /** Account ids by what they did in the case: `filer`, `recommender`, `interviewer` … (XC-05.5). */
  participants: Record<string, string[]>;
  /** Open deadlines, paused ones included. */
  deadlines: DeadlineState[];
  /** Open tasks. */
  tasks: TaskState[];
  /** How often each deadline, task and notice was opened so far. */
  entries: Record<string, number>;
  /** Keys of the latest requests that were carried out. */
  handled: string[];
  /** Notices that did not arrive and whose recipient nobody has reached otherwise yet (XC-04.3). */
  undelivered?: readonly UndeliveredNotice[];
  /** Letters that are to be sent, on their way or came back (XC-04.2). */
  letters?: readonly LetterState[];
  rules: RuleValues;
  ruleVersion: number;
  calendar: CalendarData;
  /** Set in training mode: how far the clock of the stack is from the machine's. */
  clockOffsetMs: number | null;
}

/**
 * The state as the records keep it. Rules and calendar are the same from step to step and by far the largest part: the row of the case
 * names their versions.
 */
export type RecordedState<Facts = unknown> = Omit<CaseState<Facts>, 'rules' | 'calendar'>;

export function recordedState(state: CaseState): RecordedState {
  const recorded: Partial<CaseState> = { ...state };
  delete recorded.rules;
  delete recorded.calendar;
  return recorded as RecordedState;
}

/** What a case is started with. `state` is set when it goes on from an earlier run, or is reopened. */
export interface CaseInput {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly bodyId: string;
  readonly region: string;
  readonly storeId: string | null;
  readonly openedAt: Instant;
  /** The account whose case it is: who filed it, or whose store it is about. */
  readonly openedById: string | null;
  /** Who opened it: that account, or another case under its own name. */
  readonly openedBy: Actor;
  /** What the process is opened with; its shape is the process's own. */
  readonly opening: unknown;
  readonly rules: RuleValues;
  readonly ruleVersion: number;
  readonly calendar: CalendarData;
  readonly clockOffsetMs: number | null;
  readonly state?: CaseState;
  /** Events after which the run is rolled over; the default keeps replays short. */
  readonly rollOverAt?: number;
}

/** The state of a case that is about to be opened: revision 0, nothing has happened yet. */
export function initialState<Facts>(input: CaseInput, stage: string, facts: Facts): CaseState<Facts> {
  return {
    schema: 1,
    id: input.id,
    kind: input.kind,
    subject: input.subject,
    bodyId: input.bodyId,
    region: input.region,
    storeId: input.storeId,
    stage,
    outcome: null,
    revision: 0,
    openedAt: input.openedAt,
    closedAt: null,
    facts,
    participants: input.openedById === null ? {} : { filer: [input.openedById] },
    deadlines: [],
    tasks: [],
    entries: {},
    handled: [],
    rules: input.rules,
    ruleVersion: input.ruleVersion,
    calendar: input.calendar,
    clockOffsetMs: input.clockOffsetMs,
  };
}

/** When a deadline passes: the first moment that is too late (XC-01.4, XC-01.7); null while its clock stands still. */
export function passesAt({ period, dueAt }: Pick<DeadlineState, 'period' | 'dueAt'>): Instant | null {
  return dueAt === null ? null : lateFrom({ period, dueAt });
}

/** The earliest last moment among the deadlines with legal effect; null if no such clock runs. */
export function legalDueAt({ deadlines }: CaseState, contract: ProcessContract | undefined): Instant | null {
  const due = deadlines.flatMap(({ name, dueAt }) => (hasLegalEffect(contract, name) ? (dueAt ?? []) : []));
  return due.sort()[0] ?? null;
}

/** The next instant at which the case does something of itself: its nearest reminder or deadline; null if none is ahead. */
export function wakeAt(state: CaseState): Instant | null {
  let nearest: Instant | null = null;
  for (const deadline of state.deadlines) {
    for (const at of [passesAt(deadline), ...deadline.rungs.map((rung) => rung.at)]) {
      if (at !== null && (nearest === null || at < nearest)) nearest = at;
    }
  }
  return state.closedAt === null ? nearest : null;
}
