import { text } from '../text.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from './calendar.ts';
import { addDays, atTime, dayOf } from './instant.ts';
import {
  fifteenWorkingDayLadder,
  fiveWorkingDayLadder,
  fixedDateLadder,
  monthsLadder,
  planRungs,
  warningLadder,
  type Rung,
} from './ladder.ts';
import type { Pause, Period } from './period.ts';
import { publishedCalendar } from './published-calendar.ts';
import { reckon } from './reckon.ts';
import { remainingWorkingDays } from './remaining.ts';

const calendar = publishedCalendar();

function slots(ladder: readonly Rung[], startedAt: string, period: Period, pauses: Pause[] = []): string[] {
  const reckoned = reckon({ period, startedAt, pauses, calendar });
  return planRungs({ ladder, reckoned, startedAt, calendar, pauses }).map(({ key, at }) => `${at.slice(0, 16)} ${key}`);
}

describe('planRungs', () => {
  const five: Period = { unit: 'workingDays', n: 5 };

  it('SH-STORE-12.5 a warning goes out on the first morning, on a holiday too, and not if that is over', () => {
    const warned = (from: string, to: string) =>
      slots(warningLadder, from, { unit: 'date', day: to }).map((slot) => slot.slice(0, 26));
    expect(warned(atTime('2025-09-01', '00:00'), '2025-09-30')).toEqual([
      '2025-09-01T09:00 first-day',
      expect.stringContaining('2025-09-16T09:00 fourteen'),
      expect.stringContaining('2025-09-23T09:00 seven'),
      expect.stringContaining('2025-09-29T09:00 one-day'),
    ]);
    expect(warned(atTime('2025-10-01', '00:00'), '2025-10-31')[0]).toBe('2025-10-01T09:00 first-day');
    expect(warned(atTime('2025-10-01', '09:00'), '2025-10-31')[0]).toContain('fourteen');
  });

  it('XC-03.1 reminds of five working days with 2 left and on the last day, never in the holiday', () => {
    expect(slots(fiveWorkingDayLadder, atTime('2025-09-26', '15:00'), five)).toEqual([
      '2025-09-30T09:00 two-working-days-left',
      '2025-10-10T09:00 last-day',
    ]);
  });

  it('XC-03.1 reminds of fifteen working days with 5, 2 and 0 left', () => {
    expect(slots(fifteenWorkingDayLadder, atTime('2025-09-26', '15:00'), { unit: 'workingDays', n: 15 })).toEqual([
      '2025-10-16T09:00 five-working-days-left',
      '2025-10-21T09:00 two-working-days-left',
      '2025-10-23T09:00 last-day',
    ]);
  });

  it('XC-03.1 SH-STORE-07.13 moves a trial reminder out of the holiday, and sends one mail for one slot', () => {
    const trial: Period = { unit: 'months', n: 2, rollForward: true };
    expect(slots(monthsLadder, atTime('2025-08-01', '10:00'), trial)).toEqual([
      '2025-09-25T09:00 fourteen-days-before',
      // The last day is 9 October; 2 and 8 October both fall in the holiday.
      '2025-09-30T09:00 seven-days-before',
    ]);
    expect(slots(monthsLadder, atTime('2025-08-15', '10:00'), trial)).toEqual([
      '2025-09-30T09:00 fourteen-days-before',
      '2025-10-14T09:00 one-day-before',
    ]);
    expect(slots(monthsLadder, atTime('2025-09-15', '10:00'), trial)).toEqual([
      // The last day is Monday 17 November, since the 15th is a Saturday.
      '2025-11-03T09:00 fourteen-days-before',
      '2025-11-10T09:00 seven-days-before',
      '2025-11-14T09:00 one-day-before',
    ]);
  });

  it('XC-03.1 SH-STORE-05.11 reminds of an interview 3 working days and 1 working day before', () => {
    const interview: Period = { unit: 'instant', at: atTime('2025-10-09', '14:00') };
    expect(slots(fixedDateLadder, atTime('2025-09-01', '10:00'), interview)).toEqual([
      '2025-09-28T09:00 three-working-days-before',
      '2025-09-30T09:00 one-working-day-before',
    ]);
  });

  it('XC-01.6 XC-03.1 sends the last reminder of a Saturday date on Friday and leaves the date', () => {
    const report: Period = { unit: 'date', day: '2026-01-10' };
    const startedAt = atTime('2026-01-01', '00:00');
    expect(slots(fixedDateLadder, startedAt, report)).toEqual([
      '2026-01-07T09:00 three-working-days-before',
      '2026-01-09T09:00 one-working-day-before',
    ]);
    expect(reckon({ period: report, startedAt, calendar }).dueAt).toBe('2026-01-11T00:00:00.000+08:00');
  });

  it('XC-03.1 leaves out what is not ahead of the start, to the minute', () => {
    const two: Period = { unit: 'workingDays', n: 2 };
    expect(slots(fiveWorkingDayLadder, atTime('2025-11-03', '08:59'), two)[0]).toBe(
      '2025-11-03T09:00 two-working-days-left',
    );
    expect(slots(fiveWorkingDayLadder, atTime('2025-11-03', '09:00'), two)).toEqual(['2025-11-05T09:00 last-day']);
  });

  it('XC-03.1 plans nothing while the clock stands still, and counts no lost day as a day left', () => {
    const startedAt = atTime('2025-11-03', '10:00');
    const open = { from: atTime('2025-11-05', '10:00'), to: null, cause: text('review', 'review') };
    expect(slots(fiveWorkingDayLadder, startedAt, five, [open])).toEqual([]);
    // 4, 5, 6 November are used, 7 to 12 November lost; 13 and 14 November are the two left after 6 November.
    const closed = {
      from: atTime('2025-11-06', '10:00'),
      to: atTime('2025-11-12', '10:00'),
      cause: text('review', 'review'),
    };
    expect(slots(fiveWorkingDayLadder, startedAt, five, [closed])).toEqual([
      '2025-11-06T09:00 two-working-days-left',
      '2025-11-14T09:00 last-day',
    ]);
  });

  it('XC-03.1 keeps to working days at 09:00, in order, once a slot, after the start and before the end', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2024-01-01', n));
    const clock = fc.constantFrom('00:00', '09:00', '23:59:59');
    const plan = fc.constantFrom<[readonly Rung[], Period]>(
      [fiveWorkingDayLadder, { unit: 'workingDays', n: 5 }],
      [fifteenWorkingDayLadder, { unit: 'workingDays', n: 15 }],
      [monthsLadder, { unit: 'months', n: 2, rollForward: true }],
      [fixedDateLadder, { unit: 'calendarDays', n: 30, rollForward: false }],
    );
    fc.assert(
      fc.property(day, clock, plan, (start, time, [ladder, period]) => {
        const startedAt = atTime(start, time);
        const reckoned = reckon({ period, startedAt, calendar });
        const planned = planRungs({ ladder, reckoned, startedAt, calendar });
        expect(planned.length).toBeGreaterThan(0);
        const instants = planned.map(({ at }) => at);
        expect(instants).toEqual([...new Set(instants)].sort());
        for (const { key, at } of planned) {
          expect(at.slice(11)).toBe('09:00:00.000+08:00');
          expect(isWorkingDay(calendar, dayOf(at))).toBe(true);
          expect(at > startedAt && at < (reckoned.dueAt ?? '')).toBe(true);
          const rung = ladder.find((candidate) => candidate.key === key);
          if (rung && 'workingDaysLeft' in rung) {
            expect(remainingWorkingDays(calendar, at, reckoned.dueAt ?? '')).toBe(rung.workingDaysLeft);
          }
        }
      }),
    );
  });
});
