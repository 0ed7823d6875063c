/** A clearance carried out on the real stack, step by step, and undone again (SH-STORE-10, 11). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  apply,
  listProduct,
  noticesOf,
  openStore,
  openStores,
  postLetter,
  reachFigures,
  recommend,
  report,
  reportAll,
  settled,
  timelineOf,
  trialFiling,
  type OpenedStore,
} from '../support/applications.ts';
import { productNames } from '../../prisma/sh-store/store-products.ts';
import { caseOf, caseWhen, refusalOf, relatedId, relatedTo } from '../support/cases.ts';
import { waitersIn } from '../support/held-records.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

const letter = 'clearanceNotice:1';
/** Whoever wants to write the store while somebody else does. */
const STORE_HELD = '%"Store"%FOR UPDATE%';

const product = {
  name: '高新技术企业认定辅导',
  category: '科技服务',
  description: '全程辅导。',
  scopeItem: '科技中介服务',
};

async function confirm(stack: TestStack, clearanceId: string): Promise<void> {
  await (await stack.as('reviewer')).act(clearanceId, 'confirmGround', { reason: '经核查属实' });
  await (await stack.as('manager')).act(clearanceId, 'countersign', {});
}

describe('a store that was never decorated, with 12 products and 3 orders under way', () => {
  let stack: TestStack;
  let store: OpenedStore;
  let clearanceId: string;
  /** The review of a product that nobody has decided. */
  let productCaseId: string;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00' });
    store = await openStore(stack, '2025-09-26T10:00:00+08:00');
    for (let product = 1; product <= 12; product++) await listProduct(stack, store.storeId, `p${product}`);
    const filed = { storeId: store.storeId, productId: 'p-reviewed', product };
    productCaseId = (await (await stack.as('provider')).post('/api/cases/productReview', filed)).caseId;
    await reportAll(
      stack,
      store.storeId,
      [1, 2, 3, 4].map((order) => ({
        type: 'ORDER_PLACED',
        orderId: `o-${order}`,
        buyer: { name: `买家${order}`, email: `buyer${order}@example.org` },
      })),
    );
    await report(stack, store.storeId, 'ORDER_COMPLETED', { orderId: 'o-4' });
    await stack.advanceTo('2025-10-24T00:00:00+08:00');
    clearanceId = await relatedId(stack, store.setupId, 'clearance');
    await stack.advanceTo('2025-10-24T10:00:00+08:00');
  });
  afterAll(() => stack.stop());

  const ledger = () =>
    stack.database.pointsEntry.findMany({
      where: { storeId: store.storeId },
      orderBy: { eventKey: 'asc' },
      select: { eventKey: true, points: true, onDay: true },
    });

  it('SH-STORE-11.1 one person alone clears nothing, and the same person is not two', async () => {
    const reviewer = await stack.as('reviewer');
    await reviewer.act(clearanceId, 'confirmGround', { reason: '经核查属实' });
    expect(await refusalOf(reviewer.act(clearanceId, 'countersign', {}))).toMatchObject({ code: 'FOUR_EYES' });
    const manager = await stack.as('manager');
    expect(await refusalOf(manager.act(clearanceId, 'returnForConfirmation', {}))).toMatchObject({ status: 422 });
    await manager.act(clearanceId, 'returnForConfirmation', { reason: '请核实装修情况' });
    await confirm(stack, clearanceId);
    expect(await reviewer.get(`/api/stores/${store.storeId}`)).toMatchObject({ status: 'NORMAL' });
  });

  it('SH-STORE-11.10 the cases about the store end with the confirmation, and their reminders with them', async () => {
    await settled(stack);
    await caseWhen(stack, store.setupId, { outcome: 'SETUP_CLEARED' });
    const rectificationId = await relatedId(stack, store.setupId, 'rectification');
    await caseWhen(stack, rectificationId, { outcome: 'ESCALATED_TO_CLEARANCE' });
    expect(await caseOf(stack, store.setupId)).toMatchObject({ deadlines: [], tasks: [] });
  });

  it('SH-STORE-11.2 with the e-mail alone nothing follows; with letter and e-mail all of it does, in order and each once', async () => {
    await expect
      .poll(() => noticesOf(stack, clearanceId, 'clearanceNotice'), PATIENCE)
      .toContainEqual(expect.objectContaining({ channel: 'EMAIL', status: 'SENT' }));
    expect(await caseOf(stack, clearanceId)).toMatchObject({ stage: 'NOTICE_ISSUED' });
    await postLetter(stack, clearanceId, letter);
    await caseWhen(stack, clearanceId, { outcome: 'CLEARED' });
    const steps = (await timelineOf(stack, clearanceId)).map(({ type }) => type);
    const inOrder = [
      'NOTICE_SERVED',
      'STORE_TAKEN_OFFLINE',
      'BUYERS_TOLD',
      'PRODUCTS_DELISTED',
      'RECORDS_SEALED',
      'CLEARANCE_COMPLETED',
    ];
    expect(steps.filter((type) => inOrder.includes(type))).toEqual(inOrder);
  });

  it('SH-STORE-11.4 none of the 12 products is listed, and the log names each', async () => {
    const reviewer = await stack.as('reviewer');
    expect(await reviewer.get(`/api/stores/${store.storeId}`)).toMatchObject({
      status: 'CLEARED',
      figures: { products: 0 },
    });
    const line = (await timelineOf(stack, clearanceId)).find(({ type }) => type === 'PRODUCTS_DELISTED');
    for (let product = 1; product <= 12; product++) expect(line?.title.zh).toMatch(new RegExp(`\\bp${product}\\b`));
    // One that was reviewed here goes by its name; of the others the platform has told the ids alone.
    const names = await productNames(stack.database, store.storeId, ['p1', 'p-reviewed']);
    expect([...names]).toEqual([['p-reviewed', product.name]]);
  });

  it('SH-STORE-11.9 the reviewer finds the 3 orders under way by name; their buyers get an e-mail, each about their own', async () => {
    const line = (await timelineOf(stack, clearanceId)).find(({ type }) => type === 'BUYERS_TOLD');
    expect(line?.title.zh).toContain('o-1、o-2、o-3');
    expect((await caseOf(stack, clearanceId)).facts).toMatchObject({ runningOrders: ['o-1', 'o-2', 'o-3'] });
    const told = await stack.database.notice.findMany({
      where: { caseId: clearanceId, template: 'buyerTold' },
      select: { recipientEmail: true, data: true },
      orderBy: { recipientEmail: 'asc' },
    });
    expect(told.map(({ recipientEmail, data }) => [recipientEmail, (data as { orderId: string }).orderId])).toEqual(
      [1, 2, 3].map((order) => [`buyer${order}@example.org`, `o-${order}`]),
    );
    const before = await ledger();
    await report(stack, store.storeId, 'ORDER_COMPLETED', { orderId: 'o-1' });
    const rating = { type: 'PRAISE', ratingId: 'r-1', userType: 'PERSONAL', orderId: 'o-1' };
    await reportAll(stack, store.storeId, [rating]);
    const kept = { about: `store:${store.storeId}`, type: { in: ['ORDER_COMPLETED', 'PRAISE'] } };
    expect(await stack.database.platformEvent.count({ where: kept })).toBe(3);
    // SH-STORE-11.5: the ledger is sealed.
    expect(await ledger()).toEqual(before);
  });

  it('SH-STORE-11.5 no points of a sealed store are taken back', async () => {
    const [first] = await ledger();
    const reversal = { storeId: store.storeId, eventKeys: [first?.eventKey], reason: '刷单' };
    const refused = await refusalOf((await stack.as('reviewer')).post('/api/points/reversals', reversal));
    expect(refused).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
  });

  it('SH-STORE-11.5 the records are sealed: nothing else is taken in', async () => {
    const order = { type: 'ORDER_PLACED', orderId: 'o-9', buyer: { name: '买家', email: 'buyer9@example.org' } };
    for (const fact of [order, { type: 'PRODUCT_LISTED', productId: 'p1' }, { type: 'SELLER_LOGIN' }])
      await expect(reportAll(stack, store.storeId, [fact])).rejects.toThrow('封存');
    const lines = await timelineOf(stack, clearanceId);
    expect(lines.find(({ type }) => type === 'RECORDS_SEALED')?.title.zh).toMatch(/SHA-256 [0-9a-f]{64}/);
  });

  it('SH-STORE-11.5 the store changes none of the cases that ended with it: 403; a manager reads one, and that is on record', async () => {
    const provider = await stack.as('provider');
    const { revision } = await caseOf(stack, productCaseId);
    for (const [action, input] of [
      ['editProduct', { product }],
      ['submitAgain', { product }],
      ['delistProduct', {}],
    ] as const) {
      const refused = await refusalOf(provider.act(productCaseId, action, input));
      expect(refused).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    }
    const reads = { action: 'SEALED_RECORDS_READ', objectId: store.storeId, actorId: 'demo-manager' };
    const before = await stack.database.auditEntry.count({ where: reads });
    const manager = await stack.as('manager');
    for (const path of [`/stores/${store.storeId}/supervision`, `/cases/${productCaseId}`])
      await manager.get(`/api${path}`);
    expect(await stack.database.auditEntry.count({ where: reads })).toBe(before + 2);
    // The store reads its own records, and the clearance itself is no record of its services.
    await provider.get(`/api/cases/${productCaseId}`);
    await manager.get(`/api/cases/${clearanceId}`);
    expect(await stack.database.auditEntry.count({ where: reads })).toBe(before + 2);
    expect(await caseOf(stack, productCaseId)).toMatchObject({ revision, outcome: 'STORE_CLEARED' });
  });

  it('SH-STORE-11.6 the bar runs to 2026-10-24, and an application of the institution is refused until then', async () => {
    const provider = await stack.as('provider');
    expect((await provider.get('/api/bars')).items).toMatchObject([
      { firstDay: '2025-10-25', lastDay: '2026-10-24', firm: false, liftedAt: null },
    ]);
    await stack.advanceTo('2025-10-27T10:00:00+08:00');
    expect(await refusalOf(apply(stack))).toMatchObject({ code: 'BARRED' });
  });

  it('SH-STORE-11.7 a manager shortens the bar with a reason, and the register keeps what it was', async () => {
    const [manager, reviewer, provider] = await Promise.all(
      ['manager', 'reviewer', 'provider'].map((one) => stack.as(one)),
    );
    if (manager === undefined || reviewer === undefined || provider === undefined) throw new Error('Nobody is there.');
    const [bar] = (await provider.get('/api/bars')).items;
    const reason = '已主动配合完成善后';
    const shorten = (lastDay: string, who = manager, more: object = { reason }) =>
      who.post(`/api/bars/${bar.id}/shorten`, { lastDay, ...more });
    for (const wrong of ['2026-10-24', '2026-12-31', '2025-10-26'])
      expect(await refusalOf(shorten(wrong))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await refusalOf(shorten('2026-04-30', manager, {}))).toMatchObject({ status: 422 });
    expect(await refusalOf(shorten('2026-04-30', reviewer))).toMatchObject({ status: 403 });
    expect(await shorten('2026-04-30')).toMatchObject({ lastDay: '2026-04-30', running: true, liftedAt: null });
    await shorten('2026-03-31');
    expect((await provider.get('/api/bars')).items).toMatchObject([
      {
        firstAdmissibleDay: '2026-04-01',
        shortened: [
          { byId: 'demo-manager', reason, lastDayBefore: '2026-10-24', lastDay: '2026-04-30' },
          { byId: 'demo-manager', reason, lastDayBefore: '2026-04-30', lastDay: '2026-03-31' },
        ],
      },
    ]);
    const lines = (await timelineOf(stack, clearanceId)).filter(({ type }) => type === 'BAR_SHORTENED');
    expect(lines.map(({ title }) => title.zh)).toEqual([
      expect.stringContaining('2026年10月24日'),
      expect.stringContaining('2026年3月31日'),
    ]);
    expect(await noticesOf(stack, clearanceId, 'barShortened')).toHaveLength(2);
    const audited = await stack.database.auditEntry.count({ where: { action: 'BAR_SHORTENED', objectId: bar.id } });
    expect(audited).toBe(2);
  });

  it('SH-STORE-11.7 a manager undoes it: store, products and set-up are as they were, and the bar is lifted', async () => {
    const manager = await stack.as('manager');
    expect(await refusalOf(manager.act(clearanceId, 'reverseClearance', {}))).toMatchObject({ status: 422 });
    await manager.act(clearanceId, 'reverseClearance', { reason: '店铺装修因平台故障未能显示' });
    await settled(stack);
    expect(await caseOf(stack, clearanceId)).toMatchObject({ outcome: 'REVERSED' });
    expect(await manager.get(`/api/stores/${store.storeId}`)).toMatchObject({
      status: 'NORMAL',
      figures: { products: 12 },
    });
    expect((await (await stack.as('provider')).get('/api/bars')).items).toMatchObject([
      { liftedAt: expect.any(String) },
    ]);
    // What was kept while the ledger was sealed brings its points now, on the day on which it happened.
    expect(await ledger()).toEqual(
      expect.arrayContaining([
        { eventKey: 'PURCHASE:o-1', points: 10, onDay: '2025-10-24' },
        { eventKey: 'PRAISE:r-1', points: 1, onDay: '2025-10-24' },
      ]),
    );
    await caseWhen(stack, store.setupId, { outcome: null });
    await report(stack, store.storeId, 'DECORATION_PUBLISHED');
    await caseWhen(stack, store.setupId, { outcome: 'SETUP_DONE' });
  });
});

