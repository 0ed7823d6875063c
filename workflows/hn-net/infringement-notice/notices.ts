/** The notices of this process. */
import { asksFor, adverse, notice, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { clauses } from './terms.ts';

const { rights } = clauses;

export const infringementNoticeNotices = {
  /** To the rights holder. */
  noticeReceived: notice<{
    readonly right: Text;
    readonly certificate: string;
    readonly items: readonly string[];
    readonly receivedAt: Instant;
  }>('HN-NET-09.1', '侵权通知收悉', 'Your notice of infringement has been received', rights),
  /** To the provider; `deadlines[0]`: the time to answer. */
  measureTaken: asksFor(
    'answerNotice',
    adverse(
      notice<{
        /** What the necessary measures are taken under. */
        readonly statute: Text;
        readonly right: Text;
        readonly certificate: string;
        readonly items: readonly string[];
        readonly measures: readonly Text[];
        readonly reason: Phrase;
        readonly takenAt: Instant;
      }>('HN-NET-09.1', '因侵权通知采取措施告知', 'Measures after a notice of infringement', rights),
      'stated',
    ),
  ),
  /** To the rights holder: what was done, and until when the provider may answer. */
  holderTold: notice<{ readonly measures: readonly Text[]; readonly takenAt: Instant }>(
    'HN-NET-09.1',
    '侵权通知处理告知',
    'Measures on your notice of infringement',
    rights,
  ),
  /** To the rights holder: what the provider answered. */
  answerGiven: notice<{ readonly answer: string; readonly files: number; readonly answeredAt: Instant }>(
    'HN-NET-09.2',
    '服务商已答复侵权通知',
    'The provider has answered your notice',
    rights,
  ),
  /** To both sides, or to the rights holder alone where the provider never heard of the notice. */
  noticeDecided: adverse(
    notice<{ readonly result: Text; readonly reason: Phrase; readonly decidedAt: Instant }>(
      'HN-NET-09.2',
      '侵权通知处理结果',
      'Decision on a notice of infringement',
      rights,
    ),
  ),
  /** To the provider, whose items are shown again. */
  noticeWithdrawn: notice<{ readonly withdrawnAt: Instant }>(
    'HN-NET-09.2',
    '侵权通知已撤回',
    'The notice of infringement was withdrawn',
    rights,
  ),
};
