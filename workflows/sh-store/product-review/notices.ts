/** The notices of this process. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';

/** An opinion as its notice shows it: what is wrong, the passage, and with what. */
export interface ToldOpinion {
  readonly title: Text;
  readonly clause: string;
  readonly finding: string;
}

export const productReviewNotices = {
  productListed: notice<{ readonly product: string; readonly listedAt: Instant; readonly edited: boolean }>(
    'SH-STORE-08.5',
    '产品已上架',
    'Product listed',
    'SH-STORE 四.1',
  ),
  /** `deadlines[0]`: the time to revise. */
  productReturned: asksFor(
    'reviseProduct',
    adverse(
      sentWhile(
        notice<{
          readonly product: string;
          readonly opinions: readonly ToldOpinion[];
          readonly reason: Phrase;
          /** True if it was in the shop and has been taken off. */
          readonly takenOff: boolean;
        }>('SH-STORE-08.6', '产品退回修改', 'Product returned for revision', 'SH-STORE 四.4'),
        { deadlines: 'open' },
      ),
    ),
  ),
  editTurnedDown: adverse(
    notice<{ readonly product: string; readonly opinions: readonly ToldOpinion[]; readonly reason: Phrase }>(
      'SH-STORE-08.6',
      '产品修改未通过',
      'Edit of a product turned down',
      'SH-STORE 四.4',
    ),
  ),
  refusalFound: adverse(
    notice<{
      readonly product: string;
      readonly opinions: readonly Text[];
      readonly reason: Phrase;
      readonly foundAt: Instant;
      /** True if the store is put under rectification for it. */
      readonly rectification: boolean;
    }>('SH-STORE-08.7', '产品拒不修改认定', 'Refusal to revise a product', 'SH-STORE 四.4'),
  ),
  /** `deadlines[0]`: the new time to revise. */
  delayExcused: asksFor(
    'reviseProduct',
    sentWhile(
      notice<{ readonly product: string; readonly reason: Phrase }>(
        'SH-STORE-08.6',
        '产品修改期限重新计算',
        'Time to revise a product given anew',
        'SH-STORE 四.4',
      ),
      { deadlines: 'same' },
    ),
  ),
  productTakenOff: adverse(
    notice<{
      readonly product: string;
      readonly ground: Text;
      readonly clause: string;
      readonly reason: Phrase;
      readonly takenOffAt: Instant;
      readonly pointsTakenBack: boolean;
      readonly rectification: boolean;
    }>('SH-STORE-08.3', '产品违规下架', 'Product taken off', 'SH-STORE 三'),
  ),
};
