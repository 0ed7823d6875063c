/** Facts about products that are refused: there is one way of truth for a product, and none for a new one during rectification. */
import type { Transaction } from '../../../prisma/client.ts';
import { knownProducts, openRectifications, type StoreProduct } from '../../../prisma/sh-store/store-products.ts';
import { keepingOut, type OpenRectification } from '../../../rules/sh-store/new-products.ts';
import { text } from '../../../rules/text.ts';
import type { FieldFault } from '../../http/problem.ts';
import type { Fact } from './schema.ts';

/**
 * What is wrong with facts about products of one store. The ledger of the store is locked by the caller. One that is known already is not
 * looked at again: it changes nothing.
 */
export async function productFaults(
  tx: Transaction,
  storeId: string,
  facts: readonly Fact[],
): Promise<Map<Fact, FieldFault[]>> {
  const aboutProducts = facts.flatMap((fact) => ('productId' in fact ? [fact] : []));
  if (aboutProducts.length === 0) return new Map();
  const productIds = [...new Set(aboutProducts.map(({ productId }) => productId))];
  const [products, rectifications, repeated] = await Promise.all([
    knownProducts(tx, storeId, productIds),
    openRectifications(tx, storeId),
    tx.platformEvent.findMany({
      where: { OR: aboutProducts.map(({ source, sourceId }) => ({ source, sourceId })) },
      select: { source: true, sourceId: true },
    }),
  ]);
  const known = new Set(repeated.map(({ source, sourceId }) => `${source}\n${sourceId}`));
  const faults = new Map<Fact, FieldFault[]>();
  const handedIn = new Set<string>();
  for (const fact of aboutProducts) {
    if (known.has(`${fact.source}\n${fact.sourceId}`)) continue;
    const { productId, occurredAt } = fact;
    const product = products.get(productId);
    const fault = reviewedHere(product) ?? (handedIn.has(productId) ? null : newUnderRectification());
    if (fault === null) handedIn.add(productId);
    else faults.set(fact, [fault]);

    /** Whatever is reported of it first: one that was only listed, or returned, would be a known one from then on. */
    function newUnderRectification(): FieldFault | null {
      if (product !== undefined) return null;
      const rectification = keepingOut(rectifications, occurredAt);
      return rectification === undefined ? null : keptOut(rectification);
    }
  }
  return faults;
}

/** A product that is reviewed here has its facts from that review alone. */
function reviewedHere(product: StoreProduct | undefined): FieldFault | null {
  const { review } = product ?? {};
  if (review == null) return null;
  return {
    field: 'productId',
    message: text(
      `该产品由本平台审核（案件 ${review.number}），其提交、上架、退回和下架以该案件为准，不再接受上报。`,
      `The product is reviewed here, in case ${review.number}, which alone says when it is handed in, listed, returned and taken off; it is not reported.`,
    ),
  };
}

function keptOut({ number }: OpenRectification): FieldFault {
  return {
    field: 'productId',
    message: text(
      `店铺正在整顿（${number}），整顿期间不得提交新产品；解除整顿后再上报。`,
      `The store is under rectification (${number}) and may hand in no new product; report it once the rectification is lifted.`,
    ),
  };
}
