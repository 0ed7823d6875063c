/** The state of a case: one plain JSON object, carried whole through continue-as-new and stored with every transition. */
import type { RuleScalar } from '../../rules/book/rule-book.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Body, Requester } from '../../rules/roles.ts';
import type { Text } from '../../rules/text.ts';
import {
  lateFrom,
  type CalendarData,
  type Day,
  type Instant,
  type Pause,
  type Period,
} from '../../rules/time/index.ts';
import { bodyAt, firstStage, hasLegalEffect, mainParty, type ProcessContract } from './contract.ts';

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
  /** True if it follows the clock of the case that this one came from: that case says when it passes. */
  readonly follows?: boolean;
  /** The notice that has told of it last, where its contract names several from which it runs. */
  readonly toldBy?: string;
}

/** A deadline of another case that follows one of this case. */
export interface Follower {
  readonly deadline: string;
  readonly caseId: string;
  /** Name of the deadline there. */
  readonly as: string;
}

export interface TaskState {
  readonly name: string;
  readonly entry: number;
  readonly assigneeId: string | null;
  /** Set once its holder has delegated it to a colleague, until it is closed or the delegation ends unanswered. */
  readonly delegation?: DelegationState;
}

/** A task that its holder has delegated: the holder answers for it, the delegate prepares it (XC-05.5). */
export interface DelegationState {
  /** Account of the delegate. */
  readonly to: string;
  /** Account of who delegated it: the holder, or who acts in the holder's office. */
  readonly by: string;
  readonly note: string;
  readonly at: Instant;
  /** What was handed back; until then the task is with the delegate. */
  readonly answer?: {
    /** Account of the delegate, or of who acts in the delegate's office. */
    readonly by: string;
    readonly opinion: string;
    readonly at: Instant;
  };
}

/** True while a task is with its delegate. */
export function isWithDelegate(task: TaskState): task is TaskState & { readonly delegation: DelegationState } {
  return task.delegation !== undefined && task.delegation.answer === undefined;
}

/** A vote in a ballot. */
export interface VoteState {
  /** Account of the voter. */
  readonly by: string;
  /** Account of who is away, where it was cast in their office. */
  readonly inOfficeOf?: string;
  readonly vote: Vote;
  readonly reason: string | null;
  readonly at: Instant;
}

export type Vote = 'FOR' | 'AGAINST';

/** OPEN until it is decided or withdrawn. */
export type BallotStatus = 'OPEN' | 'CARRIED' | 'LOST' | 'WITHDRAWN';

/** A ballot as it stands: the latest of its name. */
export interface BallotState {
  /** Which time this ballot was opened in the case, from 1. */
  readonly entry: number;
  readonly status: BallotStatus;
  readonly openedAt: Instant;
  readonly votes: readonly VoteState[];
}

export interface UndeliveredNotice {
  readonly noticeId: string;
  readonly template: string;
}

/** A notice that has reached nobody of those it is for, as the records have it. */
export interface UnreachedNotice extends UndeliveredNotice {
  /** Key of the party that it is for; null for an office or a person. */
  readonly party?: string | null;
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
export type RuleValues = Readonly<Record<string, RuleScalar>>;

export interface CaseState<Facts = unknown> {
  readonly schema: 1;
  readonly id: string;
  readonly kind: string;
  /** Key of the party that the case is about. */
  readonly subject: PartyKey;
  /** The body that handles the case now, and the region within which it does. */
  bodyId: string;
  region: string;
  /** What the case is about beside its parties: a typed reference, e.g. `window:w-1`. */
  about: string | null;
  /** The parties by their name in the case. */
  parties: Record<string, PartyKey[]>;
  /** The bodies that handle the case in turn, by their name in it. */
  bodies: Record<string, Body>;
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
  /** The latest ballot of each name. */
  ballots?: Readonly<Record<string, BallotState>>;
  /** How often each deadline, task, ballot and notice was opened so far. */
  entries: Record<string, number>;
  /** Deadlines of other cases that follow those of this one. */
  followers?: readonly Follower[];
  /** What the case was doing when it was closed for a reason outside of it. */
  brokenOff?: {
    readonly at: Instant;
    readonly stage: string;
    readonly clocks: readonly {
      readonly name: string;
      readonly period: Period;
      readonly startedAt: Instant;
      readonly pauses: readonly Pause[];
    }[];
    readonly tasks: readonly string[];
  };
  /** Keys of the latest requests that were carried out. */
  handled: string[];
  /** Notices that did not arrive and whose recipient nobody has reached otherwise yet (XC-04.3). */
  undelivered?: readonly UndeliveredNotice[];
  /** Deadlines whose clock stands still until the notice that they run from has arrived (XC-04.3). */
  awaitingService?: readonly string[];
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

/** The case that this one came from. */
export interface CaseOrigin {
  readonly id: string;
  /** What kind of case it is. */
  readonly title: Text;
}

/** What a case is started with. `state` is set when it goes on from an earlier run, or is reopened. */
export interface CaseInput {
  readonly id: string;
  readonly kind: string;
  readonly subject: PartyKey;
  readonly bodyId: string;
  readonly region: string;
  readonly about: string | null;
  readonly parties: Readonly<Record<string, readonly PartyKey[]>>;
  readonly bodies: Readonly<Record<string, Body>>;
  readonly openedAt: Instant;
  /** The account that filed it; null if another case opened it. */
  readonly openedById: string | null;
  /** Who opened it: that account, or another case under its own name. */
  readonly openedBy: Requester;
  /** The case that opened it, if one did. */
  readonly origin?: CaseOrigin;
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
export function initialState<Facts>(contract: ProcessContract, input: CaseInput, facts: Facts): CaseState<Facts> {
  const { bodyId, region } = input;
  const stage = firstStage(contract);
  return {
    schema: 1,
    id: input.id,
    kind: input.kind,
    subject: input.subject,
    bodyId,
    region,
    about: input.about,
    parties: { [mainParty(contract)]: [input.subject], ...copyOf(input.parties) },
    bodies: { [bodyAt(contract, stage)]: { bodyId, region }, ...input.bodies },
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

function copyOf(parties: CaseInput['parties']): Record<string, PartyKey[]> {
  return Object.fromEntries(Object.entries(parties).map(([name, keys]) => [name, [...keys]]));
}

/**
 * When a deadline passes of itself: the first moment that is too late (XC-01.4, XC-01.7); null while its clock stands still, and for
 * one that follows another case's.
 */
export function passesAt({
  period,
  dueAt,
  follows,
}: Pick<DeadlineState, 'period' | 'dueAt' | 'follows'>): Instant | null {
  return dueAt === null || follows === true ? null : lateFrom({ period, dueAt });
}

/** The earliest last moment among the deadlines with legal effect; null if no such clock runs. */
export function legalDueAt({ deadlines }: CaseState, contract: ProcessContract | undefined): Instant | null {
  const due = deadlines.flatMap(({ name, dueAt }) => (hasLegalEffect(contract, name) ? (dueAt ?? []) : []));
  return due.sort()[0] ?? null;
}

/** The next instant at which the case does something of itself: its nearest reminder or deadline; null if none is ahead. */
export function wakeAt(state: Pick<CaseState, 'deadlines' | 'closedAt'>): Instant | null {
  let nearest: Instant | null = null;
  for (const deadline of state.deadlines) {
    for (const at of [passesAt(deadline), ...deadline.rungs.map((rung) => rung.at)]) {
      if (at !== null && (nearest === null || at < nearest)) nearest = at;
    }
  }
  return state.closedAt === null ? nearest : null;
}
