import { expect, it } from 'vitest';
import { atTime, reckon } from '../../time/index.ts';
import { publishedCalendar } from '../../time/published-calendar.ts';
import { hnNetValues, type HnNetNumberKey } from '../config.ts';

const calendar = publishedCalendar();

function lastDayOf(rule: HnNetNumberKey, day: string): string | null {
  const period = { unit: 'workingDays', n: hnNetValues()[rule], rule } as const;
  return reckon({ period, startedAt: atTime(day, '10:00'), calendar }).lastDay;
}

it('HN-NET-08.1 after a check of 2025-09-26 the next one is made by 2025-10-10', () => {
  expect(lastDayOf('content.checkEvery', '2025-09-26')).toBe('2025-10-10');
});

it('HN-NET-08.2 a finding of the make-up Saturday 2026-02-14 is reported by the end of 2026-02-24', () => {
  expect(lastDayOf('illegal.reportWithin', '2026-02-14')).toBe('2026-02-24');
});

it('HN-NET-08.3 the time for a measure is hours of the clock', () => {
  expect(hnNetValues()['illegal.measureWithinHours']).toBe(24);
});

it('HN-NET-08.5 a request of 2025-09-26 that sets no time is answered by 2025-10-10', () => {
  expect(lastDayOf('authority.answerWithin', '2025-09-26')).toBe('2025-10-10');
});

it('HN-NET-09.3 a notice of 2025-09-26 that nobody acts on is flagged after 2025-10-10', () => {
  expect(lastDayOf('infringement.attendWithin', '2025-09-26')).toBe('2025-10-10');
});

it('HN-NET-25.3 who is to lose a qualification on 2025-09-26 is heard until 2025-10-16', () => {
  expect(lastDayOf('supervision.statementWithin', '2025-09-26')).toBe('2025-10-16');
});
