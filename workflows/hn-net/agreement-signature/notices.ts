/** The notices of this process, all to the provider. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

const SIGNING = 'HN-NET 第八条第三项';
const EXIT = 'HN-NET 第八条第三项(八)';

export const agreementSignatureNotices = {
  /** `deadlines`: by when it is to be signed. */
  agreementOffered: asksFor(
    'sign',
    sentWhile(
      notice<{ readonly version: number; readonly effectiveFrom: Day }>(
        'HN-NET-07.2',
        '请签署用户协议',
        'Please sign the user agreement',
        SIGNING,
      ),
      { deadlines: 'open' },
    ),
  ),
  agreementSigned: notice<{ readonly version: number; readonly signedAt: Instant }>(
    'HN-NET-07.2',
    '用户协议已签署',
    'User agreement signed',
    SIGNING,
  ),
  exitStarted: adverse(
    notice<{
      readonly version: number;
      readonly refused: boolean;
      readonly reason: Phrase;
      readonly decidedAt: Instant;
    }>('HN-NET-07.4', '按用户协议启动退出程序', 'Exit under the user agreement', EXIT),
  ),
};
