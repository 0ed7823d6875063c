/** What the notices of this process are told with in tests. */
import { operationStatuses } from '../../../rules/hn-net/operation.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { platformOperation } from './contract.ts';

export const platformOperationSamples: SamplesOf<typeof platformOperation> = {
  incidentBegun: {
    status: operationStatuses.DOWN,
    account: '机房断电，已切换备用机房，预计一小时内恢复。',
    at: '2025-10-09T10:00:00.000+08:00',
  },
  operationCheckOverdue: { overdueSince: '2025-10-11T00:00:00.000+08:00' },
};
