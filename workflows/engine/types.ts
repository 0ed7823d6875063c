/** What the compiler knows of a contract: the types of its opening, facts and inputs, and the words of its regime. */
import type { Notice, Phrase } from '../../rules/notices.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { CalendarData, Day, Instant, Pause, Period } from '../../rules/time/index.ts';
import type { NumberKey, SwitchKey } from '../../rules/book/rule-book.ts';
import type { CommonActions, CommonInputs, CommonNotices, CommonTasks } from './common-contract.ts';
import type { ProcessContract } from './contract.ts';
import type { RuleValues, UnreachedNotice } from './state.ts';

/** The words of a regime that its contracts and processes are checked against: rule values, readings, writes. */
export interface RegimeWords {
  readonly rules: RuleValues;
  readonly readings: object;
  readonly writes: object;
}

/** What a process is opened with, what it remembers and what its actions take. */
export interface ProcessTypes {
  readonly opening: unknown;
  readonly facts: unknown;
  readonly inputs: object;
}

/** Carries types with a contract; there is nothing of it at run time. */
export interface Typed<W extends RegimeWords, T extends ProcessTypes> {
  readonly typed?: { readonly words: W; readonly types: T };
}

/** A contract with its types and with what is common to all. */
export type Contract<C extends ProcessContract, W extends RegimeWords, T extends ProcessTypes> = Omit<
  C,
  'actions' | 'tasks' | 'notices'
> & {
  readonly actions: C['actions'] & CommonActions;
  readonly tasks: C['tasks'] & CommonTasks;
  readonly notices: C['notices'] & CommonNotices;
} & Typed<W, T>;

type TypesIn<C> = C extends { readonly typed?: infer T } ? NonNullable<T> : never;
type WordsOf<C> = TypesIn<C> extends { readonly words: infer W } ? W : RegimeWords;
type PartsOf<C> = TypesIn<C> extends { readonly types: infer T } ? T : ProcessTypes;
type Part<C, P extends keyof ProcessTypes> = PartsOf<C> extends Readonly<Record<P, infer T>> ? T : never;
type Word<C, P extends keyof RegimeWords> = WordsOf<C> extends Readonly<Record<P, infer T>> ? T : never;

export type OpeningOf<C> = Part<C, 'opening'>;
export type FactsOf<C> = Part<C, 'facts'>;
export type InputsOf<C> = Part<C, 'inputs'>;
export type RulesOf<C> = Word<C, 'rules'>;
export type ReadingsOf<C> = Word<C, 'readings'> & CommonReadings;
export type WritesOf<C> = Word<C, 'writes'> & CommonWrites;

export type NumberOf<C> = NumberKey<RulesOf<C>>;
export type SwitchOf<C> = SwitchKey<RulesOf<C>>;
export type StageOf<C extends ProcessContract> = keyof C['stages'] & string;
export type OutcomeOf<C extends ProcessContract> = keyof C['outcomes'] & string;
export type ActionOf<C extends ProcessContract> = keyof C['actions'] & string;
export type OwnActionOf<C extends ProcessContract> = Exclude<ActionOf<C>, keyof CommonInputs>;
export type DeadlineOf<C extends ProcessContract> = keyof C['deadlines'] & string;
export type TaskOf<C extends ProcessContract> = keyof C['tasks'] & string;
export type BallotOf<C extends ProcessContract> = C extends { readonly ballots: infer B } ? keyof B & string : never;
export type PartyOf<C extends ProcessContract> = keyof C['parties'] & string;
export type NoticeOf<C extends ProcessContract> = keyof C['notices'] & string;

/** Actions that another case may do. */
export type CaseActionOf<C extends ProcessContract> = {
  [A in OwnActionOf<C>]: 'case' extends C['actions'][A]['by'][number] ? A : never;
}[OwnActionOf<C>];

export type InputOf<C, A> = A extends keyof InputsOf<C>
  ? InputsOf<C>[A]
  : A extends keyof CommonInputs
    ? CommonInputs[A]
    : Record<string, never>;

/** What a notice is told with, beside what every notice carries. */
export type NoticeDataOf<C extends ProcessContract, N extends NoticeOf<C>> =
  C['notices'][N] extends Notice<infer D> ? D : never;

/** What an action or a deadline is given beside its input: the reading it names, if it names one. */
export type ReadingOf<C, A> = A extends { readonly reading: infer R }
  ? R extends keyof ReadingsOf<C>
    ? ReadingsOf<C>[R]
    : never
  : undefined;

/** What every regime can read of the records. */
export interface CommonReadings {
  /** Bars that the case has brought about. */
  readonly bars: readonly {
    readonly id: string;
    readonly clause: string;
    readonly firstDay: Day;
    readonly lastDay: Day;
    readonly firm: boolean;
    readonly isLifted: boolean;
  }[];
  /**
   * Notices that have reached nobody of those they are for, by no way: of each template and recipient the latest one, one entry a row
   * (XC-04.3).
   */
  readonly unreached: readonly UnreachedNotice[];
  /** The newest rules of the case's regime (XC-06.2). */
  readonly rules: { readonly version: number; readonly values: RuleValues };
  /** The newest calendar (XC-02.3). */
  readonly calendar: CalendarData;
  /** The cases about the same thing as this one, by kind: a campaign counts its entries so. */
  readonly casesAbout: Readonly<Record<string, CasesCounted>>;
}

/** Cases of a kind, counted by stage; the stage of a closed one is its outcome. */
export interface CasesCounted {
  readonly open: Readonly<Record<string, number>>;
  readonly closed: Readonly<Record<string, number>>;
}

/** What every regime can write beside a case. */
export interface CommonWrites {
  readonly bar: {
    readonly id: string;
    readonly ground: string;
    readonly clause: string;
    readonly firstDay: Day;
    readonly lastDay: Day;
    readonly firm: boolean;
  };
  readonly liftBar: { readonly id: string; readonly byId: string; readonly byRole: string; readonly reason: string };
  /** `lastDay`: the new one, earlier than the one it had. */
  readonly shortenBar: {
    readonly id: string;
    readonly lastDay: Day;
    readonly byId: string;
    readonly byRole: string;
    readonly reason: string;
  };
  readonly letter: { readonly key: string; readonly status: string; readonly number: string | null };
  /** Recipients of these notices were reached otherwise. */
  readonly reached: { readonly noticeIds: readonly string[] };
  /** Lays changes over the form of the case, as its next version. */
  readonly form: { readonly changes: Record<string, unknown>; readonly filedById: string };
  /** The case, and whom it is about, is called from now on by the name that its newest form has at this path, e.g. `institution.name`. */
  readonly name: { readonly at: string };
  /** Whom the case is about is called so from now on: in its open cases and in the registers of the regime, whichever case wrote them. */
  readonly renamed: { readonly name: string };
  /** An entry of a register as it stands from now on; its earlier states are kept. */
  readonly register: {
    readonly register: string;
    readonly status: string;
    readonly validFrom: Day | null;
    readonly validTo: Day | null;
    readonly data: Record<string, unknown>;
    readonly reason?: Phrase;
    /** Whose entry it is, if not of whom the case is about; with the name it is to be known by, if the records have none. */
    readonly party?: PartyKey;
    readonly name?: string;
    /** True if `data` is laid over what the entry holds: several cases add to one entry. */
    readonly adds?: boolean;
  };
}

/** A clock as another case follows it. */
export interface Clock {
  readonly period: Period;
  readonly startedAt: Instant;
  readonly pauses: readonly Pause[];
}
