import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shStoreValues } from './config.ts';
import { isTwoStarsOrLower, levelChange, pointsMissingTo, ratingBands, ratingLevels, ratingOf } from './rating.ts';

describe('rating', () => {
  it.each([
    [200, 'STAR_2'],
    [201, 'STAR_3'],
    [500, 'STAR_5'],
    [501, 'DIAMOND_1'],
    [1000, 'DIAMOND_1'],
    [1001, 'DIAMOND_2'],
    [5000, 'DIAMOND_5'],
    [5001, 'CROWN_1'],
    [80_000, 'CROWN_4'],
    [80_001, 'CROWN_5'],
  ])('SH-EVAL-11.1 rates %i points %s', (points, level) => {
    expect(ratingOf(points).level).toBe(level);
  });

  it('SH-EVAL-11.1 has the 15 bands of the table, each with both bounds', () => {
    expect(ratingBands.slice(1).map(({ from, to }) => [from, to])).toEqual([
      [100, 100],
      [101, 200],
      [201, 300],
      [301, 400],
      [401, 500],
      [501, 1000],
      [1001, 2000],
      [2001, 3000],
      [3001, 4000],
      [4001, 5000],
      [5001, 10_000],
      [10_001, 20_000],
      [20_001, 40_000],
      [40_001, 80_000],
      [80_001, null],
    ]);
    expect(ratingOf(1501).title).toEqual({ zh: '2钻', en: '2 diamonds' });
  });

  it('SH-EVAL-11.2 rates exactly 100 one star', () => {
    expect(ratingOf(100)).toMatchObject({ level: 'STAR_1', title: { zh: '1星', en: '1 star' } });
  });

  it('SH-EVAL-11.3 leaves 99 unrated, unless set otherwise', () => {
    expect(ratingOf(99).level).toBe('UNRATED');
    expect(ratingOf(-20).level).toBe('UNRATED');
    expect(ratingOf(99, shStoreValues({ 'rating.below100': 'STAR_1' })).level).toBe('STAR_1');
  });

  it('SH-EVAL-11.4 has an open top', () => {
    expect(ratingOf(1_000_000).level).toBe('CROWN_5');
  });

  it('SH-EVAL-11.5 records 500 to 510 as 5 stars to 1 diamond', () => {
    const change = levelChange(500, 510, '2025-10-11');
    expect(change).toMatchObject({
      from: { level: 'STAR_5' },
      to: { level: 'DIAMOND_1' },
      points: 510,
      on: '2025-10-11',
    });
    expect(levelChange(501, 510, '2025-10-11')).toBeNull();
  });

  it('SH-STORE-13.2 counts 0 to 200 points as 2 stars or lower', () => {
    expect([0, 99, 100, 200, 201].map((points) => isTwoStarsOrLower(points))).toEqual([true, true, true, true, false]);
  });

  it('SH-STORE-13.5 says that 150 points lack 51 for 3 stars', () => {
    expect(pointsMissingTo('STAR_3', 150)).toBe(51);
    expect(pointsMissingTo('STAR_3', 300)).toBe(0);
  });

  it('SH-EVAL-11.1 never falls when points rise', () => {
    const rank = (points: number) => ratingLevels.indexOf(ratingOf(points).level);
    fc.assert(fc.property(fc.nat(100_000), fc.nat(100_000), (a, b) => rank(a) <= rank(a + b)));
  });
});
