/** What a promotion of the trading platform must show (第八条第十二项). */
import { isFilled, text, type Text } from '../text.ts';

/** The items that are shown prominently beside the period (HN-NET-13.2); the six are these and the period. */
export const promotionItems = {
  reason: text('促销原因', 'Reason of the promotion'),
  method: text('促销方式', 'Method of the promotion'),
  rules: text('促销规则', 'Rules of the promotion'),
  range: text('参与促销的服务(商品)范围', 'Services and goods that take part'),
  restrictions: text('限制性条件', 'Restrictions'),
} as const satisfies Readonly<Record<string, Text>>;

export type PromotionItem = keyof typeof promotionItems;

export const promotionItemNames = Object.keys(promotionItems) as readonly PromotionItem[];

export type PromotionTexts = { readonly [I in PromotionItem]?: string | null | undefined };

/** Which of the items are missing, in the order of the regulation. "No restrictions" is to be said, too. */
export function missingItems(texts: PromotionTexts): PromotionItem[] {
  return promotionItemNames.filter((name) => !isFilled(texts[name] ?? null));
}

/** What the publicity of a promotion claims, e.g. a price before, and whether there is proof of it (HN-NET-13.1). */
export interface Claim {
  readonly claim: string;
  readonly fileIds: readonly string[];
}

/** The claims for which nothing is on file. */
export function unprovenClaims(claims: readonly Claim[]): string[] {
  return claims.filter(({ fileIds }) => fileIds.length === 0).map(({ claim }) => claim);
}
