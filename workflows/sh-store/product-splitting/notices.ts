/** The notices of this process. */
import { adverse, notice, type Phrase } from '../../../rules/notices.ts';
import type { Instant } from '../../../rules/time/index.ts';

export const productSplittingNotices = {
  splittingConfirmed: adverse(
    notice<{ readonly products: readonly string[]; readonly reason: Phrase; readonly decidedAt: Instant }>(
      'SH-STORE-08.8',
      '产品拆分认定',
      'Products found to be split',
      'SH-STORE 四.4',
    ),
  ),
};
