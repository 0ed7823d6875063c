/** Store application: what the measures ask from 一 to 二.3, step by step. */
import { refuse } from '../../../rules/refusal.ts';
import { noShowBar } from '../../../rules/sh-store/bars.ts';
import type { Judgement, JudgementKey } from '../../../rules/sh-store/eligibility.ts';
import { judgementKeys } from '../../../rules/sh-store/eligibility-items.ts';
import type { TrialMerit } from '../../../rules/sh-store/routes.ts';
import { text, type Text } from '../../../rules/text.ts';
import { dayOf, isExceeded, remainingWorkingDays, startOfDay, type Instant } from '../../../rules/time/index.ts';
import { liftBar } from '../../engine/bars.ts';
import { defineProcess } from '../../engine/define.ts';
import {
  appoint,
  countRescheduling,
  interviewOf,
  interviewView,
  nextInterviewView,
  refuseOnceBegun,
} from './appointment.ts';
import { storeApplication as contract, type Application } from './contract.ts';
import { storeInvitation } from '../store-invitation/contract.ts';
import { changeRoute, relyOn } from './change-route.ts';
import { takeCreditCheck, takeFinding } from './credit.ts';
import { groundsOf } from './reject.ts';
import { checkWaiver, requireReviewComplete } from './review.ts';
import { openStore } from './open-store.ts';
import { deficientOriginals, requireVerified, tickOriginals } from './originals.ts';
import { requireService } from './service.ts';
import { takeSupplement } from './supplement.ts';
import { storeApplicationSentences } from './sentences.ts';

