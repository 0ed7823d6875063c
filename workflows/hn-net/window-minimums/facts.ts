import type { MinimumCheck } from '../../../rules/hn-net/minimums.ts';
import type { BodyKind } from '../../../rules/hn-net/network.ts';
import type { Phrase } from '../../../rules/notices.ts';
import type { Day } from '../../../rules/time/index.ts';

/** The window that is watched; what stands below it is read anew at each check. */
export interface WindowMinimumsOpening {
  readonly id: string;
  readonly name: Phrase;
  readonly kind: BodyKind;
}

export interface WindowMinimumsFacts extends WindowMinimumsOpening {
  /** What the latest check came to; null before the first. */
  latest: MinimumCheck | null;
  /** Last day of the first period that fell short; null while the minimums are met. */
  shortSince: Day | null;
}
