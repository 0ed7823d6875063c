import { text } from '../text.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worked } from './almanac.test-support.ts';
import { addMonths, atTime, endOfDay, instantOf, type Instant } from './instant.ts';
import type { CountedPeriod, Pause } from './period.ts';
import { publishedCalendar } from './published-calendar.ts';
import { reckon } from './reckon.ts';

const calendar = publishedCalendar();
const five = { unit: 'workingDays', n: 5 } as const;
const pause = (from: Instant, to: Instant | null, cause = 'product under review'): Pause => ({
  from,
  to,
  cause: text(cause, cause),
});

/** 5 working days from Fri 2025-09-26: 28, 29, 30 September, 9 and 10 October. */
const paused = (...pauses: Pause[]) =>
  reckon({ period: five, startedAt: atTime('2025-09-26', '10:00'), pauses, calendar });

describe('a pause', () => {
  it('SH-STORE-06.6 on the last evening makes the period exceeded the moment it ends', () => {
    const result = paused(pause(atTime('2025-10-10', '20:00'), atTime('2025-10-11', '10:00')));
    expect(result).toMatchObject({ dueAt: '2025-10-11T10:00:00.000+08:00', lastDay: '2025-10-10', paused: false });
  });

  it('SH-STORE-06.6 that still lasts leaves no deadline', () => {
    const open = paused(pause(atTime('2025-10-10', '20:00'), null));
    expect(open).toEqual({ dueAt: null, lastDay: null, provisional: false, paused: true, calendarVersion: 1 });
    expect(paused(pause(atTime('2025-09-26', '11:00'), null)).paused).toBe(true);
  });

  it('uses up the day it begins, and resumes on the next working day', () => {
    // Day 2 is used, 30 September and the day of return are not: day 3 is 11 October.
    const result = paused(pause(atTime('2025-09-29', '23:59:59'), atTime('2025-10-10', '00:00:01')));
    expect(result).toMatchObject({ lastDay: '2025-10-14', dueAt: endOfDay('2025-10-14') });
  });

  it('within one day costs nothing, even on the last day', () => {
    expect(paused(pause(atTime('2025-10-10', '09:00'), atTime('2025-10-10', '21:00'))).lastDay).toBe('2025-10-10');
    expect(paused(pause(atTime('2025-09-29', '09:00'), atTime('2025-09-29', '21:00'))).lastDay).toBe('2025-10-10');
  });

  it('begun on a day off uses no working day', () => {
    // Three days are used up before; 9 October, when it ends, does not count.
    const result = paused(pause(atTime('2025-10-03', '12:00'), atTime('2025-10-09', '12:00')));
    expect(result.lastDay).toBe('2025-10-11');
  });

  it('begun once the period is exceeded changes nothing, open or closed', () => {
    const untouched = paused();
    expect(paused(pause(endOfDay('2025-10-10'), null))).toEqual(untouched);
    expect(paused(pause(atTime('2025-10-11', '08:00'), atTime('2025-10-12', '08:00')))).toEqual(untouched);
  });

  it('before the start counts from the day after the start only', () => {
    const result = paused(pause(atTime('2025-09-01', '09:00'), atTime('2025-09-28', '09:00')));
    expect(result.lastDay).toBe('2025-10-11');
    expect(paused(pause(atTime('2025-09-01', '09:00'), atTime('2025-09-26', '09:00'))).lastDay).toBe('2025-10-10');
  });

  it('joins with those that overlap or touch it', () => {
    const one = pause(atTime('2025-10-10', '20:00'), atTime('2025-10-11', '10:00'));
    const touching = pause(atTime('2025-10-11', '10:00'), atTime('2025-10-13', '15:00'), 'second look');
    const inside = pause(atTime('2025-10-12', '10:00'), atTime('2025-10-12', '11:00'));
    expect(paused(inside, touching, one).dueAt).toBe('2025-10-13T15:00:00.000+08:00');
    const after = pause(atTime('2025-10-11', '10:00:01'), atTime('2025-10-13', '15:00'));
    expect(paused(one, after).dueAt).toBe('2025-10-11T10:00:00.000+08:00');
  });

  it('moves the end of months by the whole days lost, before a day off moves it on', () => {
    const period: CountedPeriod = { unit: 'months', n: 2, rollForward: true };
    const startedAt = atTime('2025-07-24', '10:00');
    const lost = pause(atTime('2025-08-11', '09:00'), atTime('2025-08-18', '17:00'));
    expect(reckon({ period, startedAt, calendar }).lastDay).toBe('2025-09-24');
    expect(reckon({ period, startedAt, calendar, pauses: [lost] }).lastDay).toBe('2025-10-09');
    expect(reckon({ period: { ...period, rollForward: false }, startedAt, calendar, pauses: [lost] }).lastDay).toBe(
      '2025-10-01',
    );
  });

  it('XC-01.6 XC-01.7 does not touch a named date or time', () => {
    const startedAt = atTime('2026-01-01', '10:00');
    const pauses = [pause(atTime('2026-01-05', '10:00'), null)];
    expect(reckon({ period: { unit: 'date', day: '2026-01-10' }, startedAt, pauses, calendar }).dueAt).toBe(
      endOfDay('2026-01-10'),
    );
    const at = atTime('2026-01-10', '17:00');
    expect(reckon({ period: { unit: 'instant', at }, startedAt, pauses, calendar }).dueAt).toBe(at);
  });

  it('is refused when it ends before it begins', () => {
    expect(() => paused(pause(atTime('2025-10-10', '20:00'), atTime('2025-10-10', '19:00')))).toThrow(
      /before it begins/,
    );
  });
});

