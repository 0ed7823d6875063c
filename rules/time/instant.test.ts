import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  atTime,
  dayNumber,
  dayOf,
  daysBetween,
  endOfDay,
  epochMs,
  instantOf,
  parseInstant,
  startOfDay,
  weekday,
} from './instant.ts';

const epoch = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2099, 11, 31) });

describe('instants', () => {
  it('XC-01.1 takes the day of an event in Shanghai, not in the zone it was written in', () => {
    expect(parseInstant('2025-09-25T16:30Z')).toBe('2025-09-26T00:30:00.000+08:00');
    expect(dayOf(parseInstant('2025-09-25T16:30Z'))).toBe('2025-09-26');
    expect(dayOf(parseInstant('2025-09-25T15:59:59.999Z'))).toBe('2025-09-25');
  });

  it('reads every common way of writing a zone', () => {
    for (const text of [
      '2025-10-11T09:00:00+08:00',
      '2025-10-11T09:00+08',
      '2025-10-11 09:00:00.000+0800',
      '2025-10-11T01:00:00Z',
      '2025-10-10T20:00:00,000-0500',
      '2025-10-11T06:30:00.0009+05:30',
    ]) {
      expect(parseInstant(text)).toBe('2025-10-11T09:00:00.000+08:00');
    }
    expect(parseInstant('2025-10-10T24:00:00+08:00')).toBe('2025-10-11T00:00:00.000+08:00');
    expect(parseInstant('2025-10-10T12:00:00.5+08:00')).toBe('2025-10-10T12:00:00.500+08:00');
  });

  it.each([
    ['2025-10-11T09:00:00', 'zone'],
    ['2025-10-11', 'zone'],
    ['next Friday', 'moment'],
    ['2025-02-30T09:00:00Z', 'no such day'],
    ['2025-10-11T25:00:00Z', 'time of day'],
    ['2025-10-11T24:00:00.001Z', '24:00'],
    ['2025-10-11T09:60:00Z', 'time of day'],
    ['2025-10-11T09:00:00+24:00', 'zone'],
  ])('refuses %s and says why', (text, word) => {
    expect(() => parseInstant(text)).toThrow(RangeError);
    expect(() => parseInstant(text)).toThrow(word);
  });

  it.each(['2025-09-25T16:30:00.000Z', '2025-10-11T09:00:00+08:00', '2025-10-11'])(
    'refuses %s where an instant is needed, so that a UTC day never passes for a Shanghai day',
    (text) => {
      expect(() => dayOf(text)).toThrow(/parseInstant/);
      expect(() => epochMs(text)).toThrow(RangeError);
    },
  );

  it('refuses an instant on a day that does not exist, and times outside the calendar', () => {
    expect(() => epochMs('2025-02-30T00:00:00.000+08:00')).toThrow('no such day');
    expect(() => instantOf(Number.NaN)).toThrow(RangeError);
    expect(() => instantOf(8e15)).toThrow(RangeError);
  });

  it('goes to milliseconds and back, and sorts as text', () => {
    fc.assert(
      fc.property(epoch, epoch, (one, other) => {
        expect(epochMs(instantOf(one))).toBe(one);
        expect(parseInstant(new Date(one).toISOString())).toBe(instantOf(one));
        expect(instantOf(one) < instantOf(other)).toBe(one < other);
      }),
    );
  });
});

describe('days', () => {
  it.each(['2025-02-30', '2025-13-01', '2023-02-29', '2025-00-10', '2025-1-1', ''])('refuses the day "%s"', (day) => {
    expect(() => dayNumber(day)).toThrow(RangeError);
    expect(() => startOfDay(day)).toThrow(RangeError);
  });

  it('XC-01.4 ends a day at 24:00, which is 00:00 of the next', () => {
    expect(endOfDay('2025-10-10')).toBe('2025-10-11T00:00:00.000+08:00');
    expect(endOfDay('2025-12-31')).toBe('2026-01-01T00:00:00.000+08:00');
    expect(startOfDay('2025-10-11')).toBe(endOfDay('2025-10-10'));
    expect(atTime('2025-10-10', '24:00')).toBe(endOfDay('2025-10-10'));
  });

  it('sets a clock time on a day', () => {
    expect(atTime('2025-09-30', '09:00')).toBe('2025-09-30T09:00:00.000+08:00');
    expect(atTime('2020-12-11', '17:00:01')).toBe('2020-12-11T17:00:01.000+08:00');
    for (const clock of ['9:00', '24:01', '12:60', 'noon']) {
      expect(() => atTime('2025-09-30', clock)).toThrow(/time of day/);
    }
  });

  it('counts over month ends, leap days and before 1970', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2025-03-01', -1)).toBe('2025-02-28');
    expect(daysBetween('2025-09-26', '2025-10-10')).toBe(14);
    expect(daysBetween('2025-10-10', '2025-09-26')).toBe(-14);
    expect([weekday('2025-09-28'), weekday('2025-10-11'), weekday('1969-12-29')]).toEqual([0, 6, 1]);
  });

  it.each([
    ['2025-12-31', 2, '2026-02-28'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2025-08-29', 6, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-08-01', 2, '2025-10-01'],
    ['2025-11-30', 1, '2025-12-30'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -13, '2023-12-15'],
  ])('XC-01.3 %s and %i months give %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('XC-01.3 lands in the right month and never past its end', () => {
    fc.assert(
      fc.property(epoch, fc.integer({ min: 0, max: 240 }), (start, months) => {
        const day = dayOf(instantOf(start));
        const end = addMonths(day, months);
        const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        expect(monthOf(end) - monthOf(day)).toBe(months);
        const sameDate = end.slice(8) === day.slice(8);
        expect(sameDate || (end.slice(8) < day.slice(8) && addDays(end, 1).endsWith('-01'))).toBe(true);
      }),
    );
  });
});
