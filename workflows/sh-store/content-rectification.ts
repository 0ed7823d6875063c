/** How a refusal to act on return opinions becomes a rectification, ground (b) of 四.4 (SH-STORE-08.7, 09.2). */
import type { Text } from '../../rules/text.ts';

/** A product that is to be corrected. */
export interface ProductToCorrect {
  readonly productId: string;
  readonly name: string;
  /** The case that reviews it. */
  readonly caseId: string;
}

/** Opens a rectification for content (table 4.3, RECT_CONTENT_REFUSAL). */
export interface ContentRefusal {
  readonly ground: 'RECT_CONTENT_REFUSAL';
  readonly originCaseId: string;
  /** The finding of the supervision that it rests on; of a review of products there is none. */
  readonly findingId?: string;
  /** Left out where it is about the store as a whole. */
  readonly products?: readonly ProductToCorrect[];
  /** What was found, as the notice shows it. */
  readonly facts: readonly Text[];
  readonly corrections: readonly Text[];
}
