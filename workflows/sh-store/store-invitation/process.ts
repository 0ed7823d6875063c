/** Invitation, 一.2: the platform invites an institution that leads its field; an invitation not taken up lapses. */
import type { Text } from '../../../rules/text.ts';
import { defineProcess } from '../../engine/process.ts';
import type { Step } from '../../engine/step.ts';
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
    step.startDeadline('acceptance', step.span('calendarDays', 'invitation.days', 'time.rollForward.invitation'));
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
      step.notify('invitationLapsed', { contact: true }, { invitedAt: invitedAt(step), lapsedAt: step.now });
      tellInviter(step, contract.outcomes.LAPSED);
      step.close('LAPSED');
    },
  },

  actions: {
    acceptInvitation(step, { applicationCaseId }) {
      step.facts.applicationCaseId = applicationCaseId;
      step.notify('invitationAccepted', 'owner', { acceptedAt: step.now, applicationCaseId });
      step.close('ACCEPTED');
    },

    declineInvitation(step, { reason }) {
      step.notify('invitationDeclined', { contact: true }, { invitedAt: invitedAt(step), declinedAt: step.now });
      tellInviter(step, contract.outcomes.DECLINED, reason);
      step.close('DECLINED');
    },
  },
});

type Invitation = Step<StoreInvitationFacts>;

function invitedAt({ facts, state }: Invitation) {
  return facts.invitedAt ?? state.openedAt;
}

/** The case is the inviter's own: whoever sent it hears that nothing came of it. */
function tellInviter(step: Invitation, outcome: Text, reason?: string): void {
  step.notify('invitationNotTakenUp', 'owner', {
    outcome,
    invitedAt: invitedAt(step),
    endedAt: step.now,
    ...(reason !== undefined && { reason }),
  });
}
