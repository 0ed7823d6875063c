import { expect, it } from 'vitest';
import { indicatorTitles, meanOf, ranking, type Marks } from './scores.ts';

const each = (marks: number): Marks => Object.fromEntries(Object.keys(indicatorTitles).map((code) => [code, marks]));

it('SH-EVAL-08.1 the sheets of two assessors count the same, indicator by indicator', () => {
  expect(meanOf([each(80), each(90)])).toBe(85);
  expect(meanOf([{ ...each(80), SYSTEMS: 93 }, each(80)])).toBe(80.5);
  expect(meanOf([])).toBeNull();
});

it('SH-EVAL-03.2 a ranking is the same however often and in whatever order it is reckoned; equals share a rank', () => {
  const entries = [
    { id: 'd', mean: null },
    { id: 'c', mean: 90 },
    { id: 'b', mean: 85 },
    { id: 'a', mean: 90 },
    { id: 'e', mean: 95 },
  ];
  const ranked = ranking(entries);
  expect(ranked.map(({ id, rank }) => [id, rank])).toEqual([
    ['e', 1],
    ['a', 2],
    ['c', 2],
    ['b', 4],
    ['d', null],
  ]);
  expect(ranking([...entries].reverse())).toEqual(ranked);
  expect(ranking(ranked)).toEqual(ranked);
});
