/** What happens in a complaint of any regime: registered, investigated, and ended by a finding on responsibility that both sides are told. */
import type { ComplaintLaw } from '../../../rules/disputes/complaint.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { ComplaintInputs } from './facts.ts';
import { find, titleOf } from './finding.ts';
import type { ComplaintPack } from './pack.ts';
import { complainantOf, sidesOf, tellOtherSide } from './sides.ts';
import type { ComplaintContract, ComplaintStep } from './step.ts';

type Input<A extends keyof ComplaintInputs> = ComplaintInputs[A];

/**
 * The opening, the actions and the ends of time that every complaint has.
 * @param contract of the regime, made of `complaintParts`
 */
export function complaintHandlers<Step extends ComplaintStep, Reading = void>(
  contract: ComplaintContract,
  pack: ComplaintPack<Step, Reading>,
) {
  const { law } = pack.terms;
  return {
    /** The clock of the registration starts, and the complainant has a receipt. */
    open(step: Step): void {
      const { reason, orderNumber } = step.facts;
      step.startDeadline('registration', step.workingDays('complaint.registerWithin'));
      step.openTask('registerComplaint', { reason });
      step.notify(
        'complaintReceived',
        complainantOf(step),
        {
          ground: groundOf(law, reason),
          receivedAt: step.now,
          ...(orderNumber !== null && { orderNumber }),
        },
        ['registration'],
      );
    },

    // Nothing follows of itself: whoever answers for the body sees to it (HN-NET-20.2, 20.3).
    due: {
      registration(step: Step): void {
        step.openTask('registrationOverdue');
        step.notify('complaintOverdue', { role: 'manager' }, overdue(contract, 'registration', step));
      },

      handling(step: Step): void {
        step.openTask('handlingOverdue');
        step.notify('complaintOverdue', { role: 'manager' }, overdue(contract, 'handling', step));
      },
    },

    actions: {
      registerComplaint(step: Step, _input: Input<'registerComplaint'>, reading: Reading): void {
        step.facts.registeredAt = step.now;
        step.meetDeadline('registration');
        step.closeTask('registerComplaint');
        step.closeTask('registrationOverdue');
        step.startDeadline('handling', step.workingDays('complaint.handleWithin'));
        step.moveTo('REGISTERED');
        const competent = pack.elsewhere?.(step, reading);
        step.notify(
          'complaintRegistered',
          complainantOf(step),
          { registeredAt: step.now, ...(competent && { competent }) },
          ['handling'],
        );
        if (step.hasParty('respondent')) tellRespondent(step, pack);
        pack.giveOut(step, reading);
      },

      startInvestigation(step: Step): void {
        step.moveTo('INVESTIGATING');
      },

      giveStatement(step: Step, { statement, fileIds }: Input<'giveStatement'>): void {
        const what = text('答复说明', 'an answer to the complaint');
        tellOtherSide(step, contract.parties, { what, words: statement, files: fileIds.length });
      },

      addEvidence(step: Step, { note, fileIds }: Input<'addEvidence'>): void {
        const what = text('补充证据', 'further evidence');
        tellOtherSide(step, contract.parties, { what, words: note, files: fileIds.length });
      },

      withdrawComplaint(step: Step, { reason }: Input<'withdrawComplaint'>): void {
        const told = {
          withdrawnAt: step.now,
          mediationGoesOn: pack.mediation?.isUnderWay(step) === true,
          ...(reason !== undefined && { reason }),
        };
        step.notify('complaintWithdrawn', complainantOf(step), told);
        // A respondent that was never told of the complaint need not hear that there is none.
        if (step.facts.registeredAt !== null) step.notify('complaintWithdrawn', 'respondent', told);
        step.close('WITHDRAWN');
      },

      upholdComplaint(step: Step, found: Input<'upholdComplaint'>): void {
        find(step, pack, contract, { verdict: 'UPHELD', ...found });
        step.close('UPHELD');
      },

      rejectComplaint(step: Step, found: Input<'rejectComplaint'>): void {
        find(step, pack, contract, { verdict: 'NOT_UPHELD', breached: [], ...found });
        step.close('NOT_UPHELD');
      },

      reopenFinding(step: Step, { reason }: Input<'reopenFinding'>, reading: Reading): void {
        const { finding } = step.facts;
        if (finding === null) throw new Error('A closed complaint has no finding to reopen.');
        step.facts.reopened = finding;
        step.facts.finding = null;
        step.reopen('INVESTIGATING');
        step.startDeadline('handling', step.workingDays('complaint.handleWithin'));
        pack.giveOut(step, reading);
        const effect = pack.findingReopened(step);
        const told = {
          former: titleOf(contract, finding.verdict),
          reason,
          reopenedAt: step.now,
          ...(effect && { effect }),
        };
        for (const side of sidesOf(step)) step.notify('complaintReopened', side, told, ['handling']);
      },
    },
  };
}

/** What was found once is not withdrawn away while it is decided anew. */
export function notUnderReview({ facts: { reopened } }: ComplaintStep): void {
  if (reopened === null) return;
  refuse(
    'NOT_NOW',
    '投诉已作出认定，正在复核，不能撤回。',
    'A finding was made and is under review; the complaint cannot be withdrawn any more.',
  );
}

/** The respondent hears what is complained of and may answer. */
export function tellRespondent<Step extends ComplaintStep>(step: Step, pack: ComplaintPack<Step, unknown>): void {
  const { orderNumber, reason, happenedOn } = step.facts;
  pack.tellRespondent(step, {
    ground: groundOf(pack.terms.law, reason),
    happenedOn,
    ...(orderNumber !== null && { orderNumber }),
  });
}

function groundOf({ reasons }: ComplaintLaw, code: string): Text {
  return reasons[code]?.title ?? text(code, code);
}

function overdue({ deadlines }: ComplaintContract, deadline: 'registration' | 'handling', { now }: ComplaintStep) {
  return { duty: deadlines[deadline].title, overdueSince: now };
}
