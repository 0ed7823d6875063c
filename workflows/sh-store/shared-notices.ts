/** Notices that several processes of the store regime send. */
import { notice, type Phrase } from '../../rules/notices.ts';
import type { Recommended, TrialFigures } from '../../rules/sh-store/notices.ts';
import type { Text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';

export interface RecommendedCaseOutcome extends Recommended {
  readonly outcome: Text;
  readonly decidedAt: Instant;
  readonly reasons?: readonly Phrase[];
  readonly figures?: TrialFigures;
}

/** To the department that recommended the institution. */
export const recommendedCaseOutcome = notice<RecommendedCaseOutcome>(
  'SH-STORE-07.10',
  '推荐机构办理结果',
  'Outcome for the institution you recommended',
  'SH-STORE 一.2',
  2,
);
