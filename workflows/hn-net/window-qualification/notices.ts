/** The notices of this process; all are to the operator. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

const recognition = 'HN-NET 第四条';
const supervision = 'HN-NET 第二十四条';

/** What each of them shows of the window. */
interface OfWindow {
  readonly window: Phrase;
}

export const windowQualificationNotices = {
  windowDeclared: notice<OfWindow & { readonly declaredAt: Instant }>(
    'HN-NET-02.3',
    '窗口服务平台申报已收到',
    'Your declaration of a window platform has arrived',
    recognition,
  ),
  windowRecommended: notice<OfWindow & { readonly department: Text; readonly recommendedAt: Instant }>(
    'HN-NET-02.3',
    '窗口服务平台已获推荐',
    'Your window platform is recommended',
    recognition,
  ),
  recommendationDeclined: adverse(
    notice<OfWindow & { readonly reason: Phrase; readonly decidedAt: Instant }>(
      'HN-NET-02.3',
      '窗口服务平台未获推荐',
      'Your window platform is not recommended',
      recognition,
    ),
  ),
  windowRecognised: notice<OfWindow & { readonly on: Day; readonly document: string; readonly above: Text }>(
    'HN-NET-02.2',
    '窗口服务平台认定通知',
    'Your window platform is recognised',
    recognition,
  ),
  recognitionRefused: adverse(
    notice<OfWindow & { readonly reason: Phrase; readonly decidedAt: Instant }>(
      'HN-NET-02.3',
      '窗口服务平台不予认定',
      'Your window platform is not recognised',
      recognition,
    ),
  ),
  /** `deadlines[0]`: the time to state its case. */
  disqualificationProposed: asksFor(
    'stateCase',
    adverse(
      sentWhile(
        notice<OfWindow & { readonly ground: Text; readonly reason: Phrase; readonly proposedAt: Instant }>(
          'HN-NET-25.2',
          '拟取消窗口服务平台资格告知书',
          'The qualification of your window platform is to be cancelled',
          supervision,
        ),
        { deadlines: 'open' },
      ),
      'stated',
    ),
  ),
  disqualificationDropped: notice<OfWindow & { readonly reason: Phrase; readonly decidedAt: Instant }>(
    'HN-NET-25.2',
    '不取消窗口服务平台资格',
    'The qualification of your window platform stands',
    supervision,
  ),
  windowDisqualified: adverse(
    notice<
      OfWindow & {
        readonly ground: Text;
        readonly reason: Phrase;
        readonly cancelledOn: Day;
        /** The platform to which its providers and members go. */
        readonly successor: Text;
      }
    >(
      'HN-NET-25.2',
      '取消窗口服务平台资格决定书',
      'The qualification of your window platform is cancelled',
      supervision,
    ),
  ),
};
