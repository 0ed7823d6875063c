import { text } from '../text.ts';
import { expect, it } from 'vitest';
import { atTime } from './instant.ts';
import type { Period } from './period.ts';
import { publishedCalendar } from './published-calendar.ts';
import { reckon } from './reckon.ts';
import { remainingWorkingDays } from './remaining.ts';
import { deadlineInWords, periodInWords } from './words.ts';

const calendar = publishedCalendar();
const deadline = (day: string, period: Period) =>
  deadlineInWords({ ...reckon({ period, startedAt: atTime(day, '10:00'), calendar }), period });

it.each<[Period, string, string]>([
  [{ unit: 'workingDays', n: 5 }, '5 个工作日', '5 working days'],
  [{ unit: 'workingDays', n: 1 }, '1 个工作日', '1 working day'],
  [{ unit: 'calendarDays', n: 30, rollForward: true }, '30 个自然日', '30 calendar days'],
  [{ unit: 'months', n: 2, rollForward: true }, '2 个月', '2 months'],
  [{ unit: 'years', n: 1, rollForward: false }, '1 年', '1 year'],
  [{ unit: 'date', day: '2026-01-10' }, '2026年1月10日', 'Saturday 10 January 2026'],
  [
    { unit: 'instant', at: '2020-12-11T17:00:00.000+08:00' },
    '2020年12月11日 17:00',
    '17:00 on Friday 11 December 2020',
  ],
])('names the period %j', (period, zh, en) => {
  expect(periodInWords(period)).toEqual({ zh, en });
});

it('XC-01.1 XC-03.2 states a deadline with date, time and zone', () => {
  expect(deadline('2025-09-26', { unit: 'workingDays', n: 5 })).toEqual({
    zh: '2025年10月10日 24:00（北京时间 UTC+8）',
    en: '24:00 on Friday 10 October 2025 (UTC+8)',
  });
  expect(deadline('2025-12-01', { unit: 'date', day: '2025-12-31' }).en).toBe(
    '24:00 on Wednesday 31 December 2025 (UTC+8)',
  );
});

it('XC-01.7 states a named time as named, midnight included, to the minute', () => {
  const at = (clock: string) => deadline('2020-10-28', { unit: 'instant', at: atTime('2020-12-11', clock) }).en;
  expect(at('17:00')).toBe('17:00 on Friday 11 December 2020 (UTC+8)');
  expect(at('17:00:01')).toBe('17:00 on Friday 11 December 2020 (UTC+8)');
  expect(at('00:00')).toBe('00:00 on Friday 11 December 2020 (UTC+8)');
});

it('XC-02.2 marks a provisional deadline', () => {
  const words = deadline('2026-12-25', { unit: 'workingDays', n: 5 });
  expect(words.zh).toBe('2027年1月4日 24:00（北京时间 UTC+8；暂定，放假安排尚未公布）');
  expect(words.en).toBe(
    '24:00 on Monday 4 January 2027 (UTC+8; provisional, the holiday arrangement is not yet published)',
  );
});

it('SH-STORE-06.6 gives the moment a pause ended, and no date while it lasts', () => {
  const period: Period = { unit: 'workingDays', n: 5 };
  const words = (to: string | null) => {
    const pauses = [{ from: atTime('2025-10-10', '20:00'), to, cause: text('review', 'review') }];
    return deadlineInWords({
      ...reckon({ period, startedAt: atTime('2025-09-26', '10:00'), pauses, calendar }),
      period,
    });
  };
  expect(words(atTime('2025-10-11', '10:00')).en).toBe('10:00 on Saturday 11 October 2025 (UTC+8)');
  expect(words(null).en).toBe('clock paused; set when it runs again');
});

it.each([
  ['2025-09-26', 5],
  ['2025-09-27', 5],
  ['2025-09-30', 2],
  ['2025-10-04', 2],
  ['2025-10-09', 1],
  ['2025-10-10', 0],
  ['2025-10-11', -1],
  ['2025-10-12', -1],
  ['2025-10-14', -3],
])('XC-03.2 SH-STORE-04.6 on %s there are %i working days left to 2025-10-10', (today, left) => {
  const dueAt = '2025-10-11T00:00:00.000+08:00';
  for (const clock of ['00:00', '09:00', '23:59:59']) {
    expect(remainingWorkingDays(calendar, atTime(today, clock), dueAt)).toBe(left);
  }
});

it('XC-03.2 counts no day over on a weekend right after the last day, and counts to a clock time by its day', () => {
  expect(remainingWorkingDays(calendar, atTime('2025-10-18', '09:00'), '2025-10-18T00:00:00.000+08:00')).toBe(0);
  expect(remainingWorkingDays(calendar, atTime('2020-12-11', '09:00'), atTime('2020-12-11', '17:00'))).toBe(0);
  expect(remainingWorkingDays(calendar, atTime('2020-12-09', '09:00'), atTime('2020-12-11', '17:00'))).toBe(2);
});
