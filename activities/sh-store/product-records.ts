/** What the review of products writes of a store: its facts and its points (SH-STORE-08). */
import type { Transaction } from '../../prisma/client.ts';
import { takeBackPoints as takeBack } from '../../prisma/sh-store/take-back-points.ts';
import { refuse } from '../../rules/refusal.ts';
import type { Effects } from '../../workflows/engine/transition.ts';
import type { ShStoreWrites } from '../../workflows/sh-store/words.ts';
import type { CaseHead } from '../case-head.ts';
import type { RecordWriter } from '../records.ts';
import { bookCaseFacts } from './case-facts.ts';
import { tellOfFacts } from '../tell-of-facts.ts';
import { lockStore } from './store-row.ts';

type ProductWrite = 'productFact' | 'takeBackPoints';

export const productWriters: { readonly [W in ProductWrite]: RecordWriter<ShStoreWrites[W]> } = {
  productFact,
  takeBackPoints,
};

/** Under the source of the platform's own reviews; the id follows from case and revision, so that a step that is tried again adds nothing. */
async function productFact(
  tx: Transaction,
  head: CaseHead,
  { at, revision }: Effects,
  { storeId, productId, type }: ShStoreWrites['productFact'],
): Promise<void> {
  const { clearingSince } = await lockStore(tx, storeId);
  if (clearingSince !== null && type === 'PRODUCT_LISTED') {
    refuse(
      'CONDITION_NOT_MET',
      '该店铺的清退已经确认，产品不能上架。',
      'The clearance of the store is confirmed: no product of it can be listed.',
      { facts: { requirement: 'SH-STORE-11.4' } },
    );
  }
  const source = { source: 'anjuan', sourceId: `${head.id}:${revision}:${type}` };
  const fact = { ...source, storeId, type, productId, occurredAt: at };
  await bookCaseFacts(tx, head, storeId, [fact], at);
}

async function takeBackPoints(
  tx: Transaction,
  head: CaseHead,
  { at, revision }: Effects,
  { storeId, productIds, reason }: ShStoreWrites['takeBackPoints'],
): Promise<void> {
  const abouts = productIds.map((productId) => `product:${productId}`);
  const cause = { eventId: `${head.id}:${revision}`, reason, caseId: head.id };
  await takeBack(tx, storeId, { abouts }, cause, at);
  await tellOfFacts(tx, head, at);
}
