/** The notices of this process. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';

export const rectificationNotices = {
  /** `deadlines[0]`: the time by which it must be corrected. */
  rectificationOpened: asksFor(
    'handInCorrection',
    adverse(
      notice<{
        readonly ground: Text;
        readonly clause: string;
        readonly facts: readonly Phrase[];
        readonly corrections: readonly Phrase[];
        /** What holds while it is open (SH-STORE-09.5). */
        readonly effects: readonly Phrase[];
        /** True if the store hands in evidence of the correction itself. */
        readonly handIn?: boolean;
      }>('SH-STORE-09.3', '店铺整顿通知', 'Rectification notice', 'SH-STORE 四', 2),
    ),
  ),
  /** `deadlines[0]`, if given: the time that is left. */
  correctionSentBack: asksFor(
    'handInCorrection',
    adverse(
      sentWhile(
        notice<{ readonly clause: string; readonly reason: Phrase }>(
          'SH-STORE-09.6',
          '整顿核查未通过',
          'Correction sent back',
          'SH-STORE 四',
        ),
        { deadlines: 'same' },
      ),
    ),
  ),
  /** `deadlines[0]`: the new time. */
  rectificationExtended: asksFor(
    'handInCorrection',
    sentWhile(
      notice<{ readonly reason: Phrase }>('SH-STORE-09.7', '整顿期限延长', 'Rectification extended', 'SH-STORE 四.4'),
      { deadlines: 'same' },
    ),
  ),
  /** The system has found that the ground never stood. */
  rectificationWithdrawn: notice<{
    readonly clause: string;
    readonly doneAt: Instant;
    readonly withdrawnAt: Instant;
  }>('SH-STORE-06.1', '店铺整顿撤销', 'Rectification withdrawn', 'SH-STORE 四.3'),
  /** What it rested on was taken back by people. */
  rectificationUnfounded: notice<{ readonly why: Phrase; readonly withdrawnAt: Instant }>(
    'SH-STORE-09.2',
    '店铺整顿撤销',
    'Rectification taken back',
    'SH-STORE 四.4',
  ),
  rectificationReleased: notice<{ readonly clause: string; readonly releasedAt: Instant; readonly reason?: Phrase }>(
    'SH-STORE-09.6',
    '店铺整顿解除',
    'Rectification lifted',
    'SH-STORE 四',
  ),
};
