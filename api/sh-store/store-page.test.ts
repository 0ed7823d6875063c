/** What a store says of itself, as the platform reports it and the public reads it (SH-STORE-06.5, 08.4). */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { CODES } from '../testing/samples.ts';
import { addStore, factOf, reportFacts } from '../testing/stores.ts';

let databases: TestDatabases;
let api: TestApi;
let admin: Caller;

beforeAll(async () => {
  databases = await startDatabases();
});

beforeEach(async () => {
  api = await databases.api({ now: '2025-09-28T10:00:00+08:00' });
  admin = await api.as('admin');
  await addStore(api, 'sto-1', CODES.provider, { name: '启明科技服务' });
});

afterEach(() => api.stop());

afterAll(() => databases.stop());

const links = [{ title: '服务案例', address: 'https://cases.example.cn/qiming?y=2025&p=1' }];
const decoration = { headline: '让小企业用得起专利', announcement: '国庆期间照常接单。\n\n电话不变。', links };

const json = async () => (await api.anyone.get('/api/public/stores/sto-1')).body;
const page = async (lang = 'zh-CN') =>
  (await api.anyone.send('GET', '/stores/sto-1', undefined, { 'Accept-Language': lang })).body as unknown as string;

async function reported(...facts: object[]): Promise<string[]> {
  const { body } = await reportFacts(admin, facts);
  return body.results.map(({ status }: { status: string }) => status);
}

