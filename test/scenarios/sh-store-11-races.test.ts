/** A case about a store is filed at the instant at which the clearance of the store is confirmed (SH-STORE-11.10). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTwoStores, settled, type OpenedStore } from '../support/applications.ts';
import { caseWhen, refusalOf, relatedId } from '../support/cases.ts';
import { waitersIn } from '../support/held-records.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
let stores: [OpenedStore, OpenedStore];
beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00' });
  stores = await openTwoStores(stack, '2025-09-26T10:00:00+08:00');
  await stack.advanceTo('2025-10-24T10:00:00+08:00');
});
afterAll(() => stack.stop());

const products = `/api/cases/productReview`;
const complaints = `/api/cases/storeComplaint`;
const productOf = ({ storeId }: OpenedStore, productId: string) => ({
  ...{ storeId, productId },
  product: {
    ...{ name: '高新技术企业认定辅导', category: '科技服务', description: '全程辅导。' },
    scopeItem: '科技中介服务',
  },
});

/** The clearance of a store, which a reviewer has confirmed. */
async function proposed(store: OpenedStore): Promise<string> {
  const clearanceId = await relatedId(stack, store.setupId, 'clearance');
  await (await stack.as('reviewer')).act(clearanceId, 'confirmGround', { reason: '超过15个工作日未完成装修' });
  return clearanceId;
}

/** Waits until somebody waits for a lock in a query with these words; others may wait for others. */
async function untilWaiting(words: string): Promise<void> {
  await expect.poll(() => waitersIn(stack, `%${words}%`), { timeout: 20_000 }).toBe(1);
}

async function reviewsOf({ storeId }: OpenedStore) {
  return stack.database.case.findMany({ where: { about: `store:${storeId}`, kind: 'productReview' } });
}

it('SH-STORE-11.10 a product filed behind the confirmation is refused, and a complaint is not', async () => {
  const [store] = stores;
  const clearanceId = await proposed(store);
  const [manager, provider, consumer] = await Promise.all([
    stack.as('manager'),
    stack.as('provider'),
    stack.as('consumer'),
  ]);
  const answers = await stack.database.$transaction(
    async (tx) => {
      // Somebody else opens a case about the store: the confirmation waits for them, and whoever comes later for the confirmation.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${`opens:${store.storeId}`}, 0))`;
      const confirmed = manager.act(clearanceId, 'countersign', {});
      await untilWaiting('pg_advisory_xact_lock(');
      const filed = refusalOf(provider.post(products, productOf(store, 'p-late')));
      await untilWaiting('pg_advisory_xact_lock_shared(');
      return { confirmed, filed };
    },
    { timeout: 60_000 },
  );
  await answers.confirmed;
  expect(await answers.filed).toMatchObject({ code: 'CONDITION_NOT_MET' });
  expect(await reviewsOf(store)).toEqual([]);
  const complaint = {
    ...{ store: store.storeId, reason: 'NOT_AS_PROMISED', happenedOn: '2025-10-20', fileIds: [] },
    ...{ account: '报告逾期十日', claim: '退还费用' },
  };
  const { caseId } = await consumer.post<{ caseId: string }>(complaints, complaint);
  await caseWhen(stack, caseId, { outcome: null });
});

it('SH-STORE-11.10 a product filed ahead of the confirmation is found by it, and ends with the store', async () => {
  const store = stores[1];
  const clearanceId = await proposed(store);
  const [manager, provider] = await Promise.all([stack.as('manager'), stack.as('provider2')]);
  const answers = await stack.database.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM "Store" WHERE "id" = ${store.storeId} FOR UPDATE`;
      const confirmed = manager.act(clearanceId, 'countersign', {});
      await untilWaiting('"Store" WHERE "id" = $1 FOR UPDATE');
      const filed = provider.post<{ caseId: string }>(products, productOf(store, 'p-first'));
      // On record, and its workflow waits for the store behind the confirmation.
      await expect.poll(() => reviewsOf(store), { timeout: 20_000 }).toHaveLength(1);
      return { confirmed, filed };
    },
    { timeout: 60_000 },
  );
  await answers.confirmed;
  await caseWhen(stack, (await answers.filed).caseId, { outcome: 'STORE_CLEARED' });
  await settled(stack);
  const open = await stack.database.case.findMany({
    where: { about: `store:${store.storeId}`, closedAt: null },
    select: { kind: true },
  });
  expect(open).toEqual([{ kind: 'clearance' }]);
});
