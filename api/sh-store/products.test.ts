/** Products reviewed here, over HTTP and on PostgreSQL: their facts and points, what is split, what the public sees (SH-STORE-08, 09). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { CODES, uploaded } from '../testing/samples.ts';
import { addStore, factOf, reportFacts } from '../testing/stores.ts';

let databases: TestDatabases;
let api: TestApi;
let provider: Caller;
let reviewer: Caller;
let admin: Caller;

beforeAll(async () => {
  databases = await startDatabases();
});

beforeEach(async () => {
  api = await databases.api({ now: '2025-09-28T10:00:00+08:00' });
  [provider, reviewer, admin] = await Promise.all([api.as('provider'), api.as('reviewer'), api.as('admin')]);
  await addStore(api, 'sto-1', CODES.provider, { name: '启明科技服务' });
});

afterAll(() => databases.stop());

const product = { name: '代理记账', category: '财税服务', description: '按月代理记账。', scopeItem: '代理记账' };

function submit(productId: string, changes: object = {}, caller = provider, storeId = 'sto-1') {
  return caller.post('/api/cases/productReview', { storeId, productId, product: { ...product, ...changes } });
}

const act = (caller: Caller, caseId: string, action: string, input: object = {}) =>
  caller.post(`/api/cases/${caseId}/actions/${action}`, input);

async function listed(productId: string, changes: object = {}): Promise<string> {
  const { body, status } = await submit(productId, changes);
  expect(status, JSON.stringify(body)).toBe(201);
  const done = await act(reviewer, body.caseId, 'listProduct');
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return body.caseId;
}

const pointsOf = async () => (await reviewer.get('/api/stores/sto-1')).body.points as number;

/** Opens a rectification of the store as a step of a case would. */
async function addRectification(id: string, openedAt: string, changes: object = {}): Promise<void> {
  await api.database.case.create({
    data: {
      ...{ id, number: `沪企服整顿〔2025〕${id}号`, kind: 'rectification', regime: 'SH_STORE', stage: 'NOTIFIED' },
      ...{ subject: CODES.provider, title: '启明科技服务', bodyId: 'sh-centre', region: 'SH/PUDONG' },
      ...{ about: 'store:sto-1', ruleVersion: 1, calendarVersion: 1, openedAt: new Date(openedAt), revision: 1 },
      ...{
        opening: { ground: 'RECT_CONTENT_REFUSAL' },
        parties: { create: [{ name: 'provider', party: CODES.provider }] },
      },
      ...changes,
    },
  });
}

describe('a product reviewed here', () => {
  it('SH-STORE-08.5 makes the facts of the store and its points, each once, naming the case', async () => {
    const caseId = await listed('p-1');
    expect(await pointsOf()).toBe(10);
    expect((await reviewer.get('/api/stores/sto-1')).body.figures.products).toBe(1);
    const { body } = await reviewer.get('/api/stores/sto-1/points');
    expect(body.items).toMatchObject([{ rule: 'PRODUCT', points: 10, about: 'product:p-1', caseId }]);
    await act(provider, caseId, 'delistProduct');
    expect(await pointsOf()).toBe(0);
    expect((await reviewer.get('/api/stores/sto-1')).body.figures.products).toBe(0);
  });

  it('SH-STORE-08.5 is handed in by the institution of the store alone, once a product', async () => {
    const stranger = await submit('p-1', {}, await api.as('provider2'));
    expect([stranger.status, stranger.body.errors?.[0]?.field ?? stranger.body.field]).toEqual([422, 'storeId']);
    expect((await submit('p-1', {}, provider, 'sto-none')).status).toBe(422);
    expect((await submit('p-1')).status).toBe(201);
    const again = await submit('p-1');
    expect([again.status, again.body.code]).toEqual([409, 'ALREADY_OPEN']);
    expect(await api.database.case.count({ where: { kind: 'productReview' } })).toBe(1);
  });

  it('SH-STORE-08.5 opens one case for a product that is handed in ten times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit('p-1')));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await api.database.case.count({ where: { kind: 'productReview' } })).toBe(1);
    expect(await api.database.platformEvent.count({ where: { productId: 'p-1' } })).toBe(1);
  });

  it('SH-STORE-08.5 has its facts from the review alone: the platform’s report of it is refused with the case', async () => {
    const { number } = await api.database.case.findUniqueOrThrow({ where: { id: await listed('p-1') } });
    const { body } = await reportFacts(admin, [
      factOf('PRODUCT_DELISTED', { productId: 'p-1' }),
      factOf('PRODUCT_LISTED', { productId: 'p-2' }),
    ]);
    expect(body.results).toMatchObject([
      { status: 'REFUSED', errors: [{ field: 'productId', message: { en: expect.stringContaining(number) } }] },
      { status: 'ACCEPTED', points: 10 },
    ]);
    expect(await pointsOf()).toBe(20);
    // And what the platform has in the shop is not reviewed here beside it.
    const taken = await submit('p-2');
    expect([taken.status, taken.body.code]).toEqual([409, 'ALREADY_OPEN']);
  });

  it('SH-STORE-08.6 keeps every version that was handed in', async () => {
    const { body } = await submit('p-1');
    const opinions = [{ issue: 'INCOMPLETE', finding: '缺少服务流程' }];
    await act(reviewer, body.caseId, 'returnProduct', { opinions, reason: '请补充' });
    const revised = { ...product, description: '按月代理记账。流程：收票、记账、报税。' };
    expect((await act(provider, body.caseId, 'reviseProduct', { product: revised })).status).toBe(200);
    const forms = await api.database.form.findMany({ where: { caseId: body.caseId }, orderBy: { version: 'asc' } });
    expect(forms.map(({ data }) => (data as { product: { description: string } }).product.description)).toEqual([
      product.description,
      revised.description,
    ]);
  });

  it('SH-STORE-08.2 is not listed with a claim that has no evidence, and is with it', async () => {
    const claim = { subject: 'PAST_HONOURS', statement: '曾获国家级奖项' };
    const bare = await submit('p-1', { claims: [claim] });
    const refused = await act(reviewer, bare.body.caseId, 'listProduct');
    expect([refused.status, refused.body.code]).toEqual([409, 'CONDITION_NOT_MET']);
    await listed('p-2', { claims: [{ ...claim, fileIds: [await uploaded(provider)] }] });
  });
});

