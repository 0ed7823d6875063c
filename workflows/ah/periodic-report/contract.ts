import { text } from '../../../rules/text.ts';
import { fixedDateLadder } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, member } from '../words.ts';
import type { PeriodicReportFacts, PeriodicReportOpening } from './facts.ts';
import type { PeriodicReportInputs } from './input.ts';
import { periodicReportNotices } from './notices.ts';

const CLAUSE = 'AH-EVAL 附件1(服务数据上传)';
const monthly = { clause: CLAUSE, requirement: 'AH-EVAL-04.1' } as const;
const annual = { clause: CLAUSE, requirement: 'AH-EVAL-04.2' } as const;
const arising = { clause: CLAUSE, requirement: 'AH-EVAL-04.5' } as const;
const examined = { clause: CLAUSE, requirement: 'AH-EVAL-04.3' } as const;

const late = text(
  '记为逾期，计入评价的数据上传项；仍应补报',
  'It is marked late, which the evaluation counts; it is to be made all the same',
);

/** A time that comes of itself: the period is over, and its report is owed. */
const beginning = {
  ...arising,
  consequence: text('期间结束，产生报送义务', 'The period is over: its report is owed'),
  legalEffect: false,
  duty: false,
  platformRule: true,
  ladder: [],
} as const;

const STANDING = ['CURRENT', 'DUE', 'OVERDUE'] as const;

/**
 * The monthly and annual reports of a member, as long as it is one: AH-EVAL-04. The duty on a period arises with its end; the deadline of the next
 * report always runs, so that it is reminded of before a long holiday as well.
 */
export const periodicReport = contract<{
  opening: PeriodicReportOpening;
  facts: PeriodicReportFacts;
  inputs: PeriodicReportInputs;
}>()({
  kind: 'periodicReport',
  prefix: 'rpt',
  mark: '报送',
  title: text('月报和年报', 'Monthly and annual reports'),
  parties: { member },
  bodies: { platform: text('省综合服务平台', 'Provincial platform') },
  stages: {
    CURRENT: text('没有待报送的报告', 'Nothing owed'),
    DUE: text('待报送', 'A report is owed'),
    OVERDUE: text('逾期未报', 'A report is overdue'),
  },
  outcomes: { ENDED: text('已不在网，不再报送', 'Ended: it is no member any more') },
  notices: periodicReportNotices,
  tasks: { examineReports: { title: text('核对报送数据', 'Examine reports'), role: 'reviewer' } },
  deadlines: {
    monthly: {
      ...monthly,
      title: text('报送月报', 'Make the monthly report'),
      consequence: late,
      metBy: 'submitReport',
      ladder: fixedDateLadder,
    },
    annual: {
      ...annual,
      title: text('报送年报', 'Make the annual report'),
      consequence: late,
      metBy: 'submitReport',
      ladder: fixedDateLadder,
    },
    monthOver: { ...beginning, title: text('报告月份结束', 'The month is over') },
    yearOver: { ...beginning, title: text('报告年度结束', 'The year is over') },
  },
  actions: {
    submitReport: {
      ...monthly,
      title: text('报送运营情况', 'Make a report'),
      done: text('已报送运营情况', 'Report made'),
      event: 'REPORT_SUBMITTED',
      by: [party('member')],
      at: STANDING,
      reading: 'memberRecord',
    },
    completeReport: {
      ...examined,
      title: text('认定报告完整', 'Find a report complete'),
      done: text('报告完整', 'Report found complete'),
      event: 'REPORT_COMPLETE',
      by: [handling('reviewer')],
      at: STANDING,
      task: 'examineReports',
    },
    returnReport: {
      ...examined,
      title: text('退回补充', 'Return a report'),
      done: text('报告已退回补充', 'Report returned'),
      event: 'REPORT_RETURNED',
      by: [handling('reviewer')],
      at: STANDING,
      adverse: true,
      task: 'examineReports',
    },
    membershipEnded: {
      ...arising,
      title: text('成员资格终止', 'The membership has ended'),
      event: 'MEMBERSHIP_ENDED',
      by: ['case'],
      at: STANDING,
    },
  },
});

/** A step of a member's reports. */
export type Reports = StepOf<typeof periodicReport>;
