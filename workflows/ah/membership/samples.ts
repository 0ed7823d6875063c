/** What the notices of this process are told with in tests. */
import { periodInWords } from '../../../rules/ah/reports.ts';
import { bodyInWords } from '../../../rules/ah/members.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { membership } from './contract.ts';

const host = bodyInWords('ah-platform-hefei').name;

export const membershipSamples: SamplesOf<typeof membership> = {
  memberAdmitted: { host, joinedOn: '2025-09-20', firstReport: periodInWords('2025-09'), dueOn: '2025-10-10' },
  residencyDeclined: { host, reason: '服务场所尚未设立。', decidedAt: '2025-09-22T10:00:00.000+08:00' },
};
