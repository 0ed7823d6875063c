/**
 * What every notice has (tables 4.28; XC-03, XC-04). Each is declared in the contract of its process, with its title, requirement, clause
 * and data; its wording lies beside the contract.
 */
import type { PartyKind } from './parties/party.ts';
import { text, type Text } from './text.ts';
import type { Day, Instant } from './time/index.ts';

/** A phrase of the rules in both languages, or words a person typed, which are shown as they are in either language. */
export type Phrase = Text | string;

/** A deadline as a notice shows it, frozen when the notice was planned (XC-03.2). */
export interface DeadlineView {
  /** Name of the deadline in its process's contract. */
  readonly name: string;
  /** Which time the deadline was opened in the case, from 1. */
  readonly entry?: number;
  /** The duty, e.g. "finish decoration and list products". */
  readonly title: Text;
  /** The instant at which it is exceeded: 00:00 of the day after `lastDay` (XC-01.4), or the stated clock time. */
  readonly dueAt: Instant;
  /** Last day within which it is met; null where the deadline is a clock time. */
  readonly lastDay: Day | null;
  /** True while it reaches into a year whose calendar has not been published (XC-02.2). */
  readonly provisional: boolean;
  /** The deadline in words with its zone, e.g. "2025-10-10 24:00 (UTC+8)". */
  readonly words: Text;
  /** Working days from the notice's day to the last day, today not counted. */
  readonly workingDaysLeft: number;
  /** What follows if it is missed. */
  readonly consequence: Text;
  /** Citation with its regime, e.g. `SH-STORE 四.3`. */
  readonly clause: string;
  /** False for a time that runs out of itself, such as a trial; a duty unless it says so. */
  readonly duty?: boolean;
  /** True where the text sets no time and the platform does: the clause then is only what it belongs to. */
  readonly platformRule?: boolean;
}

/** A body in whose name a case is handled at another one. */
export interface Signer {
  readonly id: string;
  /** Its mark in the numbers of cases and letters. */
  readonly mark: string;
  readonly name: Text;
  readonly telephone: string;
}

/** A body as its notices name it. */
export interface Issuer {
  readonly name: Text;
  /** The number for enquiries; left out where none is set. */
  readonly telephone?: string;
}

/** What a wording is told beside the data of the notice. */
export interface Issued {
  /** In whose name the notice goes out, and who acts in the case: no notice is told that apart (HN-NET-02.2). */
  readonly issuer: Issuer;
}

/** What every notice carries; filled in by the transition that plans it. */
export interface NoticeCommon {
  readonly caseId: string;
  /** What people call the case, e.g. 沪企服店申〔2025〕12号. */
  readonly caseNumber: string;
  readonly caseKind: string;
  /** Name of the party the case is about, mostly an institution. */
  readonly institution: string;
  /** What kind of party that is; an organisation in notices planned before this was kept. */
  readonly partyKind?: PartyKind;
  /** Id of the body that handles the case, in whose name the notice goes out; none in notices planned before this was kept. */
  readonly bodyId?: string;
  /** In whose name it goes out, where that is not the body that handles the case. */
  readonly signedBy?: Signer;
  /** Running number of the notice within its case, from 1. */
  readonly number?: number;
  /** Path below the platform's address of the page to which it leads: that of the case, e.g. `/cases/C-1`, or {@link NoticeSpec.page}. */
  readonly caseUrlPath: string;
  readonly plannedAt: Instant;
  readonly deadlines?: readonly DeadlineView[];
  /** True of one that an administrator has mailed to themselves to look at it. */
  readonly test?: true;
}

/** Stands for the kind of case where there is no case yet. */
export const NO_CASE = 'none';

/** What a notice carries that goes out before there is a case. */
export interface NoticeWithoutCase {
  readonly caseKind: typeof NO_CASE;
  readonly plannedAt: Instant;
  readonly deadlines?: undefined;
}

/** An appointment as its notices and its calendar entry show it (SH-STORE-04.3). */
export interface AppointmentView {
  readonly at: Instant;
  readonly minutes: number;
  readonly place: string;
  readonly contact?: string;
  readonly requirements: readonly Phrase[];
  /** Originals to bring. */
  readonly originals: readonly Phrase[];
  /** 0 for the first appointment, one more for each change or cancellation (RFC 5545 SEQUENCE). */
  readonly sequence: number;
}

/** `deadlines[0]`: the deadline it reminds of. */
export interface DeadlineReminder {
  readonly duty: Text;
}

/** `deadlines[0]`, if given: the deadline as it now stands. */
export interface DeadlineMoved {
  readonly title: Text;
  /** The old and the new deadline in words with their zone, as in {@link DeadlineView}. */
  readonly from: Text;
  readonly to: Text;
  readonly why: Phrase;
}

/** Values that the party goes by are others from now on, since a manager has put the case under newer rules. */
export interface ValuesChanged {
  /** Each with what it was and is, in words. */
  readonly changes: readonly Text[];
  readonly changedAt: Instant;
  readonly reason: Phrase;
}

