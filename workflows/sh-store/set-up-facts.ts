import { counted, text, type Text } from '../../rules/text.ts';
import { dayInWords, dayOf, endInWords, type Instant } from '../../rules/time/index.ts';

/** A store's set-up as it stood at an instant (SH-STORE-06.5). */
export interface SetUp {
  readonly approvedAt: Instant;
  readonly asOf: Instant;
  readonly decorationPublishedAt: Instant | null;
  readonly listedProducts: number;
  /** Products that must be listed. */
  readonly neededProducts: number;
}

/** How far a set-up is against what is needed, in sentences for a notice or a task (XC-04.4). */
export function setUpFacts(setUp: SetUp): readonly Text[] {
  const { approvedAt, asOf, decorationPublishedAt, listedProducts, neededProducts } = setUp;
  const [approved, end] = [dayInWords(dayOf(approvedAt)), endInWords(asOf)];
  return [
    text(
      `店铺于${approved.zh}通过开店审核；以下为截至${end.zh}的情况`,
      `The store passed review on ${approved.en}; what follows is as of ${end.en}`,
    ),
    decoration(decorationPublishedAt),
    text(
      `已上架产品 ${listedProducts} 个，要求至少 ${neededProducts} 个`,
      `${counted(listedProducts, 'product')} listed, at least ${neededProducts} needed`,
    ),
  ];
}

function decoration(publishedAt: Instant | null): Text {
  if (publishedAt === null) return text('店铺装修未发布', 'Decoration not published');
  const day = dayInWords(dayOf(publishedAt));
  return text(`店铺装修已于${day.zh}发布`, `Decoration published on ${day.en}`);
}

/** What of a set-up is still to be done. */
export function setUpCorrections({ decorationPublishedAt, listedProducts, neededProducts }: SetUp): readonly Text[] {
  const missing = neededProducts - listedProducts;
  return [
    ...(decorationPublishedAt === null ? [text('发布店铺装修', 'Publish the decoration of the store')] : []),
    ...(missing > 0
      ? [text(`还须有 ${missing} 个产品审核通过并上架`, `Have ${counted(missing, 'more product')} approved and listed`)]
      : []),
  ];
}
