/** What the notices of this process are told with in tests. */
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { complaintSamplesOf } from '../../disputes/complaint/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { storeComplaint } from './contract.ts';
import { countPhrases } from './count.ts';
import { terms } from './terms.ts';

const common = complaintSamplesOf({
  terms,
  reason: 'FALSE_EFFECT',
  respondent: storeComplaint.parties.respondent.title,
  effects: { found: countPhrases.COUNTS, reopened: countPhrases.SUSPENDED },
  account: '店铺宣称申报必过，实际未通过。',
  claim: '退还服务费',
  found: '经核实，店铺页面确有“必过”的表述，且无依据。',
});

export const storeComplaintSamples: SamplesOf<typeof storeComplaint> = {
  ...common,
  complaintAgainstProvider: {
    ...common.complaintAgainstProvider,
    deadlines: [
      sampleDeadline({
        ...storeComplaint.deadlines.statement,
        name: 'statement',
        lastDay: '2026-02-27',
        dueAt: '2026-02-28T00:00:00.000+08:00',
        workingDaysLeft: 5,
      }),
    ],
  },
  complaintFinding: {
    ...common.complaintFinding,
    evidence: '店铺页面截图、服务合同、双方往来邮件。',
    mediationOpen: false,
  },
  complaintWithdrawn: { ...common.complaintWithdrawn, mediationGoesOn: false },
};