describe('the page of a store', () => {
  it('SH-STORE-08.4 has decoration, introduction, website and links, in JSON and in both languages', async () => {
    const statuses = await reported(
      factOf('DECORATION_PUBLISHED', { decoration }),
      factOf('COMPANY_INTRO_SAVED', { introduction: '成立于 2015 年。\n专做知识产权。' }),
      factOf('COMPANY_SITE_SAVED', { website: 'https://qiming.example.cn/' }),
    );
    expect(statuses).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
    expect(await json()).toMatchObject({
      decoration,
      introduction: '成立于 2015 年。\n专做知识产权。',
      website: 'https://qiming.example.cn/',
      listed: 0,
    });
    for (const lang of ['zh-CN', 'en']) {
      const html = await page(lang);
      for (const said of [
        '<p class="lead">让小企业用得起专利</p>',
        '<p>国庆期间照常接单。</p><p>电话不变。</p>',
        '<p>成立于 2015 年。</p><p>专做知识产权。</p>',
        'href="https://qiming.example.cn/" rel="external nofollow ugc noopener noreferrer"',
        'href="https://cases.example.cn/qiming?y=2025&amp;p=1" rel="external nofollow ugc noopener noreferrer"',
        // Where a link leads is said beside its title.
        '<span class="muted">cases.example.cn</span>',
      ])
        expect(html).toContain(said);
      expect(html).toContain(lang === 'en' ? 'technical support only' : '仅提供必要的技术支持服务');
    }
  });

  it('SH-STORE-08.4 shows the licence of the institution, in JSON and in both languages', async () => {
    expect(await json()).toMatchObject({ licence: { creditCode: CODES.provider, establishedOn: '2025-03-01' } });
    for (const html of [await page(), await page('en')]) expect(html).toContain(CODES.provider);
    expect(await page()).toContain('2025年3月1日');
  });

  it('SH-STORE-08.4 of a store that has said nothing has its rating, no product, and the disclaimer', async () => {
    expect(await json()).toMatchObject({ decoration: null, introduction: null, website: null, listed: 0 });
    const [zh, en] = [await page(), await page('en')];
    for (const id of ['announcement', 'introduction', 'links']) expect(zh).not.toContain(`id="${id}"`);
    expect(zh).toContain('暂无产品。');
    expect(en).toContain('None yet.');
    expect(en).toContain('technical support only');
  });

  it('SH-STORE-08.4 counts the products that the platform reviews itself, and says where they are described', async () => {
    await reported(factOf('PRODUCT_LISTED', { productId: 'p-1' }), factOf('PRODUCT_LISTED', { productId: 'p-2' }));
    expect(await json()).toMatchObject({ listed: 2, elsewhere: 2, products: { items: [] } });
    expect(await page()).toContain('共 2 个产品，详情见企业服务云平台。');
    expect(await page('en')).toContain('2 products described on the Enterprise Service Cloud.');
  });

  it('SH-STORE-08.4 shows the latest by when it happened, whatever came first, and what a fact leaves out stays', async () => {
    const introduced = (introduction: string | null | undefined, day: string) =>
      factOf('COMPANY_INTRO_SAVED', { occurredAt: `2025-09-${day}T09:00:00+08:00`, introduction });
    await reported(introduced('第二版', '20'));
    await reported(introduced('第一版', '10'), introduced(undefined, '22'));
    expect((await json()).introduction).toBe('第二版');
    // Taken away, and put on again.
    await reported(introduced(null, '24'));
    expect((await json()).introduction).toBeNull();
    await reported(introduced('第三版', '25'));
    expect((await json()).introduction).toBe('第三版');
  });

  it('SH-STORE-08.4 changes nothing by a second report under the same id', async () => {
    const first = factOf('DECORATION_PUBLISHED', { decoration });
    const again = { ...first, decoration: { ...decoration, headline: '另一个标题' } };
    expect([...(await reported(first)), ...(await reported(again))]).toEqual(['ACCEPTED', 'DUPLICATE']);
    expect((await json()).decoration.headline).toBe(decoration.headline);
  });

  it('SH-STORE-08.4 escapes whatever a store writes', async () => {
    const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const statuses = await reported(
      factOf('DECORATION_PUBLISHED', {
        decoration: {
          headline: attack,
          announcement: attack,
          links: [{ title: '<b>a</b>', address: links[0]?.address }],
        },
      }),
      factOf('COMPANY_INTRO_SAVED', { introduction: attack }),
      factOf('COMPANY_SITE_SAVED', { website: 'https://example.cn/"onclick="alert(1)' }),
    );
    expect(statuses).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
    const html = await page();
    expect(html).not.toMatch(/<script|<img|<b>|"onclick="/);
    expect(html).toContain('&lt;script&gt;');
  });

  it.each([
    [
      'a link that is a script',
      { decoration: { ...decoration, links: [{ title: 'x', address: 'javascript:alert(1)' }] } },
    ],
    ['a link to a file', { decoration: { ...decoration, links: [{ title: 'x', address: 'file:///etc/passwd' }] } }],
    [
      'a link whose host is hidden behind a name',
      {
        decoration: { ...decoration, links: [{ title: 'x', address: 'https://www.gov.cn@example.org/' }] },
      },
    ],
    ['a link without a title', { decoration: { ...decoration, links: [{ title: ' ', address: links[0]?.address }] } }],
    ['more links than ten', { decoration: { ...decoration, links: Array.from({ length: 11 }, () => links[0]) } }],
    ['a headline that is too long', { decoration: { ...decoration, headline: '长'.repeat(61) } }],
    ['a headline of two lines', { decoration: { ...decoration, headline: '一\n二' } }],
    ['an announcement that is too long', { decoration: { ...decoration, announcement: '长'.repeat(1_001) } }],
    ['a mark that turns the direction of text', { decoration: { ...decoration, headline: '优惠\u202e折五' } }],
    ['a field that nobody knows', { decoration: { ...decoration, html: '<b>' } }],
    ['what another fact says', { introduction: '介绍' }],
  ])('SH-STORE-08.4 refuses a decoration with %s, and keeps what is there', async (_what, wrong) => {
    await reported(factOf('DECORATION_PUBLISHED', { decoration }));
    const { status, body } = await admin.post('/api/platform-events', factOf('DECORATION_PUBLISHED', wrong));
    expect([status, body.code]).toEqual([422, 'INVALID_INPUT']);
    expect(body.errors[0].field).toMatch(/^decoration|introduction/);
    expect((await json()).decoration).toEqual(decoration);
  });

  it.each([
    ['COMPANY_INTRO_SAVED', { introduction: '长'.repeat(4_001) }, 'introduction'],
    ['COMPANY_INTRO_SAVED', { introduction: '' }, 'introduction'],
    ['COMPANY_SITE_SAVED', { website: 'qiming.example.cn' }, 'website'],
    ['COMPANY_SITE_SAVED', { website: 'data:text/html,<script>alert(1)</script>' }, 'website'],
  ])('SH-STORE-08.4 refuses %s with %o', async (type, wrong, field) => {
    const { status, body } = await admin.post('/api/platform-events', factOf(type, wrong));
    expect([status, body.errors[0].field]).toEqual([422, field]);
    expect(await json()).toMatchObject({ introduction: null, website: null });
  });

  it('SH-STORE-11.3 says nothing of what an offline store had to say', async () => {
    await reported(
      factOf('DECORATION_PUBLISHED', { decoration }),
      factOf('COMPANY_INTRO_SAVED', { introduction: '介绍' }),
    );
    await api.database.store.update({ where: { id: 'sto-1' }, data: { status: 'CLEARED', offlineAt: new Date() } });
    const html = await page();
    for (const said of [decoration.headline, '介绍', '启明']) expect(html).not.toContain(said);
    expect(html).toContain('店铺已下线');
    expect((await api.anyone.get('/api/public/stores/sto-1')).status).toBe(404);
    // SH-STORE-11.5: a sealed store publishes nothing more.
    expect(await reported(factOf('DECORATION_PUBLISHED', { decoration }))).toEqual(['REFUSED']);
  });
});

