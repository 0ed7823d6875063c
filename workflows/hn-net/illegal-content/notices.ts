/** The notices of this process. */
import { asksFor, adverse, notice, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { clauses } from './terms.ts';

const { monitoring } = clauses;

export const illegalContentNotices = {
  /** To who reported it. */
  reportReceived: notice<{
    readonly alleged: Text;
    readonly items: readonly string[];
    readonly receivedAt: Instant;
  }>('HN-NET-08.1', '举报收悉', 'Your report has been received', monitoring),
  /** To who reported it. */
  reportDecided: adverse(
    notice<{ readonly result: Text; readonly reason: Phrase; readonly decidedAt: Instant }>(
      'HN-NET-08.3',
      '举报处理结果',
      'Result of your report',
      monitoring,
    ),
  ),
  /** To the provider, with the passage that its content breaches; `deadlines[0]`: the time to state its view. */
  measureTaken: asksFor(
    'giveStatement',
    adverse(
      notice<{
        readonly breach: Text;
        readonly clause: string;
        readonly items: readonly string[];
        readonly measures: readonly Text[];
        readonly reason: Phrase;
        readonly takenAt: Instant;
        /** How many breaches of the provider were confirmed before. */
        readonly earlier: number;
      }>('HN-NET-08.3', '违法信息处置告知', 'Measures against unlawful content'),
      'stated',
    ),
  ),
  /** To the provider, and to who reported it. */
  measureLifted: notice<{ readonly reason: Phrase; readonly items: readonly string[]; readonly liftedAt: Instant }>(
    'HN-NET-08.3',
    '处置措施解除告知',
    'The measures have been lifted',
    monitoring,
  ),
};
