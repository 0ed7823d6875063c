/** The notices of this process. */
import { adverse, notice, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';

export const storeRecommendationNotices = {
  storeRecommended: notice<{
    readonly programmes: readonly Text[];
    readonly year: number;
    readonly points: number;
    readonly level: Text;
    readonly reason: Phrase;
    readonly recommendedAt: Instant;
  }>('SH-STORE-16.1', '店铺重点推荐通知', 'Your store is recommended', 'SH-STORE 四.2'),
  publicityEnded: adverse(
    notice<{ readonly reason: Phrase; readonly endedAt: Instant }>(
      'SH-STORE-16.3',
      '店铺首页宣传推广结束',
      'The publicity for your store has ended',
      'SH-STORE 四.2',
    ),
  ),
};
