import { describe, expect, it } from 'vitest';
import { atTime, startOfDay } from '../time/instant.ts';
import { shStoreValues } from './config.ts';
import { fullQuarters, lowQuarters, missingToThreeStars, ratedNow } from './low-rating.ts';
import {
  balanceOf,
  fullMonths,
  lastInARow,
  monthsLater,
  quarterStart,
  runningMonth,
  type MonthlyPoints,
} from './monthly-points.ts';
import { gainsThisMonth, newPoints, zeroMonths } from './zero-points.ts';

const rules = shStoreValues();
const quarterOnly = shStoreValues({ 'rating.basis': 'QUARTER' });

/** A ledger by months: net points, or net, gained and earned. */
function ledger(
  asOf: string,
  before: number,
  months: Record<string, number | [number, number, number]>,
): MonthlyPoints {
  return {
    asOf,
    before,
    months: Object.entries(months).map(([month, sums]) => {
      const [net, gained, earned] = typeof sums === 'number' ? [sums, Math.max(sums, 0), Math.max(sums, 0)] : sums;
      return { month, net, gained, earned };
    }),
  };
}

describe('months', () => {
  it.each([
    ['2025-09', 1, '2025-10'],
    ['2025-12', 1, '2026-01'],
    ['2025-01', -1, '2024-12'],
    ['2025-10', 3, '2026-01'],
  ])('%s and %i months', (month, n, expected) => expect(monthsLater(month, n)).toBe(expected));

  it.each([
    ['2025-01', '2025-01'],
    ['2025-03', '2025-01'],
    ['2025-06', '2025-04'],
    ['2025-09', '2025-07'],
    ['2025-12', '2025-10'],
  ])('the quarter of %s begins with %s', (month, start) => expect(quarterStart(month)).toBe(start));

  it('takes the last ones in a row', () => {
    expect(lastInARow([1, 0, 0], (n) => n === 0)).toEqual([0, 0]);
    expect(lastInARow([0, 0, 1], (n) => n === 0)).toEqual([]);
    expect(lastInARow([0, 0], (n) => n === 0)).toEqual([0, 0]);
    expect(lastInARow([], () => true)).toEqual([]);
  });
});

describe('months without new points', () => {
  const october = startOfDay('2025-10-01');

  it('SH-STORE-12.2 counts neither the month of opening nor the one that runs', () => {
    const points = ledger(october, 0, { '2025-08': 0, '2025-09': 0, '2025-10': 0 });
    expect(fullMonths(points, '2025-08-05').map(({ month }) => month)).toEqual(['2025-09']);
    expect(zeroMonths(points, '2025-08-01', rules).map(({ month }) => month)).toEqual(['2025-09']);
    expect(zeroMonths(points, '2025-07-31', rules).map(({ month }) => month)).toEqual(['2025-08', '2025-09']);
    // A second before the month begins, the last one still runs.
    const before = ledger(atTime('2025-09-30', '23:59'), 0, { '2025-08': 0, '2025-09': 0 });
    expect(zeroMonths(before, '2025-07-01', rules).map(({ month }) => month)).toEqual(['2025-08']);
  });

  it('SH-STORE-12.3 takes what was gained, whatever was taken back in the month', () => {
    const points = ledger(october, 0, { '2025-08': 0, '2025-09': [0, 10, 10], '2025-10': 0 });
    expect(zeroMonths(points, '2025-07-01', rules)).toEqual([]);
    expect(newPoints({ month: '2025-09', net: 0, gained: 10, earned: 10 }, rules)).toBe(10);
  });

  it('SH-STORE-12.4 takes an anniversary as gained unless the switch says otherwise', () => {
    const points = ledger(october, 0, { '2025-08': 0, '2025-09': [5, 5, 0], '2025-10': [5, 5, 0] });
    const switched = shStoreValues({ 'zeroPoints.passiveCount': false });
    expect(zeroMonths(points, '2025-07-01', rules)).toEqual([]);
    expect(zeroMonths(points, '2025-07-01', switched)).toHaveLength(2);
    expect([gainsThisMonth(points, rules), gainsThisMonth(points, switched)]).toEqual([true, false]);
  });

  it('ends the row with the month that runs', () => {
    expect(gainsThisMonth(ledger(october, 0, { '2025-10': 1 }), rules)).toBe(true);
    expect(gainsThisMonth(ledger(october, 0, {}), rules)).toBe(false);
    expect(runningMonth(ledger(october, 7, {}))).toEqual({ month: '2025-10', net: 0, gained: 0, earned: 0 });
  });
});

describe('quarters at 2 stars or lower', () => {
  const year = { '2025-07': 0, '2025-08': 0, '2025-09': 0, '2025-10': 0, '2025-11': 0, '2025-12': 0, '2026-01': 0 };
  const newYear = startOfDay('2026-01-01');

  it.each([
    [50, 2],
    [99, 2],
    [100, 2],
    [200, 2],
    [201, 0],
  ])('SH-STORE-13.2 %i points throughout are %i low quarters', (points, low) => {
    expect(lowQuarters(ledger(newYear, points, year), '2025-06-30', rules)).toHaveLength(low);
  });

  it('SH-STORE-13.3 takes all points so far, or those of the quarter by the switch', () => {
    const points = ledger(newYear, 0, { ...year, '2025-07': 350 });
    const [third, fourth] = fullQuarters(points, '2025-06-01', rules);
    expect([third?.points, fourth?.points]).toEqual([350, 350]);
    expect(fullQuarters(points, '2025-06-01', quarterOnly).map((one) => one.points)).toEqual([350, 0]);
    expect(lowQuarters(points, '2025-06-01', rules)).toEqual([]);
    expect(lowQuarters(points, '2025-06-01', quarterOnly).map(({ from }) => from)).toEqual(['2025-10']);
    expect(ratedNow(points, quarterOnly)).toEqual({ from: '2026-01', lastDay: '2026-03-31', points: 0 });
  });

  it('SH-STORE-13.4 counts full quarters since the opening alone', () => {
    const from = (openedOn: string) => fullQuarters(ledger(newYear, 0, year), openedOn, rules).map((one) => one.from);
    expect(from('2025-08-05')).toEqual(['2025-10']);
    expect(from('2025-07-01')).toEqual(['2025-10']);
    expect(from('2025-06-30')).toEqual(['2025-07', '2025-10']);
    expect(from('2025-10-01')).toEqual([]);
  });

  it('SH-STORE-13.5 150 points lack 51 to 3 stars, which begin at 201', () => {
    const missing = (points: number) => missingToThreeStars(ratedNow(ledger(newYear, points, {}), rules));
    expect([150, 0, 200, 201, 9_999].map(missing)).toEqual([51, 201, 1, 0, 0]);
  });

  it('SH-EVAL-11.5 the balance is what was there before and the sums of the months', () => {
    expect(balanceOf(ledger(newYear, 500, { '2025-12': 20, '2026-01': -10 }))).toBe(510);
  });
});
