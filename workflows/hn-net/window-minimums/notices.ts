/** The notices of this process. */
import type { MinimumCheck } from '../../../rules/hn-net/minimums.ts';
import { adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';

const minimums = 'HN-NET 第十三条';

interface Checked {
  readonly window: Phrase;
  readonly check: MinimumCheck;
}

export const windowMinimumsNotices = {
  /** To the operator. */
  belowMinimum: adverse(
    sentWhile(
      notice<Checked>('HN-NET-03.7', '窗口服务平台未达下限的提醒', 'Your window is below its minimums', minimums),
      {
        stages: ['BELOW_MINIMUM'],
      },
    ),
    'stated',
  ),
  /** To the managers of the department. */
  shortfallFound: sentWhile(
    notice<Checked>('HN-NET-03.7', '窗口服务平台未达下限，请决定处理', 'A window is below its minimums', minimums),
    { tasks: ['decideShortfall'] },
  ),
  /** To the managers of the department, who were asked to decide. */
  shortfallEnded: notice<{ readonly window: Phrase; readonly why: Text }>(
    'HN-NET-03.7',
    '窗口服务平台未达下限事项无需再处理',
    'The shortfall of a window is nothing to decide any more',
    minimums,
  ),
  /** To the operator. */
  minimumsMet: notice<Checked>('HN-NET-03.7', '窗口服务平台已达下限', 'Your window meets its minimums', minimums),
  /** To the operator. */
  shortfallDecided: adverse(
    notice<{ readonly window: Phrase; readonly measure: Text; readonly reason: Phrase; readonly decidedAt: Instant }>(
      'HN-NET-03.7',
      '窗口服务平台未达下限的处理决定',
      'What follows as your window is below its minimums',
      minimums,
    ),
  ),
};
