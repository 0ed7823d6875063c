/** Regimes, versions of the rules, and size (XC-06). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  apply,
  deadlineOf,
  institutions,
  openStore,
  reachFigures,
  recommend,
  timelineOf,
  trialFiling,
  type OpenedStore,
} from '../support/applications.ts';
import { hnNetValues } from '../../rules/hn-net/config.ts';
import { caseWhen, plannedAt, refusalOf } from '../support/cases.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

describe('rules', () => {
  let stack: TestStack;
  let first: OpenedStore;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-07-28T09:00:00+08:00' });
    await recommend(stack);
    first = await openStore(stack, '2025-08-01T10:00:00+08:00', trialFiling);
    await reachFigures(stack, first.storeId, { points: 1501, orders: 100, products: 10 });
  });
  afterAll(() => stack.stop());

  it('XC-06.1 applies neither numbers nor bars of another regime to a Shanghai application', async () => {
    // Conditions and bars as the regime of Hunan could have them.
    await stack.database.ruleVersion.create({
      data: {
        regime: 'HN_NET',
        version: 7,
        values: { ...hnNetValues(), 'eligibility.penaltyYears': 3, 'eligibility.revenue': 50_000_000 },
        note: '湘经信中小服务〔2015〕33号',
        createdAt: new Date('2025-08-01T12:00:00+08:00'),
      },
    });
    await stack.database.bar.create({
      data: {
        id: 'bar-hn',
        regime: 'HN_NET',
        party: institutions.provider2.creditCode,
        ground: 'CANCELLED',
        clause: 'HN-NET 第二十四条',
        firstDay: '2025-08-02',
        lastDay: '2028-08-01',
        firm: true,
        caseId: 'hn-1',
        createdAt: new Date('2025-08-01T12:00:00+08:00'),
      },
    });
    await stack.advanceTo('2025-08-02T10:00:00+08:00');
    // Three years back counts in Hunan, one in Shanghai.
    const caseId = await apply(stack, {
      as: 'provider2',
      figures: { penalties: [{ decidedOn: '2023-09-01', rectified: false }] },
    });
    const manager = await stack.as('manager');
    const seen = await manager.get(`/api/cases/${caseId}`);
    expect(seen).toMatchObject({ regime: 'SH_STORE', ruleVersion: 1, extras: { eligibility: { blocked: false } } });
    const status = (key: string) =>
      seen.extras.eligibility.items.find((item: { key: string }) => item.key === key)?.status;
    expect([status('penalty'), status('revenue')]).toEqual(['MET', 'MET']);
    const { items } = await manager.get('/api/rules');
    const versions = new Map(
      items.map(({ regime, version }: { regime: string; version: number }) => [regime, version]),
    );
    expect([versions.get('SH_STORE'), versions.get('HN_NET')]).toEqual([1, 7]);
    await (await stack.as('provider2')).act(caseId, 'withdraw');
  });

  it('XC-06.2 judges a trial begun under 100 orders by 100 and one begun later by 120', async () => {
    const [admin, reviewer] = [await stack.as('admin'), await stack.as('reviewer')];
    await stack.advanceTo('2025-09-01T09:00:00+08:00');
    const change = { values: { 'trial.orders': 120 }, note: '试运行订单量指标上调' };
    await expect(reviewer.put('/api/rules/SH_STORE', change)).rejects.toMatchObject({ status: 403 });
    await expect(
      admin.put('/api/rules/SH_STORE', { values: { 'trial.orderz': 120 }, note: '笔误' }),
    ).rejects.toMatchObject({ status: 422 });
    const book = await admin.put('/api/rules/SH_STORE', change);
    expect(book.version).toBe(2);
    expect(book.values.find(({ key }: { key: string }) => key === 'trial.orders')).toMatchObject({
      value: 120,
      default: 100,
      clause: 'SH-STORE 一.2',
      requirement: 'SH-STORE-07.8',
    });
    expect(book.history[0]).toMatchObject({
      version: 2,
      note: '试运行订单量指标上调',
      createdBy: 'demo-admin',
      changes: [{ key: 'trial.orders', from: 100, to: 120 }],
    });
    expect(book.history[0].createdAt.slice(0, 10)).toBe('2025-09-01');

    await recommend(stack, 'provider2');
    const second = await openStore(stack, '2025-09-05T10:00:00+08:00', { ...trialFiling, as: 'provider2' });
    await reachFigures(stack, second.storeId, { points: 1501, orders: 100, products: 10 });
    await stack.advanceTo('2025-10-10T09:00:00+08:00');
    expect(await reviewer.get(`/api/cases/${first.trialId}`)).toMatchObject({
      stage: 'TRIAL_EVALUATION',
      ruleVersion: 1,
    });
    expect(await reviewer.act(first.trialId, 'regularise')).toMatchObject({ outcome: 'REGULARISED' });
    await stack.advanceTo('2025-11-06T09:00:00+08:00');
    expect(await reviewer.get(`/api/cases/${second.trialId}`)).toMatchObject({ stage: 'TRIAL_FAILED', ruleVersion: 2 });
    const taken = (await timelineOf(stack, second.trialId)).filter(({ type }) => type === 'TRIAL_FIGURES_TAKEN');
    expect(taken).toMatchObject([{ detail: { points: 1501, orders: 100, products: 10, passed: false } }]);
  });

  it('XC-06.2 keeps a running case under the version it was opened under until a manager moves it over, with a reason', async () => {
    const [admin, manager, reviewer] = [await stack.as('admin'), await stack.as('manager'), await stack.as('reviewer')];
    const { setupId } = await openStore(stack, '2025-11-10T10:00:00+08:00', { as: 'provider2' });
    expect(await deadlineOf(stack, setupId, 'setup')).toMatchObject({ lastDay: '2025-11-17' });
    const reason = '系统升级期间统一放宽';
    const preview = async () => {
      const { revision } = await manager.get(`/api/cases/${setupId}`);
      const asked = { action: 'adoptRules', input: { reason }, items: [{ caseId: setupId, revision }] };
      return (await manager.post('/api/bulk-decisions/preview', asked)).items[0];
    };
    const setup = (lastDay: string, isOver: boolean) =>
      expect.arrayContaining([expect.objectContaining({ name: 'setup', lastDay, isOver })]);
    await stack.advanceTo('2025-11-12T10:00:00+08:00');
    await admin.put('/api/rules/SH_STORE', { values: { 'setup.days': 1 }, note: '期限收紧' });
    expect(await preview()).toMatchObject({ moves: false, deadlines: setup('2025-11-11', true) });
    await admin.put('/api/rules/SH_STORE', { values: { 'setup.days': 7, 'setup.limitDays': 20 }, note: '期限放宽' });
    expect(await preview()).toMatchObject({ moves: false, deadlines: setup('2025-11-19', false) });
    expect(await reviewer.get(`/api/cases/${setupId}`)).toMatchObject({ ruleVersion: 2 });
    expect(await deadlineOf(stack, setupId, 'setup')).toMatchObject({ lastDay: '2025-11-17' });

    expect(await refusalOf(reviewer.act(setupId, 'adoptRules', { reason }))).toMatchObject({ status: 403 });
    expect(await refusalOf(manager.act(setupId, 'adoptRules', {}))).toMatchObject({ status: 422 });
    expect(await manager.act(setupId, 'adoptRules', { reason })).toMatchObject({ ruleVersion: 4 });
    expect(await deadlineOf(stack, setupId, 'setup')).toMatchObject({ lastDay: '2025-11-19' });
    expect(await deadlineOf(stack, setupId, 'setupLimit')).toMatchObject({ lastDay: '2025-12-08' });
    const changed = (await timelineOf(stack, setupId)).find(({ type }) => type === 'RULES_CHANGED');
    expect(changed?.detail).toEqual({
      version: 4,
      values: [
        { key: 'setup.days', from: 5, to: 7 },
        { key: 'setup.limitDays', from: 15, to: 20 },
      ],
    });
    expect(await plannedAt(stack, setupId, 'deadlineMoved')).toHaveLength(2);
    // The next reminder goes by the new last day, and none goes a second time.
    await stack.advanceTo('2025-11-20T00:00:00+08:00');
    expect(await plannedAt(stack, setupId, 'deadlineReminder')).toEqual(
      expect.arrayContaining(['2025-11-17T09:00', '2025-11-19T09:00']),
    );
    await caseWhen(stack, setupId, { stage: 'SETUP_LATE_RECTIFICATION' });
    expect(await refusalOf(manager.act(setupId, 'adoptRules', { reason }))).toMatchObject({ code: 'ALREADY_DONE' });
  });
});

describe('size', () => {
  const ORDERS = 380_000;
  let stack: TestStack;
  let trial: OpenedStore;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-07-28T09:00:00+08:00' });
    await recommend(stack);
    trial = await openStore(stack, '2025-08-01T10:00:00+08:00', trialFiling);
    const { storeId } = trial;
    await stack.database.$executeRaw`
      INSERT INTO "PlatformEvent" ("id", "source", "sourceId", "about", "type", "occurredAt", "receivedAt", "data")
      SELECT 'evt-' || n, 'bulk', n::text, ${`store:${storeId}`}, 'ORDER_COMPLETED', t, t, jsonb_build_object('orderId', 'o' || n)
      FROM generate_series(1, ${ORDERS}::int) n, LATERAL (SELECT timestamptz '2025-08-02 00:00+08' + (n % 59) * interval '1 day' AS t) d`;
    await stack.database.$executeRaw`
      INSERT INTO "PointsEntry" ("id", "storeId", "rule", "points", "eventKey", "eventId", "about", "onDay", "bookedAt")
      SELECT 'pts-' || n, ${storeId}, 'PURCHASE', 10, 'PURCHASE:o' || n, 'evt-' || n, 'order:o' || n,
        to_char(date '2025-08-02' + n % 59, 'YYYY-MM-DD'), now()
      FROM generate_series(1, ${ORDERS}::int) n`;
    // What the housekeeping of a database does by itself after such a load.
    await stack.database.$executeRaw`ANALYZE "PlatformEvent", "PointsEntry"`;
  });
  afterAll(() => stack.stop());

  it('XC-06.3 pages and aggregates at 380,000 orders: store, ledger by month, and the evaluation of the trial', async () => {
    const { storeId, trialId } = trial;
    const reviewer = await stack.as('reviewer');
    await stack.advanceTo('2025-10-01T00:00:00+08:00');
    const store = await reviewer.get(`/api/stores/${storeId}`);
    expect(store.figures.orders).toBe(ORDERS);
    // Five points for each of ten full years of the company beside those of the orders.
    expect(store.points).toBe(ORDERS * 10 + 50);

    const page = await reviewer.get(`/api/stores/${storeId}/points?limit=200&rule=PURCHASE`);
    expect(page.items).toHaveLength(200);
    expect(page.totals.total).toBe(store.points);
    expect(page.totals.byRule).toEqual({ COMPANY_YEARS: 50, PURCHASE: ORDERS * 10 });
    // What a monitor of months without new points reads: one sum a month (2 August to 29 September is day 0 to 58).
    const inAugust = Array.from({ length: ORDERS }, (_, index) => (index + 1) % 59).filter((day) => day < 30).length;
    expect(page.totals.byMonth).toMatchObject([
      { month: '2025-08', net: inAugust * 10 + 50, gained: inAugust * 10 + 50 },
      { month: '2025-09', net: (ORDERS - inAugust) * 10, gained: (ORDERS - inAugust) * 10 },
    ]);
    // The next page goes on where the first one ended.
    const next = await reviewer.get(
      `/api/stores/${storeId}/points?limit=200&rule=PURCHASE&cursor=${encodeURIComponent(page.nextCursor)}`,
    );
    const ids = [...page.items, ...next.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(400);
    expect(next.items[0].onDay <= page.items.at(-1).onDay).toBe(true);

    await stack.advanceTo('2025-10-10T00:00:00+08:00');
    const taken = (await timelineOf(stack, trialId)).find(({ type }) => type === 'TRIAL_FIGURES_TAKEN');
    expect(taken?.detail).toMatchObject({ points: store.points, orders: ORDERS, products: 0, passed: false });
  });
});
