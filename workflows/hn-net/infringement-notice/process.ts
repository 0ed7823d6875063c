/**
 * A notice of infringement, 第八条第七项: with proof the necessary measures are taken at once, the provider may answer, and somebody decides
 * whether the measure stays. A notice has an owner, who holds its task, and an age that its manager sees (第八条第十三项).
 */
import { statutes } from '../../../rules/hn-net/config.ts';
import { infringementMeasures, protectedRights } from '../../../rules/hn-net/infringement.ts';
import { refuse } from '../../../rules/refusal.ts';
import { defineProcess } from '../../engine/define.ts';
import { infringementNotice as contract, type InfringementStep } from './contract.ts';
import { refuseStrangeOffers, restoreToView, takeOutOfView } from '../offers-named.ts';
import { infringementNoticeSentences } from './sentences.ts';

export const infringementNotice = defineProcess(contract, {
  sentences: infringementNoticeSentences,
  facts: (opening) => ({ ...opening, receivedAt: null, measure: null, answeredAt: null }),

  open(step, { right, certificate, items }) {
    step.facts.receivedAt = step.now;
    toExamine(step);
    step.notify('noticeReceived', 'holder', {
      right: protectedRights[right],
      certificate,
      items,
      receivedAt: step.now,
    });
  },

  requires: { takeMeasure: [isProven] },

  due: {
    // The list of the manager shows it: nobody has acted on the notice (HN-NET-09.3).
    attention: (step) => step.openTask('unattended', { since: step.facts.receivedAt }),
    answer: toDecide,
  },

  actions: {
    addEvidence(step, { fileIds }) {
      if (fileIds.length > 0) step.facts.proven = true;
    },

    takeMeasure(step, { measures, offers, reason }, onRecord) {
      refuseStrangeOffers(offers, onRecord);
      const { right, certificate, items } = step.facts;
      step.facts.offers = [...new Set([...(step.facts.offers ?? []), ...offers])];
      takeOutOfView(step, step.facts.offers, { deleted: measures.includes('DELETE'), reason });
      attended(step);
      step.facts.measure = { measures, takenAt: step.now };
      step.moveTo('MEASURE_TAKEN');
      step.startDeadline('answer', step.workingDays('infringement.answerWithin'));
      const told = { measures: measures.map((measure) => infringementMeasures[measure]), takenAt: step.now };
      const statute = statutes[step.rules['statute.infringement']];
      const about = { statute, right: protectedRights[right], certificate, items };
      step.notify('measureTaken', 'provider', { ...about, ...told, reason }, ['answer']);
      step.notify('holderTold', 'holder', told, ['answer']);
    },

    rejectNotice: (step, { reason }) => decide(step, 'REJECTED', reason),

    answerNotice(step, { answer, fileIds }) {
      step.facts.answeredAt = step.now;
      step.meetDeadline('answer');
      step.notify('answerGiven', 'holder', { answer, files: fileIds.length, answeredAt: step.now });
      if (step.state.stage === 'MEASURE_TAKEN') toDecide(step);
    },

    keepMeasure: (step, { reason }) => decide(step, 'MEASURE_KEPT', reason),
    liftMeasure(step, { reason }) {
      restoreToView(step, step.facts.offers ?? [], reason);
      decide(step, 'MEASURE_LIFTED', reason);
    },

    withdrawNotice(step) {
      if (step.facts.measure !== null) {
        restoreToView(step, step.facts.offers ?? [], contract.outcomes.WITHDRAWN.zh);
        step.notify('noticeWithdrawn', 'provider', { withdrawnAt: step.now });
      }
      step.close('WITHDRAWN');
    },
  },
});

/** Somebody is to act on the notice, and the manager hears if nobody does. */
function toExamine(step: InfringementStep): void {
  const { right, answeredAt, receivedAt } = step.facts;
  step.startDeadline('attention', step.workingDays('infringement.attendWithin'));
  step.openTask('examine', { right, receivedAt, answeredAt });
}

function attended(step: InfringementStep): void {
  step.meetDeadline('attention');
  step.closeTask('examine');
  step.closeTask('unattended');
}

function toDecide(step: InfringementStep): void {
  step.moveTo('COUNTER_STATEMENT');
  toExamine(step);
}

/** Both sides are told; a provider against whom nothing was done has not heard of the notice from us. */
function decide(step: InfringementStep, outcome: 'REJECTED' | 'MEASURE_KEPT' | 'MEASURE_LIFTED', reason: string): void {
  attended(step);
  const sides = step.facts.measure === null ? (['holder'] as const) : (['holder', 'provider'] as const);
  const told = { result: contract.outcomes[outcome], reason, decidedAt: step.now };
  for (const side of sides) step.notify('noticeDecided', side, told);
  step.close(outcome);
}

function isProven({ facts: { proven } }: InfringementStep): void {
  if (proven) return;
  refuse(
    'CONDITION_NOT_MET',
    '权利人尚未提交权属和侵权证据，不能采取措施；请其补充，或者不予采纳。',
    'The rights holder has filed no proof yet: wait for it, or reject the notice.',
    { facts: { requirement: 'HN-NET-09.1' } },
  );
}
