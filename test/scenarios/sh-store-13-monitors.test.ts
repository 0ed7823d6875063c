/**
 * The monitors of months and of quarters, SH-STORE 四.5(3) and (4): which months and which points they count. Six stores from their
 * opening in the summer of 2025 to 2026-04-01; nobody decides on what is detected meanwhile.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  noticesOf,
  openStore,
  reachFigures,
  report,
  reportAll,
  settled,
  type OpenedStore,
} from '../support/applications.ts';
import { instantOf } from '../../rules/time/index.ts';
import { caseOf, relatedId } from '../support/cases.ts';
import { expectWords, mailAbout } from '../support/mails.ts';
import { openStoreOf } from '../support/more-stores.ts';
import { standingOf } from '../support/supervision.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const [ZERO, RATING] = ['CLEAR_3_ZERO_POINTS', 'CLEAR_4_RATING'];

const qihang = { account: 'qihang', creditCode: '91310115MA1K7QH31D', name: '上海启航企业服务有限公司' };
const fangzhou = { account: 'fangzhou', creditCode: '91310104MA1FQY52XM', name: '上海方舟检测技术有限公司' };
const hengtong = { account: 'hengtong', creditCode: '91310106MA1HTX73QW', name: '上海恒通财税咨询有限公司' };

let stack: TestStack;
/** Opened in June, founded on a 10 September: 150 points at the end of September, 201 from October on. */
let founded: OpenedStore;
/** The same founding day, opened in July under rules that count neither anniversaries nor earlier quarters. */
let switched: OpenedStore;
/** Opened in June: two stars at the end of September, and one at the end of December. */
let declining: OpenedStore;
/** Opened in July with 350 points. */
let rich: OpenedStore;
/** Opened in July with 49 points. */
let poor: OpenedStore;
/** Opened on 2025-08-05 with 120 points; nothing comes after. */
let silent: OpenedStore;

const standing = (store: OpenedStore) => standingOf(stack, store);
const grounds = async (store: OpenedStore): Promise<string[]> => (await standing(store)).grounds.sort();
const points = async ({ storeId }: OpenedStore, query = '') =>
  (await stack.as('manager')).get(`/api/stores/${storeId}/points?limit=200${query}`);
const totalOf = async (store: OpenedStore): Promise<number> => (await points(store)).totals.total;
const monthOf = async (store: OpenedStore, month: string) =>
  (await points(store)).totals.byMonth.find((one: { month: string }) => one.month === month);
/** What the one clearance of a store was told of a ground, in Chinese. */
async function toldOf(store: OpenedStore, ground: string): Promise<string> {
  const { facts } = await caseOf(stack, await relatedId(stack, store.supervisionId, 'clearance'));
  return JSON.stringify(facts.grounds.find((one: { ground: string }) => one.ground === ground));
}

async function takeBack({ storeId }: OpenedStore, rule: string, about: string): Promise<void> {
  const { items } = await points({ storeId } as OpenedStore, `&rule=${rule}`);
  const { eventKey } = items.find((line: { eventKey: string }) => line.eventKey.includes(about));
  const reversal = { storeId, eventKeys: [eventKey], reason: '经核查不符合积分规则' };
  await (await stack.as('reviewer')).post('/api/points/reversals', reversal);
}

async function setRules(note: string, values: object): Promise<void> {
  await (await stack.as('admin')).put('/api/rules/SH_STORE', { values, note });
}

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-06-03T09:00:00+08:00' });
  founded = await openStore(stack, '2025-06-10T10:00:00+08:00', { figures: { establishedOn: '2015-09-10' } });
  await reachFigures(stack, founded.storeId, { points: 144, orders: 3, products: 1 });
  declining = await openStore(stack, '2025-06-17T10:00:00+08:00', {
    ...{ as: 'entrant', figures: { establishedOn: '2015-06-01' } },
  });
  await reachFigures(stack, declining.storeId, { points: 150, orders: 0, products: 1 });
  rich = await openStore(stack, '2025-07-10T10:00:00+08:00', {
    ...{ as: 'provider2', figures: { establishedOn: '2015-06-01' } },
  });
  await reachFigures(stack, rich.storeId, { points: 350, orders: 24, products: 1 });
  poor = await openStoreOf(stack, qihang, '2025-07-17T10:00:00+08:00', { establishedOn: '2019-06-01' });
  await reachFigures(stack, poor.storeId, { points: 99, orders: 0, products: 1 });
  await takeBack(poor, 'DECORATION', 'DECORATION');
  await report(stack, founded.storeId, 'SELLER_LOGIN');
  await setRules('不计周年积分，按当季积分评级', {
    ...{ 'zeroPoints.passiveCount': false, 'rating.basis': 'QUARTER' },
  });
  switched = await openStoreOf(stack, fangzhou, '2025-07-24T10:00:00+08:00', { establishedOn: '2015-09-10' });
  await reachFigures(stack, switched.storeId, { points: 345, orders: 24, products: 1 });
  await setRules('恢复默认', { 'zeroPoints.passiveCount': true, 'rating.basis': 'CUMULATIVE' });
  silent = await openStoreOf(stack, hengtong, '2025-08-05T10:00:00+08:00', { establishedOn: '2015-06-01' });
  await reachFigures(stack, silent.storeId, { points: 120, orders: 0, products: 1 });
  await report(stack, declining.storeId, 'SELLER_LOGIN');
}, 240_000);
afterAll(() => stack.stop());

