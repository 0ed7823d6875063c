import type { ComplaintReasonCode, ResponsibleParty } from '../../../rules/ah/complaint.ts';
import { text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';
import type { ComplaintFacts, ComplaintOpening } from '../../disputes/complaint/facts.ts';
import { complaintParts } from '../../disputes/complaint/parts.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, enterprise, member } from '../words.ts';
import type { MemberComplaintInputs } from './input.ts';
import { memberComplaintNotices } from './notices.ts';
import { terms } from './terms.ts';

/** What is known of a complaint when it is filed; the words of the complainant stand in its form alone. */
export type MemberComplaintOpening = ComplaintOpening<ComplaintReasonCode>;

export interface MemberComplaintFacts extends ComplaintFacts<ComplaintReasonCode, ResponsibleParty> {
  /** Its year counts by this moment. */
  receivedAt: Instant | null;
  /** True while it stands against the member in the figures of its year. */
  counted: boolean;
}

const { stages, outcomes, tasks, deadlines, actions } = complaintParts(terms);

/** Complaint of an enterprise about a member of the network: AH-EVAL-08, by the process of HN-NET-20. */
export const memberComplaint = contract<{
  opening: MemberComplaintOpening;
  facts: MemberComplaintFacts;
  inputs: MemberComplaintInputs;
}>()({
  kind: 'memberComplaint',
  prefix: 'mcp',
  mark: '投诉',
  title: text('服务投诉', 'Complaint about a member'),
  intake: { by: ['consumer', 'contact'] },
  parties: {
    complainant: { ...enterprise, title: text('投诉企业', 'Complainant') },
    respondent: { ...member, title: text('被投诉的服务机构', 'Member complained about') },
  },
  ...{ stages, outcomes, tasks, deadlines, actions },
  notices: memberComplaintNotices,
});

/** A step of a complaint. */
export type MemberComplaint = StepOf<typeof memberComplaint>;
