/** Clearance, 四.5: a ground was detected; the reviewers are told and a person decides. */
import { defineProcess } from '../engine/process.ts';
import { clearance as contract, clearanceGrounds, type ClearanceFacts, type ClearanceOpening } from './contract.ts';
import type { ClearanceInputs } from './input.ts';

export const clearance = defineProcess<ClearanceFacts, ClearanceOpening, ClearanceInputs>()({
  contract,
  firstStage: 'PENDING_CONFIRMATION',
  facts: (opening) => ({ ...opening }),

  open(step, { ground, facts, detectedAt }) {
    const { title, clause, requirement } = clearanceGrounds[ground];
    step.record('CLEARANCE_GROUND_DETECTED', title, { clause, requirement, detail: { ground, facts } });
    step.openTask('clearanceConfirmation', { ground });
    step.notify('clearanceDetected', { role: 'reviewer' }, { ground: title, clause, facts, detectedAt });
  },

  due: {},
  actions: {
    // The case that detected the ground no longer finds it.
    withdrawGround(step) {
      step.close('DISMISSED');
    },
  },
});
