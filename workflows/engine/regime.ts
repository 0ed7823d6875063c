/** What a regime declares of itself: everything that is to know all regimes derives from the one list in `regimes.ts`. */
import type { RuleBook } from '../../rules/book/rule-book.ts';
import type { Role } from '../../rules/roles.ts';
import type { Text } from '../../rules/text.ts';
import type { AnyProcess } from './process.ts';
import type { RuleValues } from './state.ts';

/** A regulation that is cited by a short name, e.g. `HN-NET 第六条` (requirements, 0.1). */
export interface Regulation {
  readonly name: Text;
  /** Which version or document it is. */
  readonly edition?: Text;
}

/** A body that handles cases of a regime, or takes part in them. */
export interface RegimeBody {
  readonly id: string;
  readonly name: Text;
  /** The region it answers for, a path. */
  readonly region: string;
}

export interface Regime {
  /** e.g. `HN_NET`; its folder is the same in kebab-case. */
  readonly code: string;
  readonly title: Text;
  readonly roles: readonly Role[];
  readonly bodies: readonly RegimeBody[];
  readonly rules: RuleBook;
  /** The values that its cases begin under, until a manager sets others. */
  readonly values: RuleValues;
  /** Regulations by the short name that clauses begin with. */
  readonly citations: Readonly<Record<string, Regulation>>;
  readonly processes: readonly AnyProcess[];
}
