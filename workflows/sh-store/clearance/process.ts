/** Clearance, 四.5: a ground was detected; the reviewers are told and a person decides; the store is notified by letter and e-mail. */
import { parts, remarked } from '../../../rules/phrases.ts';
import { clearanceBar } from '../../../rules/sh-store/bars.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { liftBar } from '../../engine/bars.ts';
import { storeSetup } from '../store-setup/contract.ts';
import { trialOperation } from '../trial-operation/contract.ts';
import { clearance as contract, clearanceGrounds } from './contract.ts';
import { clearanceSentences } from './sentences.ts';

export const clearance = defineProcess(contract, {
  sentences: clearanceSentences,

  facts: (opening) => ({ ...opening }),

  open(step, { ground, facts, detectedAt }) {
    const { title, clause, requirement } = clearanceGrounds[ground];
    step.record('CLEARANCE_GROUND_DETECTED', remarked(title, facts.length > 0 ? parts(...facts) : undefined), {
      clause,
      requirement,
      detail: { ground, facts },
    });
    step.openTask('clearanceConfirmation', { ground });
    step.notify('clearanceDetected', { role: 'reviewer' }, { ground: title, clause, facts, detectedAt });
  },

  cites: {
    confirmGround: ({ facts: { ground } }) => clearanceGrounds[ground],
    dismissGround: ({ facts: { ground } }) => ({ clause: clearanceGrounds[ground].clause }),
    correctFacts: ({ facts: { ground } }) => ({ clause: clearanceGrounds[ground].clause }),
    withdrawGround: ({ facts: { ground } }) => {
      const { clause, withdrawal } = clearanceGrounds[ground];
      return { clause, requirement: withdrawal.requirement };
    },
  },

  due: {},
  actions: {
    confirmGround(step, { reason }) {
      const { ground, facts, originCaseId } = step.facts;
      const { title, clause } = clearanceGrounds[ground];
      step.closeTask('clearanceConfirmation');
      step.moveTo('NOTICE_ISSUED');
      const { firstDay, lastDay } = clearanceBar(dayOf(step.now), step.rules);
      step.notify('clearanceNotice', 'provider', {
        ground: title,
        clause,
        facts,
        confirmedAt: step.now,
        reason,
        bar: { firstDay, lastDay },
      });
      if (ground === 'CLEAR_1_SETUP')
        step.tell(originCaseId, storeSetup, 'clearanceConfirmed', { clearanceCaseId: step.state.id });
    },

    dismissGround(step, { reason }) {
      const { ground, originCaseId } = step.facts;
      const { title, clause } = clearanceGrounds[ground];
      step.notify('clearanceDismissed', 'provider', { ground: title, clause, dismissedAt: step.now, reason });
      const origin = ground === 'CLEAR_1_SETUP' ? storeSetup : trialOperation;
      step.tell(originCaseId, origin, 'clearanceDismissed', { clearanceCaseId: step.state.id });
      step.close('DISMISSED');
    },

    // What is confirmed after that, and mailed, rests on the figures as they were corrected.
    correctFacts(step, { facts }) {
      step.facts.facts = facts;
    },

    // The case that detected the ground no longer finds it; who was notified of the clearance hears that it is revoked.
    withdrawGround(step) {
      const { title, clause, withdrawal } = clearanceGrounds[step.facts.ground];
      const wasConfirmed = step.state.stage === 'NOTICE_ISSUED';
      if (wasConfirmed) {
        const revoked = { ground: title, clause, why: withdrawal.why, withdrawnAt: step.now };
        step.notify('clearanceRevoked', 'provider', revoked);
      }
      const told = { ground: title, clause, withdrawnAt: step.now, reason: withdrawal.why, wasConfirmed };
      step.notify('clearanceWithdrawn', { role: 'reviewer' }, told);
      step.close('DISMISSED');
    },

    liftBar: (step, input, bars) => liftBar(step, input, bars, 'provider'),
  },
});