it('SH-STORE-11.5 a store whose records are sealed hands in nothing and changes nothing: 403', async () => {
  const caseId = await listed('p-0');
  const sealed = { status: 'CLEARED', offlineAt: new Date(), sealedAt: new Date() };
  await api.database.store.update({ where: { id: 'sto-1' }, data: sealed });
  const before = await api.database.timelineEvent.count({ where: { caseId } });
  for (const refused of [
    await submit('p-1'),
    await act(provider, caseId, 'editProduct', { product }),
    await act(provider, caseId, 'delistProduct'),
    await act(reviewer, caseId, 'delistByFinding', { ground: 'OUT_OF_SCOPE', reason: '超范围' }),
  ]) {
    expect([refused.status, refused.body.code]).toEqual([403, 'NOT_ALLOWED']);
    expect(refused.body.message?.zh ?? refused.body.detail).toContain('封存');
  }
  expect(await api.database.timelineEvent.count({ where: { caseId } })).toBe(before);
});

describe('a store under rectification', () => {
  it('SH-STORE-09.5 hands in no new product that has nothing to do with the correction, here or by report', async () => {
    const known = await listed('p-1');
    await addRectification('rec-1', '2025-09-27T10:00:00+08:00');
    const refused = await submit('p-2');
    expect([refused.status, refused.body.code]).toEqual([409, 'CONDITION_NOT_MET']);
    const { body } = await reportFacts(admin, [
      factOf('PRODUCT_SUBMITTED', { productId: 'p-3', occurredAt: '2025-09-28T09:00:00+08:00' }),
      factOf('PRODUCT_SUBMITTED', { productId: 'p-4', occurredAt: '2025-09-26T09:00:00+08:00' }),
      factOf('ORDER_COMPLETED', { orderId: 'o-1', occurredAt: '2025-09-28T09:00:00+08:00' }),
    ]);
    // Handed in before it was opened, it counts; orders in hand go on.
    expect(body.results.map(({ status }: { status: string }) => status)).toEqual(['REFUSED', 'ACCEPTED', 'ACCEPTED']);
    expect((await act(provider, known, 'editProduct', { product })).status).toBe(200);
    const part = { storeId: 'sto-1', productId: 'p-5', product, corrects: 'rec-1' };
    expect((await provider.post('/api/cases/productReview', part)).status).toBe(201);
  });

  it('SH-STORE-09.5 lets in no new product whatever is reported of it first, and brings it no points', async () => {
    const before = await pointsOf();
    await addRectification('rec-1', '2025-09-27T10:00:00+08:00');
    const meanwhile = { occurredAt: '2025-09-28T09:00:00+08:00' };
    const earlier = { occurredAt: '2025-09-26T09:00:00+08:00' };
    for (const type of ['PRODUCT_LISTED', 'PRODUCT_RETURNED', 'PRODUCT_LISTED']) {
      const { body } = await reportFacts(admin, [factOf(type, { productId: 'p-1', ...meanwhile })]);
      expect(body.results).toMatchObject([
        {
          status: 'REFUSED',
          points: 0,
          errors: [{ field: 'productId', message: { zh: expect.stringContaining('整顿') } }],
        },
      ]);
    }
    expect(await pointsOf()).toBe(before);
    // Handed in before, it goes its way through the review of the platform.
    const { body } = await reportFacts(admin, [
      factOf('PRODUCT_SUBMITTED', { productId: 'p-2', ...earlier }),
      factOf('PRODUCT_LISTED', { productId: 'p-2', ...meanwhile }),
    ]);
    expect(body.results).toMatchObject([{ status: 'ACCEPTED' }, { status: 'ACCEPTED', points: 10 }]);
  });

  it('SH-STORE-09.8 shows three rectifications in a year as 3, flags the open one, and nothing else happens', async () => {
    const closed = { closedAt: new Date('2025-09-20T10:00:00+08:00'), outcome: 'RELEASED', stage: 'RELEASED' };
    await addRectification('rec-1', '2025-03-01T10:00:00+08:00', closed);
    await addRectification('rec-2', '2025-06-01T10:00:00+08:00', closed);
    await addRectification('rec-3', '2025-09-27T10:00:00+08:00');
    await addRectification('rec-4', '2025-09-01T10:00:00+08:00', { ...closed, outcome: 'WITHDRAWN' });
    const { body } = await reviewer.get('/api/stores/sto-1');
    expect(body.rectifications).toMatchObject({ all: 3, byYear: { 2025: 3 }, open: [{ id: 'rec-3' }] });
    expect(body.status).toBe('TRIAL');
    expect(await api.database.case.count({ where: { kind: 'clearance' } })).toBe(0);
  });
});

