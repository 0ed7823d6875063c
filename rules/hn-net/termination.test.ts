import { expect, it } from 'vitest';
import { earliestEnd, protectiveMeasureCodes } from './termination.ts';

it('HN-NET-11.1 counts three months from the day of the notice and lets the platform end after their last day', () => {
  expect(earliestEnd('2025-06-30', 3)).toBe('2025-10-01T00:00:00.000+08:00');
  expect('2025-09-30T12:00:00.000+08:00' < earliestEnd('2025-06-30', 3)).toBe(true);
});

it('HN-NET-11.3 asks for orders, deposits, data copies and retention', () => {
  expect(protectiveMeasureCodes).toEqual(['OPEN_ORDERS', 'DEPOSITS', 'DATA_COPIES', 'RETENTION']);
});
