/** What the notices of this process are told with in tests. */
import { sampleCommon } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { setupDeadline, setupLimit, trialEnd } from '../shared-samples.ts';
import type { storeSetup } from './contract.ts';

export const storeSetupSamples: SamplesOf<typeof storeSetup> = {
  storeOpened: {
    deadlines: [setupDeadline, setupLimit, trialEnd],
    openedAt: sampleCommon.plannedAt,
    route: 'TRIAL',
    products: 1,
  },
  setupTargetChanged: {
    deadlines: [setupDeadline, setupLimit],
    from: 1,
    to: 2,
    changedAt: '2025-09-29T10:00:00.000+08:00',
    reason: '要求调整，店铺同意适用',
  },
  setupDone: { doneAt: '2025-10-15T17:45:00.000+08:00', inTime: false },
};
