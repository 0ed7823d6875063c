/** One sample of every template's data; a template without a sample does not compile. */
import type {
  DeadlineView,
  InterviewView,
  NoticeCommon,
  NoticeData,
  NoticeTemplate,
  Recommended,
  TrialFigures,
} from '../../rules/notices.ts';
import { text } from '../../rules/text.ts';
import { deadlineInWords, type Day } from '../../rules/time/index.ts';

const common: NoticeCommon = {
  caseId: 'SQ-2025-000127',
  caseKind: 'store-application',
  institution: '上海浦江知识产权服务有限公司',
  caseUrlPath: '/cases/SQ-2025-000127',
  plannedAt: '2025-09-26T15:00:00.000+08:00',
};

function deadline(
  view: Pick<DeadlineView, 'name' | 'title' | 'consequence' | 'clause' | 'workingDaysLeft'> & {
    lastDay: Day;
    dueAt: string;
    provisional?: boolean;
    duty?: boolean;
    platformRule?: boolean;
  },
): DeadlineView {
  const provisional = view.provisional ?? false;
  const words = deadlineInWords({
    period: { unit: 'date', day: view.lastDay },
    lastDay: view.lastDay,
    dueAt: view.dueAt,
    provisional,
  });
  return { ...view, provisional, words };
}

/** The two limits of a store approved on 2025-09-26, as of that day (SH-STORE-06.1 to .3). */
const setupDeadline = deadline({
  name: 'setup',
  title: text('完成店铺装修和产品上架', 'finish the decoration and list products'),
  lastDay: '2025-10-10',
  dueAt: '2025-10-11T00:00:00.000+08:00',
  workingDaysLeft: 5,
  consequence: text('做整顿处理', 'rectification'),
  clause: 'SH-STORE 四.3',
});

const setupLimit = deadline({
  name: 'setupLimit',
  title: text('完成首次装修和产品上架的最后期限', 'last limit for the first decoration and listing'),
  lastDay: '2025-10-23',
  dueAt: '2025-10-24T00:00:00.000+08:00',
  workingDaysLeft: 14,
  consequence: text(
    '予以清退；清退后，依据四.6，原则上一年内不再受理开店申请',
    'clearance; after that, under 四.6, in principle a bar of one year',
  ),
  clause: 'SH-STORE 四.5(1)',
});

const trialEnd = deadline({
  name: 'trial',
  title: text('试运行两个月', 'two months of trial operation'),
  lastDay: '2025-11-26',
  dueAt: '2025-11-27T00:00:00.000+08:00',
  workingDaysLeft: 38,
  consequence: text(
    '期满按三项指标评定：达标转正，任一项未达标作清退处理',
    'the trial is judged on three targets: with all met the store is regularised, with any missed it is cleared',
  ),
  clause: 'SH-STORE 一.2',
  duty: false,
});

const answer = deadline({
  name: 'supplement',
  title: text('补充申请材料', 'hand in the supplement'),
  lastDay: '2025-10-16',
  dueAt: '2025-10-17T00:00:00.000+08:00',
  workingDaysLeft: 10,
  consequence: text('本次申请终止，不设不受理期', 'the application lapses, without a bar'),
  clause: 'SH-STORE 二.2',
  platformRule: true,
});

const explanation = deadline({
  name: 'explanation',
  title: text('说明缺席原因', 'explain the absence'),
  lastDay: '2025-10-11',
  dueAt: '2025-10-12T00:00:00.000+08:00',
  workingDaysLeft: 3,
  consequence: text('由审核人员根据现有情况作出认定', 'a reviewer decides on what is known'),
  clause: 'SH-STORE 二.3',
  platformRule: true,
});

const acceptance = deadline({
  name: 'acceptance',
  title: text('提交开店申请（即为接受邀约）', 'file the application, which accepts the invitation'),
  lastDay: '2027-01-05',
  dueAt: '2027-01-06T00:00:00.000+08:00',
  workingDaysLeft: 21,
  provisional: true,
  consequence: text('邀约失效', 'the invitation lapses'),
  clause: 'SH-STORE 一.2',
  platformRule: true,
});

