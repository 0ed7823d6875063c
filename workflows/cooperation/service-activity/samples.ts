/** What the notices of service activities are told with in tests. */
import { activityModes } from '../../../rules/cooperation/activity.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { evidenceParts } from './parts.ts';
import type { EvidenceTerms } from './terms.ts';

const name = '专精特新政策进园区';
const plannedOn = '2025-09-28';

export const activitySamples = {
  heldAsked: { name, plannedOn },
  partnerAdded: { name, plannedOn, mode: activityModes.OFFLINE },
  activityMoved: { name, from: plannedOn, to: '2025-10-15', reason: '场地临时停用。' },
  activityCancelled: { name, reason: '与全省活动合并举办。', cancelledAt: '2025-09-20T10:00:00.000+08:00' },
};

export function evidenceSamplesOf(terms: EvidenceTerms) {
  return {
    evidenceAsked: {
      name,
      heldOn: plannedOn,
      deadlines: [
        sampleDeadline({
          ...evidenceParts(terms).deadlines.evidence,
          name: 'evidence',
          lastDay: '2025-10-11',
          dueAt: '2025-10-12T00:00:00.000+08:00',
          workingDaysLeft: 5,
        }),
      ],
    },
    evidenceLate: {
      name,
      missing: ['LIST', 'SUMMARY'] as const,
      passedAt: '2025-10-12T00:00:00.000+08:00',
    },
    evidenceReturned: {
      name,
      pieces: ['PHOTOS'] as const,
      reason: '照片无法辨认活动现场。',
      returnedAt: '2025-10-13T10:00:00.000+08:00',
    },
    evidenceAccepted: { name, inTime: true, acceptedAt: '2025-10-13T10:00:00.000+08:00' },
    evidenceMissing: { name, reason: '经两次督促仍未上传。', decidedAt: '2025-11-13T10:00:00.000+08:00' },
  };
}
