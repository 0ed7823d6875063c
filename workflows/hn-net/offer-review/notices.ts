/** The notices of this process, all to the provider. */
import type { OfferSubject } from '../../../rules/hn-net/offer.ts';
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';

const TRUE_INFORMATION = 'HN-NET 第九条第四项';

export const offerReviewNotices = {
  offerListed: notice<{ readonly offer: string; readonly listedAt: Instant }>(
    'HN-NET-15.2',
    '服务(商品)信息审查通过',
    'Your offer is listed',
    TRUE_INFORMATION,
  ),
  offerReturned: asksFor(
    'reviseOffer',
    sentWhile(
      adverse(
        notice<{
          readonly offer: string;
          readonly missing: readonly OfferSubject[];
          readonly reason: Phrase;
          readonly returnedAt: Instant;
        }>('HN-NET-15.2', '服务(商品)信息退回修改', 'Your offer is returned', TRUE_INFORMATION),
        'stated',
      ),
      { stages: ['RETURNED'], latest: true },
    ),
  ),
  /** `clause`: the passage that was breached. */
  offerRemoved: adverse(
    notice<{
      readonly offer: string;
      readonly breach: Text;
      readonly clause: string;
      readonly reason: Phrase;
      readonly removedAt: Instant;
    }>('HN-NET-15.4', '服务(商品)下架并计入信用记录', 'Your offer is taken off', 'HN-NET 第九条第六项'),
  ),
  removalLifted: notice<{ readonly offer: string; readonly reason: Phrase; readonly liftedAt: Instant }>(
    'HN-NET-15.4',
    '下架认定已撤销',
    'The finding on your offer is taken back',
    'HN-NET 第九条第六项',
  ),
};
