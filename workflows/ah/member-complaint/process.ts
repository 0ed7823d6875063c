/** Complaint about a member: received and verified by the provincial platform, it counts in the year of its receipt (AH-EVAL-08). */
import { complaintLaw } from '../../../rules/ah/complaint.ts';
import { openedFacts } from '../../disputes/complaint/facts.ts';
import { clauseOfDuties } from '../../disputes/complaint/finding.ts';
import { complaintHandlers, notUnderReview } from '../../disputes/complaint/handlers.ts';
import { complaintSentences } from '../../disputes/complaint/sentences.ts';
import { defineProcess } from '../../engine/define.ts';
import { memberComplaint as contract } from './contract.ts';
import { pack } from './pack.ts';

const common = complaintHandlers(contract, pack);

export const memberComplaint = defineProcess(contract, {
  sentences: complaintSentences(complaintLaw),

  facts: (opening) => ({ ...openedFacts(opening), receivedAt: null, counted: false }),

  open(step) {
    step.facts.receivedAt = step.now;
    common.open(step);
  },

  cites: {
    upholdComplaint: (_state, { breached }) => ({ clause: clauseOfDuties(complaintLaw, breached) }),
    rejectComplaint: ({ facts }) => ({ clause: clauseOfDuties(complaintLaw, [facts.reason]) }),
  },

  due: common.due,

  requires: { withdrawComplaint: [notUnderReview] },

  actions: common.actions,
});