export const storeApplication = defineProcess(contract, {
  sentences: storeApplicationSentences,

  facts: ({ route, figures, recommendation, onFile = null, invitation }) => ({
    route,
    appliedOn: '',
    figures,
    recommendation,
    onFile,
    invitation,
    judgements: {},
    merits: {},
    findings: {},
    waivers: {},
    overrides: {},
    materials: {},
    credit: null,
    interview: null,
    reschedulings: 0,
    absenceExplained: false,
    verified: {},
    commitmentFileId: null,
  }),

  open(step, { recommendation, invitation, route }) {
    step.facts.appliedOn = dayOf(step.now);
    if (recommendation !== null) relyOn(step, recommendation);
    if (invitation !== null)
      step.tell(invitation.caseId, storeInvitation, 'acceptInvitation', { applicationCaseId: step.state.id });
    step.notify('applicationReceived', 'applicant', { route, filedAt: step.now });
    resumeReview(step);
  },

  actions: {
    checkMaterials(step, { items }) {
      Object.assign(step.facts.materials, items);
    },

    recordCreditCheck: takeCreditCheck,

    judgeCondition(step, { item, met, reason }) {
      const judgement = { verdict: met ? 'MET' : 'NOT_MET', reason } as const;
      if (isJudgement(item)) step.facts.judgements[item] = judgement;
      else judgeMerit(step, item, judgement);
    },

    recordFinding(step, { limb, found, reason }) {
      takeFinding(step, limb, found, reason);
    },

    changeRoute(step, { route, reason }) {
      changeRoute(step, route, reason);
    },

    waiveCondition(step, { item, reason }) {
      checkWaiver(step, item, 'REVIEWER');
      step.facts.waivers[item] = { reason, by: step.actor.id };
    },

    overrideCondition(step, { item, reason }) {
      checkWaiver(step, item, 'MANAGER');
      step.facts.overrides[item] = { reason, by: step.actor.id };
    },

    requestSupplement(step, { items, reason }) {
      step.moveTo('RETURNED_FOR_SUPPLEMENT');
      step.pauseDeadline('preliminaryReview', text('等待补正', 'awaiting the supplement'));
      restReview(step);
      step.startDeadline('supplement', step.workingDays('supplement.days'));
      step.notify('supplementRequested', 'applicant', { items, reason }, ['supplement']);
    },

    answerSupplement(step, answer) {
      const changes = takeSupplement(step, answer);
      step.facts.materials = {};
      step.write('form', { changes, filedById: step.actor.id });
      step.meetDeadline('supplement');
      resumeReview(step);
      step.moveTo('PRELIM_REVIEW');
    },

    passPreliminaryReview(step, { interview, reason }) {
      requireReviewComplete(step, reason);
      step.closeTask('preliminaryReview');
      step.meetDeadline('preliminaryReview');
      step.moveTo('INTERVIEW_SCHEDULED');
      appoint(step, interview);
      step.notify('interviewNotice', 'applicant', { interview: interviewView(step) }, ['interview']);
    },

    rejectApplication(step, { reason, clause }) {
      const clauses = clause === undefined ? groundsOf(step.facts, step.rules) : [clause];
      const cited = clauses.map((one, index) => (index === 0 ? one : one.replace('SH-STORE ', ''))).join('、');
      step.record('GROUND_CITED', text(`不予通过的依据：${cited}`, `Rejected under ${cited}`), {
        clause: cited,
        requirement: 'XC-05.1',
        detail: { clauses },
      });
      step.notify('preliminaryRejected', 'applicant', { decidedAt: step.now, reasons: [reason], clause: cited });
      step.close('PRELIM_REJECTED');
      tellRecommender(step, contract.outcomes.PRELIM_REJECTED, [reason]);
    },

    withdraw(step, { reason }) {
      refuseOnceBegun(step);
      const why = reason === undefined ? {} : { reason };
      if (step.deadline('interview'))
        step.notify('interviewCancelled', 'applicant', { interview: nextInterviewView(step), ...why });
      step.notify('applicationWithdrawn', 'applicant', { withdrawnAt: step.now, ...why });
      step.close('WITHDRAWN');
      tellRecommender(step, contract.outcomes.WITHDRAWN);
    },

    requestReschedule(step, { reason }) {
      refuseOnceBegun(step);
      step.openTask('rescheduleRequest', { reason });
    },

    rescheduleInterview(step, { interview, reason, onBehalfOf }) {
      const asked = step.task('rescheduleRequest') !== undefined;
      if ((onBehalfOf ?? (asked ? 'APPLICANT' : 'CENTRE')) === 'APPLICANT') {
        refuseOnceBegun(step);
        countRescheduling(step);
      }
      const previousAt = interviewOf(step).at;
      step.closeTask('rescheduleRequest');
      step.cancelDeadline('interview');
      step.closeTask('interview');
      step.moveTo('RESCHEDULED');
      appoint(step, interview);
      step.notify('interviewRescheduled', 'applicant', { interview: interviewView(step), previousAt, reason }, [
        'interview',
      ]);
    },

    declineReschedule(step, { reason }) {
      if (step.task('rescheduleRequest') === undefined) {
        refuse('NOT_NOW', '申请人没有待处理的改期请求。', 'The applicant has no open request for another appointment.');
      }
      step.closeTask('rescheduleRequest');
      step.notify('rescheduleDeclined', 'applicant', { interview: interviewView(step), reason }, ['interview']);
    },

    recordAttendance(step) {
      const interview = interviewOf(step);
      if (step.now < startOfDay(dayOf(interview.at))) {
        refuse('NOT_NOW', '面审日未到，不能记录到场。', 'The day of the interview has not come.', {
          facts: { at: interview.at },
        });
      }
      step.participate('interviewer');
      step.meetDeadline('interview');
      step.closeTask('rescheduleRequest');
      step.openTask('interview');
      step.moveTo('ATTENDED');
    },

    recordAbsence(step) {
      const { at, place } = interviewOf(step);
      if (!isExceeded({ period: { unit: 'instant', at }, dueAt: at }, step.now)) {
        refuse(
          'NOT_NOW',
          '面审时间未过，不能记录缺席。',
          'The time of the interview is not over; nobody is absent yet.',
          {
            facts: { at },
          },
        );
      }
      step.cancelDeadline('interview');
      step.closeTask('interview');
      step.closeTask('rescheduleRequest');
      step.moveTo('NO_SHOW_PENDING');
      startExplanation(step, at);
      step.notify('absenceRecorded', 'applicant', { interviewAt: at, place }, ['explanation']);
    },

    explainAbsence(step) {
      step.facts.absenceExplained = true;
      step.meetDeadline('explanation');
      step.openTask('absenceDecision');
    },

    excuseAbsence(step, { interview, reason }) {
      countRescheduling(step);
      const previousAt = interviewOf(step).at;
      step.cancelDeadline('explanation');
      step.closeTask('absenceDecision');
      step.facts.absenceExplained = false;
      step.moveTo('RESCHEDULED');
      appoint(step, interview);
      step.notify('interviewRescheduled', 'applicant', { interview: interviewView(step), previousAt, reason }, [
        'interview',
      ]);
    },

    endExcused(step, { reason }) {
      const { reschedulings } = step.facts;
      const most = step.number('interview.maxReschedulings');
      if (reschedulings < most) {
        refuse(
          'NOT_NOW',
          `还可以改期（已改期 ${reschedulings} 次，上限 ${most} 次）；理由成立的，请重新安排面审。`,
          `Another appointment can still be given (${reschedulings} of ${most} are used); excuse the absence with one.`,
          { facts: { requirement: 'SH-STORE-05.7', reschedulings, most } },
        );
      }
      const { at } = interviewOf(step);
      step.notify('absenceExcusedEnded', 'applicant', { interviewAt: at, decidedAt: step.now, reason });
      step.close('ENDED_EXCUSED');
      tellRecommender(step, contract.outcomes.ENDED_EXCUSED, [reason]);
    },

    findAbsenceWithoutCause(step, { reason, serviceProof }, unreached) {
      const until = step.deadline('explanation');
      if (until !== undefined) {
        refuse(
          'NOT_NOW',
          '说明期限尚未届满，申请人也未作说明。',
          'The time to explain is still running and nothing has been explained.',
          { facts: { until: until.dueAt } },
        );
      }
      requireService(step, unreached, serviceProof);
      const { at } = interviewOf(step);
      const { firstDay, lastDay, firstAdmissibleDay, clause, firm } = noShowBar(dayOf(at), step.rules);
      step.write('bar', { id: `${step.state.id}:noShow`, ground: 'NO_SHOW', clause, firstDay, lastDay, firm });
      step.record(
        'BAR_IMPOSED',
        text(
          `自 ${firstDay} 至 ${lastDay} 不再受理开店申请`,
          `No application is accepted from ${firstDay} to ${lastDay}`,
        ),
        {
          clause,
          requirement: 'SH-STORE-05.5',
          detail: { firstDay, lastDay, firstAdmissibleDay },
        },
      );
      step.notify('noShowBar', 'applicant', {
        interviewAt: at,
        finding: reason,
        firstDay,
        lastDay,
        firstAdmissibleDay,
      });
      step.close('DEEMED_ABANDONED');
      tellRecommender(step, contract.outcomes.DEEMED_ABANDONED, [reason]);
    },

    verifyMaterials(step, { items }) {
      tickOriginals(step, items);
    },

    signCommitment(step, { fileId }) {
      step.facts.commitmentFileId = fileId;
      step.moveTo('COMMITMENT_SIGNED');
    },

    passInterview(step) {
      requireVerified(step);
      if (step.facts.commitmentFileId === null) {
        refuse('STEP_MISSING', '尚未签署《承诺书》。', 'The commitment letter has not been signed.', {
          facts: { requirement: 'SH-STORE-05.3' },
        });
      }
      openStore(step);
      step.close('INTERVIEW_PASSED');
      tellRecommender(step, contract.outcomes.INTERVIEW_PASSED);
    },

    liftBar: (step, input, bars) => liftBar(step, input, bars, 'applicant'),

    failInterview(step, { reason }) {
      const deficient = deficientOriginals(step).map(({ title }) => title);
      step.notify('interviewFailed', 'applicant', { decidedAt: step.now, reasons: [reason], deficient });
      step.close('INTERVIEW_FAILED');
      tellRecommender(step, contract.outcomes.INTERVIEW_FAILED, [reason]);
    },
  },

  due: {
    // An internal target: the list of the manager shows it overdue, nothing follows (SH-STORE-04.6).
    preliminaryReview() {},

    supplement(step) {
      step.notify('applicationLapsed', 'applicant', { lapsedAt: step.now });
      step.close('LAPSED');
      tellRecommender(step, contract.outcomes.LAPSED);
    },

    // The appointment has begun: what happened is for the reviewer to record.
    interview(step) {
      step.openTask('interview');
    },

    explanation(step) {
      step.openTask('absenceDecision');
    },
  },

  remind: {
    interview(step) {
      const workingDaysLeft = remainingWorkingDays(step.state.calendar, step.now, interviewOf(step).at);
      step.notify('interviewReminder', 'applicant', { interview: interviewView(step), workingDaysLeft }, ['interview']);
    },
  },
});

