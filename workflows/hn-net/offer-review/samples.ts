/** What the notices of this process are told with in tests. */
import { offerBreaches } from '../../../rules/hn-net/offer.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { offerReview } from './contract.ts';

const offer = '材料成分检测';

export const offerReviewSamples: SamplesOf<typeof offerReview> = {
  offerListed: { offer, listedAt: '2025-10-10T10:00:00.000+08:00' },
  offerReturned: {
    offer,
    missing: ['afterSales'],
    reason: '未说明售后服务。',
    returnedAt: '2025-10-10T10:00:00.000+08:00',
  },
  offerRemoved: {
    offer,
    breach: offerBreaches.FALSE_PUBLICITY.title,
    clause: offerBreaches.FALSE_PUBLICITY.clause,
    reason: '宣称的检测资质不存在。',
    removedAt: '2025-10-20T10:00:00.000+08:00',
  },
  removalLifted: { offer, reason: '服务商补交了资质证书。', liftedAt: '2025-10-22T10:00:00.000+08:00' },
};
