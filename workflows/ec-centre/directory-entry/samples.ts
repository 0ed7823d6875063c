/** What the notices of this process are told with in tests. */
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { directoryEntry } from './contract.ts';

const ofEntry = { name: '义乌云播电子商务服务有限公司', centre: '义乌市电子商务公共服务中心' };

export const directoryEntrySamples: SamplesOf<typeof directoryEntry> = {
  providerAdmitted: ofEntry,
  entryRefused: { ...ofEntry, reason: '未提供经营范围证明。' },
  listingChanged: ofEntry,
  entryPublished: {
    ...ofEntry,
    version: 2,
    publishedAt: '2025-03-03T10:00:00.000+08:00',
    deadlines: [
      sampleDeadline({
        ...directoryEntry.deadlines.confirmation,
        name: 'confirmation',
        lastDay: '2026-03-03',
        dueAt: '2026-03-04T00:00:00.000+08:00',
        workingDaysLeft: 248,
      }),
    ],
  },
  entryOutdated: { ...ofEntry, confirmedOn: '2025-03-03' },
  providerExited: { ...ofEntry, reason: '多次未按公布价格收费。', removedOn: '2025-06-10' },
};
