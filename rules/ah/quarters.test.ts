import { expect, it } from 'vitest';
import { endOf, lastDayOfQuarter, monthsOfQuarter, nextQuarter, quarterCode } from './quarters.ts';

it('AH-EVAL-05.4 the third quarter of 2025 ends 2025-09-30 24:00', () => {
  const third = { year: 2025, quarter: 3 };
  expect([lastDayOfQuarter(third), endOf(third)]).toEqual(['2025-09-30', '2025-10-01T00:00:00.000+08:00']);
  expect(monthsOfQuarter(third)).toEqual(['2025-07', '2025-09']);
  expect(quarterCode(nextQuarter(third))).toBe('2025-Q4');
  expect(quarterCode(nextQuarter({ year: 2025, quarter: 4 }))).toBe('2026-Q1');
});