export const sampleInterview: InterviewView = {
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

const sampleFigures: TrialFigures = {
  points: { value: 1500, target: 1500, exceed: true, met: false },
  orders: { value: 99, target: 100, exceed: false, met: false },
  products: { value: 12, target: 10, exceed: false, met: true },
};

const metFigures: TrialFigures = {
  points: { value: 1501, target: 1500, exceed: true, met: true },
  orders: { value: 100, target: 100, exceed: false, met: true },
  products: { value: 10, target: 10, exceed: false, met: true },
};

const correctedFigures: TrialFigures = {
  ...metFigures,
  points: { value: 1481, target: 1500, exceed: true, met: false },
};

const letter: Recommended = { department: '浦东新区科技和经济委员会', documentNumber: '浦科经〔2025〕18号' };

const storeName = '浦江知产服务店';

const trialStarted = {
  ...common,
  deadlines: [{ ...trialEnd, workingDaysLeft: 40 }],
  storeName,
  startedAt: '2025-09-26T15:00:00.000+08:00',
  targets: { points: 1500, orders: 100, products: 10 },
};
const trialProgress = {
  ...common,
  plannedAt: '2025-11-19T09:00:00.000+08:00',
  deadlines: [{ ...trialEnd, workingDaysLeft: 5 }],
  storeName,
  figures: sampleFigures,
};

export const NOTICE_SAMPLES: { readonly [T in NoticeTemplate]: NoticeData<T> } = {
  applicationReceived: { ...common, route: 'STANDARD', filedAt: '2025-08-18T09:30:00.000+08:00' },
  supplementRequested: {
    ...common,
    deadlines: [answer],
    items: ['营业执照副本扫描件（现有扫描件第二页不清晰）', '2024 年度审计报告'],
    reason: '两项材料无法辨认或者缺少',
  },
  applicationLapsed: {
    ...common,
    lapsedAt: '2025-10-17T00:00:00.000+08:00',
    requestedAt: '2025-09-26T11:20:00.000+08:00',
  },
  applicationWithdrawn: { ...common, withdrawnAt: '2025-08-19T16:05:00.000+08:00', reason: '经营计划调整' },
  preliminaryRejected: {
    ...common,
    decidedAt: '2025-08-20T10:00:00.000+08:00',
    reasons: ['专职人员 8 人，不足 10 人', '未取得市、区中小企业工作主管部门的推荐'],
    clause: 'SH-STORE 一.1(2)',
  },
  routeChanged: {
    ...common,
    from: 'STANDARD',
    to: 'TRIAL',
    reason: '年营收未达标，有区主管部门推荐',
    changedAt: '2025-08-20T10:00:00.000+08:00',
  },
  interviewNotice: { ...common, plannedAt: '2025-08-20T10:00:00.000+08:00', interview: sampleInterview },
  interviewRescheduled: {
    ...common,
    plannedAt: '2025-08-27T10:00:00.000+08:00',
    interview: { ...sampleInterview, at: '2025-09-05T09:30:00.000+08:00', sequence: 1 },
    previousAt: sampleInterview.at,
    reason: '代表因病住院，附有证明',
  },
  rescheduleDeclined: {
    ...common,
    plannedAt: '2025-08-27T10:00:00.000+08:00',
    interview: sampleInterview,
    reason: '面审日程已满，申请人未附证明',
  },
  interviewReminder: {
    ...common,
    plannedAt: '2025-08-26T09:00:00.000+08:00',
    interview: sampleInterview,
    workingDaysLeft: 3,
  },
  interviewCancelled: {
    ...common,
    plannedAt: '2025-08-28T09:00:00.000+08:00',
    interview: { ...sampleInterview, sequence: 1 },
    reason: '申请已撤回',
  },
  absenceRecorded: {
    ...common,
    plannedAt: '2025-09-30T15:00:00.000+08:00',
    deadlines: [explanation],
    interviewAt: '2025-09-30T14:00:00.000+08:00',
    place: sampleInterview.place,
  },
  absenceExcusedEnded: {
    ...common,
    plannedAt: '2025-10-28T10:00:00.000+08:00',
    interviewAt: '2025-10-27T10:00:00.000+08:00',
    decidedAt: '2025-10-28T10:00:00.000+08:00',
    reason: '代表仍在住院，附有证明',
  },
  noShowBar: {
    ...common,
    interviewAt: sampleInterview.at,
    finding: '未出席面审，期限内未说明原因',
    firstDay: '2025-08-30',
    lastDay: '2026-02-28',
    firstAdmissibleDay: '2026-03-01',
  },
  interviewFailed: {
    ...common,
    decidedAt: '2025-08-29T15:10:00.000+08:00',
    reasons: ['办公场地租赁合同与申报面积不符'],
    deficient: ['场地租赁合同原件'],
  },
  storeOpened: {
    ...common,
    deadlines: [setupDeadline, setupLimit, trialEnd],
    storeName,
    openedAt: common.plannedAt,
    route: 'TRIAL',
  },
  deadlineReminder: {
    ...common,
    plannedAt: '2025-09-30T09:00:00.000+08:00',
    deadlines: [{ ...setupDeadline, workingDaysLeft: 2 }],
    duty: setupDeadline.title,
  },
  setupDone: { ...common, storeName, doneAt: '2025-10-15T17:45:00.000+08:00', inTime: false },
  rectificationOpened: {
    ...common,
    plannedAt: '2025-10-11T00:00:01.000+08:00',
    deadlines: [{ ...setupLimit, workingDaysLeft: 8 }],
    ground: text('超过 5 个工作日未完成开店基本工作', 'set-up not finished after more than 5 working days'),
    clause: 'SH-STORE 四.3',
    facts: [
      text(
        '2025年9月26日通过开店审核，至2025年10月10日 24:00 尚未发布装修',
        'Approved on 26 September 2025; no decoration published by 24:00 on 10 October 2025',
      ),
    ],
    corrections: [
      text('发布店铺装修', 'Publish the decoration'),
      text('至少上架一个产品', 'List at least one product'),
    ],
    effects: [
      text('除首次上架外不得上新', 'No new products beyond the first listing'),
      text('平台不作推广和推荐', 'The platform neither promotes nor recommends the store'),
      text('已受理的订单继续履行', 'Orders in hand continue'),
    ],
  },
  rectificationReleased: {
    ...common,
    clause: 'SH-STORE 四.3',
    releasedAt: '2025-10-16T11:00:00.000+08:00',
    reason: '装修和产品均已上线，情况属实',
  },
  trialStarted,
  trialProgress,
  trialRegularised: { ...common, storeName, regularisedAt: '2025-11-28T10:00:00.000+08:00', figures: metFigures },
  trialFailed: { ...common, storeName, endedAt: '2025-11-27T00:00:00.000+08:00', figures: sampleFigures },
  trialReopened: {
    ...common,
    plannedAt: '2025-12-03T10:00:00.000+08:00',
    storeName,
    reopened: { at: '2025-12-03T10:00:00.000+08:00', revoked: 'REGULARISED' },
    reason: '经查实，20 分系虚假交易所得',
    figures: correctedFigures,
  },
  recommendedTrialStarted: { ...trialStarted, ...letter },
  recommendedTrialProgress: { ...trialProgress, ...letter },
  clearanceDetected: {
    ...common,
    storeName,
    ground: text(
      '新店铺超过 15 个工作日未完成首次装修和产品上架',
      'first decoration and listing not done after more than 15 working days',
    ),
    clause: 'SH-STORE 四.5(1)',
    facts: [text('第 15 个工作日为2025年10月23日', 'The 15th working day was 23 October 2025')],
    detectedAt: '2025-10-24T00:00:00.000+08:00',
  },
  clearanceNotice: {
    ...common,
    storeName,
    ground: text(
      '新店铺超过 15 个工作日未完成首次装修和产品上架',
      'first decoration and listing not done after more than 15 working days',
    ),
    clause: 'SH-STORE 四.5(1)',
    facts: [text('已上架产品 0 个', '0 products listed')],
    confirmedAt: '2025-10-24T10:00:00.000+08:00',
    reason: '经核查，店铺至今未发布装修，也没有上架产品',
  },
  clearanceDismissed: {
    ...common,
    storeName,
    ground: text('试运行店铺未达标', 'a trial store that missed its targets'),
    clause: 'SH-STORE 一.2',
    dismissedAt: '2025-10-24T10:00:00.000+08:00',
    reason: '平台统计有误，更正后三项指标均已达到',
  },
  barLifted: {
    ...common,
    lastDay: '2026-10-24',
    liftedAt: '2026-03-02T10:00:00.000+08:00',
    reason: '非本机构过错',
  },
  invitation: {
    ...common,
    plannedAt: '2026-12-07T10:00:00.000+08:00',
    deadlines: [acceptance],
    inviter: '上海市中小企业发展服务中心',
    reasons: [text('行业内领先', 'Leads its field'), text('市场信誉较好', 'Good reputation in the market')],
    invitedAt: '2026-12-07T10:00:00.000+08:00',
  },
  invitationLapsed: {
    ...common,
    invitedAt: '2025-09-01T10:00:00.000+08:00',
    lapsedAt: '2025-10-10T00:00:00.000+08:00',
  },
  invitationDeclined: {
    ...common,
    invitedAt: '2025-09-01T10:00:00.000+08:00',
    declinedAt: '2025-09-08T10:00:00.000+08:00',
  },
  invitationNotTakenUp: {
    ...common,
    outcome: text('已谢绝邀约', 'Declined'),
    invitedAt: '2025-09-01T10:00:00.000+08:00',
    endedAt: '2025-09-08T10:00:00.000+08:00',
    reason: '今年暂无线上开店计划',
  },
  invitationAccepted: { ...common, acceptedAt: '2025-09-10T10:00:00.000+08:00', applicationCaseId: 'SQ-2025-000140' },
  recommendationReceived: {
    ...common,
    ...letter,
    receivedAt: '2025-08-15T13:30:00.000+08:00',
    relatedAt: '2025-08-18T09:30:00.000+08:00',
  },
  recommendedCaseOutcome: {
    ...common,
    ...letter,
    outcome: text('试运行期满，予以转正', 'trial completed, store regularised'),
    decidedAt: '2025-11-28T10:00:00.000+08:00',
    figures: metFigures,
  },
  deadlineMoved: {
    ...common,
    plannedAt: '2026-02-20T10:00:00.000+08:00',
    title: setupDeadline.title,
    from: text('2026年2月27日 24:00（北京时间 UTC+8）', '24:00 on Friday 27 February 2026 (UTC+8)'),
    to: text('2026年2月28日 24:00（北京时间 UTC+8）', '24:00 on Saturday 28 February 2026 (UTC+8)'),
    why: text(
      '国务院办公厅调整放假安排，2026年2月27日改为休息日',
      'The holiday arrangement was changed: 27 February 2026 is now a day off',
    ),
  },
};
