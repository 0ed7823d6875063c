/** A member of the network: brought in by its city platform or come by itself, reporting from its first month, until title or residency ends. */
import { provincialPlatform, type MemberEntry, type MemberStatus } from '../../../rules/ah/members.ts';
import { monthOf } from '../../../rules/ah/figures.ts';
import { monthlyDueOn, periodInWords } from '../../../rules/ah/reports.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { correctContact } from '../../engine/contact.ts';
import { defineProcess } from '../../engine/define.ts';
import { changeFiling } from '../change-filing/contract.ts';
import { periodicReport } from '../periodic-report/contract.ts';
import { registers } from '../words.ts';
import { membership as contract, type Membership } from './contract.ts';

export const membership = defineProcess(contract, {
  facts: (opening) => ({ ...opening, joinedOn: null }),

  open(step) {
    if (step.facts.recorded) join(step);
    else step.openTask('decideResidency', { formerStatus: step.facts.formerStatus });
  },

  due: {},

  actions: {
    correctContact,

    admit(step) {
      step.closeTask('decideResidency');
      join(step);
    },

    decline(step, { reason }) {
      step.notify('residencyDeclined', 'member', { reason, decidedAt: step.now });
      step.close('DECLINED');
    },

    leaveNetwork: (step) => end(step, 'LEFT'),

    cancelMembership: (step, { reason }) =>
      end(step, step.facts.kind === 'CITY_PLATFORM' ? 'TITLE_CANCELLED' : 'RESIDENCY_CANCELLED', reason),
  },
});

/** It stands in the register, counts for who brought it in, and owes a report of its first month (AH-OPS-01.4, AH-EVAL-02.6, 04.5). */
function join(step: Membership): void {
  const joinedOn = dayOf(step.now);
  const { kind, introducer } = step.facts;
  const first = monthOf(joinedOn);
  step.facts.joinedOn = joinedOn;
  enter(step, 'MEMBER');
  step.moveTo('MEMBER');
  if (introducer !== null) {
    step.write('figure', { party: introducer, figure: 'resources', key: step.party('member'), n: 1, day: joinedOn });
  }
  step.open(periodicReport, { kind, introducer }, { bodies: { platform: provincialPlatform } });
  step.notify('memberAdmitted', 'member', {
    joinedOn,
    firstReport: periodInWords(first),
    dueOn: monthlyDueOn(first, step.number('report.monthlyDay')),
  });
}

function end(step: Membership, status: Exclude<MemberStatus, 'MEMBER'>, reason?: string): void {
  if (step.facts.joinedOn !== null) {
    enter(step, status, reason);
    step.tellAbout(periodicReport, 'membershipEnded', {});
    step.tellAbout(changeFiling, 'membershipEnded', {});
  }
  step.close(status);
}

function enter(step: Membership, status: MemberStatus, reason?: string): void {
  const { kind, cityPlatform, introducer } = step.facts;
  const joinedOn = step.facts.joinedOn ?? dayOf(step.now);
  const data: MemberEntry = { kind, cityPlatform, introducer, joinedOn };
  step.write('register', {
    register: registers.members,
    status,
    validFrom: joinedOn,
    validTo: status === 'MEMBER' ? null : dayOf(step.now),
    data: { ...data },
    adds: true,
    ...(reason !== undefined && { reason }),
  });
}
