import { describe, expect, it } from 'vitest';
import { hnNetRules, hnNetValues } from './config.ts';
import { deletableFrom, isTooMuch, retentionClasses, retentionClassCodes, shareGoing } from './retention.ts';

describe('the first day on which records may be deleted', () => {
  it.each([
    ['HN-NET-10.2 a deregistration', '2025-07-01', '2027-07-02'],
    ['HN-NET-10.3 a completion on 29 February, whose period ends on 2026-02-28,', '2024-02-29', '2026-03-01'],
    ['HN-NET-10.3 a completion on the day before', '2024-02-28', '2026-03-01'],
    ['HN-NET-10.3 a period that ends on 29 February', '2022-02-28', '2024-02-29'],
    ['HN-NET-10.3 a completion on the last day of a year', '2025-12-31', '2028-01-01'],
  ])('%s of %s is %s', (_, startOn, from) => {
    expect(deletableFrom(startOn, 24)).toBe(from);
  });

  it('HN-NET-10.6 A-66 is later where the platform keeps for three years, and never earlier than the law has it', () => {
    expect(deletableFrom('2024-02-29', 36)).toBe('2027-03-01');
    expect(deletableFrom('2025-07-01', 6)).toBe('2027-07-02');
    expect(() => hnNetValues({ 'retention.identity': 23 })).toThrow('24');
    expect(() => hnNetValues({ 'retention.transaction': 12 })).toThrow('24');
    expect(hnNetValues({ 'retention.identity': 36 })['retention.identity']).toBe(36);
  });

  it('HN-NET-10.2 HN-NET-10.3 has a rule for each class, of two years', () => {
    for (const code of retentionClassCodes) {
      const { rule, requirement } = retentionClasses[code];
      expect(hnNetRules.values[rule]).toMatchObject({ value: 24, unit: 'month', requirement, least: 24 });
    }
  });
});

it('HN-NET-10.6 stops what takes more than a few and more than the share', () => {
  const limits = { percent: 20, from: 10 };
  expect(isTooMuch({ all: 100, due: 20 }, limits)).toBe(false);
  expect(isTooMuch({ all: 100, due: 21 }, limits)).toBe(true);
  expect(isTooMuch({ all: 10, due: 10 }, limits)).toBe(false);
  expect(isTooMuch({ all: 11, due: 11 }, limits)).toBe(true);
  expect([shareGoing({ all: 3, due: 1 }), shareGoing({ all: 0, due: 0 })]).toEqual([34, 0]);
});
