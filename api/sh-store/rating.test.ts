import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
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
  api = await databases.api({ now: '2025-10-01T12:00:00+08:00' });
  admin = await api.as('admin');
  await addStore(api, 'sto-1', CODES.provider);
});

afterAll(() => databases.stop());

const orders = (from: number, to: number, occurredAt = '2025-09-10T09:00:00+08:00') =>
  Array.from({ length: to - from }, (_, place) =>
    factOf('ORDER_COMPLETED', { orderId: `o-${from + place}`, occurredAt }),
  );

interface Change {
  readonly seq: number;
  readonly onDay: string;
  readonly points: number;
  readonly from: { readonly level: string };
  readonly to: { readonly level: string };
}

async function changes(query = ''): Promise<Change[]> {
  return (await admin.get(`/api/stores/sto-1/rating-changes${query}`)).body.items as Change[];
}

const inShort = ({ from, to, points }: Change) => `${from.level} ${to.level} ${points}`;

it('SH-EVAL-11.5 500 to 510 is recorded with its day, its points and the order that brought it', async () => {
  await reportFacts(admin, orders(0, 50));
  const before = await changes();
  const last = factOf('ORDER_COMPLETED', { orderId: 'o-50', occurredAt: '2025-09-11T23:59:59+08:00' });
  await reportFacts(admin, [last]);
  const after = await changes();
  expect(after).toHaveLength(before.length + 1);
  expect(after[0]).toMatchObject({
    onDay: '2025-09-11',
    at: '2025-10-01T12:00:00.000+08:00',
    from: { level: 'STAR_5', title: { zh: '5星', en: '5 stars' } },
    to: { level: 'DIAMOND_1', title: { zh: '1钻', en: '1 diamond' } },
    points: 510,
    cause: {
      rule: 'PURCHASE',
      points: 10,
      cause: { fact: { source: 'cloud', sourceId: last['sourceId'], type: 'ORDER_COMPLETED' }, case: null },
    },
  });
  await reportFacts(admin, [last]);
  expect(await changes()).toEqual(after);
  const { body } = await (await api.as('provider')).get('/api/stores/sto-1');
  expect(body).toMatchObject({
    points: 510,
    rating: { level: 'DIAMOND_1', from: 501, to: 1000, next: { level: 'DIAMOND_2', missing: 491 } },
  });
  expect((await (await api.as('provider2')).get('/api/stores/sto-1/rating-changes')).status).toBe(404);
});

it('SH-EVAL-11.5 every level that one report passes is recorded, and the fall when points are taken back', async () => {
  await reportFacts(admin, orders(0, 21));
  expect((await changes()).map(inShort).reverse()).toEqual([
    'UNRATED STAR_1 100',
    'STAR_1 STAR_2 110',
    'STAR_2 STAR_3 210',
  ]);
  await reportFacts(admin, [factOf('ORDER_VOIDED', { orderId: 'o-3', occurredAt: '2025-09-20T09:00:00+08:00' })]);
  expect((await changes()).map(inShort)[0]).toBe('STAR_3 STAR_2 200');
  const reversal = { storeId: 'sto-1', eventKeys: Array.from({ length: 10 }, (_, place) => `PURCHASE:o-${place + 5}`) };
  const reviewer = await api.as('reviewer');
  expect((await reviewer.post('/api/points/reversals', { ...reversal, reason: '刷单' })).status).toBe(201);
  expect((await changes()).map(inShort).slice(0, 2)).toEqual(['STAR_2 STAR_1 100', 'STAR_3 STAR_2 200']);
  const paged = [...(await changes('?limit=2'))];
  const { body } = await admin.get('/api/stores/sto-1/rating-changes?limit=2');
  paged.push(...(await admin.get(`/api/stores/sto-1/rating-changes?limit=200&cursor=${body.nextCursor}`)).body.items);
  expect(paged).toEqual(await changes());
});

it('SH-STORE-10.8 SH-EVAL-10.16 a brushed order takes along the replies to comments on it, whether one report holds both or not', async () => {
  const said = (order: string) => [
    factOf('ORDER_COMPLETED', { orderId: order }),
    factOf('COMMENT', { commentId: `c-${order}`, userType: 'ENTERPRISE', orderId: order }),
    factOf('COMMENT_REPLY', { replyId: `r-${order}`, commentId: `c-${order}` }),
  ];
  const voided = (order: string) => factOf('ORDER_VOIDED', { orderId: order, occurredAt: '2025-09-20T09:00:00+08:00' });
  const points = async () => (await admin.get('/api/stores/sto-1')).body.points as number;
  await reportFacts(admin, [...said('kept'), ...said('brushed')]);
  expect(await points()).toBe(28);
  await reportFacts(admin, [voided('brushed')]);
  await reportFacts(admin, [
    factOf('COMMENT_REPLY', { replyId: 'again', commentId: 'c-brushed', occurredAt: '2025-09-21T09:00:00+08:00' }),
  ]);
  await reportFacts(admin, [...said('both'), voided('both')]);
  expect(await points()).toBe(14);
});

