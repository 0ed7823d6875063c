/** A step as the handlers of one contract see it: a stage, deadline, task, notice, rule key or action that does not exist is a type error. */
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Body, Role } from '../../rules/roles.ts';
import type { Instant, Period } from '../../rules/time/index.ts';
import type { ToldWith } from '../../rules/notices.ts';
import type { Text } from '../../rules/text.ts';
import type { ProcessContract } from './contract.ts';
import type { BallotState, BallotStatus, CaseState, DeadlineState, TaskState, Vote } from './state.ts';
import type { OpenOptions, Step } from './step.ts';
import type {
  BallotOf,
  CaseActionOf,
  DeadlineOf,
  FactsOf,
  InputOf,
  NoticeDataOf,
  NoticeOf,
  NumberOf,
  OpeningOf,
  OutcomeOf,
  PartyOf,
  RulesOf,
  StageOf,
  SwitchOf,
  TaskOf,
  WritesOf,
} from './types.ts';

/** Who gets a notice of this contract. */
export type ToOf<C extends ProcessContract> =
  | PartyOf<C>
  | { readonly did: string; readonly or: Role }
  | { readonly role: Role }
  | { readonly contact: true }
  | { readonly key: PartyKey };

interface OpenOptionsOf<C extends ProcessContract, K extends ProcessContract> extends Omit<
  OpenOptions,
  'parties' | 'bodies' | 'following'
> {
  readonly parties?: { readonly [P in PartyOf<K>]?: readonly PartyKey[] };
  readonly bodies?: {
    readonly [B in keyof K['bodies'] & string]?: Body;
  };
  readonly following?: { readonly [D in DeadlineOf<K>]?: DeadlineOf<C> };
}

export interface StepOf<C extends ProcessContract> extends Pick<
  Step,
  'now' | 'receivedAt' | 'actor' | 'record' | 'participate' | 'newId' | 'undelivered' | 'letters'
> {
  readonly contract: C;
  readonly state: CaseState<FactsOf<C>>;
  readonly facts: FactsOf<C>;
  readonly rules: RulesOf<C>;
  number(key: NumberOf<C>): number;
  isOn(key: SwitchOf<C>): boolean;

  moveTo(stage: StageOf<C>): void;
  close(outcome: OutcomeOf<C>): void;
  reopen(stage: StageOf<C>): void;
  breakOff(outcome: OutcomeOf<C>): void;
  takeUp(cause: Text): boolean;
  setBody(name: (keyof C['bodies'] & string) | 'body', body: Body): void;

  party(name: PartyOf<C>): PartyKey;
  hasParty(name: PartyOf<C>): boolean;
  addParty(name: PartyOf<C>, key: PartyKey): void;
  setParty(name: PartyOf<C>, key: PartyKey): void;

  workingDays(rule: NumberOf<C>): Period;
  span(unit: 'calendarDays' | 'months', rule: NumberOf<C>, rollForward: SwitchOf<C>): Period;
  startDeadline(name: DeadlineOf<C>, period: Period, startedAt?: Instant): void;
  startStanding(name: DeadlineOf<C>, anchor: string, everyMonths: number, rollForward?: boolean): void;
  deadline(name: DeadlineOf<C>): DeadlineState | undefined;
  meetDeadline(name: DeadlineOf<C>): void;
  /** When a deadline that passes in this step ended, however late the step is made. */
  passedAt(name: DeadlineOf<C>): Instant;
  cancelDeadline(name: DeadlineOf<C>): void;
  pauseDeadline(name: DeadlineOf<C>, cause: Text, from?: Instant): void;
  resumeDeadline(name: DeadlineOf<C>, at?: Instant): void;

  openTask(name: TaskOf<C>, detail?: Record<string, unknown>): void;
  describeTask(name: TaskOf<C>, detail: Record<string, unknown>): void;
  openOrDescribeTask(name: TaskOf<C>, detail: Record<string, unknown>): void;
  task(name: TaskOf<C>): TaskState | undefined;
  assignTask(name: TaskOf<C>, assigneeId: string | null): void;
  closeTask(name: TaskOf<C>): void;

  openBallot(name: BallotOf<C>): void;
  vote(name: BallotOf<C>, vote: Vote, reason?: string): BallotStatus;
  withdrawBallot(name: BallotOf<C>): void;
  ballot(name: BallotOf<C>): BallotState | undefined;

  notify<N extends NoticeOf<C>>(
    template: N,
    to: ToOf<C>,
    data: ToldWith<NoticeDataOf<C, N>>,
    about?: readonly DeadlineOf<C>[],
  ): void;

  open<K extends ProcessContract>(contract: K, opening: OpeningOf<K>, options?: OpenOptionsOf<C, K>): string;
  join<K extends ProcessContract & { readonly oneAtATime: object }>(
    contract: K,
    opening: OpeningOf<K>,
    options?: OpenOptionsOf<C, K>,
  ): void;
  tell<K extends ProcessContract, A extends CaseActionOf<K>>(
    to: string,
    contract: K,
    action: A,
    input: InputOf<K, A>,
  ): void;
  tellChildren<K extends ProcessContract, A extends CaseActionOf<K>>(
    contract: K,
    action: A,
    input: InputOf<K, A>,
  ): void;
  tellAbout<K extends ProcessContract, A extends CaseActionOf<K>>(
    contract: K,
    action: A,
    input: InputOf<K, A>,
    alike?: Partial<OpeningOf<K>>,
  ): void;
  tellHandled<K extends ProcessContract, A extends CaseActionOf<K>>(
    by: { readonly bodyId: string; readonly region?: string },
    contract: K,
    action: A,
    input: InputOf<K, A>,
  ): void;

  write<W extends keyof WritesOf<C> & string>(write: W, data: WritesOf<C>[W]): void;
}