it('SH-STORE-12.3 SH-STORE-12.6 ten points that are taken back later leave September at 10, and one login on any day is a point', async () => {
  await stack.advanceTo('2025-09-01T10:00:00+08:00');
  for (const store of [founded, switched, rich, poor])
    expect((await standing(store)).zeroPoints).toEqual({ state: 'WARNED', months: ['2025-08'] });
  await stack.advanceTo('2025-09-03T10:00:00+08:00');
  await report(stack, rich.storeId, 'ORDER_COMPLETED', { orderId: 'of-september' });
  await stack.advanceTo('2025-09-17T10:00:00+08:00');
  await reportAll(stack, poor.storeId, [{ type: 'SELLER_LOGIN' }, { type: 'SELLER_LOGIN' }]);
  await report(stack, declining.storeId, 'SELLER_LOGIN');
  await stack.advanceTo('2025-09-20T10:00:00+08:00');
  await takeBack(rich, 'PURCHASE', 'of-september');
  await settled(stack);
  expect(await monthOf(rich, '2025-09')).toMatchObject({ net: 0, gained: 10 });
  expect((await points(rich, '&rule=PURCHASE')).items.slice(0, 2)).toMatchObject([
    { onDay: '2025-09-20', points: -10 },
    { onDay: '2025-09-03', points: 10 },
  ]);
  expect(await monthOf(poor, '2025-09')).toMatchObject({ net: 1, gained: 1 });
  await stack.advanceTo('2025-10-01T00:00:00+08:00');
  for (const store of [rich, poor])
    expect([await grounds(store), (await standing(store)).zeroPoints]).toEqual([[], { state: 'WATCHING', months: [] }]);
});

it('SH-STORE-12.4 the anniversary of 2025-09-10 alone keeps a store from the ground, and by the switch it does not', async () => {
  for (const store of [founded, switched])
    expect((await points(store)).items[0]).toMatchObject({ rule: 'COMPANY_YEARS', points: 5, onDay: '2025-09-10' });
  expect(await grounds(founded)).toEqual([]);
  expect(await grounds(switched)).toEqual([ZERO]);
  const told = await toldOf(switched, ZERO);
  expect(told).toContain('2025年9月：新增积分 0 分');
  expect(told).toContain('"detectedAt":"2025-10-01T00:00:00');
});

it('SH-STORE-13.5 with 150 points at 2025-09-30 the store is told that 51 are missing, and of 2025-12-31', async () => {
  await stack.advanceTo('2025-10-01T08:59:00+08:00');
  expect(await totalOf(founded)).toBe(150);
  expect(await noticesOf(stack, founded.supervisionId, 'lowQuarterWarning')).toEqual([]);
  await stack.advanceTo('2025-10-01T09:00:00+08:00');
  const mail = await mailAbout(stack, 'provider', '评级预警');
  expectWords(stack, mail, founded.supervisionId, ['2025年第三季度', '150 分', '还差 51 分', '2025年12月31日']);
  // With 51 more it has its third star.
  await stack.advanceTo('2025-10-20T10:00:00+08:00');
  const followers = Array.from({ length: 51 }, (_, n) => ({ type: 'FOLLOW', userId: `of-october-${n}` }));
  await reportAll(
    stack,
    founded.storeId,
    followers.map((one) => ({ ...one, userType: 'PERSONAL' })),
  );
  await settled(stack);
  expect((await standing(founded)).rating).toEqual({ state: 'OK', quartersFrom: [] });
});

it('SH-STORE-12.2 a store of 2025-08-05 without points in September and October is detected on 2025-11-01 at the earliest', async () => {
  expect((await standing(silent)).zeroPoints).toEqual({ state: 'WARNED', months: ['2025-09'] });
  await stack.advanceTo('2025-10-31T23:59:00+08:00');
  expect(await grounds(silent)).toEqual([]);
  await stack.advanceTo('2025-11-01T00:00:00+08:00');
  expect(await grounds(silent)).toEqual([ZERO]);
  expect((await standing(silent)).zeroPoints).toEqual({ state: 'DETECTED', months: ['2025-09', '2025-10'] });
});

