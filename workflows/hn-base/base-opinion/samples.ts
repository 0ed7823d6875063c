/** What the notices of this process are told with in tests. */
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { baseOpinion } from './contract.ts';

const ofBase = { base: '长沙麓谷创业创新基地', year: 2019 };

export const baseOpinionSamples: SamplesOf<typeof baseOpinion> = {
  opinionAsked: {
    ...ofBase,
    deadlines: [
      sampleDeadline({
        ...baseOpinion.deadlines.opinion,
        name: 'opinion',
        lastDay: '2019-05-05',
        dueAt: '2019-05-06T00:00:00.000+08:00',
        workingDaysLeft: 3,
      }),
    ],
  },
  reviewEnded: { ...ofBase, reason: '申报单位撤回申报。' },
};
