/** What a regime declares of itself: everything that is to know all regimes derives from the one list in `regimes.ts`. */
import type { RuleBook } from '../../rules/book/rule-book.ts';
import type { Citations } from '../../rules/notices/citation.ts';
import type { Role } from '../../rules/roles.ts';
import type { Text } from '../../rules/text.ts';
import type { AnyProcess } from './process.ts';
import type { RuleValues } from './state.ts';

/** A body that handles cases of a regime, or takes part in them. */
export interface RegimeBody {
  readonly id: string;
  readonly name: Text;
  /** Its mark in the numbers of its cases, e.g. 沪企服. */
  readonly mark: string;
  /** The region it answers for, a path. */
  readonly region: string;
  /** For enquiries. A demonstration value: in production the number of a body is what `BODY_TELEPHONES` says. */
  readonly telephone?: string;
}

export interface Regime {
  /** e.g. `HN_NET`; its folder is the same in kebab-case. */
  readonly code: string;
  readonly title: Text;
  readonly roles: readonly Role[];
  readonly bodies: readonly RegimeBody[];
  /** Every region in which its bodies and cases can be, as paths. */
  readonly regions: readonly string[];
  /** What these are called. */
  readonly regionTitles: Readonly<Record<string, Text>>;
  readonly rules: RuleBook;
  /** The values that its cases begin under, until a manager sets others. */
  readonly values: RuleValues;
  readonly citations: Citations;
  /** Pattern of the numbers of its cases, filled by `caseNumber`: `{body}{kind}〔{year}〕{number}号`. */
  readonly caseNumbers: string;
  readonly processes: readonly AnyProcess[];
  /** How far its matters come, step by step, for the figures of managers; left out where there is no such course. */
  readonly funnel?: readonly FunnelStep[];
}

/** A step that a matter of a regime reaches: a case of the kind was opened, or has ended in one of the outcomes. */
export interface FunnelStep {
  readonly title: Text;
  readonly kind: string;
  readonly outcomes?: readonly string[];
}
