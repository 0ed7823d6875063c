/** Fields of the plan of a promotion. Not for workflow code. */
import { z } from 'zod';
import { promotionItems, type PromotionItem } from '../../../rules/hn-net/promotion.ts';
import { text } from '../../../rules/text.ts';
import { day, files } from '../../engine/input.ts';
import { orNull, titled, titledBy } from '../../engine/titled.ts';
import { line, maybeParagraphs } from '../../engine/typed.ts';

const LONGEST = 2_000;

function words(item: PromotionItem) {
  return titledBy(orNull(maybeParagraphs(LONGEST)), promotionItems[item]);
}

const title = titled(line(100), '促销名称', 'Name of the promotion');

export const from = titled(day, '开始日', 'First day');
export const to = titled(day, '结束日', 'Last day', text('至当日24:00。', 'To its 24:00.'));

const claims = titled(
  z
    .array(
      z.strictObject({
        claim: titled(line(300), '宣传内容', 'Claim'),
        fileIds: titled(files(5).default([]), '证明', 'Proof'),
      }),
    )
    .max(20),
  '宣传中的主张',
  'Claims of the publicity',
  text(
    '如原价、排名、效果；没有证明的须由第二人复核。',
    'E.g. an earlier price, a rank, an effect; one without proof needs a second reviewer.',
  ),
);

export const promotionForm = z.strictObject({
  ...{ title, from, to },
  reason: words('reason').default(null),
  method: words('method').default(null),
  rules: words('rules').default(null),
  range: words('range').default(null),
  restrictions: titledBy(
    orNull(maybeParagraphs(LONGEST)).default(null),
    promotionItems.restrictions,
    text('没有的，请写明“无”。', 'Say “none” if there are none.'),
  ),
  claims: claims.default([]),
});
