import { text } from '../text.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, type ExplainedDay } from './explain.ts';
import { addDays, atTime, dayOf } from './instant.ts';
import type { Pause, Period } from './period.ts';
import { publishedCalendar } from './published-calendar.ts';
import { reckon } from './reckon.ts';

const calendar = publishedCalendar();
const five: Period = { unit: 'workingDays', n: 5 };
const lines = (day: string, period: Period, pauses: Pause[] = []) =>
  explain({ period, startedAt: atTime(day, '10:00'), pauses, calendar });
const brief = ({ day, ordinal, counted, why }: ExplainedDay) =>
  `${day.slice(5)} ${ordinal ?? (counted ? '*' : '-')} ${why.en}`;

describe('explain', () => {
  it('SH-STORE-06.1 goes through a count day by day', () => {
    expect(lines('2025-09-26', five).map(brief)).toEqual([
      '09-26 - day of the event, not counted',
      '09-27 - weekend',
      '09-28 1 make-up working day',
      '09-29 2 working day',
      '09-30 3 working day',
      ...['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `10-${day} - public holiday`),
      '10-09 4 working day',
      '10-10 5 working day',
    ]);
  });

  it('SH-STORE-06.6 shows a pause, the day it ended, and that nothing was left', () => {
    const from = atTime('2025-10-10', '20:00');
    const closed = {
      from,
      to: atTime('2025-10-12', '10:00'),
      cause: text('product under review', 'product under review'),
    };
    expect(lines('2025-09-26', five, [closed]).slice(-2).map(brief)).toEqual([
      '10-10 5 working day',
      '10-12 - no day was left when the pause ended at 10:00, late from then: product under review',
    ]);
    expect(
      lines('2025-09-26', five, [{ ...closed, to: null }])
        .slice(-2)
        .map(brief),
    ).toEqual(['10-10 5 working day', '10-11 - clock stands still from this day: product under review']);
    const earlier = { ...closed, from: atTime('2025-09-29', '09:00'), to: atTime('2025-10-01', '09:00') };
    expect(lines('2025-09-26', five, [earlier]).slice(3, 6).map(brief)).toEqual([
      '09-29 2 working day',
      '09-30 - clock paused: product under review',
      '10-01 - day on which the pause ended: product under review',
    ]);
  });

  it('XC-01.5 tells of a trial its corresponding day and each day it rolled over', () => {
    expect(lines('2025-08-01', { unit: 'months', n: 2, rollForward: true }).map(brief)).toEqual([
      '08-01 - day of the event, not counted',
      '10-01 * corresponding day after 2 months',
      ...['01', '02', '03', '04', '05', '06', '07', '08'].map(
        (day) => `10-${day} - public holiday, so the last day moves on`,
      ),
      '10-09 * working day, so the period ends here',
    ]);
  });

  it('XC-01.3 says that a month has no such day, and what pauses added', () => {
    const period: Period = { unit: 'months', n: 2, rollForward: true };
    expect(lines('2025-12-31', period).map(brief).slice(1)).toEqual([
      '02-28 * last day of the month after 2 months, which has no such day',
    ]);
    const lost = {
      from: atTime('2025-08-11', '09:00'),
      to: atTime('2025-08-13', '09:00'),
      cause: text('appeal', 'appeal'),
    };
    expect(lines('2025-07-24', period, [lost]).map(brief).slice(1)).toEqual([
      '08-12 - clock paused for 2 days: appeal',
      '09-24 * corresponding day after 2 months',
      '09-26 * put off by the 2 days lost to pauses',
    ]);
    expect(
      lines('2025-07-24', period, [{ ...lost, to: null }])
        .map(brief)
        .slice(1),
    ).toEqual(['08-12 - clock stands still from this day: appeal']);
  });

  it('XC-01.5 numbers calendar days and then rolls', () => {
    const explained = lines('2025-09-01', { unit: 'calendarDays', n: 30, rollForward: true });
    expect(explained[30]).toMatchObject({ day: '2025-10-01', counted: true, ordinal: 30 });
    expect(explained.at(-1)).toMatchObject({ day: '2025-10-09', counted: true, ordinal: null });
  });

  it('stops at a pause that begins after the count was full but before the holiday ended', () => {
    const open = { from: atTime('2025-10-03', '09:00'), to: null, cause: text('appeal', 'appeal') };
    const explained = lines('2025-09-29', { unit: 'calendarDays', n: 2, rollForward: true }, [open]);
    expect(explained.map(brief)).toEqual([
      '09-29 - day of the event, not counted',
      '09-30 1 calendar day',
      '10-01 2 calendar day',
      '10-04 - clock stands still from this day: appeal',
    ]);
  });

  it('says nothing of a pause that began once the period was exceeded', () => {
    const open = { from: atTime('2025-10-11', '09:00'), to: null, cause: text('appeal', 'appeal') };
    expect(lines('2025-09-26', five, [open])).toEqual(lines('2025-09-26', five));
  });

  it('XC-01.6 XC-01.7 has one line for a named date or time', () => {
    expect(lines('2026-01-01', { unit: 'date', day: '2026-01-10' }).map(brief)).toEqual([
      '01-10 * named date, included, not moved by holidays',
    ]);
    expect(lines('2020-10-28', { unit: 'instant', at: atTime('2020-12-11', '17:00') }).map(({ why }) => why)).toEqual([
      { zh: '指定时刻 2020年12月11日 17:00', en: 'named time, 17:00 on Friday 11 December 2020' },
    ]);
  });

  it('XC-02.2 marks the days that are only reckoned', () => {
    const explained = lines('2026-12-25', five);
    expect(explained.filter(({ provisional }) => provisional).map(({ day }) => day)).toEqual([
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
      '2027-01-04',
    ]);
  });

  it('always ends its count where reckon does', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2024-01-01', n));
    const span = fc.record({ offset: fc.integer({ min: 0, max: 30 }), days: fc.integer({ min: 0, max: 9 }) });
    const length = fc.integer({ min: 1, max: 20 });
    const counted = fc.oneof(
      length.map((n) => ({ unit: 'workingDays', n }) as const),
      fc.record({ unit: fc.constant('calendarDays' as const), n: length, rollForward: fc.boolean() }),
    );
    fc.assert(
      fc.property(day, counted, fc.array(span, { maxLength: 3 }), (start, period, spans) => {
        const pauses = spans.map(({ offset, days }) => ({
          from: atTime(addDays(start, offset), '12:00'),
          to: atTime(addDays(start, offset + days), '13:00'),
          cause: text('review', 'review'),
        }));
        const input = { period, startedAt: atTime(start, '10:00'), pauses, calendar };
        const explained = explain(input);
        const { lastDay, dueAt } = reckon(input);
        expect(explained.map(({ ordinal }) => ordinal).filter((ordinal) => ordinal !== null)).toEqual(
          Array.from({ length: period.n }, (_, index) => index + 1),
        );
        expect(explained.findLast(({ counted }) => counted)?.day).toBe(lastDay);
        expect(explained[0]?.day).toBe(start);
        if (dueAt?.endsWith('T13:00:00.000+08:00')) expect(explained.at(-1)?.day).toBe(dayOf(dueAt));
      }),
    );
  });
});
