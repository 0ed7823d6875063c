/** What the notices of this process are told with in tests. */
import type { SamplesOf } from '../../engine/wordings.ts';
import type { promotion } from './contract.ts';

export const promotionSamples: SamplesOf<typeof promotion> = {
  promotionReturned: { reason: '“全省最低价”没有依据，属夸大宣传。' },
  changeRejected: { reason: '库存不足可以预见，不属于不可抗力。' },
  promotionAdvertised: { name: '服务月', from: '2025-10-10', to: '2025-10-31' },
};
