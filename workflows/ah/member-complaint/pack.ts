/** What the Anhui measures bring to the common process of complaints: the figure of the year (AH-EVAL-08). */
import { annualEvaluation } from '../annual-evaluation/contract.ts';
import { complaintLaw, countsOn, isReceivedByProvince } from '../../../rules/ah/complaint.ts';
import { countsAgainst } from '../../../rules/disputes/complaint.ts';
import { text } from '../../../rules/text.ts';
import type { ComplaintPack } from '../../disputes/complaint/pack.ts';
import type { MemberComplaint } from './contract.ts';
import { terms } from './terms.ts';

/** What both sides are told of the count. */
export const countPhrases = {
  COUNTS: text('本认定计入收到投诉当年的减分项', 'It counts as a deduction in the year in which it was received'),
  SUSPENDED: text('复核期间，原认定不计入减分项', 'While it is under review the former finding does not count'),
  COUNTS_NO_MORE: text('原认定不再计入减分项', 'The former finding counts no more'),
} as const;

export const pack: ComplaintPack<MemberComplaint> = {
  terms,

  tellRespondent(step, told) {
    const words = { account: { fromForm: 'account' }, claim: { fromForm: 'claim' } };
    step.notify('complaintAgainstProvider', 'respondent', { ...told, ...words });
  },

  giveOut: (step) => step.openTask('investigate', {}),

  findingMade(step) {
    const { finding, counted } = step.facts;
    if (finding !== null && isReceivedByProvince(step.state.bodyId) && countsAgainst(complaintLaw, finding)) {
      count(step, 1);
      return countPhrases.COUNTS;
    }
    if (!counted) return undefined;
    count(step, 0);
    return countPhrases.COUNTS_NO_MORE;
  },

  findingReopened(step) {
    if (!step.facts.counted) return undefined;
    count(step, 0);
    return countPhrases.SUSPENDED;
  },
};

/** The complaint in the figures of the member: once, under the day of its year. */
function count(step: MemberComplaint, n: 0 | 1): void {
  step.facts.counted = n === 1;
  const day = countsOn(step.rules['evaluation.complaintYear'], step.facts.receivedAt ?? step.now, step.now);
  step.write('figure', { party: step.party('respondent'), figure: 'complaints', key: step.state.id, n, day });
  // What was deducted for it in an evaluation follows; one that was scored without it stays as it is.
  if (n === 0 || step.facts.reopened !== null)
    step.tellAbout(annualEvaluation, 'complaintCounts', { complaint: step.state.id, counts: n === 1 });
}
