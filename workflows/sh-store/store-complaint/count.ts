/** The number of complaints upheld against a store (四.5(2), SH-STORE-14.1, 14.4): its supervision counts them anew whenever one changes. */
import { countsAgainst } from '../../../rules/disputes/complaint.ts';
import { complaintLaw } from '../../../rules/sh-store/complaint.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { StoreComplaintFacts } from './contract.ts';
import type { StoreComplaint } from './step.ts';
import { storeSupervision } from '../store-supervision/contract.ts';

/** What both sides are told of the count. */
export const countPhrases = {
  COUNTS: text('本认定计入店铺的有责投诉次数', 'It counts as a complaint upheld against the store'),
  SUSPENDED: text(
    '复核期间，原认定不计入店铺的有责投诉次数',
    'While it is under review the former finding does not count against the store',
  ),
  COUNTS_NO_MORE: text('原认定不再计入店铺的有责投诉次数', 'The former finding counts no more against the store'),
} as const;

/** A finding was made, of which `reopened` may be the former one. */
export function countFinding(step: StoreComplaint): Text | undefined {
  const { finding, reopened } = step.facts;
  step.tellAbout(storeSupervision, 'complaintsChanged', {});
  if (counts(finding)) return countPhrases.COUNTS;
  return counts(reopened) ? countPhrases.COUNTS_NO_MORE : undefined;
}

/** A finding is reopened: until the complaint is decided anew it does not count. */
export function suspendCount(step: StoreComplaint): Text | undefined {
  step.tellAbout(storeSupervision, 'complaintsChanged', {});
  return counts(step.facts.reopened) ? countPhrases.SUSPENDED : undefined;
}

function counts(finding: StoreComplaintFacts['finding']): boolean {
  return finding !== null && countsAgainst(complaintLaw, finding);
}
