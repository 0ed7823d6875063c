/** What notices are told with in tests: what all carry, deadlines, and the notices common to all processes. */
import type {
  ClockRunsAgain,
  ClockStopped,
  DeadlineMoved,
  DeadlineReminder,
  DeadlineView,
  DelegationEnded,
  NoticeCommon,
  TaskDelegated,
  TaskHandedBack,
  ValuesChanged,
} from '../notices.ts';
import { text } from '../text.ts';
import { deadlineInWords, type Day, type Instant } from '../time/index.ts';
import type { AddressCode } from './address-code.ts';

/** What every notice of a sample case carries. */
export const sampleCommon: Omit<NoticeCommon, 'caseKind'> = {
  caseId: 'SQ-2025-000127',
  caseNumber: '沪企服店申〔2025〕127号',
  institution: '上海浦江知识产权服务有限公司',
  partyKind: 'ORGANISATION',
  number: 3,
  caseUrlPath: '/cases/SQ-2025-000127',
  plannedAt: '2025-09-26T15:00:00.000+08:00',
};

type SampleDeadline = Pick<DeadlineView, 'name' | 'title' | 'consequence' | 'clause' | 'workingDaysLeft'> & {
  readonly lastDay: Day;
  readonly dueAt: Instant;
  readonly provisional?: boolean;
  readonly duty?: boolean;
  readonly platformRule?: boolean;
};

/** A deadline as a notice shows it, with its words. */
export function sampleDeadline({ provisional = false, ...view }: SampleDeadline): DeadlineView {
  const { lastDay, dueAt } = view;
  const words = deadlineInWords({ period: { unit: 'date', day: lastDay }, lastDay, dueAt, provisional });
  return { ...view, provisional, words };
}

const answer = sampleDeadline({
  name: 'answer',
  title: text('答复', 'answer'),
  lastDay: '2025-10-10',
  dueAt: '2025-10-11T00:00:00.000+08:00',
  workingDaysLeft: 2,
  consequence: text('视为放弃', 'it counts as given up'),
  clause: '第一条',
});

type Samples<Of> = { readonly [Name in keyof Of]: Of[Name] & Partial<NoticeCommon> };

/** The notices that every process has. */
export const commonSamples: Samples<{
  deadlineReminder: DeadlineReminder;
  deadlineMoved: DeadlineMoved;
  valuesChanged: ValuesChanged;
  taskDelegated: TaskDelegated;
  taskHandedBack: TaskHandedBack;
  delegationEnded: DelegationEnded;
  clockStopped: ClockStopped;
  clockRunsAgain: ClockRunsAgain;
}> = {
  deadlineReminder: {
    plannedAt: '2025-09-30T09:00:00.000+08:00',
    deadlines: [answer],
    duty: answer.title,
  },
  deadlineMoved: {
    plannedAt: '2026-02-20T10:00:00.000+08:00',
    title: answer.title,
    from: text('2026年2月27日 24:00（北京时间 UTC+8）', '24:00 on Friday 27 February 2026 (UTC+8)'),
    to: text('2026年2月28日 24:00（北京时间 UTC+8）', '24:00 on Saturday 28 February 2026 (UTC+8)'),
    why: text(
      '国务院办公厅调整放假安排，2026年2月27日改为休息日',
      'The holiday arrangement was changed: 27 February 2026 is now a day off',
    ),
  },
  valuesChanged: {
    plannedAt: '2025-09-28T10:00:00.000+08:00',
    changes: [text('开店须上架的产品数：由 1 改为 2', 'Products that must be listed: from 1 to 2')],
    changedAt: '2025-09-28T10:00:00.000+08:00',
    reason: '按新版管理办法执行',
  },
  taskDelegated: {
    plannedAt: '2025-09-26T10:00:00.000+08:00',
    deadlines: [answer],
    task: text('线上初审', 'Preliminary review'),
    by: '李审核',
    note: '请核对营业执照的经营范围。',
    delegation: { task: 'preliminaryReview', entry: 1, at: '2025-09-26T10:00:00.000+08:00' },
  },
  taskHandedBack: {
    plannedAt: '2025-09-28T10:00:00.000+08:00',
    task: text('线上初审', 'Preliminary review'),
    by: '王审核',
    opinion: '经营范围与申报的服务相符。',
    delegation: { task: 'preliminaryReview', entry: 1, at: '2025-09-26T10:00:00.000+08:00' },
  },
  delegationEnded: {
    plannedAt: '2025-09-28T10:00:00.000+08:00',
    task: text('线上初审', 'Preliminary review'),
    delegate: '王审核',
    why: text('委派已收回', 'it was recalled'),
  },
  clockStopped: {
    plannedAt: '2025-09-29T10:00:00.000+08:00',
    duties: [answer.title],
    clocks: [answer.name],
    since: '2025-09-28T16:00:00.000+08:00',
    why: text('产品待平台审核', 'a product awaits the platform’s review'),
  },
  clockRunsAgain: {
    plannedAt: '2025-09-30T10:00:00.000+08:00',
    deadlines: [answer],
    duties: [answer.title],
    stoodFrom: '2025-09-28T16:00:00.000+08:00',
    stoodTo: '2025-09-30T10:00:00.000+08:00',
    why: text('产品待平台审核', 'a product awaits the platform’s review'),
  },
};

export const sampleAddressCode: AddressCode = {
  code: '492817',
  validMinutes: 15,
  purpose: text('提交投诉', 'filing a complaint'),
};
