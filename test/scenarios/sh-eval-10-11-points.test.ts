/** The points ledger and the level of a store (SH-EVAL-10, 11): facts of the platform in one course of time, and what ledger and level say of them. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  openTwoStores,
  publishDecoration,
  reachFigures,
  report,
  reportAll,
  timelineOf,
  type Fact,
  type OpenedStore,
} from '../support/applications.ts';
import { openStoreOf } from '../support/more-stores.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

interface Line {
  readonly rule: string;
  readonly points: number;
  readonly onDay: string;
  readonly eventKey: string;
  readonly reversalOf: string | null;
  readonly reason: { readonly zh: string } | null;
}

interface Points {
  readonly items: readonly Line[];
  readonly totals: {
    readonly total: number;
    readonly rating: { readonly level: string };
    readonly byRule: Readonly<Record<string, number>>;
    readonly byMonth: readonly { readonly month: string; readonly net: number }[];
  };
}

const founded = { account: 'qihang', creditCode: '91350100M000100Y43', name: '上海启航企业服务有限公司' };

let stack: TestStack;
/** Two stores that opened on 2025-09-26. */
let one: OpenedStore;
let two: OpenedStore;
/** The store of an institution that was founded on 2020-03-15. */
let young: OpenedStore;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00' });
  [one, two] = await openTwoStores(stack, '2025-09-26T10:00:00+08:00');
}, 240_000);
afterAll(() => stack.stop());

const times = <T>(n: number, each: (nth: number) => T): T[] => Array.from({ length: n }, (_, place) => each(place + 1));

async function points({ storeId }: OpenedStore, query = '', as = 'manager'): Promise<Points> {
  return (await stack.as(as)).get<Points>(`/api/stores/${storeId}/points?limit=200${query}`);
}

const lines = async (store: OpenedStore, rule: string) =>
  (await points(store, `&rule=${rule}`)).items.map(({ onDay, points: brought }) => [onDay, brought]).reverse();

const byRule = async (store: OpenedStore) => (await points(store)).totals.byRule;

const totalOf = async (store: OpenedStore) => (await points(store)).totals.total;

it('SH-EVAL-10.7 two log-ins two hours apart give two points, because midnight of Shanghai lies between them', async () => {
  await stack.advanceTo('2025-09-27T02:00:00+08:00');
  await reportAll(stack, one.storeId, [
    { type: 'SELLER_LOGIN', occurredAt: '2025-09-26T15:00:00Z' },
    { type: 'SELLER_LOGIN', occurredAt: '2025-09-26T17:00:00Z' },
  ]);
  await report(stack, one.storeId, 'SELLER_LOGIN');
  expect(await lines(one, 'LOGIN_DAY')).toEqual([
    ['2025-09-26', 1],
    ['2025-09-27', 1],
  ]);
});

it('SH-EVAL-10.8 log-ins on 20 days on end give 30 points, and 24 where day 10 is missing', async () => {
  await stack.advanceTo('2025-10-20T21:00:00+08:00');
  const days = times(20, (day) => `2025-10-${String(day).padStart(2, '0')}`);
  const logins = (on: readonly string[]) =>
    on.map((day) => ({ type: 'SELLER_LOGIN', occurredAt: `${day}T09:00:00+08:00` }));
  await reportAll(stack, one.storeId, logins(days));
  await reportAll(stack, two.storeId, logins(days.filter((day) => day !== '2025-10-10')));
  const ofOctober = async (store: OpenedStore) =>
    (await points(store)).totals.byMonth.find(({ month }) => month === '2025-10')?.net;
  expect([await ofOctober(one), await ofOctober(two)]).toEqual([30, 24]);
  expect(await lines(one, 'LOGIN_STREAK_10')).toEqual([
    ['2025-10-10', 5],
    ['2025-10-20', 5],
  ]);
  expect(await lines(two, 'LOGIN_STREAK_10')).toEqual([['2025-10-20', 5]]);
});

