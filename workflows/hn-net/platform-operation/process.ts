/** The running of a platform, 第八条第五项: checked every so often; status and incidents are recorded and public. */
import { incidentsAfter, operationStatuses } from '../../../rules/hn-net/operation.ts';
import { refuse } from '../../../rules/refusal.ts';
import { defineProcess } from '../../engine/define.ts';
import { platformOperation as contract, type OperationStep } from './contract.ts';
import { platformOperationSentences } from './sentences.ts';

/** Incidents that are over and stay with the case; every check stands on its timeline. */
const KEPT = 50;

export const platformOperation = defineProcess(contract, {
  sentences: platformOperationSentences,
  facts: () => ({ checks: 0, latest: null, incidents: [] }),
  open: planCheck,

  due: {
    check(step) {
      step.openTask('overdue');
      step.notify('operationCheckOverdue', { role: 'manager' }, { overdueSince: step.now });
    },
  },

  actions: {
    recordOperation(step, { status, account = null }) {
      if (status !== 'NORMAL' && account === null) {
        refuse('INVALID_INPUT', '请写明异常情况和处置。', 'Say what does not work, and what is done.', {
          field: 'account',
        });
      }
      const check = { at: step.now, status, account };
      step.facts.checks += 1;
      step.facts.latest = check;
      step.facts.incidents = incidentsAfter(step.facts.incidents, check, KEPT);
      const begins = status !== 'NORMAL' && step.state.stage === 'RUNNING';
      step.moveTo(status === 'NORMAL' ? 'RUNNING' : 'INCIDENT');
      if (begins && account !== null)
        step.notify('incidentBegun', { role: 'manager' }, { status: operationStatuses[status], account, at: step.now });
      step.meetDeadline('check');
      step.closeTask('check');
      step.closeTask('overdue');
      planCheck(step);
    },

    endOperation: (step) => step.close('ENDED'),
  },
});

/** The next check is wanted within the time of the book, from now. */
function planCheck(step: OperationStep): void {
  step.startDeadline('check', step.workingDays('operation.checkWithin'));
  step.openTask('check', { checks: step.facts.checks });
}
