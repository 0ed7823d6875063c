import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worked } from './almanac.test-support.ts';
import type { CalendarData } from './calendar.ts';
import {
  addDays,
  atTime,
  dayOf,
  daysBetween,
  endOfDay,
  epochMs,
  instantOf,
  parseInstant,
  startOfDay,
} from './instant.ts';
import type { Period } from './period.ts';
import { publishedCalendar } from './published-calendar.ts';
import { isExceeded, lateFrom, reckon } from './reckon.ts';

const calendar = publishedCalendar();
const workingDays = (n: number): Period => ({ unit: 'workingDays', n });
const months = (n: number, rollForward = true): Period => ({ unit: 'months', n, rollForward });
const from = (day: string, period: Period, clock = '10:00') =>
  reckon({ period, startedAt: atTime(day, clock), calendar });

describe('working days', () => {
  it('XC-01.1 counts from the Shanghai day of an approval written in UTC', () => {
    const startedAt = parseInstant('2025-09-25T16:30Z');
    expect(dayOf(startedAt)).toBe('2025-09-26');
    expect(reckon({ period: workingDays(5), startedAt, calendar }).lastDay).toBe('2025-10-10');
  });

  it('XC-01.2 does not count the day of the event', () => {
    expect(from('2025-11-03', workingDays(1)).lastDay).toBe('2025-11-04');
    expect(from('2025-11-03', workingDays(5)).lastDay).toBe('2025-11-10');
  });

  it('XC-02.1 counts make-up days and skips holidays where a Monday-to-Friday counter says 2026-02-20', () => {
    const days = [1, 2, 3, 4, 5].map((n) => from('2026-02-13', workingDays(n)).lastDay);
    expect(days).toEqual(['2026-02-14', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27']);
  });

  it('SH-STORE-06.1 SH-STORE-06.3 SH-STORE-06.4 set both limits from the same approval', () => {
    const days = [1, 2, 3, 4, 5].map((n) => from('2025-09-26', workingDays(n)).lastDay);
    expect(days).toEqual(['2025-09-28', '2025-09-29', '2025-09-30', '2025-10-09', '2025-10-10']);
    expect(from('2025-09-26', workingDays(15)).dueAt).toBe('2025-10-24T00:00:00.000+08:00');
    expect(from('2026-02-13', workingDays(5)).lastDay).toBe('2026-02-27');
    expect(from('2026-02-13', workingDays(15)).lastDay).toBe('2026-03-12');
  });

  it.each([
    ['2025-09-24', '2025-09-30', '2025-10-14', '2025-10-21', '2025-10-01', '2025-10-22', '2025-10-01'],
    ['2025-09-25', '2025-10-09', '2025-10-15', '2025-10-22', '2025-10-10', '2025-10-23', '2025-10-02'],
    ['2025-09-26', '2025-10-10', '2025-10-16', '2025-10-23', '2025-10-11', '2025-10-24', '2025-10-03'],
    ['2025-09-28', '2025-10-11', '2025-10-17', '2025-10-24', '2025-10-12', '2025-10-25', '2025-10-03'],
    ['2025-09-30', '2025-10-14', '2025-10-21', '2025-10-28', '2025-10-15', '2025-10-29', '2025-10-07'],
    ['2025-12-31', '2026-01-08', '2026-01-15', '2026-01-22', '2026-01-09', '2026-01-23', '2026-01-07'],
    ['2026-01-30', '2026-02-06', '2026-02-13', '2026-02-27', '2026-02-07', '2026-02-28', '2026-02-06'],
    ['2026-02-10', '2026-02-24', '2026-03-02', '2026-03-09', '2026-02-25', '2026-03-10', '2026-02-17'],
    ['2026-02-11', '2026-02-25', '2026-03-03', '2026-03-10', '2026-02-26', '2026-03-11', '2026-02-18'],
    ['2026-02-13', '2026-02-27', '2026-03-05', '2026-03-12', '2026-02-28', '2026-03-13', '2026-02-20'],
    ['2026-02-14', '2026-02-28', '2026-03-06', '2026-03-13', '2026-03-01', '2026-03-14', '2026-02-20'],
    ['2026-04-30', '2026-05-11', '2026-05-18', '2026-05-25', '2026-05-12', '2026-05-26', '2026-05-07'],
    ['2026-09-18', '2026-09-24', '2026-10-09', '2026-10-15', '2026-09-25', '2026-10-16', '2026-09-25'],
    ['2026-09-30', '2026-10-13', '2026-10-20', '2026-10-27', '2026-10-14', '2026-10-28', '2026-10-07'],
  ])('XC-02.1 XC-01.4 started %s', (start, fifth, tenth, fifteenth, exceeded5, exceeded15, mondayToFriday) => {
    const [five, ten, fifteen] = [5, 10, 15].map((n) => from(start, workingDays(n)));
    expect([five?.lastDay, ten?.lastDay, fifteen?.lastDay]).toEqual([fifth, tenth, fifteenth]);
    expect([five?.dueAt, fifteen?.dueAt]).toEqual([startOfDay(exceeded5), startOfDay(exceeded15)]);
    // The table's last column: what a counter that knows no holidays would say.
    let plain = start;
    for (let n = 0; n < 5;) {
      plain = addDays(plain, 1);
      if (new Date(plain).getUTCDay() % 6 !== 0) n += 1;
    }
    expect(plain).toBe(mondayToFriday);
  });

  it('XC-02.1 agrees with a slow count from every start day of 2024 to 2026 and 1 to 60 working days', () => {
    const wrong: string[] = [];
    for (let start = '2024-01-01'; start <= '2026-12-31'; start = addDays(start, 1)) {
      const slow: string[] = [];
      for (let day = Date.parse(start) + 86_400_000; slow.length < 60; day += 86_400_000) {
        const date = new Date(day).toISOString().slice(0, 10);
        if (date > '2026-12-31') break;
        if (worked(date)) slow.push(date);
      }
      const startedAt = atTime(start, '10:00');
      slow.forEach((expected, index) => {
        const { lastDay, provisional } = reckon({ period: workingDays(index + 1), startedAt, calendar });
        if (lastDay !== expected || provisional) wrong.push(`${start} + ${index + 1}: ${lastDay}, not ${expected}`);
      });
      const beyond = slow.length < 60 ? reckon({ period: workingDays(slow.length + 1), startedAt, calendar }) : null;
      if (beyond && !beyond.provisional) wrong.push(`${start} + ${slow.length + 1} is not provisional`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('XC-01.2 gives one answer for a whole day, from 00:00 to 23:59:59', () => {
    const anyDay = fc.integer({ min: 0, max: 1095 }).map((n) => addDays('2024-01-01', n));
    const awkward = fc.constantFrom('2025-09-28', '2026-01-04', '2026-09-20', '2025-12-31', '2026-12-31', '2024-02-29');
    const clock = fc.constantFrom('00:00', '00:00:01', '12:00', '23:59:59');
    fc.assert(
      fc.property(fc.oneof(anyDay, awkward), clock, fc.integer({ min: 1, max: 60 }), (day, time, n) => {
        const { dueAt, lastDay } = from(day, workingDays(n), time);
        expect(dueAt).toBe(from(day, workingDays(n), '12:00').dueAt);
        expect(dueAt).toBe(endOfDay(lastDay ?? ''));
      }),
    );
    expect(from('2025-09-26', workingDays(5), '23:59:59').lastDay).toBe('2025-10-10');
    expect(from('2025-09-27', workingDays(5), '00:00').lastDay).toBe('2025-10-10');
  });

  it('XC-02.2 flags a count that reaches into 2027 and does not end it on New Year', () => {
    const unloaded: CalendarData = { ...calendar, years: { ...calendar.years } };
    delete (unloaded.years as Record<string, unknown>)['2027'];
    for (const data of [unloaded, calendar]) {
      const result = reckon({ period: workingDays(5), startedAt: atTime('2026-12-25', '10:00'), calendar: data });
      expect(result).toMatchObject({ lastDay: '2027-01-04', provisional: true });
    }
    expect(from('2026-12-25', workingDays(4))).toMatchObject({ lastDay: '2026-12-31', provisional: false });
  });

  it('XC-02.3 moves a deadline when a correction makes its last day a day off', () => {
    const year = calendar.years['2026'];
    if (!year) throw new Error('the published calendar has no 2026');
    const corrected = { version: 2, years: { ...calendar.years, '2026': { ...year, off: `${year.off} 0227` } } };
    const input = { period: workingDays(5), startedAt: atTime('2026-02-13', '10:00') };
    expect(reckon({ ...input, calendar })).toMatchObject({ lastDay: '2026-02-27', calendarVersion: 1 });
    expect(reckon({ ...input, calendar: corrected })).toMatchObject({ lastDay: '2026-02-28', calendarVersion: 2 });
  });
});

describe('months, years and calendar days', () => {
  it('XC-01.3 ends on the last day of a month that lacks the corresponding day', () => {
    expect(from('2025-12-31', months(2)).lastDay).toBe('2026-02-28');
    expect(from('2025-08-29', months(6, false)).lastDay).toBe('2026-02-28');
    expect(from('2024-02-29', { unit: 'years', n: 1, rollForward: false }).lastDay).toBe('2025-02-28');
  });

  it.each([
    ['2025-08-01', '2025-10-01', '2025-10-09'],
    ['2025-08-08', '2025-10-08', '2025-10-09'],
    ['2025-12-15', '2026-02-15', '2026-02-24'],
    ['2025-12-31', '2026-02-28', '2026-02-28'],
    ['2025-11-03', '2026-01-03', '2026-01-04'],
    ['2026-03-10', '2026-05-10', '2026-05-11'],
  ])('XC-01.5 two months from %s: %s, which rolls to %s', (start, corresponding, rolled) => {
    expect(from(start, months(2, false)).lastDay).toBe(corresponding);
    expect(from(start, months(2)).lastDay).toBe(rolled);
    expect(from(start, months(2)).dueAt).toBe(endOfDay(rolled));
  });

  it('SH-STORE-07.5 SH-STORE-07.15 end a trial on a working day, unless rolling is switched off', () => {
    expect(from('2025-08-01', months(2)).dueAt).toBe('2025-10-10T00:00:00.000+08:00');
    expect(from('2025-08-01', months(2, false)).dueAt).toBe('2025-10-02T00:00:00.000+08:00');
    expect(from('2025-08-15', months(2)).lastDay).toBe('2025-10-15');
  });

  it('XC-01.5 rolls calendar days and years as well, but neither bars nor retention', () => {
    const thirty = { unit: 'calendarDays', n: 30, rollForward: true } as const;
    expect(from('2025-09-01', thirty).lastDay).toBe('2025-10-09');
    expect(from('2025-09-01', { ...thirty, rollForward: false }).lastDay).toBe('2025-10-01');
    expect(from('2024-10-04', { unit: 'years', n: 1, rollForward: true }).lastDay).toBe('2025-10-09');
    expect(from('2024-10-04', { unit: 'years', n: 1, rollForward: false }).lastDay).toBe('2025-10-04');
  });

  it('XC-02.2 is provisional only where the unpublished year decides', () => {
    expect(from('2026-11-30', months(2))).toMatchObject({ lastDay: '2027-02-01', provisional: true });
    expect(from('2026-11-30', months(2, false))).toMatchObject({ lastDay: '2027-01-30', provisional: false });
    expect(from('2026-10-30', months(2))).toMatchObject({ lastDay: '2026-12-30', provisional: false });
  });

  it('XC-01.3 XC-01.5 end on or after the corresponding day, on a working day, with only days off between', () => {
    const start = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2024-01-01', n));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 4 }), (day, n) => {
        const plain = from(day, months(n, false)).lastDay ?? '';
        const rolled = from(day, months(n)).lastDay ?? '';
        expect(worked(rolled)).toBe(true);
        for (let off = plain; off < rolled; off = addDays(off, 1)) expect(worked(off)).toBe(false);
        expect(daysBetween(plain, rolled)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('the end of the last day', () => {
  it('XC-01.4 is still running at 15:59:59Z and exceeded at 16:00:00Z', () => {
    const period = workingDays(5);
    const { dueAt } = from('2025-09-26', period);
    if (dueAt === null) throw new Error('no deadline');
    expect(isExceeded({ period, dueAt }, parseInstant('2025-10-10T15:59:59.999Z'))).toBe(false);
    expect(isExceeded({ period, dueAt }, parseInstant('2025-10-10T16:00:00Z'))).toBe(true);
    expect(lateFrom({ period, dueAt })).toBe('2025-10-11T00:00:00.000+08:00');
  });

  it('XC-01.4 is the close of business where that is switched on', () => {
    const input = { startedAt: atTime('2025-09-26', '10:00'), calendar };
    expect(reckon({ ...input, period: { unit: 'workingDays', n: 5, closesAt: '17:30' } }).dueAt).toBe(
      '2025-10-10T17:30:00.000+08:00',
    );
    expect(reckon({ ...input, period: { unit: 'date', day: '2026-01-10', closesAt: '17:30' } }).dueAt).toBe(
      atTime('2026-01-10', '17:30'),
    );
  });

  it('XC-01.6 keeps a named date that is not worked, to 24:00', () => {
    expect(from('2026-01-01', { unit: 'date', day: '2026-01-10' })).toEqual({
      dueAt: '2026-01-11T00:00:00.000+08:00',
      lastDay: '2026-01-10',
      provisional: false,
      paused: false,
      calendarVersion: 1,
    });
  });

  it('XC-01.7 takes a file at 17:00:00 and not at 17:00:01', () => {
    const period: Period = { unit: 'instant', at: atTime('2020-12-11', '17:00') };
    const { dueAt } = from('2020-10-28', period);
    expect(dueAt).toBe('2020-12-11T17:00:00.000+08:00');
    const late = (text: string) => isExceeded({ period, dueAt: dueAt ?? '' }, parseInstant(text));
    expect(late('2020-12-11T16:59:59+08:00')).toBe(false);
    expect(late('2020-12-11T17:00:00+08:00')).toBe(false);
    expect(late('2020-12-11T17:00:00.999+08:00')).toBe(false);
    expect(late('2020-12-11T17:00:01+08:00')).toBe(true);
    expect(late('2020-12-11T09:00:01Z')).toBe(true);
  });
});

it.each([0, -1, 1.5, Number.NaN, 10_001])('refuses a period of %d', (n) => {
  for (const period of [workingDays(n), months(n)]) expect(() => from('2025-09-26', period)).toThrow(/whole number/);
});

it('refuses a start that is not an instant of Shanghai', () => {
  const input = { period: workingDays(5), calendar };
  expect(() => reckon({ ...input, startedAt: '2025-09-26T02:00:00.000Z' })).toThrow(RangeError);
  expect(reckon({ ...input, startedAt: instantOf(epochMs(atTime('2025-09-26', '10:00'))) }).lastDay).toBe('2025-10-10');
});
