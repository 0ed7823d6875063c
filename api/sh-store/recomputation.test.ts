import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { recomputed, recomputeNext } from '../../prisma/sh-store/recompute.ts';
import { shStoreValues } from '../../rules/sh-store/config.ts';
import { addDays } from '../../rules/time/index.ts';
import type { Caller } from '../testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { CODES } from '../testing/samples.ts';
import { addPeriods, addStore, factOf, reportFacts } from '../testing/stores.ts';

let databases: TestDatabases;
let api: TestApi;
let admin: Caller;
let manager: Caller;

const NOW = '2025-10-01T12:00:00.000+08:00';
const LATER = '2025-10-02T12:00:00.000+08:00';

beforeAll(async () => {
  databases = await startDatabases();
});

beforeEach(async () => {
  api = await databases.api({ now: NOW });
  [admin, manager] = [await api.as('admin'), await api.as('manager')];
});

afterAll(() => databases.stop());

const setRules = async (values: object) =>
  expect((await admin.put('/api/rules/SH_STORE', { values, note: '积分规则调整' })).status).toBe(200);
const preview = async (ruleVersion: number, more: object = {}) =>
  manager.post('/api/points/recomputations/preview', { ruleVersion, ...more });
const order = async (ruleVersion: number) =>
  manager.post('/api/points/recomputations', { ruleVersion, reason: '积分规则调整' });

async function untilDone(): Promise<void> {
  while (await recomputeNext(api.database, LATER));
}

const orders = (storeId: string, count: number) =>
  Array.from({ length: count }, (_, place) => factOf('ORDER_COMPLETED', { storeId, orderId: `${storeId}-${place}` }));

it('SH-EVAL-10.18 XC-05.5 is ordered at the body that handles the stores, and by no manager elsewhere', async () => {
  const [newest = 1] = await api.database.ruleVersion
    .findMany({ where: { regime: 'SH_STORE' }, orderBy: { version: 'desc' }, take: 1 })
    .then((rows) => rows.map(({ version }) => version));
  for (const elsewhere of ['hubmanager', 'commissionmanager', 'commercemanager']) {
    const other = await api.as(elsewhere);
    for (const path of ['', '/preview']) {
      const body = { ruleVersion: newest, ...(path === '' && { reason: '积分规则调整' }) };
      expect((await other.post(`/api/points/recomputations${path}`, body)).body).toMatchObject({
        code: 'OUT_OF_SCOPE',
      });
    }
    expect((await other.get('/api/me')).body.abilities).not.toContain('points.recompute');
  }
  expect(await api.database.pointsRecomputation.count()).toBe(0);
});

