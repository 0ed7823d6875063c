/**
 * Records whose period is over are deleted, 第八条第八项: the period is a minimum, so its end deletes nothing. Somebody proposes, a dry run
 * counts what would go and what is kept and why, and a manager who has not proposed it confirms. What was confirmed is carried out in pages
 * beside the case, and the case hears what went.
 */
import { isTooMuch, retentionClasses } from '../../../rules/hn-net/retention.ts';
import { refuse } from '../../../rules/refusal.ts';
import { defineProcess } from '../../engine/define.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { dataDeletion as contract } from './contract.ts';
import { refuseChanged, refuseNothing, refuseTooMuch } from './limits.ts';
import { dataDeletionSentences } from './sentences.ts';

export const dataDeletion = defineProcess(contract, {
  sentences: dataDeletionSentences,

  facts: (opening) => ({ ...opening, reckoned: null, overridden: false, confirmed: null }),

  open: (step) => step.openTask('reckon', { records: retentionClasses[step.facts.class].title }),

  requires: {
    overrideBreaker: [isStopped],
    confirmDeletion: [
      (_step, reading) => refuseNothing(reading),
      (step, reading) => refuseChanged(step.facts.reckoned, reading),
      (step, reading) => refuseTooMuch(reading, limitsOf(step), step.facts.overridden),
    ],
  },

  due: {},

  actions: {
    reckonDeletion(step, _input, reading) {
      step.facts.reckoned = reading;
      // A share that was allowed is that of other figures.
      step.facts.overridden = false;
      step.moveTo('RECKONED');
      step.closeTask('reckon');
      const { all, due, asOf } = reading;
      step.openOrDescribeTask('confirm', { records: retentionClasses[step.facts.class].title, all, due, asOf });
    },

    overrideBreaker(step) {
      step.participate('overrider');
      step.facts.overridden = true;
    },

    confirmDeletion(step, _input, reading) {
      step.facts.confirmed = reading;
      step.closeTask('confirm');
      step.moveTo('DELETING');
    },

    deletionCarriedOut: (step) => step.close('DELETED'),
    cancelDeletion: (step) => step.close('CANCELLED'),
  },
});

type Deletion = StepOf<typeof contract>;

function limitsOf(step: Deletion) {
  return { percent: step.number('retention.breakerPercent'), from: step.number('retention.breakerFrom') };
}

/** @throws Refusal NOT_NOW where the dry run takes no more than the share, or more was allowed already */
function isStopped(step: Deletion): void {
  const { reckoned, overridden } = step.facts;
  if (reckoned !== null && !overridden && isTooMuch(reckoned, limitsOf(step))) return;
  refuse(
    'NOT_NOW',
    '试算没有超过比例，或者已经准许，无需准许。',
    'The dry run takes no more than the share, or more was allowed already.',
    { facts: { requirement: 'HN-NET-10.6' } },
  );
}
