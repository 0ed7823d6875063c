/** What every process has beside its own: tasks to take, delegate and give back, unreachable recipients, letters, another calendar, other rules. */
import {
  inDigest,
  internal,
  notice,
  sentWhile,
  type ClockRunsAgain,
  type ClockStopped,
  type DeadlineMoved,
  type ValuesChanged,
  type DeadlineReminder,
  type DelegationEnded,
  type TaskDelegated,
  type TaskHandedBack,
} from '../../rules/notices.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Office } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { ANY_STAGE, type ActionContract, type TaskContract } from './contract.ts';
import { handling, office } from './grants.ts';
import type { Clock } from './types.ts';

const staff = [handling('reviewer'), handling('manager'), office('admin')] as const;

export const commonActions = {
  claimTask: {
    title: text('领取待办', 'Take a task'),
    done: text('领取待办', 'Task claimed'),
    event: 'TASK_CLAIM_REQUESTED',
    by: staff,
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-05.1',
  },
  releaseTask: {
    title: text('退回待办', 'Give a task back'),
    done: text('退回待办', 'Task given back'),
    event: 'TASK_RELEASE_REQUESTED',
    by: staff,
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-05.1',
  },
  assignTask: {
    title: text('指派待办', 'Assign a task'),
    done: text('指派待办', 'Task assigned'),
    event: 'TASK_ASSIGNMENT_REQUESTED',
    by: [handling('manager')],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-05.1',
  },
  delegateTask: {
    title: text('委派待办', 'Delegate a task'),
    done: text('委派待办', 'Task delegated'),
    event: 'TASK_DELEGATION_REQUESTED',
    by: staff,
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-05.5',
  },
  handBackTask: {
    title: text('交回受托待办', 'Hand a delegated task back'),
    done: text('交回受托待办', 'Delegated task handed back'),
    event: 'TASK_HANDED_BACK',
    by: staff,
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-05.5',
  },
  recallTask: {
    title: text('收回委派', 'Recall a delegated task'),
    done: text('收回委派', 'Delegated task recalled'),
    event: 'TASK_RECALLED',
    by: staff,
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-05.5',
  },
  holderLeft: {
    title: text(
      '办理人或受托人不能再办理，待办退回',
      'Whoever holds or prepares a task can do it no longer: it goes back',
    ),
    event: 'TASK_HOLDER_LEFT',
    by: ['case'],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-05.5',
    tellsItself: true,
  },
  interestDeclared: {
    title: text(
      '参与过本案的人员登记了与当事人的利益关系',
      'Who took part in the case has declared an interest in a party',
    ),
    event: 'PARTICIPANT_INTERESTED',
    by: ['case'],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-05.5',
    // Who it is is told with the task, to who decides.
    withholds: ['account'],
  },
  settleInterest: {
    title: text('记录利益关系的处理结果', 'Record what becomes of an interest'),
    done: text('利益关系已处理', 'An interest was dealt with'),
    event: 'INTEREST_SETTLED',
    by: [handling('manager')],
    at: [ANY_STAGE],
    clause: '—',
    requirement: 'XC-05.5',
    task: 'lookIntoInterest',
  },
  noticeFailed: {
    title: text('通知未能送达', 'A notice could not be delivered'),
    event: 'NOTICE_UNDELIVERABLE',
    by: ['case'],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-04.3',
  },
  noticeSettled: {
    title: text('未送达的通知已了结', 'A notice that had not arrived is settled'),
    event: 'UNDELIVERED_NOTICE_SETTLED',
    by: ['case'],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-04.3',
  },
  noticeServed: {
    title: text('通知已按各种方式发出', 'A notice has gone out by all its ways'),
    event: 'NOTICE_SERVED',
    by: ['case'],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-04.2',
  },
  recordContact: {
    title: text('记录已另行联系', 'Record that the recipient was reached otherwise'),
    done: text('已另行联系到收件人', 'Recipient reached otherwise'),
    event: 'RECIPIENT_REACHED_OTHERWISE',
    by: [handling('reviewer'), handling('manager')],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-04.3',
    task: 'reachRecipient',
  },
  recordLetter: {
    title: text('记录告知函寄送情况', 'Record what became of a letter'),
    done: text('告知函寄送情况已记录', 'Letter recorded'),
    event: 'LETTER_RECORDED',
    by: [handling('reviewer'), handling('manager')],
    at: [ANY_STAGE],
    whenClosed: true,
    clause: '—',
    requirement: 'XC-04.2',
    task: 'sendLetter',
  },
  adoptRules: {
    title: text('改用最新规则', 'Move to the newest rules'),
    done: text('改用最新规则', 'Moved to the newest rules'),
    event: 'RULES_ADOPTED',
    by: [handling('manager')],
    at: [ANY_STAGE],
    clause: '—',
    requirement: 'XC-06.2',
    adverse: true,
    reading: 'rules',
  },
  calendarLoaded: {
    title: text('工作日历更新', 'Working-day calendar updated'),
    event: 'CALENDAR_CHANGED',
    by: ['case'],
    at: [ANY_STAGE],
    clause: '—',
    requirement: 'XC-02.3',
    reading: 'calendar',
  },
  clockFollowed: {
    title: text('期限随关联案件变动', 'A clock follows that of the case it came from'),
    event: 'CLOCK_FOLLOWED',
    by: ['case'],
    at: [ANY_STAGE],
    clause: '—',
    requirement: 'XC-02.3',
    tellsItself: true,
  },
} as const satisfies Record<string, ActionContract>;