/** The clocks of a case stand still; it says for whom the days do not count and since when. */
export interface ClockStopped {
  /** What they are the time for. */
  readonly duties: readonly Text[];
  /** Names of the deadlines in the process's contract. */
  readonly clocks: readonly string[];
  readonly since: Instant;
  readonly why: Text;
}

/** `deadlines`: as they stand now that the clock runs again. */
export interface ClockRunsAgain {
  readonly duties: readonly Text[];
  /** How long the clock stood still. */
  readonly stoodFrom: Instant;
  readonly stoodTo: Instant;
  readonly why: Text;
}

/** Which delegation of a task a notice is about: the name of the task, which time it was opened in the case, when it was delegated. */
export interface DelegationNamed {
  readonly task: string;
  readonly entry: number;
  readonly at: Instant;
}

/** Told to the delegate. `by`: the name of who delegated it; `deadlines`: those by which the task is wanted. */
export interface TaskDelegated {
  readonly task: Text;
  readonly by: string;
  readonly note: string;
  readonly delegation: DelegationNamed;
}

/** Told to who delegated it. `by`: the name of who handed it back. */
export interface TaskHandedBack {
  readonly task: Text;
  readonly by: string;
  readonly opinion: string;
  readonly delegation: DelegationNamed;
}

/** Told to the delegate, or, where the delegate can do it no longer, to who holds the task. */
export interface DelegationEnded {
  readonly task: Text;
  /** Name of the delegate. */
  readonly delegate: string;
  readonly why: Text;
}

/** A way a notice takes; each is tracked by itself (XC-04.2). By webhook goes what concerns staff, besides their mail. */
export type Channel = 'EMAIL' | 'LETTER' | 'WEBHOOK';

/** States of a notice's row: of an e-mail, then of a letter. */
export const NOTICE_STATUSES = [
  'PLANNED',
  'SENDING',
  'SENT',
  'UNKNOWN',
  'FAILED',
  'CANCELLED',
  'TO_DISPATCH',
  'DISPATCHED',
  'DELIVERED',
  'RETURNED',
] as const;

/** A duty, a deadline or a result of somebody's own case is `service`; what advertises is `commercial` and may be refused (XC-03.4). */
export type NoticeClass = 'service' | 'commercial';

/** What a calendar file asks of the recipient's calendar (RFC 5546). */
export type CalendarMethod = 'REQUEST' | 'CANCEL';

/** The calendar file that a notice carries. */
export interface NoticeCalendar<Name extends string = string> {
  readonly method: CalendarMethod;
  /** Name of the appointment in the notice's data; the appointments of a case under one name are one calendar entry. */
  readonly of: Name;
  /** What the appointment is, e.g. "Offline interview". */
  readonly title: Text;
  /** Heads the list of what it requires. */
  readonly demands: Text;
}

/**
 * What must still be so when a notice is sent. What a notice asks for may be done by then, and what it tells may be changed: it was
 * overtaken and is not sent (XC-03.3). A notice that says nothing here tells what happened, which stays true.
 */
export interface Holds {
  /** Its deadlines are open: with the same last moment, or at all (also while their clock stands still). */
  readonly deadlines?: 'same' | 'open';
  /** The clocks that its data names in `clocks` stand still. */
  readonly clocks?: 'stopped';
  /** The appointment that its data holds under this name, with the deadline of that name, is still the one of the case. */
  readonly appointment?: string;
  /** One of these tasks is open. */
  readonly tasks?: readonly string[];
  /** The case is in one of these stages. */
  readonly stages?: readonly string[];
  /** The delegation that its data names is unanswered, or was handed back; and the task is open. */
  readonly delegation?: 'withDelegate' | 'handedBack';
  /** No later notice of the same template was planned for the same recipient. */
  readonly latest?: true;
  /** The party it is for is still the one of the case under one of these names: what another serves by now is not asked of who did before. */
  readonly parties?: readonly string[];
  readonly fact?: FactHolds;
}

/** A fact of the case that says whether what a notice speaks of is still so, where its stage or a task does not. */
export interface FactHolds {
  /** Where it stands in the facts, e.g. `reports.{of}.status`; `{…}` is what the notice's data has under that name. */
  readonly at: string;
  /** There is something, or nothing yet; or one of these words, in which `{…}` stands for the same. */
  readonly is: 'something' | 'nothing' | readonly string[];
}

