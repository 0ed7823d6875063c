/** Complaint of a consumer, 第十九条第三项: registered, handled, and ended by a finding on responsibility that both sides are told. */
import { complaintLaw } from '../../../rules/hn-net/complaint.ts';
import { partyKind } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { openedFacts } from '../../disputes/complaint/facts.ts';
import { clauseOfDuties, find } from '../../disputes/complaint/finding.ts';
import { complaintHandlers, notUnderReview, tellRespondent } from '../../disputes/complaint/handlers.ts';
import { sidesOf } from '../../disputes/complaint/sides.ts';
import { defineProcess } from '../../engine/define.ts';
import { platformInWords } from '../moved-platform.ts';
import { answering, isAt, namedPlatform } from '../named-platform.ts';
import { complaint as contract } from './contract.ts';
import { competentElsewhere, competentHere, providerUnknown, settledInMediation } from './checks.ts';
import {
  canBeMediated,
  goOnAfterMediation,
  isInMediation,
  notMediatedYet,
  openMediation,
  providerKnown,
  waitForMediation,
} from './mediation.ts';
import { pack } from './pack.ts';
import { complaintSentences } from './sentences.ts';

const common = complaintHandlers(contract, pack);

export const complaint = defineProcess(contract, {
  sentences: complaintSentences,

  facts: ({ competent, providerRegion, consumerRegion, account, claim, mediationWanted, ...known }) => ({
    ...openedFacts(known),
    ...{ competent, providerRegion, consumerRegion, account, claim },
    mediationAwaitsProvider: mediationWanted,
    mediation: null,
    enteredOn: null,
  }),

  open(step, { mediationWanted }) {
    common.open(step);
    if (mediationWanted && step.hasParty('respondent')) openMediation(step);
  },

  cites: {
    upholdComplaint: (_state, { breached }) => ({ clause: clauseOfDuties(complaintLaw, breached) }),
    rejectComplaint: ({ facts }) => ({ clause: clauseOfDuties(complaintLaw, [facts.reason]) }),
  },

  due: common.due,

  requires: {
    nameProvider: [providerUnknown],
    startInvestigation: [competentHere],
    withdrawComplaint: [notUnderReview],
    applyForMediation: [canBeMediated, notMediatedYet, providerKnown],
    closeSettled: [settledInMediation],
  },

  actions: {
    ...common.actions,

    registerComplaint(step, input, windows) {
      common.actions.registerComplaint(step, input, windows);
      if (isInMediation(step)) waitForMediation(step);
    },

    transferComplaint(step, { body, reason }, windows) {
      const { body: acting } = namedPlatform(body, windows, 'body');
      const from = platformInWords(step.state, windows);
      if (isAt(step.state, acting)) {
        refuse('ALREADY_DONE', '投诉已在该平台。', 'That platform has the complaint already.', { field: 'body' });
      }
      step.facts.competent = acting;
      step.closeTask('transferComplaint');
      step.setBody('platform', acting);
      if (step.state.stage !== 'TO_MEDIATION') pack.giveOut(step, windows);
      const transfer = {
        from,
        transferredAt: step.now,
        reason,
      };
      for (const side of sidesOf(step)) step.notify('complaintTransferred', side, transfer);
    },

    nameProvider(step, { provider, broughtInBy = null }, windows) {
      const isProvider = ['ORGANISATION', 'PERSON'].includes(partyKind(provider));
      if (!isProvider || provider === step.party('complainant')) {
        refuse('INVALID_INPUT', '被投诉的应为另一单位或者自然人。', 'Name another organisation or natural person.', {
          field: 'provider',
        });
      }
      step.addParty('respondent', provider);
      step.facts.competent = answering(broughtInBy, windows).body;
      if (step.facts.mediationAwaitsProvider) openMediation(step);
      if (step.state.stage === 'RECEIVED') return;
      tellRespondent(step, pack);
      const waits = step.state.stage === 'TO_MEDIATION' && competentElsewhere(step, windows) === undefined;
      if (!waits) pack.giveOut(step, windows);
    },

    applyForMediation(step) {
      openMediation(step);
    },

    mediationEnded(step, { mediationCaseId, result }) {
      const { mediation } = step.facts;
      if (mediation?.caseId !== mediationCaseId) return;
      step.facts.mediation = { caseId: mediationCaseId, result };
      if (step.state.stage === 'TO_MEDIATION') goOnAfterMediation(step);
    },

    closeSettled(step, { responsible, reason }) {
      find(step, pack, contract, { verdict: 'SETTLED', responsible, breached: [], reason });
      step.close('SETTLED');
    },
  },
});
