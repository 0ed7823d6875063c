/** What the notices of this process are told with in tests. */
import type { AppointmentView } from '../../../rules/notices.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { application } from '../../../rules/sh-store/application.fixture.ts';
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { barLiftedSample, letter, recommendedCaseOutcomeSample } from '../shared-samples.ts';
import type { storeApplication, StoreApplicationFacts } from './contract.ts';
import { originalsToBring } from './originals.ts';

const answer = sampleDeadline({
  name: 'supplement',
  title: text('补充申请材料', 'hand in the supplement'),
  lastDay: '2025-10-16',
  dueAt: '2025-10-17T00:00:00.000+08:00',
  workingDaysLeft: 10,
  consequence: text('本次申请终止，不设不受理期', 'the application lapses, without a bar'),
  clause: 'SH-STORE 二.2',
  platformRule: true,
});

const explanation = sampleDeadline({
  name: 'explanation',
  title: text('说明缺席原因', 'explain the absence'),
  lastDay: '2025-10-11',
  dueAt: '2025-10-12T00:00:00.000+08:00',
  workingDaysLeft: 3,
  consequence: text('由审核人员根据现有情况作出认定', 'a reviewer decides on what is known'),
  clause: 'SH-STORE 二.3',
  platformRule: true,
});

export const sampleInterview: AppointmentView = {
  at: '2025-08-29T14:00:00.000+08:00',
  minutes: 60,
  place: '上海市中小企业发展服务中心 三楼 302 室（上海市徐汇区示例路 88 号）',
  contact: '王老师 021-0000 0000',
  requirements: [
    text(
      '由法定代表人或者持授权书的代表参加',
      'The legal representative or a person with a letter of authority attends',
    ),
    '请提前 15 分钟到场登记',
  ],
  originals: [
    text('营业执照原件', 'Business licence'),
    text('行业资质证书原件', 'Industry qualification certificates'),
    text('上一会计年度财务报表', 'Financial statements of the last fiscal year'),
  ],
  sequence: 0,
};

export const storeApplicationSamples: SamplesOf<typeof storeApplication> = {
  applicationReceived: { route: 'STANDARD', filedAt: '2025-08-18T09:30:00.000+08:00' },
  supplementRequested: {
    deadlines: [answer],
    items: ['营业执照副本扫描件（现有扫描件第二页不清晰）', '2024 年度审计报告'],
    reason: '两项材料无法辨认或者缺少',
  },
  applicationLapsed: {
    lapsedAt: '2025-10-17T00:00:00.000+08:00',
    requestedAt: '2025-09-26T11:20:00.000+08:00',
  },
  applicationWithdrawn: { withdrawnAt: '2025-08-19T16:05:00.000+08:00', reason: '经营计划调整' },
  preliminaryRejected: {
    decidedAt: '2025-08-20T10:00:00.000+08:00',
    reasons: ['专职人员 8 人，不足 10 人', '未取得市、区中小企业工作主管部门的推荐'],
    clause: 'SH-STORE 一.1(2)',
  },
  routeChanged: {
    from: 'STANDARD',
    to: 'TRIAL',
    reason: '年营收未达标，有区主管部门推荐',
    changedAt: '2025-08-20T10:00:00.000+08:00',
    clause: 'SH-STORE 一.2',
  },
  interviewNotice: { plannedAt: '2025-08-20T10:00:00.000+08:00', interview: sampleInterview },
  interviewRescheduled: {
    plannedAt: '2025-08-27T10:00:00.000+08:00',
    interview: { ...sampleInterview, at: '2025-09-05T09:30:00.000+08:00', sequence: 1 },
    previousAt: sampleInterview.at,
    reason: '代表因病住院，附有证明',
  },
  rescheduleDeclined: {
    plannedAt: '2025-08-27T10:00:00.000+08:00',
    interview: sampleInterview,
    reason: '面审日程已满，申请人未附证明',
  },
  interviewReminder: {
    plannedAt: '2025-08-26T09:00:00.000+08:00',
    interview: sampleInterview,
    workingDaysLeft: 3,
  },
  interviewCancelled: {
    plannedAt: '2025-08-28T09:00:00.000+08:00',
    interview: { ...sampleInterview, sequence: 1 },
    reason: '申请已撤回',
  },
  absenceRecorded: {
    plannedAt: '2025-09-30T15:00:00.000+08:00',
    deadlines: [explanation],
    interviewAt: '2025-09-30T14:00:00.000+08:00',
    place: sampleInterview.place,
    bar: { firstDay: '2025-10-01', lastDay: '2026-03-30' },
  },
  absenceExcusedEnded: {
    plannedAt: '2025-10-28T10:00:00.000+08:00',
    interviewAt: '2025-10-27T10:00:00.000+08:00',
    decidedAt: '2025-10-28T10:00:00.000+08:00',
    reason: '代表仍在住院，附有证明',
  },
  noShowBar: {
    interviewAt: sampleInterview.at,
    finding: '未出席面审，期限内未说明原因',
    firstDay: '2025-08-30',
    lastDay: '2026-02-28',
    firstAdmissibleDay: '2026-03-01',
  },
  interviewFailed: {
    decidedAt: '2025-08-29T15:10:00.000+08:00',
    reasons: ['办公场地租赁合同与申报面积不符'],
    deficient: ['场地租赁合同原件'],
  },
  recommendationReceived: {
    ...letter,
    receivedAt: '2025-08-15T13:30:00.000+08:00',
    relatedAt: '2025-08-18T09:30:00.000+08:00',
  },
  recommendedCaseOutcome: recommendedCaseOutcomeSample,
  barLifted: barLiftedSample,
};

/** What an application remembers, for the sentences of its timeline. */
export const storeApplicationRemembered: Partial<StoreApplicationFacts> = {
  route: 'INVITED',
  reschedulings: 0,
  figures: application(),
  interview: {
    at: '2025-09-05T09:30:00.000+08:00',
    minutes: 60,
    place: sampleInterview.place,
    requirements: [],
    originals: originalsToBring(application(), []),
    sequence: 0,
  },
};
