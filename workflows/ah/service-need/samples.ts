/** What the notices of this process are told with in tests. */
import { needCategories } from '../../../rules/ah/needs.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { serviceNeed } from './contract.ts';

const category = needCategories.TECHNOLOGY;

export const serviceNeedSamples: SamplesOf<typeof serviceNeed> = {
  needPublished: { category, publishedAt: '2025-09-20T10:00:00.000+08:00' },
  needOffered: { category, need: '产品需要做防爆检测，十月底前出报告。', offeredAt: '2025-09-22T10:00:00.000+08:00' },
  orderTaken: { category, takenAt: '2025-09-23T10:00:00.000+08:00' },
  needOpenAgain: { category, reason: '设备检修，无法按期完成。', openedAt: '2025-10-23T10:00:00.000+08:00' },
  orderEnded: { category, reason: '一个月未联系企业。', endedAt: '2025-10-23T10:00:00.000+08:00' },
  serviceCompleted: { category, completedOn: '2025-10-20' },
  needExpired: { category, expiredAt: '2025-10-21T00:00:00.000+08:00' },
};
