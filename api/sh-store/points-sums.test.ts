import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { pointsAt, pointsGainedByMonth, pointsInQuarter, ratingNow } from '../../prisma/sh-store/points-sums.ts';
import { verifySums } from '../../prisma/sh-store/verify-sums.ts';
import { shStoreValues } from '../../rules/sh-store/config.ts';
import { pointsGainedInMonth, pointsTotal, type LedgerEntry } from '../../rules/sh-store/ledger.ts';
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
const months = Array.from({ length: 10 }, (_, place) => addMonth('2025-08', place));

function addMonth(month: string, by: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

it('SH-EVAL-10.20 every sum is what the replay of the ledger gives, at any day, month and quarter', async () => {
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
        expect(await pointsGainedByMonth(api.database, storeId, months, { passive: false })).toEqual(
          months.map((month) => pointsGainedInMonth(withoutYears, month)),
        );
        expect(await pointsInQuarter(api.database, storeId, '2025-Q4')).toBe(
          pointsTotal(ledger, { from: '2025-10-01', to: '2025-12-31' }),
        );
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
  const gained = (passive: boolean) =>
    pointsGainedByMonth(api.database, 'sto-1', ['2026-03', '2025-09', '2025-10', '2025-11', '2025-12'], { passive });
  expect(await gained(true)).toEqual([5, 10, 0, 1, 0]);
  expect(await gained(false)).toEqual([0, 10, 0, 1, 0]);
  expect(await pointsGainedByMonth(api.database, 'sto-1', [], { passive: true })).toEqual([]);
  expect(await pointsAt(api.database, 'sto-1', '2025-10-30')).toBe(10);
  expect(await pointsAt(api.database, 'sto-1', '2025-10-31')).toBe(0);
});

it('SH-STORE-13.1 takes a quarter by its days, the last day included', async () => {
  await addStore(api, 'sto-1', CODES.provider);
  const order = (orderId: string, occurredAt: string) => factOf('ORDER_COMPLETED', { orderId, occurredAt });
  await reportFacts(admin, [
    order('o-1', '2025-09-30T23:59:59+08:00'),
    order('o-2', '2025-10-01T00:00:00+08:00'),
    order('o-3', '2025-12-31T23:59:59+08:00'),
  ]);
  const quarters = ['2025-Q3', '2025-Q4', '2026-Q1'];
  expect(await Promise.all(quarters.map((one) => pointsInQuarter(api.database, 'sto-1', one)))).toEqual([10, 20, 5]);
  await expect(pointsInQuarter(api.database, 'sto-1', '2025-Q5')).rejects.toThrow('2025-Q5');
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