export type CommonActions = typeof commonActions;

/** An office that tasks can be done in. */
export type StaffOffice = Pick<Office, 'role' | 'bodyId' | 'region'>;

/** What the common actions take; their schemas lie in `input.ts`. */
export interface CommonInputs {
  readonly claimTask: { readonly task: string; readonly entry?: number | undefined };
  readonly releaseTask: { readonly task: string; readonly entry?: number | undefined };
  readonly assignTask: { readonly task: string; readonly entry?: number | undefined; readonly to: string };
  /** `to`: account of the delegate. */
  readonly delegateTask: {
    readonly task: string;
    readonly entry?: number | undefined;
    readonly to: string;
    readonly note: string;
  };
  readonly handBackTask: { readonly task: string; readonly entry?: number | undefined; readonly opinion: string };
  readonly recallTask: { readonly task: string; readonly entry?: number | undefined };
  /** `offices`: those that the account still holds, none if it is disabled; `interests`: the parties in which it has one. */
  readonly holderLeft: {
    readonly account: string;
    readonly offices: readonly StaffOffice[];
    readonly interests?: readonly PartyKey[] | undefined;
  };
  /** `account`: of somebody who took part in the case and may not any more. */
  readonly interestDeclared: { readonly account: string };
  readonly settleInterest: { readonly reason: string };
  readonly noticeFailed: { readonly noticeId: string; readonly template: string };
  readonly noticeSettled: { readonly noticeId: string };
  /** Of a notice that goes by letter and by e-mail: both have gone out, or its recipient was reached otherwise (XC-04.2). */
  readonly noticeServed: { readonly template: string; readonly request: string };
  readonly recordContact: { readonly note: string; readonly noticeId?: string | undefined };
  readonly recordLetter: {
    readonly letter: string;
    readonly status: 'DISPATCHED' | 'DELIVERED' | 'RETURNED';
    readonly number?: string | undefined;
    readonly note?: string | undefined;
  };
  readonly adoptRules: { readonly reason: string };
  readonly calendarLoaded: Record<string, never>;
  readonly clockFollowed: {
    readonly deadline: string;
    readonly status: 'OPEN' | 'PAUSED' | 'MET' | 'PASSED' | 'CANCELLED';
    readonly clock: Clock;
  };
}

export const commonTasks = {
  reachRecipient: {
    title: text('通知无法送达，请另行联系', 'A notice did not arrive: reach the recipient otherwise'),
    role: 'reviewer',
  },
  sendLetter: { title: text('寄送书面告知函', 'Send the written notification'), role: 'reviewer' },
  lookIntoInterest: {
    title: text(
      '参与人员登记了利益关系，请决定其所作是否有效',
      'Who took part has an interest: decide what stands of it',
    ),
    role: 'manager',
  },
  loadCalendar: { title: text('加载尚未公布的工作日历', 'Load the calendar of a year now unpublished'), role: 'admin' },
} as const satisfies Record<string, TaskContract>;

export type CommonTasks = typeof commonTasks;

export const commonNotices = {
  /** `deadlines[0]`: the deadline it reminds of. */
  deadlineReminder: inDigest(
    sentWhile(notice<DeadlineReminder>('XC-03.2', '期限提醒', 'Deadline reminder'), { deadlines: 'same' }),
  ),
  /** `deadlines[0]`, if given: the deadline as it now stands. */
  deadlineMoved: sentWhile(notice<DeadlineMoved>('XC-02.3', '期限变更通知', 'A deadline has moved'), {
    deadlines: 'same',
  }),
  /** A case was put under newer rules: the values that this party goes by (XC-06.2). */
  valuesChanged: notice<ValuesChanged>('XC-06.2', '办理要求变更通知', 'What is asked for has changed'),
  taskDelegated: internal(
    sentWhile(notice<TaskDelegated>('XC-05.5', '待办委派给您', 'A task is delegated to you'), {
      delegation: 'withDelegate',
    }),
  ),
  taskHandedBack: internal(
    sentWhile(notice<TaskHandedBack>('XC-05.5', '受托人已交回待办', 'A delegated task is handed back'), {
      delegation: 'handedBack',
    }),
  ),
  delegationEnded: internal(notice<DelegationEnded>('XC-05.5', '待办委派终止', 'A delegation has ended')),
  clockStopped: sentWhile(notice<ClockStopped>('XC-02.3', '期限中止计时通知', 'A clock has stopped'), {
    clocks: 'stopped',
  }),
  /** `deadlines`: as they stand from now on. */
  clockRunsAgain: sentWhile(notice<ClockRunsAgain>('XC-02.3', '期限恢复计时通知', 'A clock runs again'), {
    deadlines: 'same',
  }),
};

export type CommonNotices = typeof commonNotices;
