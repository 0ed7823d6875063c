/**
 * At one instant: two grounds of a store are found (SH-STORE-10.11), and a case about a store is filed while the clearance of the store is
 * confirmed (SH-STORE-11.10).
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStores, postLetter, reportAll, settled, uploadPdf, type OpenedStore } from '../support/applications.ts';
import { caseOf, caseWhen, refusalOf, relatedId } from '../support/cases.ts';
import { waitersIn } from '../support/held-records.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
let stores: readonly [OpenedStore, OpenedStore, OpenedStore];
beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00' });
  stores = await openStores(stack, '2025-09-26T10:00:00+08:00', [{}, { as: 'provider2' }, { as: 'entrant' }]);
  await stack.advanceTo('2025-10-23T10:00:00+08:00');
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
async function untilWaiting(words: string, so = 1): Promise<void> {
  await expect.poll(() => waitersIn(stack, `%${words}%`), { timeout: 20_000 }).toBe(so);
}

async function reviewsOf({ storeId }: OpenedStore) {
  return stack.database.case.findMany({ where: { about: `store:${storeId}`, kind: 'productReview' } });
}

/** What a store ticks and says that asks to leave. */
const leaving = { knowsOfSealing: true, knowsOfBar: true, reason: '业务调整' };

describe('a store of which two cases find a ground at one instant', () => {
  let clearanceId: string;
  /** As the reviewer had it before them when there was one ground. */
  let revision: number;

  it('SH-STORE-10.11 one clearance is opened, and it has both grounds', async () => {
    const [, , { storeId, setupId, supervisionId }] = stores;
    const entrant = await stack.as('entrant');
    const answers = await stack.database.$transaction(
      async (tx) => {
        // Whoever looks for a clearance of the store waits: both find none, and both would open one.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`one:clearance:store:${storeId}`}, 0))`;
        const left = entrant.act(supervisionId, 'requestExit', leaving);
        await untilWaiting('pg_advisory_xact_lock(', 1);
        // The fifteenth working day has ended without a set-up.
        const night = stack.advanceTo('2025-10-24T10:00:00+08:00');
        await untilWaiting('pg_advisory_xact_lock(', 2);
        return { left, night };
      },
      { timeout: 60_000 },
    );
    await Promise.all([answers.left, answers.night]);
    await settled(stack);
    const [one, ...more] = await stack.database.case.findMany({
      where: { kind: 'clearance', about: `store:${storeId}` },
    });
    expect(more).toEqual([]);
    clearanceId = one?.id ?? '';
    await vi.waitFor(async () => {
      const { facts } = await caseOf(stack, clearanceId);
      expect(facts.grounds.map(({ ground }: { ground: string }) => ground).sort()).toEqual([
        'CLEAR_1_SETUP',
        'CLEAR_7_VOLUNTARY',
      ]);
    }, PATIENCE);
    for (const origin of [setupId, supervisionId])
      expect(await relatedId(stack, origin, 'clearance')).toBe(clearanceId);
    ({ revision } = await caseOf(stack, clearanceId));
  });

  it('SH-STORE-10.11 XC-05.2 a ground that joins after the case was looked at is not decided unseen', async () => {
    const [, , { supervisionId }] = stores;
    const reviewer = await stack.as('reviewer');
    const fileIds = [await uploadPdf(reviewer, '停业照片.pdf')];
    const closed = { shownBy: 'CLOSURE', foundOn: '2025-10-24', reason: '门店已关闭', fileIds };
    await reviewer.act(supervisionId, 'recordIncapacity', closed);
    const joined = await vi.waitFor(async () => {
      const seen = await caseOf(stack, clearanceId);
      expect(seen.facts.grounds).toHaveLength(3);
      return seen;
    }, PATIENCE);
    const decide = (seenRevision: number) =>
      reviewer.post(`/api/cases/${clearanceId}/actions/confirmGround?seenRevision=${seenRevision}`, {
        reason: '经核查属实',
      });
    const refused = await refusalOf(decide(revision));
    expect(refused).toMatchObject({ status: 409, code: 'STALE', problem: { facts: { revision: joined.revision } } });
    expect(refused.problem.detail).toContain('因经营原因已无法正常提供服务');
    expect(await caseOf(stack, clearanceId)).toMatchObject({
      ...{ stage: 'PENDING_CONFIRMATION', revision: joined.revision, facts: { decision: null } },
    });
    await decide(joined.revision);
    expect(await caseOf(stack, clearanceId)).toMatchObject({ stage: 'PENDING_COUNTERSIGNATURE' });
  });
});

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

it('SH-STORE-11.9 an order that is being taken in while the store goes offline is one under way: its buyer is told', async () => {
  const [, { storeId, setupId }] = stores;
  const clearanceId = await relatedId(stack, setupId, 'clearance');
  const buyer = { name: '买家', email: 'late-buyer@example.org' };
  const answers = await stack.database.$transaction(
    async (tx) => {
      // The order has the ledger and waits to write its buyer down; nobody else sees it yet.
      await tx.$executeRaw`LOCK TABLE "Contact" IN SHARE MODE`;
      const placed = reportAll(stack, storeId, [{ type: 'ORDER_PLACED', orderId: 'o-late', buyer }]);
      await untilWaiting('INSERT INTO%"Contact"');
      const posted = postLetter(stack, clearanceId, 'clearanceNotice:1');
      // A step of the clearance wants the ledger.
      await untilWaiting('pg_advisory_xact_lock(');
      return { placed, posted };
    },
    { timeout: 60_000 },
  );
  await Promise.all([answers.placed, answers.posted]);
  const { facts } = await caseWhen(stack, clearanceId, { outcome: 'CLEARED' });
  const told = await stack.database.notice.findMany({ where: { caseId: clearanceId, template: 'buyerTold' } });
  expect(told.map(({ recipientEmail }) => recipientEmail)).toEqual([buyer.email]);
  expect(facts.runningOrders).toEqual(['o-late']);
});
