/** The notices of this process. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

export const storeSupervisionNotices = {
  /** `deadlines[0]`: until when the store can still gain points. Sent on the first day of the month, and again before its end. */
  zeroMonthWarning: sentWhile(
    adverse(
      notice<{
        /** The months that ended without new points, such as 2025年8月. */
        readonly months: readonly Text[];
        /** How many in a row bring the ground about. */
        readonly needed: number;
        /** The day on which the ground would arise. */
        readonly arisesOn: Day;
        readonly passiveCounts: boolean;
      }>('SH-STORE-12.5', '积分预警', 'Warning: no new points', 'SH-STORE 四.5(3)'),
    ),
    { deadlines: 'open' },
  ),
  /** `deadlines[0]`: the end of the quarter. */
  lowQuarterWarning: sentWhile(
    adverse(
      notice<{
        readonly quarters: readonly Text[];
        readonly needed: number;
        readonly points: number;
        /** To 3 stars. */
        readonly missing: number;
        readonly threeStars: number;
        readonly basis: 'CUMULATIVE' | 'QUARTER';
        readonly nextEnd: Day;
        readonly arisesOn: Day;
      }>('SH-STORE-13.5', '评级预警', 'Warning: low rating', 'SH-STORE 四.5(4)'),
    ),
    { deadlines: 'open' },
  ),
  /** To the store, by which its credit check is incomplete. */
  shareholdersWanted: asksFor(
    'recordShareholders',
    sentWhile(
      notice<{ readonly mainShare: number }>(
        'SH-STORE-15.1',
        '请登记主要股东',
        'Please record your main shareholders',
        'SH-STORE 四.5(5)',
      ),
      { fact: { at: 'shareholders', is: 'nothing' }, latest: true },
    ),
  ),
  /** To the reviewers. */
  creditHit: sentWhile(
    notice<{ readonly source: string; readonly checkedOn: Day; readonly hits: number }>(
      'SH-STORE-15.2',
      '信用核查命中，待确认',
      'Credit check: a hit to be confirmed',
      'SH-STORE 四.5(5)',
    ),
    { tasks: ['confirmHit'] },
  ),
  /** What leaving means; it can be taken back until it is confirmed. */
  exitReceived: notice<{ readonly requestedAt: Instant; readonly reason: Phrase; readonly barMonths: number }>(
    'SH-STORE-15.4',
    '已收到退出申请',
    'Your request to leave has been received',
    'SH-STORE 四.5(7)',
  ),
  exitWithdrawn: notice<{ readonly withdrawnAt: Instant }>(
    'SH-STORE-15.4',
    '退出申请已撤回',
    'Your request to leave is withdrawn',
    'SH-STORE 四.5(7)',
  ),
  /** Of a finding that the store was told of. */
  findingWithdrawn: notice<{ readonly what: Text; readonly reason: Phrase; readonly withdrawnAt: Instant }>(
    'SH-STORE-10.10',
    '经营行为认定已撤回',
    'A finding on your conduct is taken back',
    'SH-STORE 四.4',
  ),
  /** A conduct that is returned or rectified; a clearance is notified by its own case. */
  conductFound: adverse(
    notice<{
      readonly conduct: Text;
      readonly course: Text;
      readonly foundOn: Day;
      readonly reason: Phrase;
      readonly clause: string;
    }>('SH-STORE-10.10', '经营行为认定', 'A finding on your conduct', 'SH-STORE 四.4'),
  ),
};
