import { text } from '../../../rules/text.ts';
import { fiveWorkingDayLadder, fixedDateLadder } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, member } from '../words.ts';
import type { AnnualEvaluationFacts, AnnualEvaluationOpening } from './facts.ts';
import type { AnnualEvaluationInputs } from './input.ts';
import { annualEvaluationNotices } from './notices.ts';

const evaluated = { clause: 'AH-EVAL 第六条第二项' } as const;
const summary = { clause: 'AH-EVAL 附件3', requirement: 'AH-EVAL-06.3' } as const;
const data = { clause: 'AH-EVAL 第五条', requirement: 'AH-EVAL-06.1' } as const;
const comment = { ...evaluated, requirement: 'AH-EVAL-06.4' } as const;
const ranking = { clause: 'AH-EVAL 第七条', requirement: 'AH-EVAL-07.1' } as const;
const kept = { clause: 'AH-EVAL 第八条', requirement: 'AH-EVAL-07.7' } as const;

/**
 * The annual evaluation of a member: AH-EVAL-06, 07. The provincial platform brings the data, the department scores, ranks and grades; what ends a
 * title or residency is confirmed by a second person.
 */
export const annualEvaluation = contract<{
  opening: AnnualEvaluationOpening;
  facts: AnnualEvaluationFacts;
  inputs: AnnualEvaluationInputs;
}>()({
  kind: 'annualEvaluation',
  beginsUnderNewestRules: true,
  prefix: 'aev',
  mark: '年评',
  title: text('年度综合评价', 'Annual evaluation'),
  parties: { member },
  intake: { by: ['reviewer', 'manager'] },
  oneAtATime: {
    adds: 'yearEnded',
    evenAfter: ['RETAINED', 'TITLE_CANCELLED', 'RESIDENCY_CANCELLED'],
    alike: ['year'],
  },
  bodies: {
    platform: text('省综合服务平台', 'Provincial platform'),
    department: text('省经济和信息化厅', 'Provincial department'),
  },
  handledBy: { SCORING: 'department', RANKED: 'department', GRADED: 'department' },
  // The member is told its grade by the notice, and until then it can still be given otherwise (AH-EVAL-07.7).
  inside: {
    facts: ['marks', 'norms', 'counts', 'deductedFor', 'lifted', 'total', 'rank', 'grade', 'confirmed'],
    actions: ['complaintCounts', 'scoreSheet', 'rank', 'giveGrade', 'confirmGrade', 'returnGrade'],
    until: 'notifiedAt',
  },
  stages: {
    SUMMARY_DUE: text('待报送年度总结', 'Summary due'),
    DATA_COLLECTION: text('数据核对', 'Data out for comment'),
    SCORING: text('计分', 'Scoring'),
    RANKED: text('已排序，待定等', 'Ranked, to be graded'),
    GRADED: text('已定等，待通知', 'Graded, to be notified'),
  },
  outcomes: {
    RETAINED: text('保留称号或者入驻资格', 'Title or residency retained'),
    TITLE_CANCELLED: text('取消市级综合服务平台称号', 'Title cancelled'),
    RESIDENCY_CANCELLED: text('取消入驻资格', 'Residency cancelled'),
  },
  notices: annualEvaluationNotices,
  tasks: {
    collectData: { title: text('汇总评价数据并送核对', 'Sum the data and send them for comment'), role: 'reviewer' },
    answerComments: { title: text('处理对数据的意见', 'Deal with comments on the data'), role: 'reviewer' },
    score: { title: text('综合评价计分', 'Score the evaluation'), role: 'reviewer' },
    rank: { title: text('同类成员排序', 'Rank among its kind'), role: 'reviewer' },
    grade: { title: text('评定等次', 'Give the grade'), role: 'reviewer' },
    confirm: { title: text('复核不合格等次', 'Confirm an unqualified grade'), role: 'manager' },
    notifyResult: { title: text('通知评价结果', 'Notify the result'), role: 'reviewer' },
  },
  deadlines: {
    summary: {
      ...summary,
      title: text('报送年度工作总结', 'Hand in the yearly summary'),
      consequence: text(
        '列为材料不全；以总结为依据的项目没有依据，不计分',
        'It is listed as incomplete; items that rest on the summary score nothing',
      ),
      platformRule: true,
      metBy: 'submitSummary',
      ladder: fixedDateLadder,
    },
    comment: {
      ...comment,
      title: text('核对评价数据', 'Check the data'),
      consequence: text(
        '已提意见答复后，以现有数据计分',
        'Comments that were made are answered; then it is scored on the data as they are',
      ),
      platformRule: true,
      metBy: 'commentData',
      servedBy: 'dataForComment',
      reading: 'unreached',
      ladder: fiveWorkingDayLadder,
    },
  },
  actions: {
    submitSummary: {
      ...summary,
      title: text('报送年度工作总结', 'Hand in the yearly summary'),
      done: text('已报送年度工作总结', 'Yearly summary handed in'),
      event: 'SUMMARY_SUBMITTED',
      by: [party('member')],
      at: ['SUMMARY_DUE', 'DATA_COLLECTION'],
      withholds: ['parts'],
    },
    sendData: {
      ...data,
      title: text('汇总数据并送核对', 'Send the data for comment'),
      done: text('评价数据已送核对', 'Data sent for comment'),
      event: 'DATA_SENT',
      by: [handling('reviewer')],
      at: ['SUMMARY_DUE'],
      task: 'collectData',
      reading: 'scoringRecord',
    },
    commentData: {
      ...comment,
      title: text('对数据提出意见', 'Comment on the data'),
      done: text('已对数据提出意见', 'Commented on the data'),
      event: 'DATA_COMMENTED',
      by: [party('member')],
      at: ['DATA_COLLECTION'],
    },
    correctData: {
      ...data,
      title: text('更正评价数据', 'Correct a figure'),
      done: text('评价数据已更正', 'Figure corrected'),
      event: 'DATA_CORRECTED',
      reading: 'scoringRecord',
      by: [handling('reviewer')],
      at: ['DATA_COLLECTION'],
      adverse: true,
    },
    closeComments: {
      ...comment,
      title: text('答复对数据的意见', 'Answer comments on the data'),
      done: text('已答复对数据的意见', 'Comments on the data answered'),
      event: 'COMMENTS_ANSWERED',
      by: [handling('reviewer')],
      at: ['DATA_COLLECTION'],
      task: 'answerComments',
    },
    scoreSheet: {
      clause: 'AH-EVAL 第四条',
      requirement: 'AH-EVAL-01.3',
      title: text('计分', 'Score'),
      done: text('已计分', 'Scored'),
      event: 'EVALUATION_SCORED',
      by: [handling('reviewer')],
      at: ['SCORING'],
      task: 'score',
      reading: 'scoringRecord',
    },
    rank: {
      ...ranking,
      title: text('排序', 'Rank'),
      done: text('已排序', 'Ranked'),
      event: 'EVALUATION_RANKED',
      by: [handling('reviewer')],
      at: ['SCORING'],
      task: 'rank',
      reading: 'evaluations',
    },
    giveGrade: {
      ...ranking,
      title: text('评定等次', 'Give the grade'),
      done: text('已评定等次', 'Graded'),
      event: 'EVALUATION_GRADED',
      reading: 'evaluations',
      by: [handling('reviewer')],
      at: ['RANKED'],
      adverse: true,
      task: 'grade',
    },
    confirmGrade: {
      ...kept,
      title: text('确认不合格等次', 'Confirm the unqualified grade'),
      done: text('不合格等次已经第二人确认', 'Unqualified grade confirmed by a second person'),
      event: 'GRADE_CONFIRMED',
      by: [handling('manager')],
      at: ['GRADED'],
      adverse: true,
      task: 'confirm',
      notBy: ['grader'],
    },
    returnGrade: {
      ...kept,
      title: text('退回重新评定', 'Return the grade'),
      done: text('等次退回重新评定', 'Grade returned'),
      event: 'GRADE_RETURNED',
      by: [handling('manager')],
      at: ['GRADED'],
      adverse: true,
      task: 'confirm',
      notBy: ['grader'],
    },
    notifyResult: {
      ...kept,
      title: text('通知评价结果', 'Notify the result'),
      done: text('评价结果已通知', 'Result notified'),
      event: 'RESULT_NOTIFIED',
      reading: 'evaluations',
      by: [handling('reviewer'), handling('manager')],
      at: ['GRADED'],
      task: 'notifyResult',
      adverse: true,
    },
    complaintCounts: {
      clause: 'AH-EVAL 附件1(减分项)',
      requirement: 'AH-EVAL-08.1',
      title: text('投诉认定有变化', 'The finding on a complaint has changed'),
      event: 'DEDUCTED_COMPLAINT_CHANGED',
      // What changes is said on the timeline, where it was deducted.
      withholds: ['complaint', 'counts'],
      by: ['case'],
      at: ['SUMMARY_DUE', 'DATA_COLLECTION', 'SCORING', 'RANKED', 'GRADED'],
      whenClosed: true,
    },
    yearEnded: {
      ...evaluated,
      requirement: 'AH-EVAL-06.1',
      title: text('年度结束', 'The year is over'),
      event: 'EVALUATED_YEAR_ENDED',
      // The case has both from its own opening.
      withholds: ['kind', 'introducer'],
      by: ['case'],
      at: ['SUMMARY_DUE', 'DATA_COLLECTION', 'SCORING', 'RANKED', 'GRADED'],
      whenClosed: true,
    },
  },
});

/** A step of an evaluation. */
export type Evaluation = StepOf<typeof annualEvaluation>;
