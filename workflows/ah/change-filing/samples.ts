/** What the notices of this process are told with in tests. */
import { changeKinds, changeProofs } from '../../../rules/ah/changes.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { changeFiling } from './contract.ts';

const bodyId = 'ah-bureau-hefei';
const ofChange = { change: changeKinds.LEGAL_REPRESENTATIVE.title, effectiveOn: '2025-09-26' };

export const changeFilingSamples: SamplesOf<typeof changeFiling> = {
  changeReceived: { ...ofChange, bodyId, isLate: true, receivedAt: '2025-10-17T10:00:00.000+08:00' },
  changeFound: {
    ...ofChange,
    bodyId,
    deadlines: [
      sampleDeadline({
        ...changeFiling.deadlines.report,
        name: 'report',
        lastDay: '2025-10-16',
        dueAt: '2025-10-17T00:00:00.000+08:00',
        workingDaysLeft: 6,
      }),
    ],
  },
  findingWithdrawn: {
    ...ofChange,
    bodyId,
    reason: '工商登记没有变更。',
    withdrawnAt: '2025-11-10T10:00:00.000+08:00',
  },
  changeFiled: { ...ofChange, filedAt: '2025-10-10T10:00:00.000+08:00' },
  changeReturned: { ...ofChange, missing: [changeProofs.RESOLUTION], reason: '任命文件没有盖章。' },
};
