/** What the notices of this process are told with in tests. */
import { entryKinds } from '../../../rules/ah/entries.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { serviceEntry } from './contract.ts';

export const serviceEntrySamples: SamplesOf<typeof serviceEntry> = {
  entryExcluded: {
    entry: entryKinds.REGISTERED,
    enteredOn: '2025-10-20',
    reason: '所列企业否认由该机构引导入驻。',
    decidedAt: '2025-11-03T10:00:00.000+08:00',
  },
};