describe('the directory of stores', () => {
  const listed = async (query = '') => (await api.anyone.get(`/api/public/stores${query}`)).body;
  const ids = async (query = '') => ((await listed(query)).items as { id: string }[]).map(({ id }) => id);

  it('SH-STORE-08.4 lists every open store with licence, rating and the disclaimer, the latest opened first', async () => {
    await addStore(api, 'sto-2', CODES.provider2, { name: '沪上法律服务', openedAt: '2025-09-01T02:00:00Z' });
    await reported(factOf('ORDER_COMPLETED', { orderId: 'o-1' }));
    const { items, disclaimer } = await listed();
    expect(items).toEqual([
      expect.objectContaining({ id: 'sto-2', since: '2025-09-01', rating: expect.objectContaining({ points: 0 }) }),
      {
        ...{ id: 'sto-1', name: '启明科技服务', since: '2025-08-01', onTrial: true },
        licence: { creditCode: CODES.provider, establishedOn: '2025-03-01' },
        rating: expect.objectContaining({ points: 10 }),
      },
    ]);
    expect(disclaimer.en).toContain('technical support only');
    const { nextCursor } = await listed('?limit=1');
    expect(await ids(`?limit=1&cursor=${nextCursor}`)).toEqual(['sto-1']);
  });

  it('SH-STORE-08.4 finds a store by part of its name or by its credit code', async () => {
    await addStore(api, 'sto-2', CODES.provider2, { name: '沪上法律服务' });
    expect(await ids(`?q=${encodeURIComponent('科技')}`)).toEqual(['sto-1']);
    expect(await ids(`?q=${CODES.provider2.toLowerCase()}`)).toEqual(['sto-2']);
    expect(await ids('?q=nobody')).toEqual([]);
  });

  it('SH-STORE-11.3 leaves out a store that is offline or cleared', async () => {
    const where = { id: 'sto-1' };
    await api.database.store.update({ where, data: { offlineAt: new Date() } });
    expect(await ids()).toEqual([]);
    await api.database.store.update({ where, data: { offlineAt: null, status: 'CLEARED' } });
    expect(await ids()).toEqual([]);
  });
});
