import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, atTime, dayOf } from './index.ts';
import { occurrenceAfter } from './occurrence.ts';

describe('a period that comes again', () => {
  it('HN-NET-06.1 is counted from its anchor: each year on the same day, in a leap year and after it', () => {
    const anchor = '2024-02-29';
    expect(addMonths(anchor, occurrenceAfter(anchor, 12, atTime('2024-03-01', '10:00')))).toBe('2025-02-28');
    expect(addMonths(anchor, occurrenceAfter(anchor, 12, atTime('2025-03-01', '10:00')))).toBe('2026-02-28');
    expect(addMonths(anchor, occurrenceAfter(anchor, 12, atTime('2027-06-01', '10:00')))).toBe('2028-02-29');
  });

  it('from the last day of a year gives the ends of months and quarters', () => {
    const ends = (every: number, day: string) =>
      addMonths('2024-12-31', occurrenceAfter('2024-12-31', every, atTime(day, '09:00')));
    expect([ends(1, '2025-01-31'), ends(1, '2025-02-01'), ends(3, '2025-02-01'), ends(12, '2025-02-01')]).toEqual([
      '2025-02-28',
      '2025-02-28',
      '2025-03-31',
      '2025-12-31',
    ]);
  });

  it('lies ahead and no further than one period, whatever the anchor', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 36 }),
        fc.integer({ min: 0, max: 9_000 }),
        (start, every, later) => {
          const anchor = addDays('1970-01-01', start);
          const now = atTime(addDays(anchor, later), '12:00');
          const months = occurrenceAfter(anchor, every, now);
          expect(months % every).toBe(0);
          expect(addMonths(anchor, months) > dayOf(now)).toBe(true);
          if (months > every) expect(addMonths(anchor, months - every) <= dayOf(now)).toBe(true);
        },
      ),
    );
  });

  it('refuses a length that is none', () => {
    for (const every of [0, -1, 1.5, Number.NaN])
      expect(() => occurrenceAfter('2025-01-01', every, atTime('2025-01-02', '10:00'))).toThrow(RangeError);
  });
});
