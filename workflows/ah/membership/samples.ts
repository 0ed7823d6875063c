/** What the notices of this process are told with in tests. */
import { periodInWords } from '../../../rules/ah/reports.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { membership } from './contract.ts';

const bodyId = 'ah-platform-hefei';

export const membershipSamples: SamplesOf<typeof membership> = {
  memberAdmitted: { bodyId, joinedOn: '2025-09-20', firstReport: periodInWords('2025-09'), dueOn: '2025-10-10' },
  residencyDeclined: { bodyId, reason: '服务场所尚未设立。', decidedAt: '2025-09-22T10:00:00.000+08:00' },
};
