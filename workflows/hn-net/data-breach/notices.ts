/** The notices of this process. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { law } from './terms.ts';

export const dataBreachNotices = {
  /** To who reported it. */
  reportReceived: notice<{ readonly data: readonly Text[]; readonly receivedAt: Instant }>(
    'HN-NET-15.8',
    '信息泄露报告收悉',
    'Your report of a leak has been received',
    law.clause,
  ),
  /** To the provider whose data it is; `deadlines`: measures, telling the persons, remedy. */
  measuresAsked: asksFor(
    'takeMeasures',
    sentWhile(
      notice<{ readonly data: readonly Text[]; readonly foundAt: Instant; readonly reportedAt: Instant }>(
        'HN-NET-15.8',
        '请立即采取补救措施',
        'Take remedial measures at once',
        law.clause,
      ),
      { stages: ['SUSPECTED'] },
    ),
  ),
  /** To who reported it and is concerned: what the persons concerned are told. */
  personTold: notice<{ readonly data: readonly Text[]; readonly message: string; readonly foundAt: Instant }>(
    'HN-NET-15.8',
    '个人信息泄露告知',
    'Your data may have leaked',
    law.clause,
  ),
  /** To the provider, and to who reported it. */
  breachDecided: adverse(
    notice<{ readonly result: Text; readonly reason: Phrase; readonly decidedAt: Instant }>(
      'HN-NET-15.8',
      '信息泄露处理结果',
      'Result of a report of a leak',
      law.clause,
    ),
  ),
};
