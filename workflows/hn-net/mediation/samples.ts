/** What the notices of this process are told with in tests. */
import { bodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import { packageFields, packageRecipients } from '../../../rules/hn-net/data-package.ts';
import { failureReasons, mediationLevels } from '../../../rules/hn-net/mediation.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { mediation, MediationFacts } from './contract.ts';
import { clauses } from './terms.ts';

const declared = {
  consequence: text('期限届满的，由调解员宣告调解结果', 'The mediator is asked to declare the result'),
  clause: clauses.mediation,
  platformRule: true,
} as const;

const platformLevel = sampleDeadline({
  ...declared,
  name: 'platformLevel',
  title: text('平台调解', 'Mediation by the platform'),
  lastDay: '2025-10-30',
  dueAt: '2025-10-31T00:00:00.000+08:00',
  workingDaysLeft: 20,
});

const departmentLevel = sampleDeadline({
  ...declared,
  name: 'departmentLevel',
  title: text('主管部门调解', 'Mediation by the department'),
  lastDay: '2025-11-19',
  dueAt: '2025-11-20T00:00:00.000+08:00',
  workingDaysLeft: 20,
});

const departmentApplication = sampleDeadline({
  name: 'departmentApplication',
  title: text('向中小企业主管部门申请调解', 'Apply to the SME department'),
  lastDay: '2025-11-17',
  dueAt: '2025-11-18T00:00:00.000+08:00',
  workingDaysLeft: 20,
  consequence: text('期限内未申请的，案卷办结；之后仍可申请', 'The file is closed; you may still apply after that'),
  clause: clauses.mediation,
  platformRule: true,
  duty: false,
});

const performance = sampleDeadline({
  name: 'performance',
  title: text('履行调解协议', 'Perform the settlement'),
  lastDay: '2025-11-20',
  dueAt: '2025-11-21T00:00:00.000+08:00',
  workingDaysLeft: 23,
  consequence: text(
    '未履行的，予以记录，另一方可以通过其他渠道维权',
    'It is recorded, and the other side may use other channels',
  ),
  clause: clauses.mediation,
});

const session = {
  at: '2025-10-20T14:00:00.000+08:00',
  minutes: 90,
  place: '浏阳窗口平台二楼会议室',
  requirements: ['携带合同原件'],
  originals: [],
  told: 'sessionScheduled',
  sequence: 0,
} as const;

const department = bodyInWords('hn-dept-liuyang');
const by = text('消费者', 'Consumer');

export const mediationSamples: SamplesOf<typeof mediation> = {
  mediationApplied: {
    plannedAt: '2025-09-26T10:00:00.000+08:00',
    deadlines: [platformLevel],
    by,
    account: '检测报告逾期一个月才交付。',
    claim: '退还一半费用',
    orderNumber: 'DD-2025-0031',
    complaintNumber: '浏阳投诉〔2025〕7号',
    appliedAt: '2025-09-26T10:00:00.000+08:00',
  },
  mediationStarted: {
    plannedAt: '2025-09-28T10:00:00.000+08:00',
    deadlines: [platformLevel],
    startedAt: '2025-09-28T10:00:00.000+08:00',
  },
  sessionScheduled: { session },
  sessionMoved: {
    session: { ...session, at: '2025-10-22T14:00:00.000+08:00', sequence: 1 },
    previousAt: session.at,
    reason: '服务商出差',
  },
  sessionCancelled: { session: { ...session, sequence: 1 }, reason: '双方自行商谈' },
  sessionReminder: { plannedAt: '2025-10-17T09:00:00.000+08:00', session },
  levelExpired: { level: mediationLevels.PLATFORM, expiredAt: '2025-10-31T00:00:00.000+08:00' },
  settlementReached: {
    plannedAt: '2025-10-20T16:00:00.000+08:00',
    deadlines: [performance],
    terms: '服务商退还40%费用。',
    signedByConsumerOn: '2025-10-20',
    signedByProviderOn: '2025-10-20',
    performBy: '2025-11-20',
  },
  mediationFailed: {
    plannedAt: '2025-10-20T16:00:00.000+08:00',
    deadlines: [departmentApplication],
    ground: failureReasons.NO_AGREEMENT,
    reason: '退款比例差距较大，未达成一致。',
    failedAt: '2025-10-20T16:00:00.000+08:00',
    department,
  },
  departmentMediationStarted: {
    bodyId: 'hn-dept-liuyang',
    plannedAt: '2025-10-22T10:00:00.000+08:00',
    deadlines: [departmentLevel],
    by,
    appliedAt: '2025-10-22T10:00:00.000+08:00',
  },
  mediationFailedFinally: {
    bodyId: 'hn-dept-liuyang',
    ground: failureReasons.TIME_EXPIRED,
    reason: '仍未达成一致。',
    failedAt: '2025-11-20T10:00:00.000+08:00',
  },
  mediationEnded: {
    endedAt: '2025-11-18T00:00:00.000+08:00',
    why: text('期限内未向主管部门申请调解', 'No application to the department was made in time'),
    department,
  },
  mediationWithdrawn: { by, withdrawnAt: '2025-10-08T10:00:00.000+08:00', reason: '自行协商解决' },
  performanceRecorded: { performed: false, note: '未退款', recordedAt: '2025-11-21T10:00:00.000+08:00' },
  dataSupplied: {
    recipient: packageRecipients.COURT.title,
    fields: [packageFields.providerName.title, packageFields.creditCode.title, packageFields.mediationFile.title],
    basis: '《中华人民共和国民事诉讼法》第七十条',
    purpose: '审理服务合同纠纷',
    suppliedAt: '2025-12-01T10:00:00.000+08:00',
  },
};

/** What a mediation remembers, for the sentences of its timeline. */
export const mediationRemembered: Partial<MediationFacts> = {
  session: {
    at: '2025-09-30T14:00:00.000+08:00',
    minutes: 60,
    place: '会议室',
    requirements: [],
    sequence: 0,
    told: 'sessionScheduled',
  },
};
