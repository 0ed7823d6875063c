/** New products during a rectification (SH-STORE-09.5). */
import { refuse } from '../refusal.ts';
import type { Instant } from '../time/index.ts';

/** A rectification that is open, as far as it says which products may still be handed in. */
export interface OpenRectification {
  readonly id: string;
  readonly number: string;
  readonly openedAt: Instant;
  /** True while a late set-up is still to be done: its products are the correction. */
  readonly awaitsSetUp: boolean;
  /** True unless the rules it was opened under let new products through. */
  readonly refusesNewProducts: boolean;
}

/** The rectification that keeps a new product out at this moment; undefined if none does. */
export function keepingOut(
  rectifications: readonly OpenRectification[],
  submittedAt: Instant,
): OpenRectification | undefined {
  return rectifications.find(
    ({ openedAt, awaitsSetUp, refusesNewProducts }) => refusesNewProducts && !awaitsSetUp && openedAt <= submittedAt,
  );
}

/**
 * @param correctsCaseId the rectification that the product corrects, as the store says: it is let through for the reviewer to look at
 * @throws Refusal CONDITION_NOT_MET for a new product that has nothing to do with the correction
 */
export function refuseWhileUnderRectification(
  rectifications: readonly OpenRectification[],
  submittedAt: Instant,
  correctsCaseId: string | null = null,
): void {
  const rectification = keepingOut(rectifications, submittedAt);
  if (rectification === undefined || rectification.id === correctsCaseId) return;
  const { id, number } = rectification;
  refuse(
    'CONDITION_NOT_MET',
    `店铺正在整顿（${number}），整顿期间不得提交与改正无关的新产品；解除整顿后再提交。产品用于改正的，请在 corrects 中写明整顿案件。`,
    `The store is under rectification (${number}) and may hand in no new product that has nothing to do with the correction; do it once the rectification is lifted. If the product is part of the correction, name the rectification as \`corrects\`.`,
    { facts: { requirement: 'SH-STORE-09.5', rectification: id } },
  );
}