it('SH-EVAL-10.2 SH-EVAL-10.3 SH-EVAL-10.6 introduction, website and decoration give their points once, however often they are saved', async () => {
  for (const introduction of ['专注知识产权服务。', '专注知识产权服务十年。', '专注知识产权服务十余年。']) {
    await report(stack, two.storeId, 'COMPANY_INTRO_SAVED', { introduction });
  }
  const before = await totalOf(two);
  await report(stack, two.storeId, 'COMPANY_SITE_SAVED', { website: 'https://www.example.cn' });
  expect((await totalOf(two)) - before).toBe(20);
  await publishDecoration(stack, two.storeId);
  await report(stack, two.storeId, 'DECORATION_PUBLISHED', {
    decoration: { headline: '专业服务，就在身边', announcement: '', links: [] },
  });
  expect(await byRule(two)).toMatchObject({ COMPANY_INTRO: 20, COMPANY_SITE: 20, DECORATION: 50 });
});

it('SH-EVAL-10.4 SH-EVAL-10.5 21 certificates give 200 points and not 210; 12 listed products give 120', async () => {
  await reportAll(stack, two.storeId, [
    ...times(21, (nth) => ({ type: 'CERTIFICATE_ADDED', certificateId: `c-${nth}` })),
    ...times(12, (nth) => ({ type: 'PRODUCT_LISTED', productId: `p-${nth}` })),
  ]);
  expect(await byRule(two)).toMatchObject({ COMPANY_CERT: 200, PRODUCT: 120 });
});

it('SH-EVAL-10.9 SH-EVAL-10.10 SH-EVAL-10.11 followers give 1 or 3 points by their kind, and completed orders 10 each', async () => {
  await reportAll(stack, two.storeId, [
    ...times(7, (nth) => ({ type: 'FOLLOW', userId: `person-${nth}`, userType: 'PERSONAL' })),
    ...times(4, (nth) => ({ type: 'FOLLOW', userId: `firm-${nth}`, userType: 'ENTERPRISE' })),
    ...times(100, (nth) => ({ type: 'ORDER_COMPLETED', orderId: `o-${nth}` })),
  ]);
  expect(await byRule(two)).toMatchObject({ FOLLOW_PERSONAL: 7, FOLLOW_ENTERPRISE: 12, PURCHASE: 1_000 });
});

it('SH-EVAL-10.12 SH-EVAL-10.13 SH-EVAL-10.14 SH-EVAL-10.15 SH-EVAL-10.16 ratings, comments and replies give points by who wrote them', async () => {
  const of = (userType: 'PERSONAL' | 'ENTERPRISE'): Fact[] => [
    ...times(30, (nth) => ({ type: 'PRAISE', ratingId: `${userType}-r-${nth}`, userType })),
    ...times(5, (nth) => ({ type: 'COMMENT', commentId: `${userType}-c-${nth}`, userType })),
  ];
  const replies = times(5, (nth) => ({
    type: 'COMMENT_REPLY',
    replyId: `a-${nth}`,
    commentId: `PERSONAL-c-${nth}`,
  }));
  await reportAll(stack, two.storeId, [...of('PERSONAL'), ...of('ENTERPRISE'), ...replies]);
  expect(await byRule(two)).toMatchObject({
    ...{ PRAISE_PERSONAL: 30, PRAISE_ENTERPRISE: 60 },
    ...{ COMMENT_PERSONAL: 5, COMMENT_ENTERPRISE: 10, REPLY: 10 },
  });
});

