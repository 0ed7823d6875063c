/** Offers of a provider on this platform that a matter names beside addresses elsewhere: a measure takes them out of view at once (HN-NET-08.3, 09.1). */
import { entry, listed } from '../../rules/phrases.ts';
import { refuse } from '../../rules/refusal.ts';
import { text, type Text } from '../../rules/text.ts';
import { namedCase } from '../engine/case-number.ts';
import type { FoundCase } from '../engine/intake.ts';
import type { Step } from '../engine/step.ts';
import { offerReview } from './offer-review/contract.ts';
import type { OfferOnRecord } from './words.ts';

/**
 * The names of the offers with these ids.
 * @throws Refusal INVALID_INPUT if one is not an open offer of the provider
 */
export function namesOfOffers(ids: readonly string[], cases: readonly FoundCase[]): string[] {
  return ids.map((id) => {
    const found = cases.find((one) => one.id === id && one.kind === 'offerReview' && one.isOpen);
    if (found === undefined) refuseUnknown(id);
    const { name = id } = (found.opening ?? {}) as { readonly name?: string };
    return name;
  });
}

/** @throws Refusal INVALID_INPUT if one of these is no offer of the provider that could be taken out of view */
export function refuseStrangeOffers(ids: readonly string[], onRecord: readonly OfferOnRecord[]): void {
  const strange = ids.find((id) => !onRecord.some((offer) => offer.id === id));
  if (strange !== undefined) refuseUnknown(strange);
}

/** Each of these is out of view from now on, until this case restores it. */
export function takeOutOfView(
  step: Pick<Step, 'tell'>,
  offers: readonly string[],
  told: { readonly deleted: boolean; readonly reason: string },
): void {
  for (const id of offers) step.tell(id, offerReview, 'takeOutOfView', told);
}

/** Each of these comes back, unless another case keeps it out of view. */
export function restoreToView(step: Pick<Step, 'tell'>, offers: readonly string[], reason: string): void {
  for (const id of offers) step.tell(id, offerReview, 'restoreOffer', { reason });
}

/** What the timeline says of the offers that a measure adds; undefined if it adds none. */
export function offersInWords(ids: readonly string[]): Text | undefined {
  const cases = ids.map((id) => namedCase(id));
  return cases.length === 0 ? undefined : entry(text('不再展示', 'out of view'), listed(cases));
}

function refuseUnknown(id: string): never {
  return refuse(
    'INVALID_INPUT',
    `${id} 不是该服务商在平台展示的服务(商品)。请填写其服务(商品)信息案件的编号。`,
    `${id} is no offer of this provider on the platform. Give the id of the case of its offer.`,
    { field: 'offers', facts: { offer: id } },
  );
}
