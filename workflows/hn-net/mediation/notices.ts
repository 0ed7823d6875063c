/** The notices of this process. */
import type { BodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import {
  asksFor,
  adverse,
  notice,
  sentWhile,
  withCalendar,
  type AppointmentView,
  type Phrase,
} from '../../../rules/notices.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import type { ToldOfRelease } from '../data-release.ts';
import { clauses } from './terms.ts';

const { mediation } = clauses;

/** The sessions of a case are one entry in the calendars of its sides: the one that is ahead. */
const inCalendar = {
  of: 'session',
  title: text('消费争议调解', 'Mediation session'),
  demands: text('需要准备的事项', 'What to prepare'),
} as const;

export const mediationNotices = {
  /** To both sides; `deadlines[0]`: the end of the level. */
  mediationApplied: asksFor(
    'statePosition',
    notice<{
      readonly by: Text;
      readonly account: string;
      readonly claim: string;
      readonly orderNumber?: string;
      /** Number of the complaint that it comes from. */
      readonly complaintNumber?: string;
      readonly appliedAt: Instant;
    }>('HN-NET-21.1', '调解申请告知', 'Mediation has been applied for', mediation),
  ),
  /** To both sides; `deadlines[0]`: the end of the level. */
  mediationStarted: notice<{ readonly startedAt: Instant }>(
    'HN-NET-21.2',
    '调解受理告知',
    'The mediation has begun',
    mediation,
  ),
  /** To both sides. */
  sessionScheduled: sentWhile(
    withCalendar(
      notice<{ readonly session: AppointmentView }>('HN-NET-21.3', '调解通知', 'Mediation session', mediation, 2),
      { ...inCalendar, method: 'REQUEST' },
    ),
    { appointment: 'session' },
  ),
  sessionMoved: sentWhile(
    withCalendar(
      notice<{ readonly session: AppointmentView; readonly previousAt: Instant; readonly reason: Phrase }>(
        'HN-NET-21.3',
        '调解改期通知',
        'Mediation session moved',
        mediation,
        2,
      ),
      { ...inCalendar, method: 'REQUEST' },
    ),
    { appointment: 'session' },
  ),
  sessionCancelled: withCalendar(
    notice<{ readonly session: AppointmentView; readonly reason: Phrase }>(
      'HN-NET-21.3',
      '调解取消通知',
      'Mediation session cancelled',
      mediation,
    ),
    { ...inCalendar, method: 'CANCEL' },
  ),
  /** To both sides; `deadlines[0]`: the session. */
  sessionReminder: sentWhile(
    notice<{ readonly session: AppointmentView }>(
      'HN-NET-21.3',
      '调解提醒',
      'Reminder of a mediation session',
      mediation,
      2,
    ),
    { appointment: 'session' },
  ),
  /** To the mediators: the time has run out. */
  levelExpired: sentWhile(
    notice<{ readonly level: Text; readonly expiredAt: Instant }>(
      'HN-NET-21.5',
      '调解期限届满，请宣告调解结果',
      'The time for mediation has run out: declare the result',
      mediation,
    ),
    { tasks: ['declareFailure'] },
  ),
  /** To both sides; `deadlines[0]`: the day of performance. */
  settlementReached: notice<{
    readonly terms: string;
    readonly signedByConsumerOn: Day;
    readonly signedByProviderOn: Day;
    readonly performBy: Day;
  }>('HN-NET-21.6', '调解协议达成告知', 'A settlement has been reached', mediation, 2),
  /** To both sides: the right to apply again; `deadlines[0]`: until when the file waits for it. */
  mediationFailed: asksFor(
    'applyToDepartment',
    adverse(
      notice<{
        readonly ground: Text;
        readonly reason: Phrase;
        readonly failedAt: Instant;
        /** Where to apply; left out where there is no department. */
        readonly department?: BodyInWords;
      }>('HN-NET-21.3', '平台调解未成告知及再次申请权利', 'The mediation failed: you may apply again', mediation),
      'stated',
    ),
  ),
  /** To both sides; `deadlines[0]`: the end of the level. */
  departmentMediationStarted: notice<{
    readonly by: Text;
    readonly appliedAt: Instant;
  }>('HN-NET-21.3', '主管部门调解告知', 'The SME department mediates', mediation),
  /** To both sides: the last level has failed. */
  mediationFailedFinally: adverse(
    notice<{
      readonly ground: Text;
      readonly reason: Phrase;
      readonly failedAt: Instant;
    }>('HN-NET-21.3', '主管部门调解未成告知', 'The mediation by the SME department failed', mediation),
    'stated',
  ),
  /** To both sides: nobody has applied to the department. */
  mediationEnded: adverse(
    notice<{ readonly endedAt: Instant; readonly why: Text; readonly department?: BodyInWords }>(
      'HN-NET-21.3',
      '调解案件办结告知',
      'The mediation has ended',
      mediation,
    ),
    'stated',
  ),
  /** To both sides, and to who was asked to declare a result. */
  mediationWithdrawn: notice<{ readonly by: Text; readonly withdrawnAt: Instant; readonly reason?: Phrase }>(
    'HN-NET-21.1',
    '调解申请已撤回',
    'The application for mediation was withdrawn',
    mediation,
  ),
  /** To both sides. */
  performanceRecorded: notice<{ readonly performed: boolean; readonly note: Phrase; readonly recordedAt: Instant }>(
    'HN-NET-21.6',
    '调解协议履行情况告知',
    'Performance of the settlement',
    mediation,
  ),
  /** To both sides: what was supplied to whom. Names stand on the timeline alone. */
  dataSupplied: notice<ToldOfRelease>(
    'HN-NET-21.4',
    '登记信息和证据资料提供告知',
    'Registration data and evidence were supplied',
    mediation,
  ),
};
