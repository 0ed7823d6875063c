import { expect, it } from 'vitest';
import { checkFee, freeServices } from './service-request.ts';

it('HN-NET-05.9 lists nine free public services, and refuses a fee above 0 for each', () => {
  expect(Object.keys(freeServices)).toHaveLength(9);
  for (const code of Object.keys(freeServices) as (keyof typeof freeServices)[]) {
    expect(checkFee(0, code)).toEqual([]);
    expect(checkFee(0.01, code)).toMatchObject([{ field: 'fee', requirement: 'HN-NET-05.9' }]);
  }
  expect(checkFee(500, null)).toEqual([]);
});

it('HN-NET-05.9 each free service names its item of article 7', () => {
  const items = Object.values(freeServices).map(({ clause }) => clause.slice(-2, -1));
  expect(items.join('')).toBe('一二三四五六七八九');
});
