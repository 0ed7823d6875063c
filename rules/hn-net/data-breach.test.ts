import { expect, it } from 'vitest';
import { atTime } from '../time/index.ts';
import { checkDoneAt, checkFoundAt } from './data-breach.ts';

const [nine, ten, eleven] = ['09:00', '10:00', '11:00'].map((time) => atTime('2025-10-01', time)) as [
  string,
  string,
  string,
];

it('HN-NET-15.8 a leak is found before it is reported', () => {
  expect(checkFoundAt(nine, ten)).toEqual([]);
  expect(checkFoundAt(ten, ten)).toEqual([]);
  expect(checkFoundAt(eleven, ten)).toMatchObject([{ field: 'foundAt', requirement: 'HN-NET-15.8' }]);
});

it('HN-NET-15.8 nothing is done about a leak in the future, or before it was found', () => {
  expect(checkDoneAt('takenAt', ten, nine, eleven)).toEqual([]);
  expect(checkDoneAt('takenAt', nine, nine, nine)).toEqual([]);
  expect(checkDoneAt('takenAt', eleven, nine, ten)).toMatchObject([{ field: 'takenAt', requirement: 'HN-NET-15.8' }]);
  expect(checkDoneAt('toldAt', nine, ten, eleven)).toMatchObject([{ field: 'toldAt' }]);
});
