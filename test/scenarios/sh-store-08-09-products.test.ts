/** Products on their way, 三 and 四.4: reviewed, returned and revised; returned, refused, rectified and released. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  deadlineOf,
  openStore,
  openTwoStores,
  publishDecoration,
  settled,
  timelineOf,
  uploadPdf,
  type OpenedStore,
} from '../support/applications.ts';
import { caseOf, caseWhen, refusalOf, relatedId, relatedTo } from '../support/cases.ts';
import { expectWords, mailAbout, mailsAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const product = {
  name: '高新技术企业认定辅导',
  category: '科技服务',
  description: '全程辅导。',
  scopeItem: '科技中介服务',
};
const claim = { subject: 'PAST_HONOURS', statement: '曾获国家级奖项' };

async function submit(stack: TestStack, storeId: string, productId: string, changes: object = {}, as = 'provider') {
  const client = await stack.as(as);
  const filed = { storeId, productId, product: { ...product, ...changes } };
  return (await client.post<{ caseId: string }>('/api/cases/productReview', filed)).caseId;
}

async function act(stack: TestStack, as: string, caseId: string, action: string, input: object = {}): Promise<void> {
  await (await stack.as(as)).post(`/api/cases/${caseId}/actions/${action}`, input);
}

const storeOf = async (stack: TestStack, storeId: string) => (await stack.as('reviewer')).get(`/api/stores/${storeId}`);

describe('products that wait for our own review', () => {
  let stack: TestStack;
  let approved: OpenedStore;
  let returned: OpenedStore;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00' });
    [approved, returned] = await openTwoStores(stack, '2025-09-26T15:00:00+08:00');
    for (const { storeId } of [approved, returned]) await publishDecoration(stack, storeId);
  });
  afterAll(() => stack.stop());

  it('SH-STORE-06.6 handed in 2025-10-10 20:00 and listed 2025-10-11 10:00 the set-up is in time; returned with no day left it is late', async () => {
    await stack.advanceTo('2025-10-10T20:00:00+08:00');
    const first = await submit(stack, approved.storeId, 'p-1');
    const second = await submit(stack, returned.storeId, 'p-1', {}, 'provider2');
    for (const { setupId } of [approved, returned]) {
      await caseWhen(stack, setupId, { stage: 'SETUP_AWAITING_REVIEW' });
      expect(await deadlineOf(stack, setupId, 'setup')).toMatchObject({ status: 'PAUSED', dueAt: null });
    }
    await stack.advanceTo('2025-10-11T10:00:00+08:00');
    await act(stack, 'reviewer', first, 'listProduct');
    const opinions = [{ issue: 'OUT_OF_SCOPE', finding: '经营范围不含该服务' }];
    await act(stack, 'reviewer', second, 'returnProduct', { opinions, reason: '请修改' });
    expect(await caseWhen(stack, approved.setupId, { outcome: 'SETUP_DONE' })).toMatchObject({
      facts: { rectificationCaseId: null, doneAt: expect.stringMatching(/^2025-10-10T20:00/) },
    });
    await caseWhen(stack, returned.setupId, { stage: 'SETUP_LATE_RECTIFICATION' });
    expect(await storeOf(stack, approved.storeId)).toMatchObject({
      figures: { products: 1 },
      rectifications: { all: 0 },
    });
    await vi.waitFor(async () =>
      expect(await storeOf(stack, returned.storeId)).toMatchObject({
        figures: { products: 0 },
        rectifications: { all: 1 },
      }),
    );
  });
});

describe('a store whose products are reviewed', () => {
  let stack: TestStack;
  let store: OpenedStore;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00' });
    store = await openStore(stack, '2025-09-26T10:00:00+08:00');
    await publishDecoration(stack, store.storeId);
    await stack.advanceTo('2025-09-28T10:00:00+08:00');
  });
  afterAll(() => stack.stop());

  it('SH-STORE-01.19 SH-STORE-08.1 SH-STORE-08.2 SH-STORE-08.6 a claim without evidence, overpriced, is returned, revised, and listed; the public sees it', async () => {
    const id = await submit(stack, store.storeId, 'p-1', { claims: [claim] });
    const refusal = await refusalOf(act(stack, 'reviewer', id, 'listProduct'));
    expect([refusal.status, refusal.code]).toEqual([409, 'CONDITION_NOT_MET']);
    const opinions = [
      { issue: 'CLAIM_PAST_HONOURS', finding: '“国家级奖项”没有证明' },
      { issue: 'OUT_OF_SCOPE', finding: '经营范围不含代理记账' },
      { issue: 'OVERPRICED', finding: '报价明显高于同类服务' },
    ];
    await act(stack, 'reviewer', id, 'returnProduct', { opinions, reason: '请逐项修改' });
    expectWords(stack, await mailAbout(stack, 'provider', '退回修改'), id, [
      '对曾获荣誉作虚假或者引人误解的宣传',
      '《办法》三.1',
      '“国家级奖项”没有证明',
      '价格偏高，未保持高性价比',
      '《办法》一.3',
      '2025年10月11日 24:00（北京时间 UTC+8）',
      '还剩 5 个工作日',
    ]);
    expect((await timelineOf(stack, id)).find(({ type }) => type === 'PRODUCT_RETURNED')).toMatchObject({
      clause: 'SH-STORE 三.1、一.3',
    });
    const provider = await stack.as('provider');
    const proven = { ...claim, fileIds: [await uploadPdf(provider, '证书.pdf')] };
    await act(stack, 'provider', id, 'reviseProduct', { product: { ...product, claims: [proven] } });
    await act(stack, 'reviewer', id, 'listProduct');
    expect(await caseOf(stack, id)).toMatchObject({ stage: 'LISTED', outcome: null });
    await caseWhen(stack, store.setupId, { outcome: 'SETUP_DONE' });
    await mailAbout(stack, 'provider', '产品已上架');
    const page = await (await fetch(`${stack.baseUrl}/stores/${store.storeId}`)).text();
    expect(page).toContain(product.name);
    // SH-STORE-08.4
    expect(page).toContain('仅提供必要的技术支持服务');
  });

  it('SH-STORE-08.6 SH-STORE-08.7 a return that is not acted on is asked about, and a refusal leads to rectification', async () => {
    const id = await submit(stack, store.storeId, 'p-2', { name: '年检代办' });
    const opinions = [{ issue: 'CLAIM_SALES', finding: '“销量第一”没有依据' }];
    await act(stack, 'reviewer', id, 'returnProduct', { opinions, reason: '请修改' });
    await stack.advanceTo('2025-10-11T23:59:00+08:00');
    expect((await caseOf(stack, id)).tasks).toEqual([]);
    await stack.advanceTo('2025-10-12T00:00:00+08:00');
    expect((await caseWhen(stack, id, { stage: 'RETURNED' })).tasks).toMatchObject([{ name: 'refusalQuestion' }]);
    expect(await relatedTo(stack, id, 'rectification')).toEqual([]);
    await stack.advanceTo('2025-10-13T10:00:00+08:00');
    await act(stack, 'reviewer', id, 'findRefusal', { reason: '逾期未改，也未说明' });
    const rectification = await relatedId(stack, id, 'rectification');
    await caseWhen(stack, rectification, { stage: 'NOTIFIED' });
    await settled(stack);
    // Ten working days from Mon 2025-10-13.
    expect(await deadlineOf(stack, rectification, 'contentCorrection')).toMatchObject({ lastDay: '2025-10-27' });
    expectWords(stack, await mailAbout(stack, 'provider', '店铺整顿通知'), rectification, [
      '拒不修改',
      '《办法》四.4',
      '2025年10月27日 24:00（北京时间 UTC+8）',
      '不得提交与改正无关的新产品',
    ]);
    expect(await storeOf(stack, store.storeId)).toMatchObject({
      status: 'NORMAL',
      rectifications: { all: 1, open: [{ id: rectification, ground: 'RECT_CONTENT_REFUSAL' }] },
    });
  });

  it('SH-STORE-09.5 SH-STORE-09.6 no new product is taken meanwhile; evidence is sent back once and then releases it', async () => {
    const [, id] = (await (await stack.as('provider')).get('/api/cases?kind=productReview')).items
      .map((one: { id: string }) => one.id)
      .reverse();
    const rectification = await relatedId(stack, id, 'rectification');
    const refusal = await refusalOf(submit(stack, store.storeId, 'p-3'));
    expect([refusal.status, refusal.code]).toEqual([409, 'CONDITION_NOT_MET']);
    await act(stack, 'provider', id, 'reviseProduct', { product: { ...product, name: '年检代办' } });
    await act(stack, 'reviewer', id, 'listProduct');
    const fileIds = [await uploadPdf(await stack.as('provider'), '改正截图.pdf')];
    const handIn = () => act(stack, 'provider', rectification, 'handInCorrection', { explanation: '已删除', fileIds });
    await handIn();
    await act(stack, 'reviewer', rectification, 'sendBackCorrection', { reason: '截图不清' });
    await mailAbout(stack, 'provider', '整顿核查未通过');
    expect((await refusalOf(act(stack, 'provider', rectification, 'releaseRectification'))).status).toBe(403);
    await handIn();
    await act(stack, 'reviewer', rectification, 'releaseRectification', { reason: '属实' });
    expect(await caseOf(stack, rectification)).toMatchObject({ outcome: 'RELEASED', tasks: [] });
    await mailAbout(stack, 'provider', '店铺整顿解除');
    expect(await submit(stack, store.storeId, 'p-3', { name: '商标注册' })).toMatch(/^prd-/);
    // Nothing more is asked of the store once it is released.
    const reminders = await mailsAbout(stack, 'provider', '改正产品内容');
    await stack.advanceTo('2025-10-29T00:00:00+08:00');
    expect(await mailsAbout(stack, 'provider', '改正产品内容')).toHaveLength(reminders.length);
    const told = (await timelineOf(stack, rectification)).map(({ type }) => type);
    expect(told).toEqual(
      expect.arrayContaining(['CORRECTION_HANDED_IN', 'CORRECTION_SENT_BACK', 'RECTIFICATION_RELEASED']),
    );
  });
});

describe('a rectification that runs out', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-09-15T09:00:00+08:00' });
  });
  afterAll(() => stack.stop());

  it('SH-STORE-09.4 SH-STORE-09.7 opened 2025-09-26 it runs to 2025-10-16; then a manager, and nobody else, puts it to clearance', async () => {
    const store = await openStore(stack, '2025-09-17T10:00:00+08:00');
    await publishDecoration(stack, store.storeId);
    const id = await submit(stack, store.storeId, 'p-1');
    await act(stack, 'reviewer', id, 'listProduct');
    await stack.advanceTo('2025-09-26T10:00:00+08:00');
    const finding = {
      ground: 'INTELLECTUAL_PROPERTY',
      reason: '权利人的投诉属实',
      fileIds: [],
      openRectification: true,
    };
    await act(stack, 'reviewer', id, 'delistByFinding', finding);
    expect(await caseOf(stack, id)).toMatchObject({ outcome: 'DELISTED' });
    await mailAbout(stack, 'provider', '产品违规下架');
    const rectification = await relatedId(stack, id, 'rectification');
    await caseWhen(stack, rectification, { stage: 'NOTIFIED' });
    expect(await deadlineOf(stack, rectification, 'contentCorrection')).toMatchObject({ lastDay: '2025-10-16' });
    await stack.advanceTo('2025-10-16T23:59:00+08:00');
    expect((await caseOf(stack, rectification)).tasks).toEqual([]);
    await stack.advanceTo('2025-10-17T00:00:00+08:00');
    expect((await caseOf(stack, rectification, 'manager')).tasks).toMatchObject([{ name: 'overdueRectification' }]);
    expect(await relatedTo(stack, rectification, 'clearance')).toEqual([]);
    await stack.advanceTo('2025-10-17T10:00:00+08:00');
    const input = { conduct: 'FALSE_ADVERTISING', reason: '至今未改正' };
    expect((await refusalOf(act(stack, 'reviewer', rectification, 'openClearance', input))).status).toBe(403);
    await act(stack, 'manager', rectification, 'openClearance', input);
    const clearance = await relatedId(stack, rectification, 'clearance');
    expect(await caseWhen(stack, clearance, { stage: 'PENDING_CONFIRMATION' })).toMatchObject({ outcome: null });
    await act(stack, 'reviewer', clearance, 'dismissGround', { reason: '已协商改正' });
    expect((await caseWhen(stack, rectification, { stage: 'UNDER_CORRECTION' })).outcome).toBeNull();
  });
});