describe('split products', () => {
  it('SH-STORE-08.8 15 with 150 points: confirmed, −150 stands in the ledger with the case, and the entries remain', async () => {
    for (let n = 1; n <= 15; n += 1) await listed(`p-${n}`, { name: `小微企业代理记账（第${n}期）` });
    expect(await pointsOf()).toBe(150);
    await api.gateway.relay();
    const [proposal, ...more] = await api.database.case.findMany({ where: { kind: 'productSplitting' } });
    expect(more).toEqual([]);
    const caseId = proposal?.id ?? '';
    await api.gateway.opened(caseId);
    await api.gateway.relay();
    const { body: similar } = await reviewer.get('/api/stores/sto-1/similar-products');
    expect(similar.pairs).toHaveLength(105);
    const productIds = Array.from({ length: 15 }, (_, index) => `p-${index + 1}`);
    const confirmed = await act(reviewer, caseId, 'confirmSplitting', { productIds, reason: '按期拆分' });
    expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200);
    expect(await pointsOf()).toBe(0);
    await api.gateway.relay();
    const entries = await api.database.pointsEntry.findMany({ where: { storeId: 'sto-1', rule: 'PRODUCT' } });
    const sumOf = (sign: number) =>
      entries.filter(({ points }) => points * sign > 0).reduce((sum, { points }) => sum + points, 0);
    expect([sumOf(1), sumOf(-1)]).toEqual([150, -150]);
    expect(entries.filter(({ points }) => points < 0).every((entry) => entry.caseId === caseId)).toBe(true);
    const stages = await api.database.case.findMany({ where: { kind: 'productReview' }, select: { stage: true } });
    expect(new Set(stages.map(({ stage }) => stage))).toEqual(new Set(['RETURNED']));
  });

  it('SH-STORE-08.8 are not proposed where products differ; likeness is shown to reviewers and managers alone', async () => {
    await listed('p-1');
    await listed('p-2', { name: '商标注册', category: '知识产权', description: '代理国内商标注册申请。' });
    expect(await api.database.case.count({ where: { kind: 'productSplitting' } })).toBe(0);
    expect((await reviewer.get('/api/stores/sto-1/similar-products')).body).toMatchObject({
      leastScore: 70,
      pairs: [],
    });
    expect((await (await api.as('manager')).get('/api/stores/sto-1/similar-products')).status).toBe(200);
    expect((await provider.get('/api/stores/sto-1/similar-products')).status).toBe(403);
  });
});

