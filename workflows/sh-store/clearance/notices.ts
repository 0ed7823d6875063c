/** The notices of this process. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import { clearanceBarLifted, clearanceBarShortened } from '../bars.ts';

/** A ground as its notices show it. */
export interface ToldGround {
  readonly title: Text;
  readonly clause: string;
  readonly facts: readonly Phrase[];
}

interface Grounds {
  readonly grounds: readonly ToldGround[];
}

const clearance = 'SH-STORE 四.6';

export const clearanceNotices = {
  clearanceDetected: sentWhile(
    notice<{
      readonly ground: Text;
      readonly clause: string;
      readonly facts: readonly Phrase[];
      readonly detectedAt: Instant;
    }>('SH-STORE-10', '清退情形待确认', 'Ground for clearance to be confirmed', 'SH-STORE 四.5', 2),
    { tasks: ['clearanceConfirmation'] },
  ),
  clearanceToCountersign: sentWhile(
    notice<Grounds & { readonly reason: Phrase }>(
      'SH-STORE-11.1',
      '清退决定待复核',
      'Clearance to be countersigned',
      clearance,
    ),
    { tasks: ['clearanceCountersignature'] },
  ),
  /** To the reviewers, who were told of the ground. */
  clearanceWithdrawn: notice<
    Grounds & {
      readonly withdrawnAt: Instant;
      readonly reason: Phrase;
      /** True if it had been confirmed and the store was notified. */
      readonly wasConfirmed: boolean;
    }
  >('SH-STORE-10', '清退情形已撤回', 'Ground for clearance withdrawn', 'SH-STORE 四.5', 2),
  // By letter and by e-mail, both (SH-STORE-11.2).
  clearanceNotice: asksFor('raiseObjection', {
    ...adverse(
      notice<
        Grounds & {
          readonly confirmedAt: Instant;
          readonly reason: Phrase;
          /**
           * First and last day on which, in principle, no application is accepted if letter and e-mail go out on the day of confirmation
           * (SH-STORE-11.6); null if no bar is applied.
           */
          readonly bar: { readonly firstDay: Day; readonly lastDay: Day } | null;
        }
      >('SH-STORE-11.2', '店铺清退告知函', 'Notification of clearance', clearance, 3),
    ),
    channels: ['LETTER', 'EMAIL'] as const,
  }),
  /** To a store that was notified of several grounds, one of which no longer stands (SH-STORE-10.11, 14.4). */
  groundFellAway: adverse(
    notice<Grounds & { readonly left: readonly ToldGround[]; readonly reason: Phrase; readonly withdrawnAt: Instant }>(
      'SH-STORE-10.11',
      '清退的一项情形不再成立',
      'One ground of the clearance no longer stands',
      'SH-STORE 四.5',
    ),
  ),
  /** To a store whose letter or e-mail went out on a later day than that of confirmation (SH-STORE-11.6, A-16, A-18). */
  barBegins: adverse(
    notice<{ readonly firstDay: Day; readonly lastDay: Day; readonly servedAt: Instant }>(
      'SH-STORE-11.6',
      '不受理期的起止日期',
      'From when to when the bar holds',
      clearance,
    ),
  ),
  clearanceDismissed: notice<Grounds & { readonly dismissedAt: Instant; readonly reason: Phrase }>(
    'SH-STORE-10',
    '清退情形不成立',
    'The ground for clearance does not stand',
    'SH-STORE 四.5',
    2,
  ),
  clearanceObjected: sentWhile(
    notice<{ readonly raisedAt: Instant }>(
      'SH-STORE-11.11',
      '店铺对清退提出异议',
      'The store objects to its clearance',
      clearance,
    ),
    { tasks: ['objectionDecision'] },
  ),
  objectionRejected: adverse(
    notice<{ readonly decidedAt: Instant; readonly reason: Phrase }>(
      'SH-STORE-11.11',
      '对清退的异议不成立',
      'The objection to the clearance is rejected',
      clearance,
    ),
  ),
  /** To the buyer of an order that is under way (SH-STORE-11.9). */
  buyerTold: notice<{ readonly orderId: string; readonly offlineAt: Instant }>(
    'SH-STORE-11.9',
    '您下单的店铺已下线',
    'A store that you have ordered from is offline',
    clearance,
  ),
  /** To a store that was notified of the clearance. */
  clearanceRevoked: notice<{ readonly why: Phrase; readonly revokedAt: Instant; readonly relisted: number }>(
    'SH-STORE-11.7',
    '店铺清退撤销',
    'The clearance is undone',
    clearance,
    2,
  ),
  /** To a store that takes its request back after it was confirmed (SH-STORE-15.4). */
  exitWithdrawnTooLate: notice<{ readonly withdrawnAt: Instant }>(
    'SH-STORE-15.4',
    '退出申请已不能撤回',
    'The request to leave can no longer be taken back',
    'SH-STORE 四.5(7)',
  ),
  barLifted: clearanceBarLifted,
  barShortened: clearanceBarShortened,
};
