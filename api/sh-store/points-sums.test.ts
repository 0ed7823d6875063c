import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { monthlyPoints } from '../../prisma/sh-store/month-sums.ts';
import { pointsAt, ratingNow } from '../../prisma/sh-store/points-sums.ts';
import { verifySums } from '../../prisma/sh-store/verify-sums.ts';
import { shStoreValues } from '../../rules/sh-store/config.ts';
import { pointsGainedInMonth, pointsTotal, type LedgerEntry } from '../../rules/sh-store/ledger.ts';
import { balanceOf, lastDayOf } from '../../rules/sh-store/monthly-points.ts';
import { addDays, instantOf } from '../../rules/time/index.ts';
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
  api = await databases.api({ now: '2026-06-01T12:00:00+08:00' });
  admin = await api.as('admin');
});

afterAll(() => databases.stop());

/** The ledger of a store as the rules see it. */
async function ledgerOf(storeId: string): Promise<LedgerEntry[]> {
  const rows = await api.database.pointsEntry.findMany({ where: { storeId } });
  return rows.map(({ rule, points, eventKey, eventId, about, bookedAt, onDay, reversalOf }) => ({
    rule: rule as LedgerEntry['rule'],
    ...{ points, eventKey, eventId, about, onDay, reverses: reversalOf, reason: null },
    at: instantOf(bookedAt.getTime()),
  }));
}

const small = fc.nat(4).map(String);
const somethingDone = fc.oneof(
  fc.record({ type: fc.constantFrom('SELLER_LOGIN', 'SELLER_LOGIN', 'DECORATION_PUBLISHED', 'COMPANY_INTRO_SAVED') }),
  fc.record({
    type: fc.constantFrom('CERTIFICATE_ADDED', 'CERTIFICATE_REMOVED'),
    certificateId: fc.nat(30).map(String),
  }),
  fc.record({ type: fc.constantFrom('PRODUCT_LISTED', 'PRODUCT_DELISTED'), productId: small }),
  fc.record({ type: fc.constantFrom('ORDER_COMPLETED', 'ORDER_VOIDED'), orderId: small }),
  fc.record({ type: fc.constant('FOLLOW'), userId: small, userType: fc.constantFrom('PERSONAL', 'ENTERPRISE') }),
);
const story = fc.array(fc.tuple(somethingDone, fc.integer({ min: 0, max: 290 })), { minLength: 20, maxLength: 120 });

/** The ledger of a store by months as the monitors read it at an instant, by default now. */
const readByMonth = (storeId: string, before: string | null = null) =>
  monthlyPoints(api.database, storeId, {
    before: before === null ? null : instantOf(Date.parse(before)),
    at: instantOf(Date.parse('2026-06-01T12:00:00+08:00')),
  });

it('SH-EVAL-10.20 SH-STORE-12.3 every sum is what the replay of the ledger gives, at any day and in every month', async () => {
  let stores = 0;
  await fc.assert(
    fc.asyncProperty(
      story,
      fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 5, maxLength: 5 }),
      async (facts, days) => {
        stores += 1;
        const storeId = `sto-${stores}`;
        await addStore(api, storeId, CODES.provider);
        const reported = facts.map(([done, day]) =>
          factOf(done.type, { ...done, storeId, occurredAt: `${addDays('2025-08-02', day)}T09:00:00+08:00` }),
        );
        expect((await reportFacts(admin, reported)).status).toBe(200);
        // The anniversary of the founding has come due, and was booked before the facts.
        const ledger = await ledgerOf(storeId);
        const withoutYears = ledger.filter(({ rule }) => rule !== 'COMPANY_YEARS');
        for (const day of days.map((after) => addDays('2025-08-01', after))) {
          expect(await pointsAt(api.database, storeId, day)).toBe(pointsTotal(ledger, { to: day }));
        }
        const { before, months } = await readByMonth(storeId);
        expect(before).toBe(0);
        for (const { month, ...sums } of months) {
          expect(sums, month).toEqual({
            net: pointsTotal(ledger, { from: `${month}-01`, to: lastDayOf(month) }),
            gained: pointsGainedInMonth(ledger, month),
            earned: pointsGainedInMonth(withoutYears, month),
          });
        }
      },
    ),
    { numRuns: 12 },
  );
});

