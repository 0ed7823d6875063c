/** What the notices of this process are told with in tests. */
import type { SamplesOf } from '../../engine/wordings.ts';
import type { contentMonitoring } from './contract.ts';

export const contentMonitoringSamples: SamplesOf<typeof contentMonitoring> = {
  checkOverdue: { overdueSince: '2025-10-11T00:00:00.000+08:00' },
};
