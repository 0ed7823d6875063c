/** What the notices of this process are told with in tests. */
import { evidenceGroups } from '../../../rules/hn-net/service-record.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { serviceRecord, type ServiceRecordFacts } from './contract.ts';

const item = '材料检测咨询';

export const serviceRecordSamples: SamplesOf<typeof serviceRecord> = {
  recordOpened: {
    item,
    openedAt: '2026-02-13T15:00:00.000+08:00',
    deadlines: [
      sampleDeadline({
        ...serviceRecord.deadlines.launchEvidence,
        name: 'launchEvidence',
        lastDay: '2026-02-27',
        dueAt: '2026-02-28T00:00:00.000+08:00',
        workingDaysLeft: 5,
      }),
    ],
  },
  recordLate: { of: 'PERFORMANCE', item, group: evidenceGroups.PERFORMANCE, passedAt: '2026-02-28T00:00:00.000+08:00' },
  evidenceReturned: {
    item,
    group: evidenceGroups.PERFORMANCE,
    reason: '签名表没有日期，看不出服务何时实施。',
    returnedAt: '2026-02-26T10:00:00.000+08:00',
  },
  evidenceAccepted: { item, inTime: true, acceptedAt: '2026-02-27T10:00:00.000+08:00' },
  basisCorrected: {
    group: evidenceGroups.LAUNCH,
    from: '2026-02-13',
    to: '2026-02-11',
    reason: '合同签字页的日期为 2 月 11 日。',
  },
  recordMissing: { item, reason: '经两次催告仍未录入。', decidedAt: '2026-04-01T10:00:00.000+08:00' },
};

const uploaded = { basisOn: '2026-02-13', uploadedOn: '2026-02-26', isLate: false };

/** What a record remembers, for the sentences of its timeline. */
export const serviceRecordRemembered: Partial<ServiceRecordFacts> = {
  groups: { LAUNCH: uploaded, PERFORMANCE: { ...uploaded, isLate: true } },
};
