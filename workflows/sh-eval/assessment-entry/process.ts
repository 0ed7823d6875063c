/**
 * The entry of an institution in a campaign, from its draft to its grade (五、测评程序; 三、测评内容). Its parts lie beside it: how it is handed in,
 * how it is reviewed, how it is assessed, what comes of it.
 */
import { defineProcess } from '../../engine/define.ts';
import {
  clarify,
  correct,
  fileSheet,
  finishDocuments,
  interfere,
  isClarified,
  isVerified,
  nothingAsked,
  ownSheet,
  pointsAreFixed,
  replaceSheet,
  setGrade,
  somethingAsked,
  verify,
} from './assessment.ts';
import { assessmentEntry as contract } from './contract.ts';
import { handOver, nameDistrict } from './district.ts';
import {
  awaitYearEnd,
  canBeComplete,
  handIn,
  isComplete,
  isBeforeCutOff,
  isInTime,
  isPaperAwaited,
  isWhole,
  missTheCutOff,
  receivePaper,
  returnToDraft,
  takeLate,
} from './hand-in.ts';
import { assessorInterested, followInterests } from './interests.ts';
import { changeResult, isFirstObjection, mayBeGraded, mayStillEnter, object, publish, uphold } from './result.ts';
import {
  admit,
  dispatch,
  headcountMayBeWaived,
  isRecommended,
  lateDistrict,
  leaveOut,
  meetsConditions,
  notAdmit,
  notRecommend,
  recommend,
  takeUp,
} from './review.ts';
import { assessmentEntrySentences } from './sentences.ts';

export const assessmentEntry = defineProcess(contract, {
  sentences: assessmentEntrySentences,

  facts: (opening) => ({
    ...opening,
    ...{
      electronicAt: null,
      paperAt: null,
      lateAllowed: false,
      headcountWaived: null,
      recommendedAt: null,
      dispatch: null,
      admittedAt: null,
    },
    ...{
      points: { provisional: null, fixed: null },
      documentsReviewedAt: null,
      verification: null,
      clarification: null,
    },
    ...{ filedSheets: 0, filedBy: [], sheets: null, interferences: [], grade: null, published: null, objectedAt: null },
  }),

  open(step) {
    const { institutionCutOff, year, category } = step.facts;
    step.startDeadline('institutionCutOff', { unit: 'instant', at: institutionCutOff });
    awaitYearEnd(step);
    step.notify('entryBegun', 'institution', { year, category }, ['institutionCutOff']);
  },

  due: {
    institutionCutOff: missTheCutOff,
    districtCutOff: lateDistrict,
    // The points of the year, whenever they are read: the reading takes what had happened by then (SH-EVAL-01.6).
    yearEnd(step, points) {
      step.facts.points = { ...step.facts.points, fixed: points };
      if (step.state.stage === 'STORE_POINTS_REVIEW') {
        step.moveTo('VERIFICATION');
        step.openTask('verifyService', { category: step.facts.category });
      }
    },
    clarification() {},
  },

  interestDeclared: assessorInterested,

  requires: {
    submitEntry: [isInTime, isComplete],
    allowLate: [mayStillEnter, canBeComplete],
    recordPaper: [isPaperAwaited],
    returnEntry: [isBeforeCutOff],
    recommend: [meetsConditions],
    waiveHeadcount: [headcountMayBeWaived],
    recordDispatch: [isRecommended],
    takeUpLate: [isWhole, meetsConditions],
    askClarification: [nothingAsked],
    answerClarification: [somethingAsked],
    fileSheet: [pointsAreFixed, isVerified, isClarified],
    correctScore: [ownSheet],
    setGrade: [mayBeGraded],
    returnToAssessor: [mayBeGraded],
    objectToResult: [isFirstObjection],
  },

  actions: {
    reviseEntry(step, { changes }) {
      step.facts.category = changes.report.overview.category;
      step.facts.basis = changes.basis;
      step.write('form', { changes: { ...changes }, filedById: step.actor.id });
    },
    submitEntry: handIn,
    withdrawEntry: (step) => step.close('WITHDRAWN'),
    recordPaper: receivePaper,
    returnEntry: returnToDraft,
    nameDistrict,
    handOver,
    allowLate: takeLate,

    recommend,
    waiveHeadcount(step, { reason }) {
      step.facts.headcountWaived = reason;
    },
    notRecommend,
    recordDispatch: dispatch,
    takeUpLate: takeUp,
    leaveOut,
    admit,
    refuseAdmission: notAdmit,

    finishDocuments,
    askClarification: clarify,
    answerClarification(step) {
      const { clarification } = step.facts;
      if (clarification !== null) step.facts.clarification = { ...clarification, answeredAt: step.now };
      step.meetDeadline('clarification');
    },
    recordVerification: verify,
    fileSheet,
    correctScore: correct,
    replaceSheet,
    submitAssessment(step) {
      step.closeTask('submitAssessment');
      step.moveTo('GRADING');
      step.openTask('setGrade', { category: step.facts.category });
      followInterests(step);
    },
    recordInterference: interfere,
    setGrade,
    returnToAssessor(step) {
      step.closeTask('setGrade');
      step.facts.grade = null;
      step.moveTo('SCORED');
      step.openTask('submitAssessment', { category: step.facts.category });
      followInterests(step);
    },

    publishResult: publish,
    objectToResult: object,
    upholdResult: uphold,
    changeResult,
  },
});
