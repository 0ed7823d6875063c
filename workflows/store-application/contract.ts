import type { Judgement, ItemKey, JudgementKey, Waiver } from '../../rules/sh-store/eligibility.ts';
import type { ApplicationFigures } from '../../rules/sh-store/form.ts';
import type { Recommendation, Route } from '../../rules/sh-store/routes.ts';
import type { Phrase } from '../../rules/notices.ts';
import { text } from '../../rules/text.ts';
import { fiveWorkingDayLadder, fixedDateLadder, shortLadder, type Day, type Instant } from '../../rules/time/index.ts';
import { contract } from '../engine/contract.ts';
import { withCommon } from '../engine/common.ts';

/** What an application is opened with. Names and contacts stay in the form's record. */
export interface StoreApplicationOpening {
  readonly route: Route;
  readonly figures: ApplicationFigures;
  readonly recommendation: (Recommendation & { readonly id: string; readonly recommenderId: string }) | null;
  readonly invitation: { readonly caseId: string; readonly invitedOn: Day; readonly lastDay: Day } | null;
}

/** What the reviewer ticks at the preliminary review (SH-STORE-04.1). */
export const MATERIALS = ['licence', 'figures', 'staff', 'premises', 'creditScreenshot'] as const;

export type Checked = 'OK' | 'DEFICIENT';

/** An item that only some applicants have may be marked as not applicable. */
export type Verified = Checked | 'NOT_APPLICABLE';

/** An appointment as the reviewer sets it; `originals` are those to bring beside the usual ones. */
export interface Appointment {
  readonly at: Instant;
  readonly minutes: number;
  readonly place: string;
  readonly requirements: readonly string[];
  readonly originals: readonly string[];
}

/** An original that is looked at in the interview. */
export interface Original {
  readonly key: string;
  readonly title: Phrase;
  readonly ifAny: boolean;
}

/** The appointment as it stands: its list of originals is frozen when it is made (SH-STORE-05.2). */
export interface Interview extends Omit<Appointment, 'originals'> {
  readonly originals: readonly Original[];
  readonly sequence: number;
}

export interface StoreApplicationFacts {
  route: Route;
  appliedOn: Day;
  figures: ApplicationFigures;
  recommendation: StoreApplicationOpening['recommendation'];
  invitation: StoreApplicationOpening['invitation'];
  judgements: Partial<Record<JudgementKey, Judgement>>;
  waivers: Partial<Record<ItemKey, Waiver>>;
  overrides: Partial<Record<ItemKey, Waiver>>;
  materials: Record<string, Checked>;
  credit: { result: 'CLEAR' | 'HIT'; source: string; checkedOn: Day; operatingRisk: boolean } | null;
  interview: Interview | null;
  /** Moves that the applicant asked for or caused. */
  reschedulings: number;
  absenceExplained: boolean;
  verified: Record<string, Verified>;
  commitmentFileId: string | null;
}

const review = { task: 'preliminaryReview', notBy: ['recommender', 'filer'] } as const;
const interview = { task: 'interview', notBy: ['recommender', 'filer'] } as const;
const appointed = ['INTERVIEW_SCHEDULED', 'RESCHEDULED'] as const;