describe('against a naive count', () => {
  const hour = 3_600_000;
  const midnight = (day: number) => day * 24 * hour - 8 * hour;
  const dateOf = (day: number) => new Date(day * 24 * hour).toISOString().slice(0, 10);

  /** Walks midnight by midnight over raw milliseconds: a day is lost if the clock stood still as it began. */
  function naive(period: CountedPeriod, start: number, pauses: readonly { from: number; to: number }[]): number | null {
    const startDay = Math.floor((start + 8 * hour) / 24 / hour);
    const lost = (day: number) => pauses.some(({ from, to }) => from < midnight(day) && midnight(day) <= to);
    const full =
      period.unit === 'months' ? Date.parse(addMonths(dateOf(startDay), period.n)) / 24 / hour - startDay : period.n;
    let day = startDay;
    for (let used = 0; used < full;) {
      day += 1;
      if (day > startDay + 400) return null;
      if (lost(day)) continue;
      if (period.unit !== 'workingDays' || worked(dateOf(day))) used += 1;
    }
    while (period.unit !== 'workingDays' && period.rollForward && !worked(dateOf(day))) day += 1;
    let due = midnight(day + 1);
    // While some pause runs across the moment of expiry, expiry waits for its end.
    let first = true;
    for (;;) {
      const running = pauses.find(({ from, to }) => (first ? from < due : from <= due) && to > due);
      if (!running) return due;
      if (running.to === Infinity) return null;
      due = running.to;
      first = false;
    }
  }

  const base = Date.UTC(2024, 0, 1);
  const minute = 60_000;
  const start = fc.oneof(
    fc.integer({ min: 0, max: 600 * 24 * 60 }).map((n) => base + n * minute),
    fc.constantFrom(
      ...['2025-09-28', '2025-10-11', '2024-12-31', '2025-12-31', '2024-02-29', '2025-01-26', '2024-04-07'].flatMap(
        (day) => [Date.parse(`${day}T23:59:59+08:00`), Date.parse(`${day}T00:00:00+08:00`)],
      ),
    ),
  );
  const period: fc.Arbitrary<CountedPeriod> = fc.oneof(
    fc.integer({ min: 1, max: 25 }).map((n): CountedPeriod => ({ unit: 'workingDays', n })),
    fc
      .record({ n: fc.integer({ min: 1, max: 45 }), rollForward: fc.boolean() })
      .map((rest): CountedPeriod => ({ unit: 'calendarDays', ...rest })),
    fc
      .record({ n: fc.integer({ min: 1, max: 3 }), rollForward: fc.boolean() })
      .map((rest): CountedPeriod => ({ unit: 'months', ...rest })),
  );
  // Offsets in hours from the start, many on whole days so that pauses meet midnights and one another.
  const offset = fc.oneof(
    fc.integer({ min: -48, max: 40 * 24 }),
    fc.integer({ min: -2, max: 40 }).map((n) => n * 24),
  );
  const length = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 30 }) },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 14 * 24 }) },
    { weight: 1, arbitrary: fc.constant(Infinity) },
  );
  const pauses = fc.array(fc.record({ offset, length, toMidnight: fc.boolean() }), { maxLength: 4 });

  it('SH-STORE-06.6 XC-01.2 XC-01.5 finds the same instant for any period, start and pauses', () => {
    const seen = { open: 0, released: 0, whole: 0 };
    fc.assert(
      fc.property(period, start, pauses, (length, startedAt, drawn) => {
        const raw = drawn.map((entry) => {
          const at = startedAt + entry.offset * hour;
          const from = entry.toMidnight ? midnight(Math.floor((at + 8 * hour) / 24 / hour)) : at;
          return { from, to: from + entry.length * hour };
        });
        const expected = naive(length, startedAt, raw);
        const result = reckon({
          period: length,
          startedAt: instantOf(startedAt),
          calendar,
          pauses: raw.map(({ from, to }) => pause(instantOf(from), to === Infinity ? null : instantOf(to))),
        });
        expect(result.dueAt).toBe(expected === null ? null : instantOf(expected));
        expect(result.paused).toBe(expected === null);
        if (result.dueAt === null) seen.open += 1;
        else if (result.dueAt === endOfDay(result.lastDay ?? '')) seen.whole += 1;
        else seen.released += 1;
      }),
      { numRuns: 4000, seed: 20250926 },
    );
    // Each way a period can end must have been drawn, or the property proves less than it says.
    expect(Math.min(seen.open, seen.released, seen.whole)).toBeGreaterThan(30);
  });
});