it('SH-EVAL-10.18 an order that is delivered twice gives 10 points; what is taken back is a line of its own, with its reason', async () => {
  const before = await totalOf(one);
  const admin = await stack.as('admin');
  const order = {
    ...{ source: 'cloud', sourceId: 'e-1', storeId: one.storeId },
    ...{ type: 'ORDER_COMPLETED', orderId: 'twice', occurredAt: await stack.now() },
  };
  expect(await admin.post('/api/platform-events', order)).toMatchObject({ accepted: 1, results: [{ points: 10 }] });
  expect(await admin.post('/api/platform-events', order)).toMatchObject({ accepted: 0, duplicates: 1 });
  await admin.post('/api/platform-events', { ...order, sourceId: 'e-2' });
  expect((await totalOf(one)) - before).toBe(10);
  const purchases = async () => (await points(one, '&rule=PURCHASE')).items;
  const [booked] = await purchases();
  const reviewer = await stack.as('reviewer');
  const reversal = { storeId: one.storeId, eventKeys: [booked!.eventKey] };
  await expect(reviewer.post('/api/points/reversals', { ...reversal, reason: '' })).rejects.toMatchObject({
    status: 422,
  });
  await reviewer.post('/api/points/reversals', { ...reversal, reason: '自买自卖。' });
  expect(await totalOf(one)).toBe(before);
  const after = await purchases();
  expect(after).toHaveLength(2);
  expect(after).toContainEqual(booked);
  expect(after.find(({ points: brought }) => brought < 0)).toMatchObject({
    ...{ points: -10, reversalOf: booked!.eventKey, reason: { zh: '自买自卖。' } },
  });
  await expect(reviewer.post('/api/points/reversals', { ...reversal, reason: '再次。' })).rejects.toMatchObject({
    code: 'ALREADY_DONE',
  });
});

it('SH-EVAL-10.19 who followed as a person and is an enterprise the next day leaves 1 point, and is an enterprise from then on', async () => {
  await report(stack, one.storeId, 'FOLLOW', { userId: 'u-1', userType: 'PERSONAL' });
  await stack.advanceTo('2025-10-21T21:00:00+08:00');
  await reportAll(stack, one.storeId, [
    { type: 'FOLLOW', userId: 'u-1', userType: 'ENTERPRISE' },
    { type: 'COMMENT', commentId: 'u-1-c', userType: 'ENTERPRISE' },
  ]);
  const of = await byRule(one);
  expect(of).toMatchObject({ FOLLOW_PERSONAL: 1, COMMENT_ENTERPRISE: 2 });
  expect(of['FOLLOW_ENTERPRISE']).toBeUndefined();
});

it('SH-EVAL-10.17 a period with 7 favourable of 10 ratings gives 50 points at its end, one with 69 of 100 none', async () => {
  const manager = await stack.as('manager');
  const setPeriod = async (firstDay: string, lastDay: string) =>
    (await manager.post<{ id: string }>('/api/points/activity-periods', { name: '促销活动', firstDay, lastDay })).id;
  const first = await setPeriod('2025-10-20', '2025-10-25');
  const second = await setPeriod('2025-10-26', '2025-10-31');
  await stack.advanceTo('2025-11-03T09:00:00+08:00');
  const period = (periodId: string, favourable: number, ratings: number): Fact => ({
    ...{ type: 'PRAISE_RATE_REACHED', periodId, periodEnd: periodId === first ? '2025-10-25' : '2025-10-31' },
    ...{ favourable, ratings },
  });
  const before = await totalOf(one);
  await reportAll(stack, one.storeId, [period(first, 69, 100)]);
  expect(await totalOf(one)).toBe(before);
  await reportAll(stack, one.storeId, [period(second, 7, 10)]);
  await reportAll(stack, one.storeId, [period(second, 7, 10)]);
  expect(await lines(one, 'PRAISE_RATE_70')).toEqual([['2025-10-31', 50]]);
  expect(await totalOf(one)).toBe(before + 50);
});

