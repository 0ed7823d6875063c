/** The checking and monitoring system, 第八条第六项: a check every so often, each logged; one that is late is the manager's to see to. */
import { defineProcess } from '../../engine/define.ts';
import { contentMonitoring as contract, type MonitoringStep } from './contract.ts';
import { contentMonitoringSentences } from './sentences.ts';

export const contentMonitoring = defineProcess(contract, {
  sentences: contentMonitoringSentences,
  facts: () => ({ checks: 0, latest: null }),
  open: planCheck,

  due: {
    check(step) {
      step.openTask('overdue');
      step.notify('checkOverdue', { role: 'manager' }, { overdueSince: step.now });
    },
  },

  actions: {
    recordCheck(step, { providers, items, findingIds }) {
      step.facts.checks += 1;
      step.facts.latest = { at: step.now, providers, items, findings: findingIds };
      step.meetDeadline('check');
      step.closeTask('check');
      step.closeTask('overdue');
      planCheck(step);
    },

    endMonitoring: (step) => step.close('ENDED'),
  },
});

/** The next check is wanted within the time of the book, from now. */
function planCheck(step: MonitoringStep): void {
  step.startDeadline('check', step.workingDays('content.checkEvery'));
  step.openTask('check', { checks: step.facts.checks });
}
