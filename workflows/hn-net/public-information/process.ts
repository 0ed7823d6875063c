/** Public information, 第七条第二项、第十二条、第十四条、第二十六条: in view from its filing until it is replaced, taken back or out of force. */
import { publicationKinds } from '../../../rules/hn-net/publication.ts';
import { dayOf, startOfDay } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { publicInformation as contract, type PublishedStep } from './contract.ts';

export const publicInformation = defineProcess(contract, {
  facts: (opening) => ({ ...opening, replacedBy: null }),

  // What it replaces is in force until it is so itself.
  open(step, { validFrom, validTo }) {
    if (validFrom <= dayOf(step.now)) replace(step);
    else step.startDeadline('inForce', { unit: 'instant', at: startOfDay(validFrom), begins: true });
    if (validTo !== null) step.startDeadline('expiry', { unit: 'date', day: validTo });
  },

  due: { inForce: replace, expiry: (step) => step.close('EXPIRED') },

  cites: {
    takeBack: (state) => publicationKinds[state.facts.kind],
    beReplaced: (state) => publicationKinds[state.facts.kind],
  },

  actions: {
    takeBack: (step) => step.close('WITHDRAWN'),

    beReplaced(step: PublishedStep, { newerCaseId }) {
      step.facts.replacedBy = { caseId: newerCaseId, on: dayOf(step.now) };
      step.close('REPLACED');
    },
  },
});

function replace(step: PublishedStep): void {
  const { replaces } = step.facts;
  if (replaces !== null) step.tell(replaces, contract, 'beReplaced', { newerCaseId: step.state.id });
}