it('SH-EVAL-11.5 reports at one moment leave one unbroken history', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, place) => reportFacts(admin, orders(place * 10, place * 10 + 10))));
  const history = (await changes()).reverse();
  expect(history.map(({ seq }) => seq)).toEqual(history.map((_, place) => place + 1));
  expect(history.map(inShort)).toEqual([
    'UNRATED STAR_1 100',
    'STAR_1 STAR_2 110',
    'STAR_2 STAR_3 210',
    'STAR_3 STAR_4 310',
    'STAR_4 STAR_5 410',
    'STAR_5 DIAMOND_1 510',
  ]);
});

it('SH-EVAL-10.1 SH-EVAL-11.5 an anniversary that came due stands before what was done after it', async () => {
  await reportFacts(admin, [...orders(0, 9), factOf('FOLLOW', { userId: 'u-1', userType: 'PERSONAL' })]);
  await reportFacts(admin, [
    ...Array.from({ length: 4 }, (_, place) => factOf('FOLLOW', { userId: `u-${place + 2}`, userType: 'PERSONAL' })),
  ]);
  api.setNow('2026-03-02T00:00:00+08:00');
  await reportFacts(admin, [factOf('SELLER_LOGIN', { occurredAt: '2026-03-01T23:00:00+08:00' })]);
  const [latest, first] = await changes();
  expect(latest).toMatchObject({ to: { level: 'STAR_2' }, points: 101, cause: { rule: 'LOGIN_DAY' } });
  expect(first).toMatchObject({
    to: { level: 'STAR_1' },
    onDay: '2026-03-01',
    points: 100,
    cause: { rule: 'COMPANY_YEARS', cause: { anniversary: '2026-03-01', fact: null } },
  });
});

it('SH-EVAL-10.20 the ledger answers for a day, months, quarter ends, years, groups and the six angles', async () => {
  await reportFacts(admin, [
    factOf('DECORATION_PUBLISHED', { occurredAt: '2025-08-31T23:59:59+08:00' }),
    factOf('PRODUCT_LISTED', { productId: 'p-1', occurredAt: '2025-09-01T00:00:00+08:00' }),
    factOf('PRODUCT_DELISTED', { productId: 'p-1', occurredAt: '2025-10-01T09:00:00+08:00' }),
    factOf('COMPANY_SITE_SAVED', {}),
    ...orders(0, 2),
    factOf('PRAISE', { ratingId: 'r-1', userType: 'ENTERPRISE' }),
    factOf('FOLLOW', { userId: 'u-1', userType: 'ENTERPRISE' }),
    factOf('SELLER_LOGIN', {}),
  ]);
  const totals = async (query = '') => (await admin.get(`/api/stores/sto-1/points${query}`)).body.totals;
  expect(await totals()).toEqual({
    at: '2025-10-01',
    total: 96,
    rating: expect.objectContaining({
      level: 'UNRATED',
      next: { level: 'STAR_1', title: expect.anything(), missing: 4 },
    }),
    byGroup: { COMPANY: 20, PRODUCTS: 0, DECORATION: 50, ACTIVITY: 1, FOLLOWERS: 3, FEEDBACK: 22 },
    byRule: {
      ...{ DECORATION: 50, PRODUCT: 0, COMPANY_SITE: 20, PURCHASE: 20 },
      ...{ PRAISE_ENTERPRISE: 2, FOLLOW_ENTERPRISE: 3, LOGIN_DAY: 1 },
    },
    byMonth: [
      { month: '2025-08', net: 50, gained: 50, corrected: 0 },
      { month: '2025-09', net: 56, gained: 56, corrected: 0 },
      { month: '2025-10', net: -10, gained: 0, corrected: 0 },
    ],
    byQuarter: [
      { quarter: '2025-Q3', net: 106, gained: 106, corrected: 0, balance: 106 },
      { quarter: '2025-Q4', net: -10, gained: 0, corrected: 0, balance: 96 },
    ],
    byYear: [
      {
        ...{ year: '2025', net: 96, gained: 106, corrected: 0 },
        byAngle: { DECORATION: 50, PRODUCTS: 0, ORDERS: 20, ACTIVITY: 1, FEEDBACK: 2, FOLLOWERS: 3 },
      },
    ],
  });
  expect(await totals('?at=2025-08-31')).toMatchObject({ total: 50, byQuarter: [{ balance: 50 }] });
  expect(await totals('?at=2025-09-30')).toMatchObject({ total: 106, rating: { level: 'STAR_2' } });
  expect((await admin.get('/api/stores/sto-1/points?at=2025-08-31')).body.items).toHaveLength(1);
  expect((await admin.get('/api/stores/sto-1/points?at=2025-07-31')).body).toMatchObject({
    items: [],
    totals: { total: 0 },
  });
  const ahead = await admin.get('/api/stores/sto-1/points?at=2025-10-02');
  expect([ahead.status, ahead.body.errors[0].field]).toEqual([422, 'at']);
});
