/** The notices of this process. */
import {
  asksFor,
  adverse,
  notice,
  sentWhile,
  withCalendar,
  type AppointmentView,
  type Phrase,
} from '../../../rules/notices.ts';
import type { EntryRoute, Recommended } from '../../../rules/sh-store/notices.ts';
import { text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import { recommendedCaseOutcome } from '../shared-notices.ts';
import { noShowBarLifted } from '../bars.ts';

/** One entry in the recipient's calendar, whatever becomes of the interview. */
const inCalendar = {
  of: 'interview',
  title: text('线下面审', 'Offline interview'),
  demands: text('面审要求', 'What is required'),
} as const;

/** An invitation holds as long as the interview stands as it says. */
const appointed = { appointment: 'interview' } as const;

export const storeApplicationNotices = {
  applicationReceived: notice<{ readonly route: EntryRoute; readonly filedAt: Instant }>(
    'SH-STORE-03',
    '开店申请收件回执',
    'Store application received',
    'SH-STORE 二.1',
  ),
  /** `deadlines[0]`: the time to answer. */
  supplementRequested: asksFor(
    'answerSupplement',
    adverse(
      sentWhile(
        notice<{ readonly items: readonly Phrase[]; readonly reason?: Phrase }>(
          'SH-STORE-04.5',
          '请补充申请材料',
          'Please supplement your application',
          'SH-STORE 二.2',
        ),
        { deadlines: 'open' },
      ),
    ),
  ),
  applicationLapsed: adverse(
    notice<{ readonly lapsedAt: Instant; readonly requestedAt?: Instant }>(
      'SH-STORE-04.5',
      '开店申请因逾期未补正而终止',
      'Application lapsed',
      'SH-STORE 二.2',
    ),
  ),
  applicationWithdrawn: notice<{ readonly withdrawnAt: Instant; readonly reason?: Phrase }>(
    'SH-STORE-03',
    '开店申请已撤回',
    'Application withdrawn',
    'SH-STORE 二.1',
  ),
  /** `clause`: the ground, if it is another than the review itself. */
  preliminaryRejected: adverse(
    notice<{
      readonly decidedAt: Instant;
      readonly reasons: readonly Phrase[];
      readonly clause?: string;
    }>('SH-STORE-04.4', '线上初审未通过', 'Preliminary review not passed', 'SH-STORE 二.2', 3),
  ),
  routeChanged: adverse(
    notice<{
      readonly from: EntryRoute;
      readonly to: EntryRoute;
      readonly reason: Phrase;
      readonly changedAt: Instant;
      readonly clause: string;
    }>('SH-STORE-02', '入驻途径变更通知', 'Route of your application changed', 'SH-STORE 一.2'),
  ),
  interviewNotice: sentWhile(
    withCalendar(
      notice<{ readonly interview: AppointmentView }>(
        'SH-STORE-04.3',
        '线下面审通知',
        'Offline interview notice',
        'SH-STORE 二.2',
        3,
      ),
      { ...inCalendar, method: 'REQUEST' },
    ),
    appointed,
  ),
  interviewRescheduled: sentWhile(
    withCalendar(
      notice<{
        readonly interview: AppointmentView;
        readonly previousAt: Instant;
        readonly reason?: Phrase;
      }>('SH-STORE-05.7', '线下面审改期通知', 'Offline interview rescheduled', 'SH-STORE 二.3', 3),
      { ...inCalendar, method: 'REQUEST' },
    ),
    appointed,
  ),
  /** The appointment stands as it was. */
  rescheduleDeclined: adverse(
    sentWhile(
      notice<{ readonly interview: AppointmentView; readonly reason: Phrase }>(
        'SH-STORE-05.7',
        '面审改期请求未获同意',
        'Request to reschedule declined',
        'SH-STORE 二.3',
        2,
      ),
      appointed,
    ),
  ),
  interviewReminder: sentWhile(
    notice<{ readonly interview: AppointmentView; readonly workingDaysLeft: number }>(
      'SH-STORE-05.11',
      '线下面审提醒',
      'Reminder of your offline interview',
      'SH-STORE 二.3',
      3,
    ),
    appointed,
  ),
  interviewCancelled: withCalendar(
    notice<{ readonly interview: AppointmentView; readonly reason?: Phrase }>(
      'SH-STORE-05',
      '线下面审取消通知',
      'Offline interview cancelled',
      'SH-STORE 二.3',
      2,
    ),
    { ...inCalendar, method: 'CANCEL' },
  ),
  /** `deadlines[0]`: the time to explain. */
  absenceRecorded: asksFor(
    'explainAbsence',
    adverse(
      notice<{
        readonly interviewAt: Instant;
        readonly place: string;
        /** First and last day of the bar that a finding of absence without cause would bring. */
        readonly bar: { readonly firstDay: Day; readonly lastDay: Day };
      }>('SH-STORE-05.6', '面审缺席，请说明原因', 'Absence recorded: please explain', 'SH-STORE 二.3'),
      'stated',
    ),
  ),
  absenceExcusedEnded: adverse(
    notice<{
      readonly interviewAt: Instant;
      readonly decidedAt: Instant;
      readonly reason: Phrase;
    }>('SH-STORE-05.7', '缺席理由成立，申请终止', 'Absence excused, application ended', 'SH-STORE 二.3'),
  ),
  noShowBar: adverse(
    notice<{
      readonly interviewAt: Instant;
      readonly finding: Phrase;
      readonly firstDay: Day;
      readonly lastDay: Day;
      readonly firstAdmissibleDay: Day;
    }>('SH-STORE-05.8', '无故缺席面审的认定', 'Finding of absence without cause', 'SH-STORE 二.3', 2),
  ),
  interviewFailed: adverse(
    notice<{
      readonly decidedAt: Instant;
      readonly reasons: readonly Phrase[];
      /** Items that did not agree with the originals. */
      readonly deficient?: readonly Phrase[];
    }>('SH-STORE-05.10', '线下面审未通过', 'Offline interview not passed', 'SH-STORE 二.3'),
  ),
  recommendationReceived: notice<
    Recommended & {
      /** When the letter was lodged. */
      readonly receivedAt: Instant;
      /** When an application came to rest on it. */
      readonly relatedAt?: Instant;
    }
  >('SH-STORE-07.3', '推荐函收件回执', 'Recommendation received', 'SH-STORE 一.2', 2),
  recommendedCaseOutcome,
  barLifted: noShowBarLifted,
};