it('SH-EVAL-10.18 shows who changes, then corrects by lines of their own, and keeps what was booked', async () => {
  for (const id of ['sto-1', 'sto-2', 'sto-3']) await addStore(api, id, CODES.provider);
  await reportFacts(admin, [
    ...orders('sto-1', 50),
    ...orders('sto-2', 1),
    factOf('COMPANY_SITE_SAVED', { storeId: 'sto-3' }),
  ]);
  await setRules({ 'points.purchase': 12 });
  const before = await api.database.pointsEntry.findMany({ orderBy: { id: 'asc' } });
  const seen = await preview(2);
  expect(seen.body).toMatchObject({
    items: [
      {
        ...{ id: 'sto-1', before: { points: 500, rating: { level: 'STAR_5' } } },
        after: { points: 600, rating: { level: 'DIAMOND_1' } },
      },
      { id: 'sto-2', before: { points: 10 }, after: { points: 12 } },
    ],
    nextCursor: null,
    looked: 3,
  });
  const first = (await preview(2, { limit: 1 })).body;
  expect(first.items.map(({ id }: { id: string }) => id)).toEqual(['sto-1']);
  expect((await preview(2, { limit: 1, cursor: first.nextCursor })).body.items).toMatchObject([{ id: 'sto-2' }]);
  expect((await preview(1)).body.items).toEqual([]);
  expect(await api.database.pointsEntry.count()).toBe(before.length);

  const ordered = await order(2);
  expect(ordered.status).toBe(201);
  expect((await order(2)).body.code).toBe('ALREADY_OPEN');
  await untilDone();
  const path = `/api/points/recomputations/${ordered.body.id}`;
  expect((await manager.get(path)).body).toMatchObject({ stores: 3, changed: 2, finishedAt: LATER });
  expect(await api.database.pointsEntry.findMany({ where: { recomputationId: null }, orderBy: { id: 'asc' } })).toEqual(
    before,
  );
  api.setNow(LATER);
  const { body } = await admin.get('/api/stores/sto-1/points?limit=1');
  expect(body.items).toMatchObject([
    {
      rule: 'PURCHASE',
      points: 100,
      onDay: '2025-10-02',
      reversalOf: null,
      cause: { recomputationId: ordered.body.id },
    },
  ]);
  expect(body.totals).toMatchObject({
    total: 600,
    byMonth: [
      { month: '2025-09', net: 500, gained: 500, corrected: 0 },
      { month: '2025-10', net: 100, gained: 0, corrected: 100 },
    ],
  });
  expect((await admin.get('/api/stores/sto-1/points?at=2025-10-01')).body.totals.total).toBe(500);
  expect((await admin.get('/api/stores/sto-1/rating-changes?limit=1')).body.items).toMatchObject([
    { from: { level: 'STAR_5' }, to: { level: 'DIAMOND_1' }, points: 600, onDay: '2025-10-02' },
  ]);
  // Done again it finds nothing to correct.
  await order(2);
  await untilDone();
  expect(await api.database.pointsEntry.count({ where: { recomputationId: { not: null } } })).toBe(2);
});

it('SH-EVAL-10.18 what is taken back after a recomputation goes with all that it had become worth', async () => {
  await addStore(api, 'sto-1', CODES.provider);
  await reportFacts(admin, [
    ...orders('sto-1', 3),
    ...Array.from({ length: 20 }, (_, place) => factOf('CERTIFICATE_ADDED', { certificateId: `c-${place}` })),
  ]);
  await setRules({ 'points.purchase': 25, 'points.certificate': 15 });
  await order(2);
  await untilDone();
  api.setNow(LATER);
  const balance = async () => (await admin.get('/api/stores/sto-1')).body.points as number;
  expect(await balance()).toBe(275);
  const at = '2025-10-02T09:00:00+08:00';
  await reportFacts(admin, [factOf('ORDER_VOIDED', { orderId: 'sto-1-0', occurredAt: at })]);
  expect(await balance()).toBe(250);
  await reportFacts(admin, [factOf('CERTIFICATE_REMOVED', { certificateId: 'c-0', occurredAt: at })]);
  expect(await balance()).toBe(250);
  const keys = (await admin.get('/api/stores/sto-1/points?rule=PURCHASE')).body.items as {
    eventKey: string;
    cause: { recomputationId: string | null };
  }[];
  const correction = keys.find(({ cause }) => cause.recomputationId !== null);
  const reversal = { storeId: 'sto-1', eventKeys: [correction?.eventKey], reason: '更正' };
  expect((await (await api.as('reviewer')).post('/api/points/reversals', reversal)).status).toBe(422);
  // Nothing is left to correct under the same rules, whatever happened since.
  expect((await preview(2)).body.items).toEqual([]);
});

it('SH-EVAL-10.8 SH-EVAL-10.17 rows that hang on other values are found again from what happened', async () => {
  await addStore(api, 'sto-1', CODES.provider);
  await addPeriods(api, { a: '2025-09-10', b: '2025-09-10' });
  await reportFacts(admin, [
    ...Array.from({ length: 19 }, (_, place) =>
      factOf('SELLER_LOGIN', { occurredAt: `${addDays('2025-09-01', place)}T09:00:00+08:00` }),
    ),
    factOf('PRAISE_RATE_REACHED', { periodId: 'a', periodEnd: '2025-09-10', favourable: 6, ratings: 10 }),
    factOf('PRAISE_RATE_REACHED', { periodId: 'b', periodEnd: '2025-09-10', favourable: 7, ratings: 10 }),
  ]);
  await setRules({ 'points.streak': 5 });
  expect((await preview(2)).body.items).toMatchObject([{ before: { points: 74 }, after: { points: 84 } }]);
  await setRules({ 'points.praiseShare': 60 });
  expect((await preview(3)).body.items).toMatchObject([{ before: { points: 74 }, after: { points: 134 } }]);
});

