/** How a regime defines its contracts and processes: the names a definition uses are checked against each other by the compiler. */
import type { Instant } from '../../rules/time/index.ts';
import { commonActions, commonNotices, commonTasks } from './common-contract.ts';
import type { Ground, ProcessContract, RegimeNames } from './contract.ts';
import type { AnyProcess } from './process.ts';
import type { SentencesOf } from './sentences.ts';
import type { CaseState } from './state.ts';
import type { StepOf } from './step-of.ts';
import type {
  CommonReadings,
  Contract,
  DeadlineOf,
  FactsOf,
  InputOf,
  NoticeOf,
  OpeningOf,
  OwnActionOf,
  ProcessTypes,
  ReadingOf,
  RegimeWords,
  RulesOf,
} from './types.ts';

/** What the parts of a contract may name: each must exist in the same contract or in the regime. */
type Checked<C extends ProcessContract, W extends RegimeWords> = {
  readonly actions: {
    readonly [A in keyof C['actions']]: {
      readonly at: readonly (keyof C['stages'] | '*')[];
      readonly reopens?: readonly (keyof C['outcomes'])[];
      readonly task?: keyof C['tasks'] | keyof typeof commonTasks;
      readonly ballot?: keyof C['ballots'];
      readonly reading?: keyof W['readings'] | keyof CommonReadings;
      readonly by: readonly (
        'case' | { readonly party: keyof C['parties'] } | { readonly handling: string } | { readonly office: string }
      )[];
    };
  };
  readonly deadlines: {
    readonly [D in keyof C['deadlines']]: {
      readonly reading?: keyof W['readings'] | keyof CommonReadings;
      readonly concerns?: readonly (keyof C['parties'] | object)[];
      readonly metBy?: keyof C['actions'];
      readonly toldTo?: readonly (keyof C['parties'])[];
      readonly servedBy?: keyof C['notices'] | readonly (keyof C['notices'])[];
    };
  };
  readonly tasks: {
    readonly [T in keyof C['tasks']]: { readonly dueBy?: readonly (keyof C['deadlines'])[] };
  };
  readonly notices: {
    readonly [N in keyof C['notices']]: C['notices'][N] extends { readonly action: string }
      ? { readonly action: keyof C['actions'] | keyof typeof commonActions }
      : unknown;
  };
  readonly handledBy?: {
    readonly [S in keyof C['handledBy']]: S extends keyof C['stages'] | keyof C['outcomes'] ? keyof C['bodies'] : never;
  };
  readonly factsReading?: keyof W['readings'];
  readonly inside?: { readonly actions: readonly (keyof C['actions'])[] };
  readonly oneAtATime?: {
    readonly adds: keyof C['actions'];
    readonly evenAfter?: readonly (keyof C['outcomes'])[];
    readonly alike?: readonly string[];
  };
};

/**
 * The contracts of a regime. Types of a process come first, its definition second:
 * `contract<{ opening: …; facts: …; inputs: … }>()({ kind: …, … })`.
 */
export function contractsOf<W extends RegimeWords>(regime: string, names: RegimeNames = {}) {
  return <T extends ProcessTypes>() =>
    <const C extends Omit<ProcessContract, 'regime'>>(
      definition: C & Checked<C & { readonly regime: string }, W>,
    ): Contract<C & { readonly regime: string }, W, T> => ({
      ...definition,
      regime,
      names,
      actions: { ...definition.actions, ...commonActions },
      tasks: { ...definition.tasks, ...commonTasks },
      notices: { ...definition.notices, ...commonNotices },
    });
}

/** The behaviour of a process: what opening it does, what each action does, what follows when each deadline passes. */
export interface Process<C extends ProcessContract> {
  facts(opening: OpeningOf<C>): FactsOf<C>;
  open(step: StepOf<C>, opening: OpeningOf<C>): void;
  readonly actions: {
    readonly [A in OwnActionOf<C>]: (
      step: StepOf<C>,
      input: InputOf<C, A>,
      reading: ReadingOf<C, C['actions'][A]>,
    ) => void;
  };
  /**
   * What must stand before an action can be done, whatever it is given: each check refuses or passes, and changes nothing. The case
   * refuses by the first that does; the list of its actions shows all that do, so that everybody sees what is missing (XC-05.1).
   */
  readonly requires?: {
    readonly [A in OwnActionOf<C>]?: readonly ((step: StepOf<C>, reading: ReadingOf<C, C['actions'][A]>) => void)[];
  };
  /**
   * What an action rests on where that follows from its input or from the case: its line cites this ground, and the clause of the
   * contract where there is none (XC-05.1).
   */
  readonly cites?: {
    readonly [A in OwnActionOf<C>]?: (state: CaseState<FactsOf<C>>, input: InputOf<C, A>) => Ground | undefined;
  };
  readonly due: DeadlineHandlers<C>;
  /**
   * Asked before a deadline passes, on the reading as of its last moment: the duty may have been done by then, or the clock may
   * have stood still. The handler has ended or paused the deadline if so, and it does not pass.
   */
  readonly settle?: Partial<DeadlineHandlers<C>>;
  /** What a reminder says, for deadlines whose reminder is not the common one. */
  readonly remind?: Partial<DeadlineHandlers<C>>;
  /** What follows once a notice that goes by letter and by e-mail has gone out by both (XC-04.2). */
  readonly served?: { readonly [N in NoticeOf<C>]?: (step: StepOf<C>) => void };
  /** The instant before which facts count for actions that read the records; all known facts if null. */
  readsBefore?(state: CaseState<FactsOf<C>>): Instant | null;
  /** The case is under other rules now: whoever was told a value that has changed is told the new one (XC-06.2). */
  rulesAdopted?(step: StepOf<C>, before: Readonly<RulesOf<C>>, reason: string): void;
  /** Facts have arrived about what the case is about; the reading is the contract's `factsReading`. */
  applyFacts?(step: StepOf<C>, reading: FactsReadingOf<C>): void;
  /**
   * Somebody who took part in the open case has declared an interest in a party of it (XC-05.5): what follows by itself. `TO_DECIDE`, as where
   * this is left out: whether what they did stands is for a manager.
   */
  interestDeclared?(step: StepOf<C>, account: string): 'SETTLED' | 'TO_DECIDE';
}

type DeadlineHandlers<C extends ProcessContract> = {
  readonly [D in DeadlineOf<C>]: (step: StepOf<C>, reading: ReadingOf<C, C['deadlines'][D]>) => void;
};

type FactsReadingOf<C> = C extends { readonly factsReading: infer R }
  ? ReadingOf<C, { readonly reading: R }>
  : undefined;

/** What the timeline says of the actions; may be left out if none takes more than a reason. */
type Telling<C extends ProcessContract> =
  Partial<SentencesOf<C>> extends SentencesOf<C>
    ? { readonly sentences?: SentencesOf<C> }
    : { readonly sentences: SentencesOf<C> };

/** Checks a process against its contract; the engine then treats all processes alike. */
export function defineProcess<C extends ProcessContract>(contract: C, process: Process<C> & Telling<C>): AnyProcess {
  return { contract, ...process } as unknown as AnyProcess;
}