/** What is known of a template without rendering it. */
export interface NoticeSpec {
  readonly class: NoticeClass;
  readonly channels: readonly Channel[];
  readonly title: Text;
  readonly requirement: string;
  readonly clause?: string;
  /** Raised whenever the wording changes; stored with each notice (XC-04.1). */
  readonly version: number;
  readonly calendar?: NoticeCalendar;
  readonly holds?: Holds;
  /**
   * Set on a decision to somebody's disadvantage, or towards one: it is worded formally, numbered, and says what may be done against
   * it (XC-05.1). `issuer`: nothing but to put it to the body that issued it; `stated`: its wording names the way that there is.
   */
  readonly objection?: 'issuer' | 'stated';
  /** True of a notice within the body about how it comes to its decision: those outside do not read that it went out. */
  readonly internal?: true;
  /**
   * True of a notice that does nothing but remind of its deadlines: where several are due for one person, they go as one mail, which lists
   * them. Nothing with legal effect, no letter and nothing that brings a file along. Its link opens the form of what its first deadline is
   * met by.
   */
  readonly digest?: true;
  /**
   * Path of the page to which it leads who is no party of its case and could not open that; `:name` in it stands for what the notice is
   * told with under that name.
   */
  readonly page?: string;
  /** The action of its case that it asks for: its link opens the form of that, for who may do it. */
  readonly action?: string;
  /** True of a notice that goes to thousands who are no parties of its case: that it did not arrive is read in the records, and no task of the case. */
  readonly toMany?: true;
}

/**
 * A notice with what it is told with, beside {@link NoticeCommon}: `Data` stands for the compiler alone. JSON only.
 */
export interface Notice<Data = unknown> extends NoticeSpec {
  readonly data?: (data: Data) => void;
}

/** A notice by e-mail about somebody's own case. */
export function notice<Data>(requirement: string, zh: string, en: string, clause?: string, version = 1): Notice<Data> {
  return {
    class: 'service',
    channels: ['EMAIL'],
    title: text(zh, en),
    requirement,
    version,
    ...(clause === undefined ? {} : { clause }),
  };
}

/** The same notice as an adverse one; see {@link NoticeSpec.objection}. */
export function adverse<N extends NoticeSpec>(spec: N, objection: 'issuer' | 'stated' = 'issuer'): N {
  return { ...spec, objection };
}

/** The same notice as one that advertises: nobody gets it who refuses commercial mail (HN-NET-15.9). */
export function commercial<Spec extends NoticeSpec>(spec: Spec): Spec {
  return { ...spec, class: 'commercial' };
}

/** The same notice as one that leads to another page than its case; see {@link NoticeSpec.page}. */
export function leadsTo<Spec extends NoticeSpec>(page: string, spec: Spec): Spec {
  return { ...spec, page };
}

/** The same notice as one that asks for this action; see {@link NoticeSpec.action}. */
export function asksFor<const Action extends string, Spec extends NoticeSpec>(
  action: Action,
  spec: Spec,
): Spec & { readonly action: Action } {
  return { ...spec, action };
}

/** The same notice as one to thousands; see {@link NoticeSpec.toMany}. */
export function toMany<Spec extends NoticeSpec>(spec: Spec): Spec {
  return { ...spec, toMany: true };
}

/** The same notice as one within the body; see {@link NoticeSpec.internal}. */
export function internal<Spec extends NoticeSpec>(spec: Spec): Spec {
  return { ...spec, internal: true };
}

/** The same notice as one of which several to one person go as one mail; see {@link NoticeSpec.digest}. */
export function inDigest<Spec extends NoticeSpec>(spec: Spec): Spec {
  return { ...spec, digest: true };
}

/** Words of the form of the case, by the name of their field: the records put them in when the notice is planned; no workflow knows them. */
export interface FromForm {
  readonly fromForm: string;
}

/** What a notice is told with by a workflow: its words may be those of the form. */
export type ToldWith<Data> = {
  readonly [Name in keyof Data]: string extends Data[Name] ? Data[Name] | FromForm : Data[Name];
};

/** Whether a notice is worded formally, as a letter is: with its number and without a greeting. */
export function isFormal({ objection, channels }: Pick<NoticeSpec, 'objection' | 'channels'>): boolean {
  return objection !== undefined || channels.includes('LETTER');
}

type NamesOf<Data, Value> = { [Name in keyof Data]: Data[Name] extends Value ? Name : never }[keyof Data] & string;

/** The same notice with a calendar file of an appointment that its data holds. */
export function withCalendar<Data>(
  spec: Notice<Data>,
  calendar: NoticeCalendar<NamesOf<Data, AppointmentView>>,
): Notice<Data> {
  return { ...spec, calendar };
}

/** The same notice, sent only as long as this is so. */
export function sentWhile<Spec extends NoticeSpec>(spec: Spec, holds: Holds): Spec {
  return { ...spec, holds };
}

/** Whether the recipient's refusal of commercial mail stops a notice; statutory notices and reminders it never stops (XC-03.4). */
export function isSuppressed(
  spec: Pick<NoticeSpec, 'class'>,
  recipient: { readonly refusesCommercialMail: boolean },
): boolean {
  return spec.class === 'commercial' && recipient.refusesCommercialMail;
}

/** What a notice cites: the clause its data names, which is closer to the case, before its own, before its deadline's. */
export function clauseOf(
  spec: Pick<NoticeSpec, 'clause'> | undefined,
  data: { readonly clause?: unknown; readonly deadlines?: readonly DeadlineView[] },
): string | undefined {
  if (typeof data.clause === 'string') return data.clause;
  return spec?.clause ?? data.deadlines?.[0]?.clause;
}
