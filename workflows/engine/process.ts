import type { Instant } from '../../rules/time/index.ts';
import type { Ground, ProcessContract } from './contract.ts';
import type { AnySentences } from './sentences.ts';
import type { CaseState, RuleValues } from './state.ts';
import type { Step } from './step.ts';

type DeadlineHandler = (step: Step, reading: unknown) => void;

/**
 * A process as the engine sees it; `define.ts` says what its parts mean and checks their types. Handlers are pure and synchronous: they
 * change the step's draft or throw a Refusal.
 */
export interface AnyProcess {
  readonly contract: ProcessContract;
  facts(opening: unknown): unknown;
  open(step: Step, opening: unknown): void;
  readonly actions: Readonly<Record<string, (step: Step, input: unknown, reading: unknown) => void>>;
  readonly sentences?: AnySentences;
  readonly requires?: Readonly<Record<string, readonly ((step: Step, reading: unknown) => void)[] | undefined>>;
  readonly cites?: Readonly<Record<string, ((state: CaseState, input: unknown) => Ground | undefined) | undefined>>;
  readonly due: Readonly<Record<string, DeadlineHandler>>;
  readonly settle?: Readonly<Record<string, DeadlineHandler | undefined>>;
  readonly remind?: Readonly<Record<string, DeadlineHandler | undefined>>;
  readonly served?: Readonly<Record<string, ((step: Step) => void) | undefined>>;
  readsBefore?(state: CaseState): Instant | null;
  rulesAdopted?(step: Step, before: RuleValues, reason: string): void;
  applyFacts?(step: Step, reading: unknown): void;
  interestDeclared?(step: Step, account: string): 'SETTLED' | 'TO_DECIDE';
}
