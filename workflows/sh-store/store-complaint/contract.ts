import type { ComplaintReasonCode, ResponsibleParty } from '../../../rules/sh-store/complaint.ts';
import { text } from '../../../rules/text.ts';
import { fiveWorkingDayLadder } from '../../../rules/time/index.ts';
import type { ComplaintFacts, ComplaintOpening } from '../../disputes/complaint/facts.ts';
import { complaintParts } from '../../disputes/complaint/parts.ts';
import { correctContactBy } from '../../engine/contact.ts';
import { handling, party } from '../../engine/grants.ts';
import { contract, institution } from '../words.ts';
import type { StoreComplaintInputs } from './input.ts';
import { storeComplaintNotices } from './notices.ts';
import { terms } from './terms.ts';

/** What is known of a complaint when it is filed. The words of the complainant, and whom staff entered it for, stand in its form alone. */
export type StoreComplaintOpening = ComplaintOpening<ComplaintReasonCode>;

export interface StoreComplaintFacts extends ComplaintFacts<ComplaintReasonCode, ResponsibleParty> {
  /** True once the store has answered, or the time for it has passed. */
  storeWasHeard: boolean;
}

const { stages, outcomes, tasks, deadlines, actions, handled } = complaintParts(terms);
const { addEvidence, withdrawComplaint, reopenFinding } = actions;

/** Complaint about a store: SH-STORE-14, by the process of HN-NET-20. It outlasts the clearance of the store (SH-STORE-11.9). */
export const storeComplaint = contract<{
  opening: StoreComplaintOpening;
  facts: StoreComplaintFacts;
  inputs: StoreComplaintInputs;
}>()({
  kind: 'storeComplaint',
  prefix: 'scp',
  mark: '投诉',
  title: text('店铺投诉', 'Complaint about a store'),
  intake: { by: ['consumer', 'contact', 'reviewer'], conceals: ['caller'] },
  parties: {
    respondent: { ...institution, title: text('被投诉的店铺', 'Store complained about') },
    complainant: { title: text('投诉人', 'Complainant'), roles: ['consumer', 'contact'] },
  },
  ...{ stages, outcomes, tasks },
  notices: storeComplaintNotices,
  deadlines: {
    ...deadlines,
    statement: {
      ...handled,
      title: text('答复投诉', 'Answer the complaint'),
      consequence: text('中心根据已有材料认定责任', 'The Centre finds on responsibility by what it has'),
      platformRule: true,
      metBy: 'giveStatement',
      concerns: ['respondent'],
      ladder: fiveWorkingDayLadder,
      servedBy: 'complaintAgainstProvider',
      reading: 'unreached',
    },
  },
  actions: {
    ...actions,
    // What a caller adds or takes back, staff enter for them.
    addEvidence: { ...addEvidence, by: [...addEvidence.by, handling('reviewer')] },
    withdrawComplaint: { ...withdrawComplaint, by: [party('complainant'), handling('reviewer')] },
    reopenFinding: { ...reopenFinding, requirement: 'SH-STORE-14.4' },
    correctContact: correctContactBy([handling('reviewer')], terms.clause),
  },
});
