import { expect, it } from 'vitest';
import { atTime, reckon } from '../../time/index.ts';
import { publishedCalendar } from '../../time/published-calendar.ts';
import { hnNetValues } from '../config.ts';

const values = hnNetValues();

it('HN-NET-15.8 measures, report and telling are hours of the clock, which no holiday stops', () => {
  expect([
    values['breach.measuresWithinHours'],
    values['breach.reportWithinHours'],
    values['breach.tellWithinHours'],
  ]).toEqual([24, 24, 72]);
});

it('HN-NET-15.8 a leak reported on 2025-10-01 is remedied by 2025-10-21', () => {
  const rule = 'breach.remedyWithin';
  const period = { unit: 'workingDays', n: values[rule], rule } as const;
  const startedAt = atTime('2025-10-01', '10:00');
  expect(reckon({ period, startedAt, calendar: publishedCalendar() }).lastDay).toBe('2025-10-21');
});
