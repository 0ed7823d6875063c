/**
 * Mediation of a dispute, 第十九条第四项: by the platform that brought the provider in; if it fails, on a new application, by the local
 * SME department. A settlement is followed until it is known whether it was performed.
 */
import { refuse } from '../../../rules/refusal.ts';
import { mediationLevels } from '../../../rules/hn-net/mediation.ts';
import { text } from '../../../rules/text.ts';
import { namedCase } from '../../engine/case-number.ts';
import { defineProcess } from '../../engine/define.ts';
import { mediation as contract, type Side } from './contract.ts';
import { groundOfRecipient, release } from './release.ts';
import { endLevel, fail, settle, tellComplaint } from './results.ts';
import {
  dropSession,
  holdSession,
  moveSession,
  noSessionAhead,
  remindOfSession,
  requireInvited,
  sessionAhead,
  sessionBegun,
  sessionIsSet,
  sessionsLeft,
  setSession,
} from './sessions.ts';
import { actingSide, departmentInWords, levelOf, mediates, sides, type Mediation } from './step.ts';
import { mediationSentences } from './sentences.ts';

export const mediation = defineProcess(contract, {
  sentences: mediationSentences,

  facts: (opening) => ({
    ...opening,
    positions: { consumer: null, provider: null, [opening.applicant]: opening.claim },
    session: null,
    sequence: null,
    sessions: [],
    failures: [],
    departmentApplicant: null,
    settlement: null,
    releases: [],
  }),

  open(step, { applicant, account, claim, orderNumber, complaintCaseId, appliedAt }) {
    step.startDeadline('platformLevel', step.workingDays('mediation.level'), appliedAt);
    step.openTask('startMediation', {});
    const told = {
      by: contract.parties[applicant].title,
      account,
      claim,
      appliedAt,
      ...(orderNumber !== null && { orderNumber }),
      ...(complaintCaseId !== null && { complaintNumber: namedCase(complaintCaseId) }),
    };
    for (const side of sides) step.notify('mediationApplied', side, told, ['platformLevel']);
  },

  cites: {
    requestData: (_state, { recipient }) => groundOfRecipient(recipient),
    releaseData: (_state, { recipient }) => groundOfRecipient(recipient),
  },

  remind: { session: remindOfSession },

  due: {
    // The time has run out, and still a person says what came of the mediation (HN-NET-21.5).
    platformLevel: (step) => askForResult(step, 'platformLevel', step.state.participants['mediator']),
    departmentLevel: (step) => askForResult(step, 'departmentLevel', step.state.participants['departmentMediator']),

    departmentApplication(step) {
      endUnapplied(step, text('期限内未向主管部门申请调解', 'No application to the department was made in time'));
    },

    session(step) {
      step.openTask('recordSession', { at: sessionAhead(step).at });
    },

    performance(step) {
      step.openTask('recordPerformance');
    },
  },

  requires: {
    scheduleSession: [noSessionAhead, sessionsLeft],
    moveSession: [sessionIsSet],
    cancelSession: [sessionIsSet],
    recordSession: [sessionIsSet, sessionBegun],
    applyToDepartment: [departmentExists],
    waiveDepartment: [actsForApplicant],
    withdrawApplication: [actsForApplicantOfLevel],
  },

  actions: {
    startMediation(step) {
      step.closeTask('startMediation');
      step.moveTo('PLATFORM_MEDIATION');
      mediates(step);
      step.openTask('mediate', {});
      step.assignTask('mediate', step.actor.id);
      const told = { startedAt: step.now };
      for (const side of sides) step.notify('mediationStarted', side, told, ['platformLevel']);
    },

    statePosition(step, { position }) {
      const side = actingSide(step);
      if (side !== null) step.facts.positions[side] = position;
    },

    recordPosition(step, { side, position }) {
      mediates(step);
      step.facts.positions[side] = position;
    },

    scheduleSession(step, appointment) {
      mediates(step);
      setSession(step, appointment);
    },

    moveSession(step, { reason, ...appointment }) {
      mediates(step);
      moveSession(step, appointment, reason);
    },

    cancelSession(step, { reason }) {
      mediates(step);
      dropSession(step, reason);
    },

    recordSession(step, held) {
      mediates(step);
      holdSession(step, held);
    },

    recordSettlement(step, agreed) {
      mediates(step);
      settle(step, agreed);
    },

    declareFailure(step, failure, unreached) {
      mediates(step);
      requireInvited(step, failure, unreached);
      fail(step, failure);
    },

    // The same case goes on at the department, so that it has the whole file (HN-NET-21.3).
    applyToDepartment(step) {
      const side = actingSide(step);
      if (side === null) throw new Error('Nobody applies.');
      step.facts.departmentApplicant = side;
      step.meetDeadline('departmentApplication');
      if (step.state.closedAt === null) step.moveTo('DEPARTMENT_MEDIATION');
      else step.reopen('DEPARTMENT_MEDIATION');
      step.startDeadline('departmentLevel', step.workingDays('mediation.level'));
      step.openTask('mediate', {});
      const told = { by: contract.parties[side].title, appliedAt: step.now };
      for (const one of sides) step.notify('departmentMediationStarted', one, told, ['departmentLevel']);
    },

    waiveDepartment(step) {
      endUnapplied(step, text('申请人不再申请调解', 'The applicant applies no further'));
    },

    withdrawApplication(step, { reason }) {
      const applicant = applicantOfLevel(step);
      const isToBeDeclared = step.task('declareFailure') !== undefined;
      endLevel(step, text('调解申请已撤回', 'the application was withdrawn'));
      const by = contract.parties[applicant ?? 'consumer'].title;
      const told = { by, withdrawnAt: step.now, ...(reason !== undefined && { reason }) };
      for (const side of sides) step.notify('mediationWithdrawn', side, told);
      if (isToBeDeclared) step.notify('mediationWithdrawn', { role: 'reviewer' }, told);
      if (levelOf(step) === 'PLATFORM') tellComplaint(step, 'WITHDRAWN');
      step.close('WITHDRAWN');
    },

    reportPerformance(step, { performed }) {
      step.openOrDescribeTask('recordPerformance', { side: actingSide(step), performed });
    },

    recordPerformance(step, { performed, note }) {
      const { settlement } = step.facts;
      if (settlement === null) throw new Error('There is no settlement to perform.');
      step.facts.settlement = { ...settlement, performance: { performed, recordedAt: step.now } };
      if (performed) step.meetDeadline('performance');
      else if (step.deadline('performance')) {
        refuse(
          'NOT_NOW',
          '履行期限尚未届满，不能记录为未履行。',
          'The day of performance has not passed yet; it cannot be recorded as not performed.',
          { field: 'performed', facts: { performBy: settlement.performBy } },
        );
      }
      const told = { performed, note, recordedAt: step.now };
      for (const side of sides) step.notify('performanceRecorded', side, told);
      step.close(settlement.level === 'PLATFORM' ? 'SETTLED' : 'SETTLED_BY_DEPARTMENT');
    },

    requestData(step, { recipient, note }) {
      step.openOrDescribeTask('releaseData', { recipient, note });
    },

    releaseData: release,
  },
});

