/** What the notices of this process are told with in tests. */
import type { TrialFigures } from '../../../rules/sh-store/notices.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { letter, metFigures, recommendedCaseOutcomeSample, trialEnd } from '../shared-samples.ts';
import type { trialOperation } from './contract.ts';

const sampleFigures: TrialFigures = {
  points: { value: 1500, target: 1500, exceed: true, met: false },
  orders: { value: 99, target: 100, exceed: false, met: false },
  products: { value: 12, target: 10, exceed: false, met: true },
};

const correctedFigures: TrialFigures = {
  ...metFigures,
  points: { value: 1481, target: 1500, exceed: true, met: false },
};

const started = {
  deadlines: [{ ...trialEnd, workingDaysLeft: 40 }],
  startedAt: '2025-09-26T15:00:00.000+08:00',
  targets: { points: 1500, orders: 100, products: 10 },
};
const progress = {
  plannedAt: '2025-11-19T09:00:00.000+08:00',
  deadlines: [{ ...trialEnd, workingDaysLeft: 5 }],
  figures: sampleFigures,
};

const changed = {
  deadlines: [{ ...trialEnd, workingDaysLeft: 20 }],
  from: { points: 1500, orders: 100, products: 10 },
  to: { points: 1500, orders: 120, products: 10 },
  changedAt: '2025-10-20T10:00:00.000+08:00',
  reason: '指标调整，店铺同意适用',
};

export const trialOperationSamples: SamplesOf<typeof trialOperation> = {
  trialStarted: { ...started },
  trialProgress: { ...progress },
  trialRegularised: { regularisedAt: '2025-11-28T10:00:00.000+08:00', figures: metFigures },
  trialFailed: { endedAt: '2025-11-27T00:00:00.000+08:00', figures: sampleFigures },
  trialReopened: {
    plannedAt: '2025-12-03T10:00:00.000+08:00',
    reopened: { at: '2025-12-03T10:00:00.000+08:00', revoked: 'REGULARISED' },
    reason: '经查实，20 分系虚假交易所得',
    figures: correctedFigures,
  },
  recommendedTrialStarted: { ...started, ...letter },
  recommendedTrialProgress: { ...progress, ...letter },
  trialTargetsChanged: { ...changed },
  recommendedTrialTargetsChanged: { ...changed, ...letter },
  recommendedCaseOutcome: recommendedCaseOutcomeSample,
};
