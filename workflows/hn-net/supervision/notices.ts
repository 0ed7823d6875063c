/** The notices of this process, all to the supervised institution. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import { SUPERVISION } from './terms.ts';

/** What was found. */
interface Found {
  readonly grounds: readonly Text[];
  readonly reason: Phrase;
}

export const supervisionNotices = {
  findingMade: adverse(
    notice<Found & { readonly foundAt: Instant }>('HN-NET-25.1', '监管认定告知', 'A finding was made', SUPERVISION),
  ),
  /** `deadlines[0]`: the time to correct. */
  warned: asksFor(
    'reportCorrection',
    adverse(
      notice<Found & { readonly demands: string; readonly correctBy: Day }>(
        'HN-NET-25.3',
        '警示及限期改正告知',
        'Warning, with a time to correct',
        SUPERVISION,
      ),
      'stated',
    ),
  ),
  correctionJudged: adverse(
    notice<{ readonly result: Text; readonly reason?: Phrase; readonly judgedAt: Instant }>(
      'HN-NET-25.3',
      '改正情况核查结果',
      'Result on your correction',
      SUPERVISION,
    ),
  ),
  /** `deadlines[0]`: the time to be heard. */
  lossAnnounced: asksFor(
    'giveStatement',
    sentWhile(
      adverse(
        notice<Found & { readonly qualification: Text }>(
          'HN-NET-25.3',
          '拟取消资格及陈述申辩告知',
          'Your qualification is to be cancelled: you may be heard',
          SUPERVISION,
        ),
        'stated',
      ),
      { deadlines: 'open' },
    ),
  ),
  lossDropped: notice<{ readonly qualification: Text; readonly reason: Phrase; readonly decidedAt: Instant }>(
    'HN-NET-25.3',
    '不予取消资格告知',
    'Your qualification stays',
    SUPERVISION,
  ),
  /** A letter, and by e-mail: table 4.28, N-16. */
  qualificationCancelled: {
    ...adverse(
      notice<Found & { readonly qualification: Text; readonly cancelledOn: Day; readonly heard: boolean }>(
        'HN-NET-25.3',
        '取消资格决定书',
        'Decision to cancel your qualification',
        SUPERVISION,
      ),
    ),
    channels: ['LETTER', 'EMAIL'] as const,
  },
  supervisionEscalated: notice<{ readonly reason: Phrase; readonly escalatedAt: Instant }>(
    'HN-NET-25.5',
    '监管案件上报告知',
    'The case was reported upward',
    SUPERVISION,
  ),
  supervisionClosed: notice<{ readonly result: Text; readonly reason: Phrase; readonly closedAt: Instant }>(
    'HN-NET-25.1',
    '监管结案告知',
    'The supervision is closed',
    SUPERVISION,
  ),
};