it('SH-STORE-13.1 two stars at 2025-09-30 and one at 2025-12-31 are detected on 2026-01-01 00:00, a holiday, to be decided by Sun 2026-01-04', async () => {
  await stack.advanceTo('2025-11-03T10:00:00+08:00');
  await report(stack, declining.storeId, 'SELLER_LOGIN');
  expect((await standing(declining)).rating).toEqual({ state: 'LOW_ONE_QUARTER', quartersFrom: ['2025-07'] });
  await takeBack(declining, 'DECORATION', 'DECORATION');
  const { items } = await points(declining, '&rule=FOLLOW_PERSONAL');
  const eventKeys = items.slice(0, (await totalOf(declining)) - 100).map((one: { eventKey: string }) => one.eventKey);
  const reversal = { storeId: declining.storeId, eventKeys, reason: '关注者为虚假账号' };
  await (await stack.as('reviewer')).post('/api/points/reversals', reversal);
  await stack.advanceTo('2025-12-31T23:59:00+08:00');
  expect(await grounds(declining)).toEqual([]);
  await stack.advanceTo('2026-01-01T00:00:00+08:00');
  expect(await grounds(declining)).toEqual([RATING]);
  expect(await toldOf(declining, RATING)).toMatch(/2025年第三季度末：2星（152 分）.*2025年第四季度末：1星（100 分）/);
  const clearance = await relatedId(stack, declining.supervisionId, 'clearance');
  const { openedAt, tasks } = await stack.database.case.findUniqueOrThrow({
    where: { id: clearance },
    include: { tasks: true },
  });
  expect(instantOf(openedAt.getTime())).toMatch(/^2026-01-01T00:00/);
  expect(tasks.map(({ name, dueAt }) => [name, dueAt && instantOf(dueAt.getTime())])).toEqual([
    ['clearanceConfirmation', '2026-01-05T00:00:00.000+08:00'],
  ]);
});

it('SH-STORE-13.3 with 350 points and none in the quarter a store has 4 stars, and is unrated by the switch', async () => {
  await stack.advanceTo('2026-01-01T09:00:00+08:00');
  for (const store of [rich, switched]) {
    const { total, rating, byQuarter } = (await points(store)).totals;
    expect([total, rating.level]).toEqual([350, 'STAR_4']);
    expect(byQuarter.find(({ quarter }: { quarter: string }) => quarter === '2025-Q4')?.net ?? 0).toBe(0);
  }
  expect((await standing(rich)).rating).toEqual({ state: 'OK', quartersFrom: [] });
  expect((await standing(switched)).rating).toEqual({ state: 'LOW_ONE_QUARTER', quartersFrom: ['2025-10'] });
  const mail = await mailAbout(stack, fangzhou.account, '评级预警');
  expectWords(stack, mail, switched.supervisionId, ['本季度积分 0 分', '还差 201 分']);
});

it('SH-STORE-13.2 SH-STORE-13.4 the quarter of the opening does not count: 50 and 120 points are detected on 2026-04-01, 201 are not', async () => {
  await stack.advanceTo('2026-03-31T23:59:00+08:00');
  expect(await Promise.all([poor, silent, founded].map(totalOf))).toEqual([50, 120, 201]);
  for (const store of [poor, silent, switched]) {
    expect((await standing(store)).rating).toEqual({ state: 'LOW_ONE_QUARTER', quartersFrom: ['2025-10'] });
    expect(await grounds(store)).toEqual([ZERO]);
  }
  await stack.advanceTo('2026-04-01T00:00:00+08:00');
  for (const store of [poor, silent, switched]) {
    expect(await grounds(store)).toEqual([ZERO, RATING]);
    expect((await standing(store)).rating).toEqual({ state: 'DETECTED', quartersFrom: ['2025-10', '2026-01'] });
  }
  expect(await toldOf(silent, RATING)).toMatch(/2025年第四季度末：2星（120 分）.*2026年第一季度末：2星（120 分）/);
  expect(await toldOf(poor, RATING)).toMatch(/2025年第四季度末：未评级（50 分）.*2026年第一季度末：未评级（50 分）/);
  expect(await toldOf(switched, RATING)).toMatch(/2025年第四季度末：未评级（0 分）.*2026年第一季度末：未评级（0 分）/);
  for (const store of [founded, rich]) {
    expect((await standing(store)).rating).toEqual({ state: 'OK', quartersFrom: [] });
    expect(await grounds(store)).not.toContain(RATING);
  }
});
