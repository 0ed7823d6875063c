import type { Instant } from '../../rules/time/index.ts';
import type { ProcessContract } from './contract.ts';
import type { ReadingOf, Readings } from './readings.ts';
import type { CaseState } from './state.ts';
import type { Step } from './step.ts';

/**
 * The behaviour of a process: what opening it does, what each action does, what follows when each deadline passes. Handlers
 * are pure and synchronous: they change the step's draft or throw a Refusal.
 */
export interface Process<C extends ProcessContract, Facts, Opening, Inputs> {
  readonly contract: C;
  readonly firstStage: keyof C['stages'] & string;
  facts(opening: Opening): Facts;
  open(step: Step<Facts>, opening: Opening): void;
  readonly actions: {
    readonly [A in keyof C['actions']]: (
      step: Step<Facts>,
      input: A extends keyof Inputs ? Inputs[A] : Record<string, never>,
      reading: ReadingOf<C['actions'][A]>,
    ) => void;
  };
  readonly due: {
    readonly [D in keyof C['deadlines']]: (step: Step<Facts>, reading: ReadingOf<C['deadlines'][D]>) => void;
  };
  /**
   * Asked before a deadline passes, on the reading as of its last moment: the duty may have been done by then, or the clock may
   * have stood still. The handler has ended or paused the deadline if so, and it does not pass.
   */
  readonly settle?: Partial<
    Record<keyof C['deadlines'], (step: Step<Facts>, reading: ReadingOf<C['deadlines'][keyof C['deadlines']]>) => void>
  >;
  /** What a reminder says, for deadlines whose reminder is not the common one. */
  readonly remind?: Partial<
    Record<keyof C['deadlines'], (step: Step<Facts>, reading: ReadingOf<C['deadlines'][keyof C['deadlines']]>) => void>
  >;
  /** The instant before which facts count for actions that read the records; all known facts if null. */
  readsBefore?(state: CaseState<Facts>): Instant | null;
  /** Facts about the store have arrived; the reading is the contract's `factsReading`. */
  facted?(
    step: Step<Facts>,
    reading: C['factsReading'] extends keyof Readings ? Readings[C['factsReading']] : undefined,
  ): void;
}

/** A process as the engine sees it. */
export interface AnyProcess {
  readonly contract: ProcessContract;
  readonly firstStage: string;
  facts(opening: unknown): unknown;
  open(step: Step, opening: unknown): void;
  readonly actions: Readonly<Record<string, (step: Step, input: unknown, reading: unknown) => void>>;
  readonly due: Readonly<Record<string, (step: Step, reading: unknown) => void>>;
  readonly settle?: Readonly<Record<string, ((step: Step, reading: unknown) => void) | undefined>>;
  readonly remind?: Readonly<Record<string, ((step: Step, reading: unknown) => void) | undefined>>;
  readsBefore?(state: CaseState): Instant | null;
  facted?(step: Step, reading: unknown): void;
}

/** Checks a process against its contract, then lets the engine treat all processes alike. */
export function defineProcess<Facts, Opening, Inputs>() {
  return <const C extends ProcessContract>(process: Process<C, Facts, Opening, Inputs>): AnyProcess =>
    process as unknown as AnyProcess;
}
