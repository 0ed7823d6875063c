import { expect, it } from 'vitest';
import { atTime } from '../time/index.ts';
import { checkStatedAt } from './data-breach.ts';

it('HN-NET-15.8 nothing of a leak is found or done in the future', () => {
  const [nine, ten] = [atTime('2025-10-01', '09:00'), atTime('2025-10-01', '10:00')];
  expect(checkStatedAt('foundAt', nine, ten)).toEqual([]);
  expect(checkStatedAt('foundAt', ten, ten)).toEqual([]);
  expect(checkStatedAt('takenAt', ten, nine)).toMatchObject([{ field: 'takenAt', requirement: 'HN-NET-15.8' }]);
});
