import { expect, it } from 'vitest';
import { indicatorTitles, meanOf, type Marks } from './scores.ts';

const each = (marks: number): Marks => Object.fromEntries(Object.keys(indicatorTitles).map((code) => [code, marks]));

it('SH-EVAL-08.1 the sheets of two assessors count the same, indicator by indicator', () => {
  expect(meanOf([each(80), each(90)])).toBe(85);
  expect(meanOf([{ ...each(80), SYSTEMS: 93 }, each(80)])).toBe(80.5);
  expect(meanOf([])).toBeNull();
});
