/** What the notices of this process are told with in tests. */
import { activitySamples } from '../../cooperation/service-activity/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { serviceActivity } from './contract.ts';

const { name } = activitySamples.heldAsked;

export const serviceActivitySamples: SamplesOf<typeof serviceActivity> = {
  ...activitySamples,
  supportAsked: {
    name,
    what: '请选派两名融资专家授课。',
    askedAt: '2025-09-15T10:00:00.000+08:00',
  },
  supportAnswered: {
    name,
    granted: true,
    answer: '选派两名专家，并在枢纽平台首页宣传。',
    answeredAt: '2025-09-16T10:00:00.000+08:00',
  },
};
