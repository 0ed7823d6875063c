import { expect, it } from 'vitest';
import { ranking } from './ranking.ts';

it('SH-EVAL-03.2 HN-BASE-03.3 a ranking is the same however often and in whatever order it is reckoned; equals share a place', () => {
  const entries = [
    { id: 'd', score: null },
    { id: 'c', score: 90 },
    { id: 'b', score: 85 },
    { id: 'a', score: 90 },
    { id: 'f', score: 0 },
    { id: 'e', score: 95 },
  ];
  const ranked = ranking(entries);
  expect(ranked.map(({ id, place, isTied }) => [id, place, isTied])).toEqual([
    ['e', 1, false],
    ['a', 2, true],
    ['c', 2, true],
    ['b', 4, false],
    ['f', 5, false],
    ['d', null, false],
  ]);
  expect(ranking([...entries].reverse())).toEqual(ranked);
  expect(ranking(ranked)).toEqual(ranked);
});
