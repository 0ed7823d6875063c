/** White list and black list: put forward on a ground, decided by a manager of the department, ended by a decision or its last day. */
import { listingGrounds, lists, listingStatuses } from '../../../rules/ah/lists.ts';
import type { Phrase } from '../../../rules/notices.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { registers } from '../words.ts';
import { listing as contract, type ListingStep } from './contract.ts';
import { listingSentences } from './sentences.ts';

export const listing = defineProcess(contract, {
  sentences: listingSentences,

  facts: (opening) => ({ ...opening, from: null, until: null }),

  open: (step) => step.openTask('decideListing', ofListing(step)),

  due: { until: (step) => remove(step, text('名单期限届满', 'The time of the listing is over')) },

  actions: {
    enlist(step, { until = null, reason }) {
      const { list } = step.facts;
      const today = dayOf(step.now);
      if (until !== null && until < today) {
        refuse('INVALID_INPUT', '截止日不能早于今天。', 'The last day cannot be over already.', { field: 'until' });
      }
      step.facts.from = today;
      step.facts.until = until;
      step.closeTask('decideListing');
      step.moveTo('LISTED');
      if (until !== null) step.startDeadline('until', { unit: 'date', day: until });
      enter(step, listingStatuses[list], reason);
      // The listing that stood ends: the register has the new one in its place.
      step.tellAbout(contract, 'listedAnew', {}, { list });
      // A member hears of its listing with the decision.
      step.addParty('member', step.party('member'));
      const told = { ...ofListing(step), reason, from: today, until };
      step.notify(list === 'WHITE' ? 'whitelisted' : 'blacklisted', 'member', told);
    },

    dismissListing: (step) => step.close('NOT_LISTED'),

    removeListing: (step, { reason }) => remove(step, reason),

    // One that is still to be decided stays so: who decides sees that the member stands on the list.
    listedAnew(step) {
      if (step.state.stage === 'LISTED') step.close('REPLACED');
    },
  },
});

/** Each list has a register of its own, so that what ends on one leaves the other as it is. */
const registerOf = { WHITE: registers.whiteList, BLACK: registers.blackList } as const;

function ofListing({ facts: { list, ground } }: ListingStep) {
  return { list: lists[list], ground: listingGrounds[ground].title };
}

function remove(step: ListingStep, reason: Phrase): void {
  enter(step, 'NONE', reason);
  step.notify('removed', 'member', { ...ofListing(step), reason, on: dayOf(step.now) });
  step.close('REMOVED');
}

/** What the register says: list, ground, from and until, and who decided stands on the timeline (AH-OPS-06.1). */
function enter(step: ListingStep, status: string, reason: Phrase): void {
  const { list, ground, year, from, until } = step.facts;
  step.write('register', {
    register: registerOf[list],
    status,
    validFrom: from,
    validTo: status === 'NONE' ? dayOf(step.now) : until,
    data: { list, ground, year, clause: step.contract.actions.enlist.clause, decidedBy: step.actor.id },
    reason,
  });
}