/** Store application, preliminary review and interview: SH-STORE-01 to 05. */
export const storeApplication = withCommon(
  contract({
    kind: 'storeApplication',
    regime: 'SH_STORE',
    title: text('开店申请', 'Store application'),
    stages: {
      PRELIM_REVIEW: text('线上初审', 'Online preliminary review'),
      RETURNED_FOR_SUPPLEMENT: text('退回补正', 'Returned for supplement'),
      INTERVIEW_SCHEDULED: text('已安排线下面审', 'Interview scheduled'),
      RESCHEDULED: text('面审已改期', 'Interview rescheduled'),
      ATTENDED: text('已到场面审', 'Interview attended'),
      COMMITMENT_SIGNED: text('已签署承诺书', 'Commitment letter signed'),
      NO_SHOW_PENDING: text('缺席待认定', 'Absence to be decided'),
      INTERVIEW_PASSED: text('通过开店审核', 'Review passed'),
      PRELIM_REJECTED: text('初审未通过', 'Rejected at preliminary review'),
      LAPSED: text('逾期未补正', 'Lapsed'),
      WITHDRAWN: text('已撤回', 'Withdrawn'),
      INTERVIEW_FAILED: text('面审未通过', 'Interview failed'),
      DEEMED_ABANDONED: text('视为自动放弃', 'Deemed abandoned'),
      ENDED_EXCUSED: text('缺席理由成立，申请终止', 'Absence excused, application ended'),
    },
    outcomes: {
      INTERVIEW_PASSED: text('通过开店审核', 'Review passed'),
      PRELIM_REJECTED: text('初审未通过', 'Rejected at preliminary review'),
      LAPSED: text('逾期未补正，申请终止', 'Lapsed without an answer'),
      WITHDRAWN: text('申请人撤回', 'Withdrawn by the applicant'),
      INTERVIEW_FAILED: text('面审未通过', 'Interview failed'),
      DEEMED_ABANDONED: text('无故缺席，视为自动放弃', 'Absent without cause, deemed abandoned'),
      ENDED_EXCUSED: text(
        '缺席理由成立，改期次数用尽，申请终止',
        'Absence excused, no appointment left, application ended',
      ),
    },
    tasks: {
      preliminaryReview: { title: text('线上初审', 'Preliminary review'), role: 'reviewer' },
      interview: { title: text('线下面审', 'Offline interview'), role: 'reviewer' },
      rescheduleRequest: { title: text('处理改期请求', 'Request to reschedule'), role: 'reviewer' },
      absenceDecision: { title: text('认定缺席是否有正当理由', 'Decide on the absence'), role: 'reviewer' },
    },
    deadlines: {
      preliminaryReview: {
        title: text('线上初审内部时限', 'Internal target of the preliminary review'),
        clause: 'SH-STORE 二.2',
        requirement: 'SH-STORE-04.6',
        consequence: text('仅向主管报告，无法律效果', 'Reported to managers only; no legal effect'),
        ladder: [],
        legalEffect: false,
      },
      supplement: {
        title: text('补正申请材料', 'Supplement the application'),
        clause: 'SH-STORE 二.2',
        requirement: 'SH-STORE-04.5',
        consequence: text('逾期未补正，申请终止，不影响再次申请', 'The application lapses; no bar follows'),
        ladder: fiveWorkingDayLadder,
      },
      interview: {
        title: text('参加线下面审', 'Attend the offline interview'),
        clause: 'SH-STORE 二.3',
        requirement: 'SH-STORE-05.11',
        consequence: text(
          '无故缺席视为自动放弃，半年内不再受理开店申请',
          'Absence without cause is deemed abandonment; no application is accepted for half a year',
        ),
        ladder: fixedDateLadder,
      },
      explanation: {
        title: text('说明缺席原因', 'Explain the absence'),
        clause: 'SH-STORE 二.3',
        requirement: 'SH-STORE-05.6',
        consequence: text(
          '由审核人员认定是否无故缺席；无故缺席的半年内不再受理',
          'The reviewer decides; absence without cause bars applications for half a year',
        ),
        ladder: shortLadder,
      },
    },
    actions: {
      checkMaterials: {
        title: text('资料复核', 'Re-check the materials'),
        done: text('资料已复核', 'Materials re-checked'),
        event: 'MATERIALS_CHECKED',
        by: ['reviewer'],
        at: ['PRELIM_REVIEW'],
        clause: 'SH-STORE 二.2',
        requirement: 'SH-STORE-04.1',
        ...review,
      },
      recordCreditCheck: {
        title: text('信用风险核查', 'Record the credit-risk check'),
        done: text('已记录信用风险核查', 'Credit-risk check recorded'),
        event: 'CREDIT_CHECKED',
        by: ['reviewer'],
        at: ['PRELIM_REVIEW'],
        clause: 'SH-STORE 二.2',
        requirement: 'SH-STORE-04.2',
        ...review,
      },
      judgeCondition: {
        title: text('判断准入条件', 'Judge a condition'),
        done: text('已判断准入条件', 'Condition judged'),
        event: 'CONDITION_JUDGED',
        by: ['reviewer'],
        at: ['PRELIM_REVIEW'],
        clause: 'SH-STORE 一.1',
        requirement: 'SH-STORE-01.6',
        ...review,
      },
      waiveCondition: {
        title: text('放宽准入条件', 'Relax a condition'),
        done: text('已放宽准入条件', 'Condition relaxed'),
        event: 'CONDITION_WAIVED',
        by: ['reviewer'],
        at: ['PRELIM_REVIEW'],
        clause: 'SH-STORE 一.1',
        requirement: 'SH-STORE-01.7',
        ...review,
      },
      overrideCondition: {
        title: text('按“原则上”条款例外处理', 'Override a condition that holds in principle'),
        done: text('已按“原则上”条款例外处理', 'Condition that holds in principle overridden'),
        event: 'CONDITION_OVERRIDDEN',
        by: ['manager'],
        at: ['PRELIM_REVIEW'],
        clause: 'SH-STORE 一.1',
        requirement: 'XC-05.4',
        notBy: ['recommender', 'filer'],
      },
      requestSupplement: {
        title: text('退回补正', 'Return for supplement'),
        done: text('已退回补正', 'Returned for supplement'),
        event: 'SUPPLEMENT_REQUESTED',
        by: ['reviewer'],
        at: ['PRELIM_REVIEW'],
        clause: 'SH-STORE 二.2',
        requirement: 'SH-STORE-04.5',
        adverse: true,
        ...review,
      },
      answerSupplement: {
        title: text('提交补正材料', 'Answer the request for supplement'),
        done: text('已提交补正材料', 'Supplement handed in'),
        event: 'SUPPLEMENT_ANSWERED',
        by: ['provider'],
        at: ['RETURNED_FOR_SUPPLEMENT'],
        clause: 'SH-STORE 二.2',
        requirement: 'SH-STORE-04.5',
      },
      passPreliminaryReview: {
        title: text('通过初审并安排面审', 'Pass the preliminary review and set the interview'),
        done: text('通过初审并安排面审', 'Preliminary review passed, interview set'),
        event: 'PRELIMINARY_REVIEW_PASSED',
        by: ['reviewer'],
        at: ['PRELIM_REVIEW'],
        clause: 'SH-STORE 二.2',
        requirement: 'SH-STORE-04.3',
        ...review,
      },
      rejectApplication: {
        title: text('初审不予通过', 'Reject at the preliminary review'),
        done: text('初审不予通过', 'Rejected at the preliminary review'),
        event: 'APPLICATION_REJECTED',
        by: ['reviewer'],
        at: ['PRELIM_REVIEW'],
        clause: 'SH-STORE 二.2',
        requirement: 'SH-STORE-04.4',
        adverse: true,
        ...review,
      },
      withdraw: {
        title: text('撤回申请', 'Withdraw the application'),
        done: text('申请人撤回申请', 'Application withdrawn'),
        event: 'APPLICATION_WITHDRAWN',
        by: ['provider'],
        at: ['PRELIM_REVIEW', 'RETURNED_FOR_SUPPLEMENT', ...appointed, 'ATTENDED', 'COMMITMENT_SIGNED'],
        clause: 'SH-STORE 二.1',
        requirement: 'SH-STORE-03',
      },
      requestReschedule: {
        title: text('请求改期', 'Ask for another appointment'),
        done: text('申请人请求改期', 'Another appointment asked for'),
        event: 'RESCHEDULING_REQUESTED',
        by: ['provider'],
        at: appointed,
        clause: 'SH-STORE 二.3',
        requirement: 'SH-STORE-05.7',
      },
      rescheduleInterview: {
        title: text('面审改期', 'Reschedule the interview'),
        done: text('面审已改期', 'Interview rescheduled'),
        event: 'INTERVIEW_RESCHEDULED',
        by: ['reviewer'],
        at: appointed,
        clause: 'SH-STORE 二.3',
        requirement: 'SH-STORE-05.7',
        ...interview,
      },
      declineReschedule: {
        title: text('不同意改期', 'Decline to reschedule'),
        done: text('未同意改期', 'Rescheduling declined'),
        event: 'RESCHEDULING_DECLINED',
        by: ['reviewer'],
        at: appointed,
        clause: 'SH-STORE 二.3',
        requirement: 'SH-STORE-05.7',
        adverse: true,
        task: 'rescheduleRequest',
        notBy: ['recommender', 'filer'],
      },
      recordAttendance: {
        title: text('记录到场', 'Record attendance'),
        done: text('申请人到场', 'Attendance recorded'),
        event: 'INTERVIEW_ATTENDED',
        by: ['reviewer'],
        at: appointed,
        clause: 'SH-STORE 二.3',
        requirement: 'SH-STORE-05.1',
        ...interview,
      },
      recordAbsence: {
        title: text('记录缺席', 'Record absence'),
        done: text('申请人缺席', 'Absence recorded'),
        event: 'ABSENCE_RECORDED',
        by: ['reviewer'],
        at: appointed,
        clause: 'SH-STORE 二.3',
        requirement: 'SH-STORE-05.6',
        ...interview,
      },
      explainAbsence: {
        title: text('说明缺席原因', 'Explain the absence'),
        done: text('申请人说明缺席原因', 'Absence explained'),
        event: 'ABSENCE_EXPLAINED',
        by: ['provider'],
        at: ['NO_SHOW_PENDING'],
        clause: 'SH-STORE 二.3',
        requirement: 'SH-STORE-05.6',
      },
      excuseAbsence: {
        title: text('认可理由并重新安排面审', 'Excuse the absence and set another interview'),
        done: text('认可理由并重新安排面审', 'Absence excused, another interview set'),
        event: 'ABSENCE_EXCUSED',
        by: ['reviewer'],
        at: ['NO_SHOW_PENDING'],
        clause: 'SH-STORE 二.3',
        requirement: 'SH-STORE-05.7',
        task: 'absenceDecision',
        notBy: ['recommender', 'filer'],
      },
      endExcused: {
        title: text('认可理由，终止申请（不设不受理期）', 'Excuse the absence and end the application, without a bar'),
        done: text('认可理由，申请终止，不设不受理期', 'Absence excused, application ended without a bar'),
        event: 'APPLICATION_ENDED_EXCUSED',
        by: ['reviewer'],
        at: ['NO_SHOW_PENDING'],
        clause: 'SH-STORE 二.3',
        requirement: 'SH-STORE-05.7',
        adverse: true,
        task: 'absenceDecision',
        notBy: ['recommender', 'filer'],
      },
      findAbsenceWithoutCause: {
        title: text('认定无故缺席', 'Find that the absence was without cause'),
        done: text('认定无故缺席', 'Absence found to be without cause'),
        event: 'ABSENCE_FOUND_WITHOUT_CAUSE',
        by: ['reviewer'],
        at: ['NO_SHOW_PENDING'],
        clause: 'SH-STORE 二.3',
        requirement: 'SH-STORE-05.4',
        adverse: true,
        task: 'absenceDecision',
        notBy: ['recommender', 'filer'],
      },
      verifyMaterials: {
        title: text('材料验核', 'Verify materials against originals'),
        done: text('材料已验核', 'Materials verified against originals'),
        event: 'MATERIALS_VERIFIED',
        by: ['reviewer'],
        at: ['ATTENDED', 'COMMITMENT_SIGNED'],
        clause: 'SH-STORE 二.3',
        requirement: 'SH-STORE-05.2',
        ...interview,
      },
      signCommitment: {
        title: text('签署《承诺书》', 'Store the signed commitment letter'),
        done: text('已签署《承诺书》', 'Commitment letter signed'),
        event: 'COMMITMENT_SIGNED',
        by: ['reviewer'],
        at: ['ATTENDED'],
        clause: 'SH-STORE 二.3',
        requirement: 'SH-STORE-05.3',
        ...interview,
      },
      passInterview: {
        title: text('通过面审', 'Pass the interview'),
        done: text('通过面审', 'Interview passed'),
        event: 'INTERVIEW_PASSED',
        by: ['reviewer'],
        at: ['ATTENDED', 'COMMITMENT_SIGNED'],
        clause: 'SH-STORE 四.3',
        requirement: 'SH-STORE-05.9',
        ...interview,
      },
      failInterview: {
        title: text('面审不予通过', 'Fail the interview'),
        done: text('面审不予通过', 'Interview failed'),
        event: 'INTERVIEW_FAILED',
        by: ['reviewer'],
        at: ['ATTENDED', 'COMMITMENT_SIGNED'],
        clause: 'SH-STORE 二.3',
        requirement: 'SH-STORE-05.10',
        adverse: true,
        ...interview,
      },
    },
  }),
);
