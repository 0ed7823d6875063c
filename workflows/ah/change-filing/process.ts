/** A change of the operating body: reported by the member within its time, checked for proof, put on record from the decision on (第五条、第十五条). */
import { changeKinds, changeProofs, missingProofs } from '../../../rules/ah/changes.ts';
import { listed } from '../../../rules/phrases.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayInWords, dayOf, reckon, startOfDay, type Day } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { registers } from '../words.ts';
import { changeFiling as contract, type ChangeStep } from './contract.ts';
import { changeFilingSentences } from './sentences.ts';

export const changeFiling = defineProcess(contract, {
  sentences: changeFilingSentences,

  facts: (opening) => ({ ...opening, checked: false, reportedOn: null, dueOn: null, isLate: false, noted: false }),

  open(step) {
    const period = step.workingDays('change.reportWithin');
    const startedAt = startOfDay(step.facts.effectiveOn);
    step.facts.dueOn = reckon({ period, startedAt, calendar: step.state.calendar }).lastDay;
    if (!step.facts.found) {
      report(step);
      return;
    }
    step.moveTo('UNREPORTED');
    const told = ofChange(step);
    if (isOver(step)) {
      note(step);
      step.notify('changeFound', 'member', told);
    } else {
      step.startDeadline('report', period, startedAt);
      step.notify('changeFound', 'member', told, ['report']);
    }
  },

  requires: {
    fileChange: [proofComplete],
    returnChange: [proofMissing],
  },

  due: {
    report: note,
    // An internal target: the list of the manager shows it overdue.
    review() {},
  },

  actions: {
    reportChange(step, { proofs }) {
      const given = proofs.map(({ proof }) => proof);
      const { change, missing } = step.facts;
      step.facts.missing = (step.facts.reportedOn === null ? missingProofs(change, []) : missing).filter(
        (proof) => !given.includes(proof),
      );
      report(step);
    },

    checkProof(step, { missing }) {
      step.facts.missing = missing;
      step.facts.checked = true;
      step.moveTo('UNDER_REVIEW');
    },

    fileChange(step) {
      const { change, effectiveOn, newName } = step.facts;
      // The record of the member has it too, and so does what its other cases write later.
      if (newName !== null) step.write('renamed', { name: newName });
      step.write('register', {
        register: registers.changes,
        status: 'RECORDED',
        validFrom: dayOf(step.now),
        validTo: null,
        data: { filed: { [change]: { caseId: step.state.id, effectiveOn, filedOn: dayOf(step.now) } } },
        adds: true,
      });
      step.notify('changeFiled', 'member', { ...ofChange(step), filedAt: step.now });
      step.close('FILED');
    },

    returnChange(step, { reason }) {
      const missing = step.facts.missing.map((proof) => changeProofs[proof]);
      step.facts.checked = false;
      step.cancelDeadline('review');
      step.closeTask('reviewChange');
      step.moveTo('RETURNED');
      step.openTask('followUp', { ...ofChange(step), missing: step.facts.missing });
      step.notify('changeReturned', 'member', { ...ofChange(step), missing, reason });
    },

    withdrawFinding(step, { reason }) {
      if (step.facts.noted) writeUnreported(step, null);
      const told = { ...ofChange(step), reason, withdrawnAt: step.now };
      step.notify('findingWithdrawn', 'member', told);
      step.close('FINDING_WITHDRAWN');
    },

    // Who is no member any more reports nothing to the network; what was noted stays.
    membershipEnded: (step) => step.close('ENDED'),
  },
});

function ofChange({ facts: { change, effectiveOn } }: ChangeStep) {
  return { change: changeKinds[change].title, effectiveOn };
}

function isOver({ facts: { dueOn }, now }: ChangeStep): boolean {
  return dueOn !== null && dayOf(now) > dueOn;
}

/** The member has reported: late if its time is over, which stays so. */
function report(step: ChangeStep): void {
  const { facts } = step;
  if (facts.reportedOn === null) {
    const until = step.deadline('report')?.lastDay ?? facts.dueOn;
    facts.reportedOn = dayOf(step.receivedAt);
    facts.isLate = until !== null && facts.reportedOn > until;
    // It came in time and waited while the end of the time was recorded: what was noted is no fault of the member.
    if (!facts.isLate && facts.noted) {
      facts.noted = false;
      writeUnreported(step, null);
    }
  }
  step.meetDeadline('report');
  step.closeTask('followUp');
  step.moveTo('CHANGE_REPORTED');
  step.startDeadline('review', step.workingDays('sla.changeReview'));
  step.openTask('reviewChange', { ...ofChange(step), missing: facts.missing, isLate: facts.isLate });
  step.notify('changeReceived', 'member', { ...ofChange(step), isLate: facts.isLate, receivedAt: step.now });
}

/** A change that was not reported is noted for the annual evaluation, and the bureau follows it up (AH-OPS-05.4). */
function note(step: ChangeStep): void {
  const { change } = step.facts;
  const { zh, en } = changeKinds[change].title;
  const day = dayInWords(dayOf(step.now));
  step.record(
    'CHANGE_UNREPORTED',
    text(`${zh}变更未按期报备，${day.zh}记录在案`, `${en}: not reported in time, noted ${day.en}`),
    {
      clause: 'AH-OPS 第十五条',
      requirement: 'AH-OPS-05.4',
    },
  );
  step.facts.noted = true;
  writeUnreported(step, { kind: change, foundOn: dayOf(step.now) });
  step.openTask('followUp', { ...ofChange(step) });
}

/** The note of this case in the register; null once it is lifted. */
function writeUnreported(step: ChangeStep, noted: { readonly kind: string; readonly foundOn: Day } | null): void {
  step.write('register', {
    register: registers.changes,
    status: 'RECORDED',
    validFrom: dayOf(step.now),
    validTo: null,
    data: { unreported: { [step.state.id]: noted } },
    adds: true,
  });
}

/** It is put on record as soon as its proof is complete, and not before (AH-OPS-05.3). */
function proofComplete({ facts: { missing } }: ChangeStep): void {
  if (missing.length === 0) return;
  const { zh, en } = listed(missing.map((proof) => changeProofs[proof]));
  refuse('CONDITION_NOT_MET', `缺少材料：${zh}；请退回补正。`, `Proof is missing: ${en}. Return it for that.`, {
    facts: { missing },
  });
}

/** Nothing but missing proof is a reason to return it (AH-OPS-05.3). */
function proofMissing({ facts: { missing } }: ChangeStep): void {
  if (missing.length > 0) return;
  refuse(
    'CONDITION_NOT_MET',
    '材料齐全，只能予以备案；备案不是审批。',
    'The proof is complete: it can only be filed. Filing is a record and no approval.',
  );
}