it('XC-05.6 broken off anywhere and gone on by several at once, it does each store once', async () => {
  for (let place = 0; place < 47; place += 1)
    await addStore(api, `sto-${String(place).padStart(2, '0')}`, CODES.provider);
  const all = await api.database.store.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  await reportFacts(
    admin,
    all.flatMap(({ id }) => orders(id, 1)),
  );
  await api.database.store.update({ where: { id: 'sto-05' }, data: { status: 'CLEARED', sealedAt: new Date() } });
  await setRules({ 'points.purchase': 12 });
  const { id } = (await order(2)).body;
  // The first piece breaks off after its last line, as with a kill before the commit.
  const broken = api.database.$transaction(async (tx) => {
    await recomputeNext(
      { $transaction: (work: (inner: typeof tx) => unknown) => work(tx) } as unknown as typeof api.database,
      LATER,
    );
    throw new Error('killed');
  });
  await expect(broken).rejects.toThrow('killed');
  expect(await api.database.pointsRecomputed.count()).toBe(0);
  await Promise.all(Array.from({ length: 4 }, untilDone));
  await untilDone();
  const results = await api.database.pointsRecomputed.findMany({ where: { recomputationId: id } });
  expect(results.map(({ before, after }) => [before, after])).toEqual(results.map(() => [10, 12]));
  expect(results).toHaveLength(46);
  expect(await api.database.pointsEntry.count({ where: { recomputationId: id } })).toBe(46);
  expect((await manager.get(`/api/points/recomputations/${id}`)).body).toMatchObject({ stores: 46, changed: 46 });
});

it('SH-EVAL-10 the rules in force make of any ledger what it is', async () => {
  const small = fc.nat(4).map(String);
  const done = fc.oneof(
    fc.record({ type: fc.constantFrom('SELLER_LOGIN', 'SELLER_LOGIN', 'DECORATION_PUBLISHED') }),
    fc.record({
      type: fc.constantFrom('CERTIFICATE_ADDED', 'CERTIFICATE_REMOVED'),
      certificateId: fc.nat(30).map(String),
    }),
    fc.record({ type: fc.constantFrom('PRODUCT_LISTED', 'PRODUCT_DELISTED'), productId: small }),
    fc.record({ type: fc.constantFrom('ORDER_COMPLETED', 'ORDER_VOIDED'), orderId: small }),
  );
  let stores = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(done, fc.nat(30)), { minLength: 30, maxLength: 120 }), async (facts) => {
      stores += 1;
      const storeId = `sto-${stores}`;
      await addStore(api, storeId, CODES.provider, { establishedOn: '2020-02-29' });
      const reported = facts.map(([one, day]) =>
        factOf(one.type, { ...one, storeId, occurredAt: `${addDays('2025-08-20', day)}T09:00:00+08:00` }),
      );
      // Two reports, the later part first: streaks join what was reported before.
      await reportFacts(admin, reported.slice(reported.length / 2));
      await reportFacts(admin, reported.slice(0, reported.length / 2));
      const [result] = await recomputed(api.database, [storeId], shStoreValues());
      expect([...(result?.corrections ?? [])]).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

it('XC-05.5 is ordered by a manager alone, with a reason, under the rules in force', async () => {
  for (const account of ['reviewer', 'provider', 'admin']) {
    const caller = await api.as(account);
    expect((await caller.post('/api/points/recomputations', { ruleVersion: 1, reason: '调整' })).status).toBe(403);
    expect((await caller.post('/api/points/recomputations/preview', { ruleVersion: 1 })).status).toBe(403);
  }
  expect((await preview(7)).status).toBe(422);
  expect((await manager.post('/api/points/recomputations', { ruleVersion: 1, reason: ' ' })).status).toBe(422);
  await setRules({ 'points.purchase': 12 });
  expect((await order(1)).body.code).toBe('NOT_NOW');
  expect(await api.database.pointsRecomputation.count()).toBe(0);
});
