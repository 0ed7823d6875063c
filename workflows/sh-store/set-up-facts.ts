import { text, type Text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';

/** When the set-up clock of a store began, in a sentence. */
export function reviewPassed(approvedAt: Instant): Text {
  return text(`开店审核通过于 ${approvedAt.slice(0, 10)}`, `Review passed on ${approvedAt.slice(0, 10)}`);
}

/** How far a store's set-up is, in sentences for a notice or a task (SH-STORE-06.5). */
export function setUpFacts(decorationPublishedAt: Instant | null, listedProducts: number): readonly [Text, Text] {
  return [
    decorationPublishedAt === null
      ? text('店铺装修未发布', 'Decoration not published')
      : text(
          `店铺装修发布于 ${decorationPublishedAt.slice(0, 10)}`,
          `Decoration published on ${decorationPublishedAt.slice(0, 10)}`,
        ),
    text(`已上架产品 ${listedProducts} 个`, `${listedProducts} products listed`),
  ];
}
