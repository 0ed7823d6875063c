/** Store application: what the measures ask from 一 to 二.3, step by step. */
import { citedTogether } from '../../../rules/notices/citation.ts';
import { atField, refuse } from '../../../rules/refusal.ts';
import { noShowBar } from '../../../rules/sh-store/bars.ts';
import type { Judgement, JudgementKey } from '../../../rules/sh-store/eligibility.ts';
import { judgementKeys } from '../../../rules/sh-store/eligibility-items.ts';
import type { TrialMerit } from '../../../rules/sh-store/routes.ts';
import { text, type Text } from '../../../rules/text.ts';
import { dayInWords, dayOf, remainingWorkingDays, type Instant } from '../../../rules/time/index.ts';
import { liftBar } from '../../engine/bars.ts';
import { correctContact } from '../../engine/contact.ts';
import { defineProcess } from '../../engine/define.ts';
import { institutionContact } from '../words.ts';
import { appoint, countRescheduling, interviewView, nextInterviewView } from './appointment.ts';
import { storeApplication as contract, type Application } from './contract.ts';
import { storeInvitation } from '../store-invitation/contract.ts';
import { anotherRoute, changeRoute, relyOn } from './change-route.ts';
import { takeCreditCheck, takeFinding } from './credit.ts';
import { cites, groundInWords, groundsOf } from './grounds.ts';
import {
  explanationOver,
  interviewDayCome,
  interviewOf,
  interviewTimeOver,
  noReschedulingLeft,
  notBegun,
  rescheduleAsked,
  reschedulingLeft,
} from './interview-checks.ts';
import {
  anyWaivable,
  checkWaiver,
  conditionsJudged,
  creditChecked,
  materialsChecked,
  meritsJudged,
  requireReasonForHit,
  routeHolds,
} from './review.ts';
import { openStore } from './open-store.ts';
import { commitmentSigned, deficientOriginals, originalsInOrder, originalsShown, tickOriginals } from './originals.ts';
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

  requires: {
    changeRoute: [anotherRoute],
    waiveCondition: [anyWaivable('REVIEWER')],
    overrideCondition: [anyWaivable('MANAGER')],
    passPreliminaryReview: [materialsChecked, creditChecked, conditionsJudged, meritsJudged, routeHolds],
    withdraw: [notBegun],
    requestReschedule: [notBegun],
    declineReschedule: [rescheduleAsked],
    recordAttendance: [interviewDayCome],
    recordAbsence: [interviewTimeOver],
    excuseAbsence: [reschedulingLeft],
    endExcused: [noReschedulingLeft],
    findAbsenceWithoutCause: [explanationOver],
    passInterview: [originalsShown, originalsInOrder, commitmentSigned],
  },

  cites,

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
      if (answer.institution?.name !== undefined) step.write('name', { at: 'institution.name' });
      step.meetDeadline('supplement');
      resumeReview(step);
      step.moveTo('PRELIM_REVIEW');
    },

    passPreliminaryReview(step, { interview, reason }) {
      requireReasonForHit(step, reason);
      step.closeTask('preliminaryReview');
      step.meetDeadline('preliminaryReview');
      step.moveTo('INTERVIEW_SCHEDULED');
      appoint(step, interview);
      step.notify('interviewNotice', 'applicant', { interview: interviewView(step) }, ['interview']);
    },

    rejectApplication(step, { reason, clause }) {
      const clauses = clause === undefined ? groundsOf(step.facts, step.rules) : [clause];
      const cited = citedTogether(clauses);
      step.record('GROUND_CITED', groundInWords(cited), {
        clause: cited,
        requirement: 'XC-05.1',
        detail: { clauses },
      });
      step.notify('preliminaryRejected', 'applicant', { decidedAt: step.now, reasons: [reason], clause: cited });
      step.close('PRELIM_REJECTED');
      tellRecommender(step, contract.outcomes.PRELIM_REJECTED, [reason]);
    },

    correctContact: (step, input) => correctContact(step, input, institutionContact),

    withdraw(step, { reason }) {
      const why = reason === undefined ? {} : { reason };
      if (step.deadline('interview'))
        step.notify('interviewCancelled', 'applicant', { interview: nextInterviewView(step), ...why });
      step.notify('applicationWithdrawn', 'applicant', { withdrawnAt: step.now, ...why });
      step.close('WITHDRAWN');
      tellRecommender(step, contract.outcomes.WITHDRAWN);
    },

    requestReschedule(step, { reason }) {
      step.openTask('rescheduleRequest', { reason });
    },

    rescheduleInterview(step, { interview, reason, onBehalfOf }) {
      const asked = step.task('rescheduleRequest') !== undefined;
      if ((onBehalfOf ?? (asked ? 'APPLICANT' : 'CENTRE')) === 'APPLICANT') {
        atField('onBehalfOf', () => {
          notBegun(step);
          countRescheduling(step);
        });
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
      step.closeTask('rescheduleRequest');
      step.notify('rescheduleDeclined', 'applicant', { interview: interviewView(step), reason }, ['interview']);
    },

    recordAttendance(step) {
      step.participate('interviewer');
      step.meetDeadline('interview');
      step.closeTask('rescheduleRequest');
      step.openTask('interview');
      step.moveTo('ATTENDED');
    },

    recordAbsence(step) {
      const { at, place } = interviewOf(step);
      step.cancelDeadline('interview');
      step.closeTask('interview');
      step.closeTask('rescheduleRequest');
      step.moveTo('NO_SHOW_PENDING');
      startExplanation(step, at);
      const { firstDay, lastDay } = noShowBar(dayOf(at), step.rules);
      const told = { interviewAt: at, place, bar: { firstDay, lastDay } };
      step.notify('absenceRecorded', 'applicant', told, ['explanation']);
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
      const { at } = interviewOf(step);
      step.notify('absenceExcusedEnded', 'applicant', { interviewAt: at, decidedAt: step.now, reason });
      step.close('ENDED_EXCUSED');
      tellRecommender(step, contract.outcomes.ENDED_EXCUSED, [reason]);
    },

    findAbsenceWithoutCause(step, { reason, serviceProof }, unreached) {
      requireService(step, unreached, serviceProof);
      const { at } = interviewOf(step);
      const { firstDay, lastDay, firstAdmissibleDay, clause, firm } = noShowBar(dayOf(at), step.rules);
      const [first, last] = [dayInWords(firstDay), dayInWords(lastDay)];
      step.write('bar', { id: `${step.state.id}:noShow`, ground: 'NO_SHOW', clause, firstDay, lastDay, firm });
      step.record(
        'BAR_IMPOSED',
        text(`自${first.zh}至${last.zh}不再受理开店申请`, `No application is accepted from ${first.en} to ${last.en}`),
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
  step.openTask('preliminaryReview');
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