describe('the page of a store', () => {
  const page = (lang = 'zh-CN') => api.anyone.send('GET', '/stores/sto-1', undefined, { 'Accept-Language': lang });

  it('SH-STORE-08.4 shows the disclaimer to everybody, as JSON and as a page in both languages', async () => {
    await listed('p-1', { description: '<script>alert(1)</script>' });
    const { status, body } = await api.anyone.get('/api/public/stores/sto-1');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: '启明科技服务',
      since: '2025-08-01',
      onTrial: true,
      rating: { level: 'UNRATED', points: 10 },
      products: { items: [{ productId: 'p-1', name: '代理记账' }], nextCursor: null },
    });
    expect(body).toMatchObject({ listed: 1, elsewhere: 0 });
    expect(body.disclaimer.zh).toContain('仅提供必要的技术支持服务');
    expect(JSON.stringify(body)).not.toMatch(/demo-provider|@/);
    const [zh, en] = await Promise.all([page(), page('en')]);
    expect([zh.status, zh.body]).toEqual([200, expect.stringContaining('仅提供必要的技术支持服务')]);
    expect(en.body).toContain('technical support only');
    expect(zh.body).not.toContain('<script>');
  });

  it('SH-STORE-08.4 shows the approved version while an edit is in review, and no product that is not in the shop', async () => {
    const caseId = await listed('p-1');
    await act(provider, caseId, 'editProduct', { product: { ...product, description: '全国第一的代理记账。' } });
    await submit('p-2', { name: '未审核产品' });
    const { items } = (await api.anyone.get('/api/public/stores/sto-1')).body.products;
    expect(items).toMatchObject([{ productId: 'p-1', description: product.description }]);
    await act(reviewer, caseId, 'listProduct');
    const after = (await api.anyone.get('/api/public/stores/sto-1')).body.products;
    expect(after.items).toMatchObject([{ description: '全国第一的代理记账。' }]);
  });

  it('SH-STORE-08.4 goes through the products page by page', async () => {
    for (const n of [1, 2, 3]) await listed(`p-${n}`);
    const first = (await api.anyone.get('/api/public/stores/sto-1?limit=2')).body.products;
    const cursor = encodeURIComponent(first.nextCursor);
    const second = (await api.anyone.get(`/api/public/stores/sto-1?limit=2&cursor=${cursor}`)).body.products;
    const ids = [...first.items, ...second.items].map(({ productId }) => productId);
    expect(new Set(ids)).toEqual(new Set(['p-1', 'p-2', 'p-3']));
    expect(second.nextCursor).toBeNull();
  });

  it('SH-STORE-11.3 answers 404 with a page that says so once the store is offline', async () => {
    await listed('p-1');
    await api.database.store.update({ where: { id: 'sto-1' }, data: { status: 'CLEARED', offlineAt: new Date() } });
    expect((await api.anyone.get('/api/public/stores/sto-1')).status).toBe(404);
    const [zh, en] = await Promise.all([page(), page('en')]);
    expect([zh.status, en.status]).toEqual([404, 404]);
    expect(zh.body).toContain('店铺已下线');
    expect(zh.body).not.toContain('代理记账');
    expect(en.body).toContain('This store is offline');
    // The disclaimer is on every store page.
    expect(zh.body).toContain('仅提供必要的技术支持服务');
    expect((await api.anyone.get('/stores/sto-none')).status).toBe(404);
  });
});

it('SH-STORE-08.1 lists the products of a store to its provider and its body, each as it was handed in last', async () => {
  const first = await listed('p-1');
  api.setNow('2025-09-28T11:00:00+08:00');
  await submit('p-2', { name: '税务筹划' });
  for (const caller of [provider, reviewer]) {
    const { body } = await caller.get('/api/stores/sto-1/products');
    expect(body.items).toEqual([
      expect.objectContaining({ productId: 'p-2', name: '税务筹划', stage: 'IN_REVIEW', closedAt: null }),
      expect.objectContaining({ caseId: first, productId: 'p-1', name: '代理记账', stage: 'LISTED' }),
    ]);
    const page = await caller.get('/api/stores/sto-1/products?limit=1');
    const rest = await caller.get(`/api/stores/sto-1/products?cursor=${page.body.nextCursor}`);
    expect(rest.body.items).toMatchObject([{ productId: 'p-1' }]);
  }
  expect((await (await api.as('provider2')).get('/api/stores/sto-1/products')).status).toBe(404);
});
