/** What cases about stores are filed about: a store, or a product of one. */
import type { Transaction } from '../../../prisma/client.ts';
import { lockLedger } from '../../../prisma/sh-store/ledger.ts';
import { knownProducts, openRectifications } from '../../../prisma/sh-store/store-products.ts';
import type { FoundThing } from '../../../workflows/engine/intake.ts';
import { nameOfStore, storeOf } from '../../../workflows/sh-store/words.ts';
import { findNamedStore } from './named-store.ts';

const PRODUCT = /^product:([^:]+):(.+)$/;

/**
 * `store:<id>` is found with its status and its open rectifications; `product:<store id>:<product id>` with how it stands, and no other way
 * for it is opened before `tx` ends; a store that is named otherwise is found as `findNamedStore` says.
 */
export async function findThing(tx: Transaction, reference: string): Promise<FoundThing | null> {
  if (nameOfStore(reference) !== null) return findNamedStore(tx, reference);
  const [, storeOfProduct, productId] = PRODUCT.exec(reference) ?? [];
  const storeId = storeOfProduct ?? storeOf(reference);
  if (storeId === null) return null;
  if (productId !== undefined) await lockLedger(tx, storeId);
  const store = await tx.store.findUnique({ where: { id: storeId } });
  if (store === null) return null;
  const { creditCode: party, name, bodyId, region, status, clearingSince } = store;
  const found = { reference, party, name, bodyId, region };
  if (productId === undefined) {
    const rectifications = await openRectifications(tx, storeId);
    return { ...found, data: { storeId, status, clearing: clearingSince !== null, rectifications } };
  }
  const product = (await knownProducts(tx, storeId, [productId])).get(productId);
  return product === undefined ? null : { ...found, data: { ...product } };
}
