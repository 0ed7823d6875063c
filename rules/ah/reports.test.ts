import { expect, it } from 'vitest';
import { fixedDateLadder, planRungs, reckon, startOfDay, type Day } from '../time/index.ts';
import { publishedCalendar } from '../time/published-calendar.ts';
import { ahValues } from './config.ts';
import {
  arisesAt,
  lastDayOf,
  monthlyDueOn,
  refuseUnowed,
  regularity,
  yearlyDueOn,
  type ReportState,
} from './reports.ts';

const values = ahValues();
const calendar = publishedCalendar();

function reminded(day: Day, from: Day): string[] {
  const reckoned = reckon({ period: { unit: 'date', day }, startedAt: startOfDay(from), calendar });
  const rungs = planRungs({ ladder: fixedDateLadder, reckoned, startedAt: startOfDay(from), calendar, rules: values });
  return rungs.map(({ at }) => at.slice(0, 10));
}

it('AH-EVAL-04.1 September 2025 is due 2025-10-10 and reminded of on 2025-09-29 and 2025-10-09', () => {
  const due = monthlyDueOn('2025-09', values['report.monthlyDay']);
  expect(due).toBe('2025-10-10');
  expect(reminded(due, '2025-09-11')).toEqual(['2025-09-29', '2025-10-09']);
});

it('AH-EVAL-04.2 AH-EVAL-04.4 the year 2025 and its December are due on Saturday 2026-01-10, reminded of on 7 and 9 January', () => {
  const due = yearlyDueOn(2025, values['report.annualDue']);
  expect([due, monthlyDueOn('2025-12', 10)]).toEqual(['2026-01-10', '2026-01-10']);
  expect(reminded(due, '2025-10-01')).toEqual(['2026-01-07', '2026-01-09']);
});

it('AH-EVAL-04.5 the duty arises with the first moment after the period', () => {
  expect(arisesAt('2025-09')).toBe('2025-10-01T00:00:00.000+08:00');
  expect(arisesAt('2025')).toBe('2026-01-01T00:00:00.000+08:00');
  expect([lastDayOf('2025-09'), lastDayOf('2025')]).toEqual(['2025-09-30', '2025-12-31']);
  const early = () => refuseUnowed('2025-09', ['2025-09'], '2025-09-30T23:59:59.000+08:00');
  expect(early).toThrow('once it is over');
  expect(() => refuseUnowed('2025-09', ['2025-09'], '2025-10-01T00:00:00.000+08:00')).not.toThrow();
});

it('AH-EVAL-02.10 of 12 monthly reports 11 in time are 11 of 12', () => {
  const state = (status: ReportState['status']): ReportState => ({
    ...{ status, dueOn: '2025-02-10', submittedAt: null, examined: null },
  });
  const months = Array.from({ length: 12 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')}`);
  const reports = Object.fromEntries(
    months.map((month) => [month, state(month === '2025-09' ? 'SUBMITTED_LATE' : 'SUBMITTED_IN_TIME')]),
  );
  expect(regularity({ ...reports, '2024-12': state('MISSING') }, 2025)).toEqual({ inTime: 11, due: 12, annual: null });
});
