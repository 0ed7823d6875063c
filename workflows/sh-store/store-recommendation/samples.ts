/** What the notices of this process are told with in tests. */
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { storeRecommendation } from './contract.ts';
import { programmes } from './programmes.ts';

export const storeRecommendationSamples: SamplesOf<typeof storeRecommendation> = {
  storeRecommended: {
    programmes: [programmes.ASSESSMENT, programmes.FUND],
    year: 2026,
    points: 5001,
    level: text('1冠', '1 crown'),
    reason: '服务成效突出，企业评价好',
    recommendedAt: '2026-03-02T10:00:00.000+08:00',
  },
  publicityEnded: { reason: '推广期已满', endedAt: '2026-06-30T17:00:00.000+08:00' },
};