it('SH-STORE-12.3 SH-STORE-12.4 a month gains by what was done, by anniversaries if they count, and loses nothing by reversals', async () => {
  await addStore(api, 'sto-1', CODES.provider);
  await reportFacts(admin, [
    factOf('PRODUCT_LISTED', { productId: 'p-1' }),
    factOf('PRODUCT_DELISTED', { productId: 'p-1', occurredAt: '2025-10-31T23:59:59+08:00' }),
    factOf('SELLER_LOGIN', { occurredAt: '2025-11-30T23:59:59+08:00' }),
  ]);
  const { months } = await readByMonth('sto-1');
  expect(months.filter(({ net, gained }) => net !== 0 || gained !== 0)).toEqual([
    { month: '2025-09', net: 10, gained: 10, earned: 10 },
    { month: '2025-10', net: -10, gained: 0, earned: 0 },
    { month: '2025-11', net: 1, gained: 1, earned: 1 },
    { month: '2026-03', net: 5, gained: 5, earned: 0 },
  ]);
  expect(await pointsAt(api.database, 'sto-1', '2025-10-30')).toBe(10);
  expect(await pointsAt(api.database, 'sto-1', '2025-10-31')).toBe(0);
});

it('SH-STORE-13.1 takes a month by its days, the last day included, and as of the end of a quarter what lies before it', async () => {
  await addStore(api, 'sto-1', CODES.provider);
  const order = (orderId: string, occurredAt: string) => factOf('ORDER_COMPLETED', { orderId, occurredAt });
  await reportFacts(admin, [
    order('o-1', '2025-09-30T23:59:59+08:00'),
    order('o-2', '2025-10-01T00:00:00+08:00'),
    order('o-3', '2025-12-31T23:59:59+08:00'),
  ]);
  const ofQuarter = async (end: string) => {
    const { months, ...rest } = await readByMonth('sto-1', end);
    return [balanceOf({ months, ...rest }), months.slice(-4).map(({ month, net }) => `${month} ${net}`)];
  };
  expect(await ofQuarter('2025-10-01T00:00:00+08:00')).toEqual([
    10,
    ['2025-07 0', '2025-08 0', '2025-09 10', '2025-10 0'],
  ]);
  expect(await ofQuarter('2026-01-01T00:00:00+08:00')).toEqual([
    30,
    ['2025-10 10', '2025-11 0', '2025-12 10', '2026-01 0'],
  ]);
});

it('SH-EVAL-11.1 rates a store by its balance of the day', async () => {
  await addStore(api, 'sto-1', CODES.provider);
  await reportFacts(
    admin,
    Array.from({ length: 51 }, (_, place) =>
      factOf('ORDER_COMPLETED', {
        orderId: `o-${place}`,
        occurredAt: place < 50 ? '2025-09-10T09:00:00+08:00' : '2025-09-11T09:00:00+08:00',
      }),
    ),
  );
  const at = (day: string) => ratingNow(api.database, 'sto-1', `${day}T23:00:00.000+08:00`, shStoreValues());
  expect(await at('2025-09-09')).toMatchObject({ points: 0, rating: { level: 'UNRATED' } });
  expect(await at('2025-09-10')).toMatchObject({ points: 500, rating: { level: 'STAR_5' } });
  expect(await at('2025-09-11')).toMatchObject({ points: 510, rating: { level: 'DIAMOND_1' } });
});

it('SH-EVAL-10.18 a sum that was tampered with is found', async () => {
  await addStore(api, 'sto-1', CODES.provider);
  await reportFacts(admin, [factOf('PRODUCT_LISTED', { productId: 'p-1' }), factOf('COMPANY_SITE_SAVED')]);
  const intact = await verifySums(api.database);
  expect(intact.wrong).toEqual([]);
  expect(intact.checked).toBeGreaterThan(0);
  await api.database.$executeRaw`UPDATE "PointsDay" SET "net" = 11 WHERE "rule" = 'PRODUCT'`;
  await api.database.$executeRaw`DELETE FROM "PointsDay" WHERE "rule" = 'COMPANY_SITE'`;
  const on = { storeId: 'sto-1', onDay: '2025-09-10' };
  expect((await verifySums(api.database)).wrong).toEqual([
    { ...on, rule: 'COMPANY_SITE', kept: null, added: 20 },
    { ...on, rule: 'PRODUCT', kept: 11, added: 10 },
  ]);
});

it('SH-EVAL-10.18 nobody but the ledger writes its sums', async () => {
  const { database } = api.context;
  await expect(database.$executeRaw`UPDATE "PointsDay" SET "net" = 0`).rejects.toThrow(/permission denied/);
  await expect(
    database.pointsDay.create({
      data: { storeId: 'x', onDay: '2025-01-01', rule: 'PRODUCT', net: 1, gained: 1, corrected: 0 },
    }),
  ).rejects.toThrow(/permission denied/);
});