describe('a trial that has met its targets while a clearance of the store is confirmed', () => {
  let stack: TestStack;
  let store: OpenedStore;
  /** A second one, of which the trial is decided first. */
  let other: OpenedStore;
  let clearanceId: string;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-07-28T09:00:00+08:00' });
    for (const institution of ['provider2', 'provider'] as const) await recommend(stack, institution);
    [store, other] = await openStores(stack, '2025-08-01T10:00:00+08:00', [
      { as: 'provider2', ...trialFiling },
      { as: 'provider', ...trialFiling },
    ]);
    await stack.advanceTo('2025-08-23T00:00:00+08:00');
    clearanceId = await relatedId(stack, store.setupId, 'clearance');
    await stack.advanceTo('2025-10-09T10:00:00+08:00');
    for (const { storeId } of [store, other])
      await reachFigures(stack, storeId, { points: 2000, orders: 100, products: 15 });
    await stack.advanceTo('2025-10-10T00:00:00+08:00');
    for (const { trialId } of [store, other]) await caseWhen(stack, trialId, { stage: 'TRIAL_EVALUATION' });
  });
  afterAll(() => stack.stop());

  it('SH-STORE-11.10 a regularisation recorded first stands, and the confirmation clears a regularised store', async () => {
    const [reviewer, manager] = await Promise.all([stack.as('reviewer'), stack.as('manager')]);
    const ofOther = await relatedId(stack, other.setupId, 'clearance');
    await reviewer.act(ofOther, 'confirmGround', { reason: '超过15个工作日未完成装修' });
    const answers = await stack.database.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT 1 FROM "Store" WHERE "id" = ${other.storeId} FOR UPDATE`;
        const regularised = reviewer.act(other.trialId, 'regularise');
        await expect.poll(() => waitersIn(stack, STORE_HELD), PATIENCE).toBe(1);
        const confirmed = manager.act(ofOther, 'countersign', {});
        await expect.poll(() => waitersIn(stack, STORE_HELD), PATIENCE).toBe(2);
        return { regularised, confirmed };
      },
      { timeout: 60_000 },
    );
    await Promise.all([answers.regularised, answers.confirmed]);
    await settled(stack);
    expect(await caseOf(stack, other.trialId)).toMatchObject({ outcome: 'REGULARISED' });
    expect(await noticesOf(stack, other.trialId, 'trialRegularised')).toHaveLength(1);
    expect(await caseOf(stack, ofOther)).toMatchObject({ stage: 'NOTICE_ISSUED', outcome: null });
    const row = await stack.database.store.findUniqueOrThrow({ where: { id: other.storeId } });
    expect(row).toMatchObject({ status: 'NORMAL', statusBefore: 'NORMAL', clearingSince: expect.any(Date) });
  });

  it('SH-STORE-11.10 a confirmation recorded first lets nobody regularise the store at the same instant', async () => {
    const [reviewer, manager] = await Promise.all([stack.as('reviewer'), stack.as('manager')]);
    await reviewer.act(clearanceId, 'confirmGround', { reason: '超过15个工作日未完成装修' });
    // Who holds the store keeps both waiting; the confirmation stands first in the row.
    const answers = await stack.database.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT 1 FROM "Store" WHERE "id" = ${store.storeId} FOR UPDATE`;
        const confirmed = manager.act(clearanceId, 'countersign', {});
        await expect.poll(() => waitersIn(stack, STORE_HELD), PATIENCE).toBe(1);
        const regularised = refusalOf(reviewer.act(store.trialId, 'regularise'));
        await expect.poll(() => waitersIn(stack, STORE_HELD), PATIENCE).toBe(2);
        return { confirmed, regularised };
      },
      { timeout: 60_000 },
    );
    await answers.confirmed;
    expect(await answers.regularised).toMatchObject({ code: 'CONDITION_NOT_MET' });
    await caseWhen(stack, store.trialId, { outcome: 'STORE_CLEARED' });
    expect(await noticesOf(stack, store.trialId, 'trialRegularised')).toEqual([]);
  });

  it('SH-STORE-11.10 no trial mail goes out after it, and no second clearance opens beside the first', async () => {
    const before = await stack.database.notice.count({ where: { caseId: store.trialId } });
    await postLetter(stack, clearanceId, letter);
    await caseWhen(stack, clearanceId, { outcome: 'CLEARED' });
    await stack.advanceTo('2026-01-15T00:00:00+08:00');
    expect(await stack.database.notice.count({ where: { caseId: store.trialId } })).toBe(before);
    expect(await relatedTo(stack, store.trialId, 'clearance')).toHaveLength(1);
    expect(await (await stack.as('reviewer')).get(`/api/stores/${store.storeId}`)).toMatchObject({ status: 'CLEARED' });
  });
});
