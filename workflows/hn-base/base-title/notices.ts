/** The notices of this process. */
import { adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Day } from '../../../rules/time/index.ts';

export const baseTitleNotices = {
  /** To the base; some months before the end. */
  titleExpiring: sentWhile(
    notice<{ readonly name: string; readonly validTo: Day }>(
      'HN-BASE-05.2',
      '示范基地称号即将期满',
      'Your title is about to end',
      'HN-BASE 一',
    ),
    { deadlines: 'same' },
  ),
  /** To the base, when a call opens in the year in which its title ends. */
  mayDeclareAgain: sentWhile(
    notice<{
      readonly name: string;
      readonly validTo: Day;
      readonly year: number;
      readonly filingDay: Day;
    }>('HN-BASE-05.2', '可以重新申报示范基地', 'You may declare your base again', 'HN-BASE 一'),
    { stages: ['VALID', 'EXPIRING'], fact: { at: 'validTo', is: ['{validTo}'] } },
  ),
  /** To the base. */
  titleExpired: notice<{ readonly name: string; readonly validTo: Day }>(
    'HN-BASE-05.1',
    '示范基地称号已期满',
    'Your title has ended',
    'HN-BASE 一',
  ),
  /** To the base. */
  validityCorrected: adverse(
    notice<{ readonly name: string; readonly before: Day; readonly validTo: Day; readonly reason: Phrase }>(
      'HN-BASE-05.1',
      '示范基地称号有效期更正',
      'The validity of your title was corrected',
      'HN-BASE 一',
    ),
  ),
};
