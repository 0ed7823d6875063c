/** What the notices of this process are told with in tests. */
import type { SamplesOf } from '../../engine/wordings.ts';
import type { productSplitting } from './contract.ts';

export const productSplittingSamples: SamplesOf<typeof productSplitting> = {
  splittingConfirmed: {
    products: ['代理记账（一月）', '代理记账（二月）'],
    reason: '同一服务按月拆分为多个产品。',
    decidedAt: '2025-10-13T10:00:00.000+08:00',
  },
};