it('SH-EVAL-11.5 from 500 to 510 points the timeline of the store says 5 stars to 1 diamond, and the order that did it', async () => {
  await reachFigures(stack, one.storeId, { points: 500, orders: 5, products: 3 });
  await report(stack, one.storeId, 'ORDER_COMPLETED', { orderId: 'the-510th' });
  const change = await vi.waitFor(async () => {
    const found = (await timelineOf(stack, one.supervisionId)).findLast(({ type }) => type === 'RATING_CHANGED');
    expect(found?.detail).toMatchObject({ from: 'STAR_5', to: 'DIAMOND_1', points: 510 });
    return found!;
  }, PATIENCE);
  expect(change.at).toMatch(/^2025-11-03/);
  expect(change.title.zh).toMatch(/5星.*1钻.*510/);
  const { items } = await (await stack.as('provider')).get(`/api/stores/${one.storeId}/rating-changes`);
  expect(items[0]).toMatchObject({
    ...{ from: { level: 'STAR_5' }, to: { level: 'DIAMOND_1' }, points: 510, onDay: '2025-11-03' },
    cause: { eventKey: 'PURCHASE:the-510th' },
  });
});

it('SH-EVAL-10.1 an institution founded on 2020-03-15 has 25 points on the day its store opens', async () => {
  await stack.advanceTo('2025-11-14T09:00:00+08:00');
  young = await openStoreOf(stack, founded, '2025-11-21T10:00:00+08:00', { establishedOn: '2020-03-15' });
  expect((await points(young, '', 'qihang')).totals).toMatchObject({ total: 25, byRule: { COMPANY_YEARS: 25 } });
});

/** The level of the young store at so many points. */
async function levelAt(wanted: number): Promise<string> {
  const missing = wanted - (await totalOf(young));
  const facts: Fact[] = [
    ...times(Math.floor(missing / 1_000), (nth) => ({ type: 'ORDER_COMPLETED', orderId: `${wanted}-${nth}` })),
    ...times(Math.floor((missing % 1_000) / 10), (nth) => ({ type: 'PRODUCT_LISTED', productId: `${wanted}-${nth}` })),
    ...times(missing % 10, (nth) => ({ type: 'FOLLOW', userId: `${wanted}-${nth}`, userType: 'PERSONAL' })),
  ];
  await reportAll(stack, young.storeId, facts);
  const { totals } = await points(young, '', 'qihang');
  expect(totals.total).toBe(wanted);
  const store = await (await stack.as('manager')).get(`/api/stores/${young.storeId}`);
  expect(store.rating.level).toBe(totals.rating.level);
  return totals.rating.level;
}

it('SH-EVAL-11.1 SH-EVAL-11.2 SH-EVAL-11.3 SH-EVAL-11.4 the level follows the points; both bounds of a band belong to it', async () => {
  // So that a million points need no hundred thousand orders.
  await (
    await stack.as('admin')
  ).put('/api/rules/SH_STORE', { values: { 'points.purchase': 1_000 }, note: '积分规则调整' });
  const bands: readonly [number, string][] = [
    [99, 'UNRATED'],
    [100, 'STAR_1'],
    [200, 'STAR_2'],
    [201, 'STAR_3'],
    [500, 'STAR_5'],
    [501, 'DIAMOND_1'],
    [1_000, 'DIAMOND_1'],
    [1_001, 'DIAMOND_2'],
    [5_000, 'DIAMOND_5'],
    [5_001, 'CROWN_1'],
    [80_000, 'CROWN_4'],
    [80_001, 'CROWN_5'],
    [1_000_000, 'CROWN_5'],
  ];
  for (const [wanted, level] of bands) expect([wanted, await levelAt(wanted)]).toEqual([wanted, level]);
});

it('SH-EVAL-10.1 the anniversary of the founding brings 5 points more', async () => {
  await stack.advanceTo('2026-03-14T23:59:00+08:00');
  expect(await byRule(young)).toMatchObject({ COMPANY_YEARS: 25 });
  await stack.advanceTo('2026-03-15T00:00:00+08:00');
  expect(await byRule(young)).toMatchObject({ COMPANY_YEARS: 30 });
  expect(await lines(young, 'COMPANY_YEARS')).toEqual([
    ['2025-11-21', 25],
    ['2026-03-15', 5],
  ]);
});
