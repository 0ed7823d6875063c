/** The notices of this process. */
import { adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import { barLifted } from '../bars.ts';

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
  /** To the reviewers, who were told of the ground. */
  clearanceWithdrawn: notice<{
    readonly ground: Text;
    readonly clause: string;
    readonly withdrawnAt: Instant;
    readonly reason: Phrase;
    /** True if a reviewer had confirmed it and the store was notified. */
    readonly wasConfirmed: boolean;
  }>('SH-STORE-10', '清退情形已撤回', 'Ground for clearance withdrawn', 'SH-STORE 四.5'),
  // By letter and by e-mail, both (SH-STORE-11.2).
  clearanceNotice: {
    ...adverse(
      notice<{
        readonly ground: Text;
        readonly clause: string;
        readonly facts: readonly Phrase[];
        readonly confirmedAt: Instant;
        readonly reason: Phrase;
        /** First and last day on which, in principle, no application is accepted (SH-STORE-11.6). */
        readonly bar: { readonly firstDay: Day; readonly lastDay: Day };
      }>('SH-STORE-11.2', '店铺清退告知函', 'Notification of clearance', 'SH-STORE 四.6', 2),
    ),
    channels: ['LETTER', 'EMAIL'] as const,
  },
  clearanceDismissed: notice<{
    readonly ground: Text;
    readonly clause: string;
    readonly dismissedAt: Instant;
    readonly reason: Phrase;
  }>('SH-STORE-10', '清退情形不成立', 'The ground for clearance does not stand', 'SH-STORE 四.5'),
  /** To a store that was notified of the clearance: the case that found the ground no longer finds it. */
  clearanceRevoked: notice<{
    readonly ground: Text;
    readonly clause: string;
    readonly why: Text;
    readonly withdrawnAt: Instant;
  }>('SH-STORE-10', '店铺清退告知撤销', 'Notification of clearance revoked', 'SH-STORE 四.5'),
  barLifted,
};
