import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeReading } from '../../activities/readings.ts';
import type { Caller } from '../testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { CODES } from '../testing/samples.ts';
import { addPeriods, addStore, factOf, reportFacts } from '../testing/stores.ts';

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

const fact = factOf;
const report = (facts: readonly object[]) => reportFacts(admin, facts);

describe('POST /api/platform-events', () => {
  it('takes in one fact, books its points and tells the cases of the store', async () => {
    const one = fact('DECORATION_PUBLISHED');
    const { status, body } = await admin.post('/api/platform-events', one);
    expect(status).toBe(200);
    expect(body).toEqual({
      accepted: 1,
      duplicates: 0,
      refused: 0,
      results: [{ line: 1, sourceId: one['sourceId'], status: 'ACCEPTED', points: 50 }],
    });
    expect(api.gateway.told).toEqual(['store:sto-1']);
    expect((await admin.get('/api/stores/sto-1')).body).toMatchObject({
      points: 50,
      figures: { decorationPublishedAt: '2025-09-10T09:00:00.000+08:00' },
    });
  });

  it('SH-EVAL-10.18 counts a fact once however often it is reported', async () => {
    const order = fact('ORDER_COMPLETED', { orderId: 'o-1' });
    await report([order]);
    const { body } = await report([order, order, fact('ORDER_COMPLETED', { orderId: 'o-1' })]);
    expect(body.results.map(({ status, points }: { status: string; points: number }) => [status, points])).toEqual([
      ['DUPLICATE', 0],
      ['DUPLICATE', 0],
      ['ACCEPTED', 0],
    ]);
    expect((await admin.get('/api/stores/sto-1')).body).toMatchObject({ points: 10, figures: { orders: 1 } });
  });

  it('counts a fact once when it is reported ten times at the same moment', async () => {
    const facts = Array.from({ length: 5 }, (_, index) =>
      fact('FOLLOW', { userId: `u-${index}`, userType: 'ENTERPRISE' }),
    );
    const answers = await Promise.all(Array.from({ length: 10 }, () => report(facts)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.reduce((sum, { body }) => sum + (body.accepted as number), 0)).toBe(5);
    expect((await admin.get('/api/stores/sto-1')).body.points).toBe(15);
  });

  it('XC-05.6 takes in a long report once under its Idempotency-Key, and keeps no long answer', async () => {
    const facts = Array.from({ length: 200 }, () => fact('SELLER_LOGIN'));
    const sent = () =>
      admin.send('POST', '/api/platform-events', facts.map((one) => JSON.stringify(one)).join('\n'), {
        'Content-Type': 'application/x-ndjson',
        'Idempotency-Key': 'a-long-report',
      });
    const first = await sent();
    expect([first.status, first.body.accepted]).toEqual([200, 200]);
    const again = await sent();
    expect([again.status, again.body.duplicates, again.headers.get('idempotent-replayed')]).toEqual([200, 200, 'true']);
    const kept = await api.database.requestKey.findFirstOrThrow({ where: { key: 'a-long-report' } });
    expect([kept.whole, kept.response]).toEqual([false, null]);
  });

  it('refuses a line and keeps the others', async () => {
    const { status, body } = await report([
      fact('PRODUCT_LISTED', { productId: 'p-1' }),
      fact('PRODUCT_LISTED', { productId: 'p-2', storeId: 'sto-none' }),
      fact('PRODUCT_LISTED', { productId: 'p-3', occurredAt: '2025-10-01T12:00:01+08:00' }),
      fact('PRODUCT_FLOWN', { productId: 'p-4' }),
      fact('PRODUCT_LISTED'),
      fact('PRODUCT_LISTED', { productId: 'p-5', price: 3 }),
      fact('PRODUCT_LISTED', { productId: 'p-6' }),
    ]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: 2, duplicates: 0, refused: 5 });
    const faults = body.results.map(({ errors }: { errors?: { field: string }[] }) =>
      errors?.map(({ field }) => field),
    );
    expect(faults).toEqual([undefined, ['storeId'], ['occurredAt'], ['type'], ['productId'], ['price'], undefined]);
    const broken = await admin.send(
      'POST',
      '/api/platform-events',
      `{"a":\n\n${JSON.stringify(fact('SELLER_LOGIN'))}`,
      { 'Content-Type': 'application/x-ndjson' },
    );
    expect(broken.body.results.map(({ line, status: kept }: { line: number; status: string }) => [line, kept])).toEqual(
      [
        [1, 'REFUSED'],
        [3, 'ACCEPTED'],
      ],
    );
  });

  it('SH-STORE-06.1 SH-STORE-07.15 refuses, in words, what happened before the store was opened', async () => {
    const opened = '2025-08-01T10:00:00+08:00';
    const before = '2025-08-01T09:59:59+08:00';
    await addPeriods(api, { q: '2025-06-30', r: '2025-12-31' });
    const early = await report([
      fact('DECORATION_PUBLISHED', { occurredAt: '2025-07-01T10:00:00+08:00' }),
      fact('PRODUCT_LISTED', { productId: 'p-1', occurredAt: before }),
      fact('ORDER_COMPLETED', { orderId: 'o-1', occurredAt: before }),
      fact('ORDER_COMPLETED', { orderId: 'o-2', occurredAt: opened }),
      fact('PRAISE_RATE_REACHED', { periodId: 'q', periodEnd: '2025-06-30', favourable: 99, ratings: 100 }),
      fact('PRAISE_RATE_REACHED', { periodId: 'r', periodEnd: '2025-12-31', favourable: 99, ratings: 100 }),
    ]);
    expect(early.body).toMatchObject({ accepted: 1, refused: 5 });
    const faults = early.body.results.map(({ errors }: { errors?: { field: string; message: { zh: string } }[] }) =>
      errors?.map(({ field, message }) => `${field} ${message.zh}`),
    );
    const closed = '早于店铺开业的时间（2025年8月1日 10:00 通过开店审核），不计入该店铺。';
    expect(faults).toEqual([
      [`occurredAt ${closed}`],
      [`occurredAt ${closed}`],
      [`occurredAt ${closed}`],
      undefined,
      [`periodEnd ${closed}`],
      ['periodEnd 发生时间晚于现在。'],
    ]);
    expect((await admin.get('/api/stores/sto-1')).body).toMatchObject({
      points: 10,
      figures: { orders: 1, products: 0, decorationPublishedAt: null },
    });
  });

  it('SH-EVAL-10.17 A-41 gives no points in a period that no manager has set', async () => {
    const period = { name: '国庆活动', firstDay: '2025-10-01', lastDay: '2025-10-08' };
    const manager = await api.as('manager');
    const set = await manager.post('/api/points/activity-periods', period);
    expect(set.status).toBe(201);
    const { id } = set.body as { id: string };
    expect((await (await api.as('provider')).get('/api/points/activity-periods')).body.items).toMatchObject([period]);
    // No two at once, none that is over, none by another body; a store would get its points twice, or for what it has done.
    const refused = async (more: object, by = manager) =>
      (await by.post('/api/points/activity-periods', { ...period, ...more })).body.code as string;
    expect(await refused({ firstDay: '2025-10-08', lastDay: '2025-10-20' })).toBe('ALREADY_OPEN');
    expect(await refused({ firstDay: '2025-09-01', lastDay: '2025-09-30' })).toBe('INVALID_INPUT');
    expect(await refused({ firstDay: '2025-11-01', lastDay: '2025-10-31' })).toBe('INVALID_INPUT');
    expect(await refused({ firstDay: '2025-11-01', lastDay: '2025-11-02' }, await api.as('hubmanager'))).toBe(
      'OUT_OF_SCOPE',
    );
    api.setNow('2025-10-09T09:00:00+08:00');
    const share = (periodId: string, periodEnd: string) =>
      fact('PRAISE_RATE_REACHED', { periodId, periodEnd, favourable: 7, ratings: 10 });
    const { body } = await report([share('autumn', '2025-10-08'), share(id, '2025-10-07'), share(id, '2025-10-08')]);
    const fields = body.results.map(({ errors }: { errors?: { field: string }[] }) =>
      errors?.map(({ field }) => field),
    );
    expect(fields).toEqual([['periodId'], ['periodEnd'], undefined]);
    expect((await admin.get('/api/stores/sto-1')).body.points).toBe(50);
  });

  it('SH-EVAL-10.17 takes the share of a period once its last day is over, and no more favourable ratings than ratings', async () => {
    await addPeriods(api, { today: '2025-10-01', over: '2025-09-30', odd: '2025-09-30' });
    const share = (periodId: string, periodEnd: string, favourable: number) =>
      fact('PRAISE_RATE_REACHED', { periodId, periodEnd, favourable, ratings: 10 });
    const { body } = await report([
      share('today', '2025-10-01', 10),
      share('over', '2025-09-30', 7),
      share('odd', '2025-09-30', 11),
    ]);
    const fields = body.results.map(({ errors }: { errors?: { field: string }[] }) =>
      errors?.map(({ field }) => field),
    );
    expect(fields).toEqual([['periodEnd'], undefined, ['favourable']]);
    expect((await admin.get('/api/stores/sto-1')).body.points).toBe(50);
  });

  it('SH-STORE-06.1 SH-STORE-07.8 counts no earlier fact that is in the records all the same', async () => {
    const row = (type: string, at: string, data: object = {}, productId: string | null = null) => ({
      id: `old-${type}-${at}`,
      source: 'cloud',
      sourceId: `old-${type}-${at}`,
      about: 'store:sto-1',
      type,
      occurredAt: new Date(at),
      receivedAt: new Date(at),
      productId,
      data,
    });
    const [before, after] = ['2025-07-15T10:00:00+08:00', '2025-08-15T10:00:00+08:00'];
    await api.database.platformEvent.createMany({
      data: [before, after].flatMap((at) => [
        row('DECORATION_PUBLISHED', at),
        row('PRODUCT_LISTED', at, {}, `p-${at}`),
        row('ORDER_COMPLETED', at, { orderId: `o-${at}` }),
      ]),
    });
    expect((await admin.get('/api/stores/sto-1')).body).toMatchObject({
      figures: { orders: 1, products: 1, decorationPublishedAt: '2025-08-15T10:00:00.000+08:00' },
    });
    const asked = {
      regime: 'SH_STORE',
      caseId: 'set-1',
      about: 'store:sto-1',
      before: null,
      at: '2025-09-01T00:00:00.000+08:00',
    };
    expect(await takeReading(api.database, { ...asked, reading: 'setup' })).toMatchObject({
      decorationPublishedAt: '2025-08-15T10:00:00.000+08:00',
      products: [{ productId: `p-${after}` }],
    });
    expect(await takeReading(api.database, { ...asked, reading: 'trial' })).toMatchObject({ orders: 1, products: 1 });
  });

  it('SH-STORE-11.5 takes in nothing more of a store that was cleared', async () => {
    await api.database.store.update({
      where: { id: 'sto-1' },
      data: { status: 'CLEARED', offlineAt: new Date(), sealedAt: new Date() },
    });
    const { status, body } = await admin.post('/api/platform-events', fact('ORDER_COMPLETED', { orderId: 'o-1' }));
    expect([status, body.errors]).toMatchObject([
      422,
      [{ field: 'storeId', message: { zh: expect.stringContaining('服务记录已封存') } }],
    ]);
    expect(await api.database.platformEvent.count()).toBe(0);
  });

  it('answers a single fact that is refused with its faults', async () => {
    const { status, body } = await admin.post('/api/platform-events', fact('SELLER_LOGIN', { storeId: 'sto-none' }));
    expect([status, body.errors[0].field]).toEqual([422, 'storeId']);
    expect(await api.database.platformEvent.count()).toBe(0);
  });

  it('SH-EVAL-10.8 books in the order in which things happened, whatever the order of the lines', async () => {
    const days = Array.from({ length: 10 }, (_, index) =>
      fact('SELLER_LOGIN', { occurredAt: `2025-09-${String(index + 10)}T09:00:00+08:00` }),
    );
    await report([...days].reverse());
    expect((await admin.get('/api/stores/sto-1')).body.points).toBe(15);
  });

  it('asks to be sent again when the cases could not be told, and counts nothing twice', async () => {
    api.gateway.isReady = false;
    const facts = [fact('ORDER_COMPLETED', { orderId: 'o-1' })];
    const failed = await report(facts);
    expect([failed.status, failed.body.code]).toEqual([503, 'UNAVAILABLE']);
    api.gateway.isReady = true;
    expect((await report(facts)).body).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(api.gateway.told).toEqual(['store:sto-1']);
    expect((await admin.get('/api/stores/sto-1')).body.points).toBe(10);
  });

  it('XC-06.3 takes in a thousand facts of two stores in one batch', async () => {
    await addStore(api, 'sto-2', CODES.provider2);
    const facts = Array.from({ length: 1_000 }, (_, index) =>
      fact('ORDER_COMPLETED', { orderId: `o-${index}`, storeId: index % 2 ? 'sto-1' : 'sto-2' }),
    );
    expect((await report(facts)).body).toMatchObject({ accepted: 1_000, refused: 0 });
    expect((await admin.get('/api/stores/sto-2')).body).toMatchObject({
      points: 5_000,
      rating: { level: 'DIAMOND_5' },
      figures: { orders: 500 },
    });
  });
});

