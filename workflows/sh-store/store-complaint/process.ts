/** Complaint about a store, 四.5(2): handled by the Centre, and counted by the supervision of the store if the store is to blame. */
import { complaintLaw } from '../../../rules/sh-store/complaint.ts';
import { openedFacts } from '../../disputes/complaint/facts.ts';
import { clauseOfDuties } from '../../disputes/complaint/finding.ts';
import { complaintHandlers, notUnderReview, tellRespondent } from '../../disputes/complaint/handlers.ts';
import { complaintSentences } from '../../disputes/complaint/sentences.ts';
import { correctContact } from '../../engine/contact.ts';
import { defineProcess } from '../../engine/define.ts';
import { byWhomItConcerns, storeHeard } from './checks.ts';
import { storeComplaint as contract } from './contract.ts';
import { pack } from './pack.ts';

const common = complaintHandlers(contract, pack);

export const storeComplaint = defineProcess(contract, {
  sentences: complaintSentences(complaintLaw),

  facts: (opening) => ({ ...openedFacts(opening), storeWasHeard: false }),

  open: (step) => common.open(step),

  cites: {
    upholdComplaint: (_state, { breached }) => ({ clause: clauseOfDuties(complaintLaw, breached) }),
    rejectComplaint: ({ facts }) => ({ clause: clauseOfDuties(complaintLaw, [facts.reason]) }),
  },

  due: {
    ...common.due,

    statement(step) {
      step.facts.storeWasHeard = true;
    },
  },

  requires: {
    addEvidence: [byWhomItConcerns],
    withdrawComplaint: [byWhomItConcerns, notUnderReview],
    correctContact: [byWhomItConcerns],
    upholdComplaint: [storeHeard],
  },

  actions: {
    ...common.actions,

    correctContact: (step, input) => correctContact(step, input, { under: 'caller', contactName: 'name' }),

    giveStatement(step, answer) {
      step.facts.storeWasHeard = true;
      step.meetDeadline('statement');
      common.actions.giveStatement(step, answer);
    },

    reopenFinding(step, review) {
      common.actions.reopenFinding(step, review);
      // It may have been rejected before the store had to answer.
      if (!step.facts.storeWasHeard) tellRespondent(step, pack);
    },
  },
});
