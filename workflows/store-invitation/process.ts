/** Invitation, 一.2: the platform invites an institution that leads its field; an invitation not taken up lapses. */
import { defineProcess } from '../engine/process.ts';
import {
  invitationReasons,
  storeInvitation as contract,
  type StoreInvitationFacts,
  type StoreInvitationOpening,
} from './contract.ts';
import type { StoreInvitationInputs } from './input.ts';

export const storeInvitation = defineProcess<StoreInvitationFacts, StoreInvitationOpening, StoreInvitationInputs>()({
  contract,
  firstStage: 'INVITED',
  facts: ({ reasons }) => ({ reasons, invitedAt: null, applicationCaseId: null }),

  open(step, { reasons, inviter }) {
    step.state.facts = { ...step.facts, invitedAt: step.now };
    const rollForward = step.isOn('time.rollForward.invitation');
    step.startDeadline('acceptance', { unit: 'calendarDays', n: step.number('invitation.days'), rollForward });
    const why = reasons.map((reason) => invitationReasons[reason]);
    step.notify('invitation', { contact: true }, { inviter, reasons: why, invitedAt: step.now }, ['acceptance']);
  },

  remind: {
    acceptance(step) {
      step.notify('deadlineReminder', { contact: true }, { duty: contract.deadlines.acceptance.title }, ['acceptance']);
    },
  },

  due: {
    acceptance(step) {
      const lapsed = { invitedAt: step.facts.invitedAt ?? step.state.openedAt, lapsedAt: step.now };
      step.notify('invitationLapsed', { contact: true }, lapsed);
      step.close('LAPSED');
    },
  },

  actions: {
    acceptInvitation(step, { applicationCaseId }) {
      step.facts.applicationCaseId = applicationCaseId;
      step.notify('invitationAccepted', 'owner', { acceptedAt: step.now, applicationCaseId });
      step.close('ACCEPTED');
    },

    declineInvitation(step) {
      step.close('DECLINED');
    },
  },
});
