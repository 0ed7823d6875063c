/** How the people of a store hand in a product for the first time (SH-STORE-08). Not for workflow code. */
import { z } from 'zod';
import type { Instant } from '../../../rules/time/index.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { refuseWhileUnderRectification, type OpenRectification } from '../../../rules/sh-store/new-products.ts';
import { namedCase } from '../../engine/case-number.ts';
import type { FoundThing } from '../../engine/intake.ts';
import { intake } from '../../engine/intake.ts';
import { refersTo, titled } from '../../engine/titled.ts';
import { id, line } from '../../engine/typed.ts';
import { storeReference } from '../words.ts';
import { productSchema } from './input.ts';
import { productOf } from './product.ts';

const form = z.strictObject({
  storeId: titled(refersTo(id.max(64), 'store'), '店铺', 'Store'),
  productId: titled(
    line(100),
    '产品编号',
    'Id of the product',
    text(
      '店铺自编的产品编号，与平台上的编号一致。',
      'The store’s own id of the product; the platform knows it by the same.',
    ),
  ),
  product: titled(productSchema, '产品', 'Product'),
  corrects: titled(
    refersTo(id.max(64).optional(), 'case', 'rectification'),
    '所属整顿案件',
    'Rectification',
    text('该产品属于哪件整顿的改正内容。', 'The rectification that the product is part of the correction of.'),
  ),
});

export const productReviewIntake = intake({
  form,

  lookUp: ({ storeId, productId }) => ({
    things: [storeReference(storeId), productReference(storeId, productId)],
  }),

  file({ form: { storeId, productId, product, corrects = null }, party, now, things = [] }) {
    const store = requireOwnStore(things, storeId, party);
    const known = things.find(({ reference }) => reference === productReference(storeId, productId));
    if (known !== undefined) refuseKnown(known);
    refuseDuringRectification(store, now, corrects);
    const { name, bodyId, region } = store;
    return {
      subject: store.party,
      title: name,
      parties: { provider: [store.party] },
      body: { bodyId, region },
      about: storeReference(storeId),
      opening: { storeId, productId, ...productOf(product), correctsCaseId: corrects },
    };
  },
});

/** What a product of a store is found by. */
function productReference(storeId: string, productId: string): string {
  return `product:${storeId}:${productId}`;
}

function requireOwnStore(things: readonly FoundThing[], storeId: string, party: string): FoundThing {
  const store = things.find(({ reference }) => reference === storeReference(storeId));
  // Of a store of others it says no more than of one that does not exist.
  if (store === undefined || store.party !== party)
    refuse('INVALID_INPUT', '您的机构没有这家店铺。', 'Your institution has no such store.', { field: 'storeId' });
  if (store.data['status'] === 'CLEARED')
    refuse(
      'NOT_ALLOWED',
      '店铺已清退，服务记录已封存，不能再提交产品。',
      'The store was cleared and its records are sealed: no product can be handed in any more.',
      { facts: { requirement: 'SH-STORE-11.5' } },
    );
  if (store.data['clearing'] === true)
    refuse(
      'CONDITION_NOT_MET',
      '店铺的清退已经确认，不能再提交产品。',
      'The clearance of the store is confirmed; no product can be handed in any more.',
      { facts: { requirement: 'SH-STORE-11.4' } },
    );
  return store;
}

/** One case a product; one that the platform itself has in review or in the shop is not reviewed here at the same time. */
function refuseKnown({ data }: FoundThing): void {
  const review = data['review'] as { id: string } | null;
  if (review !== null)
    refuse(
      'ALREADY_OPEN',
      `该产品已有审核案件 ${namedCase(review.id)}，请在该案件中修改或者重新提交。`,
      `The product has its review, case ${namedCase(review.id)}: revise it there or hand it in again there.`,
      { field: 'productId', facts: { caseId: review.id } },
    );
  const latest = data['latestFact'];
  if (latest !== 'PRODUCT_SUBMITTED' && latest !== 'PRODUCT_LISTED') return;
  refuse(
    'ALREADY_OPEN',
    '该产品已在原系统提交审核或者上架；请先在原系统撤回或者下架，再在此提交。',
    'The product is in review or listed in the system that reported it; withdraw it or take it off there before it is handed in here.',
    { field: 'productId', facts: { latestFact: latest } },
  );
}

function refuseDuringRectification({ data }: FoundThing, now: Instant, corrects: string | null): void {
  const rectifications = data['rectifications'] as readonly OpenRectification[];
  if (corrects !== null && !rectifications.some((one) => one.id === corrects))
    refuse('INVALID_INPUT', '该店铺没有这件进行中的整顿案件。', 'The store has no such open rectification.', {
      field: 'corrects',
    });
  refuseWhileUnderRectification(rectifications, now, corrects);
}