describe('a store', () => {
  beforeEach(async () => {
    await report([
      fact('PRODUCT_SUBMITTED', { productId: 'p-1', occurredAt: '2025-08-09T09:00:00+08:00' }),
      fact('PRODUCT_LISTED', { productId: 'p-1', occurredAt: '2025-08-10T09:00:00+08:00' }),
      fact('PRODUCT_LISTED', { productId: 'p-2' }),
      fact('PRODUCT_DELISTED', { productId: 'p-2', occurredAt: '2025-09-12T09:00:00+08:00' }),
      fact('ORDER_COMPLETED', { orderId: 'o-1' }),
      fact('ORDER_COMPLETED', { orderId: 'o-2' }),
      fact('ORDER_VOIDED', { orderId: 'o-2', occurredAt: '2025-09-20T09:00:00+08:00' }),
    ]);
  });

  it('shows its figures and the ledger with its sums', async () => {
    const { body: store } = await (await api.as('provider')).get('/api/stores/sto-1');
    expect(store).toMatchObject({
      status: 'TRIAL',
      points: 20,
      rating: { level: 'UNRATED' },
      figures: { orders: 1, products: 1 },
    });
    expect(store.cases.map(({ id }: { id: string }) => id)).toEqual(['app-sto-1']);
    const { body: ledger } = await (await api.as('provider')).get('/api/stores/sto-1/points?limit=200');
    expect(ledger.totals).toMatchObject({
      total: 20,
      byGroup: { PRODUCTS: 10, FEEDBACK: 10, DECORATION: 0 },
      byMonth: [
        { month: '2025-08', net: 10, gained: 10 },
        { month: '2025-09', net: 10, gained: 30 },
      ],
      byYear: [{ year: '2025', net: 20, gained: 40 }],
    });
    expect(ledger.items.map(({ onDay, points }: { onDay: string; points: number }) => [onDay, points])).toEqual([
      ['2025-09-20', -10],
      ['2025-09-12', -10],
      ...Array.from({ length: 3 }, () => ['2025-09-10', 10]),
      ['2025-08-10', 10],
    ]);
    const first = (await admin.get('/api/stores/sto-1/points?limit=4')).body;
    const rest = (await admin.get(`/api/stores/sto-1/points?limit=4&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...rest.items].map(({ id }: { id: string }) => id)).toEqual(
      ledger.items.map(({ id }: { id: string }) => id),
    );
  });

  it('SH-STORE-07.12 SH-STORE-08.8 has points taken back once, with the reason, and keeps the line', async () => {
    const reviewer = await api.as('reviewer');
    const { body: ledger } = await reviewer.get('/api/stores/sto-1/points');
    const { eventKey } = ledger.items.find(({ onDay }: { onDay: string }) => onDay === '2025-08-10');
    const reversal = { storeId: 'sto-1', eventKeys: [eventKey], reason: '产品拆分' };
    expect((await reviewer.post('/api/points/reversals', { ...reversal, reason: '' })).status).toBe(422);
    const done = await reviewer.post('/api/points/reversals', reversal);
    expect([done.status, done.body]).toEqual([201, { reversed: [eventKey], points: -10 }]);
    expect((await reviewer.post('/api/points/reversals', reversal)).body.code).toBe('ALREADY_DONE');
    expect(
      (await reviewer.post('/api/points/reversals', { ...reversal, eventKeys: ['NOTHING'] })).body.errors[0].field,
    ).toBe('eventKeys');
    const { body: after } = await reviewer.get('/api/stores/sto-1/points');
    expect(after.totals.total).toBe(10);
    expect(after.items[0]).toMatchObject({ points: -10, reversalOf: eventKey, reason: { zh: '产品拆分' } });
    await expect(api.context.database.$executeRaw`DELETE FROM "PointsEntry"`).rejects.toThrow(/permission denied/);
  });

  it('SH-EVAL-10.1 counts in the years that have come due, and books nothing when it is read', async () => {
    api.setNow('2027-03-01T00:00:00+08:00');
    const lines = () => api.database.pointsEntry.count();
    const before = await lines();
    const provider = await api.as('provider');
    const { points } = (await provider.get('/api/stores/sto-1')).body;
    const { body: ledger } = await provider.get('/api/stores/sto-1/points');
    const years = (items: { rule: string; onDay: string }[]) =>
      items.filter(({ rule }) => rule === 'COMPANY_YEARS').map(({ onDay }) => onDay);
    expect(years(ledger.items)).toEqual(['2027-03-01', '2026-03-01']);
    expect(ledger.items).toHaveLength(before + 2);
    expect(ledger.totals.total).toBe(points);
    expect(ledger.totals.byYear.map(({ year }: { year: string }) => year)).toEqual(['2025', '2026', '2027']);
    expect(ledger.totals.byRule.COMPANY_YEARS).toBe(points - 20);
    const paged: { rule: string; onDay: string }[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await provider.get(`/api/stores/sto-1/points?limit=1${query}`);
      paged.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(paged.map(({ onDay }) => onDay)).toEqual(ledger.items.map(({ onDay }: { onDay: string }) => onDay));
    expect(years((await provider.get('/api/stores/sto-1/points?from=2026-04-01')).body.items)).toEqual(['2027-03-01']);
    expect((await provider.get('/api/stores/sto-1/points?rule=NOTHING')).body.items).toEqual([]);
    expect(await lines()).toBe(before);
    const { eventKey } = ledger.items[0];
    const taken = await (
      await api.as('reviewer')
    ).post('/api/points/reversals', { storeId: 'sto-1', eventKeys: [eventKey], reason: '核实有误' });
    expect([taken.status, taken.body.reversed]).toEqual([201, [eventKey]]);
    expect(await lines()).toBe(before + 3);
  });

  it('SH-EVAL-10.18 has points taken back in a case of this store alone', async () => {
    await addStore(api, 'sto-2', CODES.provider2);
    const reviewer = await api.as('reviewer');
    const [{ eventKey }] = (await reviewer.get('/api/stores/sto-1/points?from=2025-08-10&to=2025-08-10')).body.items;
    const reversal = { storeId: 'sto-1', eventKeys: [eventKey], reason: '产品拆分' };
    for (const caseId of ['app-none', 'app-sto-2']) {
      const { status, body } = await reviewer.post('/api/points/reversals', { ...reversal, caseId });
      expect([status, body.errors[0].field]).toEqual([422, 'caseId']);
    }
    expect((await reviewer.post('/api/points/reversals', { ...reversal, caseId: 'app-sto-1' })).status).toBe(201);
  });

  it('XC-05.5 is seen by its institution, by staff of its body and region, and by who recommended it', async () => {
    const status = async (account: string, path = '') =>
      (await (await api.as(account)).get(`/api/stores/sto-1${path}`)).status;
    for (const path of ['', '/points']) {
      expect(await status('provider', path)).toBe(200);
      expect(await status('provider2', path)).toBe(404);
      expect(await status('reviewer', path)).toBe(200);
      expect(await status('district', path)).toBe(200);
      expect(await status('authority', path)).toBe(403);
    }
    const ids = async (account: string) =>
      ((await (await api.as(account)).get('/api/stores')).body.items as { id: string }[]).map(({ id }) => id);
    expect([
      await ids('provider'),
      await ids('provider2'),
      await ids('manager'),
      await ids('district'),
      await ids('authority'),
    ]).toEqual([['sto-1'], [], ['sto-1'], ['sto-1'], []]);
    await api.setOffices('reviewer2', { role: 'reviewer', bodyId: 'sh-centre', region: 'SH/XUHUI' });
    const elsewhere = await api.as('reviewer2');
    expect((await elsewhere.get('/api/stores/sto-1')).status).toBe(403);
    expect(
      (await elsewhere.post('/api/points/reversals', { storeId: 'sto-1', eventKeys: ['x'], reason: 'y' })).status,
    ).toBe(403);
  });
});
