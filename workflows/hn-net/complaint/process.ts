/** Complaint of a consumer, 第十九条第三项: registered, handled, and ended by a finding on responsibility that both sides are told. */
import { bodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import { complaintReasons } from '../../../rules/hn-net/complaint.ts';
import { competentPlatform, platformOf } from '../../../rules/hn-net/network.ts';
import { partyKind } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text, type Text } from '../../../rules/text.ts';
import { defineProcess } from '../../engine/define.ts';
import { networkBody } from '../words.ts';
import { complaint as contract } from './contract.ts';
import { creditPhrases, markReopened } from './credit.ts';
import { clauseOfDuties, decide } from './finding.ts';
import { competentHere, isElsewhere, notUnderReview, providerUnknown, settledInMediation } from './checks.ts';
import {
  canBeMediated,
  goOnAfterMediation,
  isInMediation,
  notMediatedYet,
  openMediation,
  providerKnown,
  waitForMediation,
} from './mediation.ts';
import type { Complaint } from './step.ts';
import { complaintSentences } from './sentences.ts';

/** Both sides of a complaint; the respondent hears nothing while it is not known. */
const sides = ['complainant', 'respondent'] as const;

export const complaint = defineProcess(contract, {
  sentences: complaintSentences,

  facts: ({ mediationWanted, ...known }) => ({
    ...known,
    mediationAwaitsProvider: mediationWanted,
    registeredAt: null,
    mediation: null,
    finding: null,
    reopened: null,
    enteredOn: null,
  }),

  open(step, { mediationWanted, orderNumber, reason }) {
    step.startDeadline('registration', step.workingDays('complaint.registerWithin'));
    step.openTask('registerComplaint', { reason });
    step.notify(
      'complaintReceived',
      'complainant',
      {
        platform: bodyInWords(step.state.bodyId),
        ground: complaintReasons[reason].title,
        receivedAt: step.now,
        ...(orderNumber !== null && { orderNumber }),
      },
      ['registration'],
    );
    if (mediationWanted && step.hasParty('respondent')) openMediation(step);
  },

  cites: {
    upholdComplaint: (_state, { breached }) => ({ clause: clauseOfDuties(breached) }),
    rejectComplaint: ({ facts }) => ({ clause: clauseOfDuties([facts.reason]) }),
  },

  // Nothing follows of itself: whoever answers for the platform sees to it (HN-NET-20.2, 20.3).
  due: {
    registration(step) {
      step.openTask('registrationOverdue');
      step.notify('complaintOverdue', { role: 'manager' }, overdue('registration', step));
    },

    handling(step) {
      step.openTask('handlingOverdue');
      step.notify('complaintOverdue', { role: 'manager' }, overdue('handling', step));
    },
  },

  requires: {
    nameProvider: [providerUnknown],
    startInvestigation: [competentHere],
    withdrawComplaint: [notUnderReview],
    applyForMediation: [canBeMediated, notMediatedYet, providerKnown],
    closeSettled: [settledInMediation],
  },

  actions: {
    registerComplaint(step) {
      step.facts.registeredAt = step.now;
      step.meetDeadline('registration');
      step.closeTask('registerComplaint');
      step.closeTask('registrationOverdue');
      step.startDeadline('handling', step.workingDays('complaint.handleWithin'));
      step.moveTo('REGISTERED');
      const { bodyId } = step.state;
      const competent = isElsewhere(step) ? step.facts.competent : null;
      step.notify(
        'complaintRegistered',
        'complainant',
        {
          platform: bodyInWords(bodyId),
          registeredAt: step.now,
          ...(competent !== null && { competent: bodyInWords(competent) }),
        },
        ['handling'],
      );
      if (step.hasParty('respondent')) tellProvider(step);
      giveOut(step);
      if (isInMediation(step)) waitForMediation(step);
    },

    transferComplaint(step, { body, reason }) {
      const to = platformOf(body);
      if (to === null) {
        refuse(
          'INVALID_INPUT',
          '只能移送平台网络内的枢纽平台或者窗口平台。',
          'A complaint is transferred to the hub or a window of the network.',
          { field: 'body' },
        );
      }
      const from = step.state.bodyId;
      if (to.id === from) {
        refuse('ALREADY_DONE', '投诉已在该平台。', 'That platform has the complaint already.', { field: 'body' });
      }
      step.facts.competent = to.id;
      step.closeTask('transferComplaint');
      step.setBody('platform', networkBody(to.id));
      if (step.state.stage !== 'TO_MEDIATION') giveOut(step);
      const transfer = { from: bodyInWords(from), to: bodyInWords(to.id), transferredAt: step.now, reason };
      for (const side of sides) step.notify('complaintTransferred', side, transfer);
    },

    nameProvider(step, { provider, broughtInBy = null }) {
      const isProvider = ['ORGANISATION', 'PERSON'].includes(partyKind(provider));
      if (!isProvider || provider === step.party('complainant')) {
        refuse('INVALID_INPUT', '被投诉的应为另一单位或者自然人。', 'Name another organisation or natural person.', {
          field: 'provider',
        });
      }
      step.addParty('respondent', provider);
      step.facts.competent = competentPlatform(broughtInBy).id;
      if (step.facts.mediationAwaitsProvider) openMediation(step);
      if (step.state.stage === 'RECEIVED') return;
      tellProvider(step);
      if (step.state.stage !== 'TO_MEDIATION' || isElsewhere(step)) giveOut(step);
    },

    startInvestigation(step) {
      step.moveTo('INVESTIGATING');
    },

    giveStatement(step, { statement, fileIds }) {
      tellOtherSide(step, text('答复说明', 'an answer to the complaint'), statement, fileIds.length);
    },

    addEvidence(step, { note, fileIds }) {
      tellOtherSide(step, text('补充证据', 'further evidence'), note, fileIds.length);
    },

    withdrawComplaint(step, { reason }) {
      const told = {
        withdrawnAt: step.now,
        mediationGoesOn: isInMediation(step),
        ...(reason !== undefined && { reason }),
      };
      step.notify('complaintWithdrawn', 'complainant', told);
      // A provider that was never told of the complaint need not hear that there is none.
      if (step.facts.registeredAt !== null) step.notify('complaintWithdrawn', 'respondent', told);
      step.close('WITHDRAWN');
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

    upholdComplaint(step, { responsible, breached, reason }) {
      decide(step, { verdict: 'UPHELD', responsible, breached }, reason);
    },

    rejectComplaint(step, { responsible, reason }) {
      decide(step, { verdict: 'NOT_UPHELD', responsible, breached: [] }, reason);
    },

    closeSettled(step, { responsible, reason }) {
      decide(step, { verdict: 'SETTLED', responsible, breached: [] }, reason);
    },

    reopenFinding(step, { reason }) {
      const { finding } = step.facts;
      if (finding === null) throw new Error('A closed complaint has no finding to reopen.');
      step.facts.reopened = finding;
      step.facts.finding = null;
      step.reopen('INVESTIGATING');
      step.startDeadline('handling', step.workingDays('complaint.handleWithin'));
      giveOut(step);
      const credit = markReopened(step);
      const told = {
        former: contract.outcomes[finding.verdict],
        reason,
        reopenedAt: step.now,
        ...(credit && { credit: creditPhrases[credit] }),
      };
      for (const side of sides) step.notify('complaintReopened', side, told, ['handling']);
    },
  },
});

/** The work that is to be done now: the transfer to the competent platform, or the investigation there. */
function giveOut(step: Complaint): void {
  if (isElsewhere(step)) step.openTask('transferComplaint', { competent: step.facts.competent });
  else {
    step.closeTask('transferComplaint');
    step.openTask('investigate', {});
  }
}

/** The provider hears what is complained of and may answer. */
function tellProvider(step: Complaint): void {
  const { orderNumber, reason, account, claim, happenedOn } = step.facts;
  step.notify('complaintAgainstProvider', 'respondent', {
    platform: bodyInWords(step.state.bodyId),
    ground: complaintReasons[reason].title,
    happenedOn,
    account,
    claim,
    ...(orderNumber !== null && { orderNumber }),
  });
}

/** What one side puts into the file the other side hears of; the provider only once the complaint is registered. */
function tellOtherSide(step: Complaint, what: Text, words: string, files: number): void {
  const by = step.actor.role === 'respondent' ? 'respondent' : 'complainant';
  const other = by === 'respondent' ? 'complainant' : 'respondent';
  if (other === 'respondent' && step.facts.registeredAt === null) return;
  step.notify('complaintFileGrew', other, { by: contract.parties[by].title, what, words, files, at: step.now });
}

function overdue(deadline: 'registration' | 'handling', { now }: Complaint) {
  return { duty: contract.deadlines[deadline].title, overdueSince: now };
}
