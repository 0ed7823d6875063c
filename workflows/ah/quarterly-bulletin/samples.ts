/** What the notices of this process are told with in tests. */
import type { SamplesOf } from '../../engine/wordings.ts';
import type { quarterlyBulletin } from './contract.ts';

export const quarterlyBulletinSamples: SamplesOf<typeof quarterlyBulletin> = {
  bulletinReturned: { year: 2025, quarter: 3, reason: '芜湖的服务活动场次与月报不符，请说明。' },
  bulletinCorrected: {
    ...{ year: 2025, quarter: 3, document: '皖经信服务函〔2025〕31号', note: '芜湖平台8月服务活动应为5场。' },
    notedAt: '2025-10-28T10:00:00.000+08:00',
  },
  bulletinIssued: {
    ...{ year: 2025, quarter: 3, document: '皖经信服务函〔2025〕31号', members: 136 },
    figures: {
      matches: 9,
      served: 150,
      activities: 6,
      users: 50,
      resources: 3,
      cooperation: 5,
      collections: 4,
      products: 7,
    },
    issuedAt: '2025-10-23T10:00:00.000+08:00',
  },
};