/** The mediator, if there is one yet, or any reviewer of the body is asked to declare what came of it. */
function askForResult(
  step: Mediation,
  ended: 'platformLevel' | 'departmentLevel',
  mediators: readonly string[] | undefined,
): void {
  step.openTask('declareFailure');
  const mediator = mediators?.at(-1);
  if (mediator !== undefined) step.assignTask('declareFailure', mediator);
  const level = mediationLevels[levelOf(step)];
  step.notify('levelExpired', { role: 'reviewer' }, { level, expiredAt: step.passedAt(ended) });
}

/** The case ends where the platform left it; the right to apply to the department outlasts it (HN-NET-21.3). */
function endUnapplied(step: Mediation, why: ReturnType<typeof text>): void {
  const department = departmentInWords(step);
  const told = { endedAt: step.now, why, ...(department && { department }) };
  for (const side of sides) step.notify('mediationEnded', side, told);
  step.close('FAILED');
}

function departmentExists(step: Mediation): void {
  if (departmentInWords(step) !== undefined) return;
  refuse('CONDITION_NOT_MET', '当地没有中小企业主管部门。', 'There is no local SME department.');
}

function applicantOfLevel(step: Mediation): Side | null {
  return levelOf(step) === 'PLATFORM' ? step.facts.applicant : step.facts.departmentApplicant;
}

function actsForApplicant(step: Mediation): void {
  refuseUnless(step, step.facts.applicant);
}

function actsForApplicantOfLevel(step: Mediation): void {
  refuseUnless(step, applicantOfLevel(step));
}

/** @throws Refusal NOT_ALLOWED if the other side than this one acts */
function refuseUnless(step: Mediation, applicant: Side | null): void {
  if (actingSide(step) === applicant) return;
  refuse('NOT_ALLOWED', '此事由申请调解的一方决定。', 'Only the side that applied may do this.', {
    facts: { applicant },
  });
}
