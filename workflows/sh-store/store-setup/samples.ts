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
  setupDone: { doneAt: '2025-10-15T17:45:00.000+08:00', inTime: false },
};
