import { expect, it } from 'vitest';
import { fiveWorkingDayLadder, planRungs, reckon, startOfDay, type Period } from '../../time/index.ts';
import { publishedCalendar } from '../../time/published-calendar.ts';
import { hnNetValues } from '../config.ts';

const calendar = publishedCalendar();
const values = hnNetValues();

function upload(basisOn: string) {
  const period: Period = { unit: 'workingDays', n: values['record.uploadWithin'] };
  const startedAt = startOfDay(basisOn);
  const reckoned = reckon({ period, startedAt, calendar });
  const rungs = planRungs({ ladder: fiveWorkingDayLadder, reckoned, startedAt, calendar, rules: values });
  return { lastDay: reckoned.lastDay, reminded: rungs.map(({ at }) => at.slice(0, 10)) };
}

it('HN-NET-23.1 HN-NET-23.6 a contract of 2026-02-13: last day 2026-02-27, reminders on the 25th and the 27th', () => {
  expect(upload('2026-02-13')).toEqual({ lastDay: '2026-02-27', reminded: ['2026-02-25', '2026-02-27'] });
});

it('HN-NET-23.4 a contract of 2025-09-26 and an acceptance of 2025-10-13: 2025-10-10 and 2025-10-20', () => {
  expect([upload('2025-09-26').lastDay, upload('2025-10-13').lastDay]).toEqual(['2025-10-10', '2025-10-20']);
});

it('HN-NET-05.10 a handling time of 3 working days from 2025-09-30 ends with 2025-10-11', () => {
  const period: Period = { unit: 'workingDays', n: values['request.handleWithin'] };
  expect(reckon({ period, startedAt: startOfDay('2025-09-30'), calendar }).lastDay).toBe('2025-10-11');
});
