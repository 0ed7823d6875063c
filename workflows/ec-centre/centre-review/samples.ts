/** What the notices of this process are told with in tests. */
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { centreReview } from './contract.ts';

const ofYear = { year: 2025, name: '义乌市电子商务公共服务中心' };

export const centreReviewSamples: SamplesOf<typeof centreReview> = {
  reviewOpened: {
    ...ofYear,
    deadlines: [
      sampleDeadline({
        ...centreReview.deadlines.material,
        name: 'material',
        lastDay: '2025-12-31',
        dueAt: '2026-01-01T00:00:00.000+08:00',
        workingDaysLeft: 22,
      }),
    ],
  },
  materialOverdue: ofYear,
  reviewNotHeld: { ...ofYear, reason: '中心全年停业，未开展服务。' },
  reviewScored: { ...ofYear, score: 84, fullMark: 100, self: 95, authorities: [88, 86], province: 84 },
};

/** What the case remembers where a line tells it. */
export const centreReviewRemembered = { byAuthority: {}, province: null };
