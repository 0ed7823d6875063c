/** What the notices of this process are told with in tests. */
import { complaintSamplesOf } from '../../disputes/complaint/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { memberComplaint } from './contract.ts';
import { countPhrases } from './pack.ts';
import { terms } from './terms.ts';

const common = complaintSamplesOf({
  terms,
  reason: 'NOT_TARGETED',
  respondent: memberComplaint.parties.respondent.title,
  effects: { found: countPhrases.COUNTS, reopened: countPhrases.SUSPENDED },
  account: '约定十个工作日出具报告，逾期一个月。',
  claim: '尽快出具报告',
  found: '经核实，服务机构逾期且未说明。',
});

export const memberComplaintSamples: SamplesOf<typeof memberComplaint> = {
  ...common,
  complaintFinding: { ...common.complaintFinding, mediationOpen: false },
  complaintWithdrawn: { ...common.complaintWithdrawn, mediationGoesOn: false },
};
