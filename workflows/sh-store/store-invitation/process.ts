/** Invitation, 一.2: the platform invites an institution that leads its field; an invitation not taken up lapses. */
import type { Text } from '../../../rules/text.ts';
import { namedCase } from '../../engine/case-number.ts';
import { correctContact } from '../../engine/contact.ts';
import { defineProcess } from '../../engine/define.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { institutionContact } from '../words.ts';
import { invitationReasons, storeInvitation as contract } from './contract.ts';

/** The case is also its inviter's: whoever sent it hears what came of it, or has taken over from them. */
const whoInvited = { did: 'filer', or: 'reviewer' } as const;

export const storeInvitation = defineProcess(contract, {
  facts: ({ reasons }) => ({ reasons, invitedAt: null, applicationCaseId: null }),

  open(step, { reasons, inviter, note }) {
    step.state.facts = { ...step.facts, invitedAt: step.now };
    step.startDeadline('acceptance', step.span('calendarDays', 'invitation.days', 'time.rollForward.invitation'));
    const why = reasons.map((reason) => invitationReasons[reason]);
    const told = { inviter, reasons: why, invitedAt: step.now, ...(note !== undefined && { note }) };
    step.notify('invitation', { contact: true }, told, ['acceptance']);
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
    correctContact: (step, input) => correctContact(step, input, institutionContact),

    acceptInvitation(step, { applicationCaseId }) {
      step.facts.applicationCaseId = applicationCaseId;
      const applicationNumber = namedCase(applicationCaseId);
      step.notify('invitationAccepted', whoInvited, { acceptedAt: step.now, applicationNumber });
      step.close('ACCEPTED');
    },

    declineInvitation(step, { reason }) {
      step.notify('invitationDeclined', { contact: true }, { invitedAt: invitedAt(step), declinedAt: step.now });
      tellInviter(step, contract.outcomes.DECLINED, reason);
      step.close('DECLINED');
    },
  },
});

type Invitation = StepOf<typeof contract>;

function invitedAt({ facts, state }: Invitation) {
  return facts.invitedAt ?? state.openedAt;
}

/** Nothing came of the invitation. */
function tellInviter(step: Invitation, outcome: Text, reason?: string): void {
  step.notify('invitationNotTakenUp', whoInvited, {
    outcome,
    invitedAt: invitedAt(step),
    endedAt: step.now,
    ...(reason !== undefined && { reason }),
  });
}
