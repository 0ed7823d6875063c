/** A service asked of a centre, 5 and 6: matched with a provider of its directory or served by itself, completed, evaluated. */
import { centreServices } from '../../../rules/ec-centre/services.ts';
import { refuse } from '../../../rules/refusal.ts';
import { defineProcess } from '../../engine/define.ts';
import { centreHasLeft } from '../words.ts';
import { centreRequest as contract, type CentreRequest } from './contract.ts';
import { centreRequestSentences } from './sentences.ts';

export const centreRequest = defineProcess(contract, {
  sentences: centreRequestSentences,

  facts: (opening) => ({ ...opening, servedBy: null, completedAt: null, score: null }),

  open(step) {
    for (const to of ['enterprise', 'centre'] as const) step.notify('requestReceived', to, ofRequest(step));
  },

  due: { evaluation: (step) => step.close('CLOSED') },

  requires: { serveItself: [givenByItself] },

  actions: {
    assignProvider(step, { provider }, directory) {
      const entry = directory.find((one) => one.provider === provider && one.status !== 'REMOVED');
      if (entry === undefined) {
        refuse(
          'CONDITION_NOT_MET',
          '该服务商不在本中心名录中，不能安排。',
          'This provider is not in the directory of the centre; it cannot be assigned.',
          { field: 'provider' },
        );
      }
      if (entry.status !== 'PUBLISHED') {
        refuse(
          'CONDITION_NOT_MET',
          '该服务商的名录条目待更新，确认后方可安排。',
          'The entry of this provider is outdated; it can be assigned once it is confirmed.',
          { field: 'provider', facts: { status: entry.status } },
        );
      }
      step.facts.servedBy = provider;
      step.setParty('server', provider);
      step.moveTo('MATCHED');
      for (const to of ['enterprise', 'server'] as const) step.notify('providerAssigned', to, ofRequest(step));
    },

    serveItself(step) {
      step.facts.servedBy = step.party('centre');
      step.moveTo('MATCHED');
      step.notify('centreServes', 'enterprise', ofRequest(step));
    },

    startService: (step) => step.moveTo('IN_SERVICE'),

    completeService(step) {
      step.facts.completedAt = step.now;
      step.moveTo('COMPLETED');
      step.startDeadline('evaluation', step.workingDays('ec.evaluateWithin'));
      step.notify('serviceCompleted', 'enterprise', ofRequest(step), ['evaluation']);
    },

    evaluateService(step, { score }) {
      step.facts.score = score;
      step.meetDeadline('evaluation');
      step.close('EVALUATED');
    },

    declineService(step, { reason }) {
      step.notify('serviceDeclined', 'enterprise', { ...ofRequest(step), reason });
      step.close('NOT_SERVED');
    },

    withdrawService(step) {
      const told = { ...ofRequest(step), withdrawnAt: step.now };
      for (const to of ['centre', 'server'] as const) if (step.hasParty(to)) step.notify('serviceWithdrawn', to, told);
      step.close('WITHDRAWN');
    },

    centreLeft(step) {
      // What was served is still evaluated.
      if (step.state.stage === 'COMPLETED') return;
      const told = { ...ofRequest(step), reason: centreHasLeft };
      step.notify('serviceDeclined', 'enterprise', told);
      if (step.hasParty('server')) step.notify('serviceDeclined', 'server', told);
      step.close('NOT_SERVED');
    },
  },
});

function givenByItself({ facts: { service } }: CentreRequest): void {
  if (service !== 'BUSINESS_SUPPORT') return;
  refuse(
    'CONDITION_NOT_MET',
    '业务支持服务通过名录中的服务商提供，请安排服务商。',
    'Business support is given through providers of the directory; assign one.',
  );
}

function ofRequest({ facts: { centreName, service } }: CentreRequest) {
  return { centre: centreName, service: centreServices[service] };
}