function isJudgement(item: JudgementKey | TrialMerit): item is JudgementKey {
  return (judgementKeys as readonly string[]).includes(item);
}

/** Only a trial asks for merits beyond the conditions (SH-STORE-07.1). */
function judgeMerit(step: Application, merit: TrialMerit, judgement: Judgement): void {
  if (step.facts.route !== 'TRIAL') {
    refuse('INVALID_INPUT', '该项仅试运行途径须作判断。', 'This is judged on the trial route alone.', {
      field: 'item',
    });
  }
  step.facts.merits = { ...step.facts.merits, [merit]: judgement };
}

/** Puts the review into the inbox, due by its internal target (SH-STORE-04.6): with whoever had it before, if anybody. */
function resumeReview(step: Application): void {
  const target = step.workingDays('sla.preliminaryReview');
  if (step.deadline('preliminaryReview')) step.resumeDeadline('preliminaryReview');
  else step.startDeadline('preliminaryReview', target);
  step.openTask('preliminaryReview', undefined, step.deadline('preliminaryReview')?.dueAt ?? null);
  const before = step.state.participants['reviewer']?.at(-1);
  if (before !== undefined) step.assignTask('preliminaryReview', before);
}

/** What waits for the applicant is nobody's work and late with nobody. */
function restReview(step: Application): void {
  const holder = step.task('preliminaryReview')?.assigneeId;
  if (holder) step.state.participants['reviewer'] = [holder];
  step.closeTask('preliminaryReview');
}

/** Three working days from the interview; from now if that time would be over before it was asked for. */
function startExplanation(step: Application, interviewAt: Instant): void {
  const period = step.workingDays('interview.explanationDays');
  step.startDeadline('explanation', period, interviewAt);
  const dueAt = step.deadline('explanation')?.dueAt;
  if (dueAt != null && dueAt <= step.now) {
    step.cancelDeadline('explanation');
    step.startDeadline('explanation', period, step.now);
  }
}

function tellRecommender(step: Application, outcome: Text, reasons?: string[]): void {
  const { recommendation } = step.facts;
  if (recommendation === null) return;
  const { department, documentNumber } = recommendation;
  step.notify('recommendedCaseOutcome', 'recommender', {
    department,
    documentNumber,
    outcome,
    decidedAt: step.now,
    ...(reasons && { reasons }),
  });
}
