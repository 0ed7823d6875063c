/** What the notices of this process are told with in tests. */
import { activitySamples, evidenceSamplesOf } from '../../cooperation/service-activity/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { memberActivity } from './contract.ts';
import { terms } from './terms.ts';

export const memberActivitySamples: SamplesOf<typeof memberActivity> = {
  ...activitySamples,
  ...evidenceSamplesOf(terms),
};
