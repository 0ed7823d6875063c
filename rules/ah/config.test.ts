import { expect, it } from 'vitest';
import { startOfDay, reckon, type Day } from '../time/index.ts';
import { publishedCalendar } from '../time/published-calendar.ts';
import { ahRules, ahValues, type AhNumberKey } from './config.ts';

const values = ahValues();

function lastDay(key: AhNumberKey, from: Day): Day | null {
  const period = { unit: 'workingDays', n: values[key] } as const;
  return reckon({ period, startedAt: startOfDay(from), calendar: publishedCalendar() }).lastDay;
}

it('AH-OPS-07.1 the regime is in force on trial', () => {
  expect(ahRules.status).toMatchObject({ code: 'IN_FORCE', zh: '试行' });
});

it('AH-OPS-05.1 a change of 2025-09-26 is reported by 2025-10-16', () => {
  expect(lastDay('change.reportWithin', '2025-09-26')).toBe('2025-10-16');
});

it('AH-EVAL-03.2 of an activity on Sunday 2025-09-28 the last day is Saturday 2025-10-11', () => {
  expect(lastDay('activity.evidenceWithin', '2025-09-28')).toBe('2025-10-11');
});

it('AH-EVAL-05.4 the draft of the third quarter of 2025 is due 2025-10-21', () => {
  expect(lastDay('bulletin.due', '2025-09-30')).toBe('2025-10-21');
});

it('AH-EVAL-06.4 on data of 2026-02-10 comments are taken until 2026-02-24', () => {
  expect(lastDay('evaluation.commentWithin', '2026-02-10')).toBe('2026-02-24');
});

it('AH-EVAL-01.4 AH-EVAL-07.5 marks may be halves, and the limit of excellent is above that of qualified', () => {
  const half = { 'evaluation.weights.INSTITUTION.matching': 7.5, 'evaluation.points.complaints': 0.5 };
  expect(ahValues(half)).toMatchObject(half);
  const limits = (excellent: number, qualified: number | null) => () =>
    ahValues({ 'evaluation.limits.excellent': excellent, 'evaluation.limits.qualified': qualified });
  expect(limits(60, null)()).toMatchObject({ 'evaluation.limits.excellent': 60 });
  for (const crossed of [limits(60, 90), limits(60, 60)]) expect(crossed).toThrow('must be above');
});

it('AH-EVAL-01.4 AH-EVAL-07.5 weights, points and limits are not set, and none of them is 0', () => {
  const open = Object.entries(values).filter(([key]) => /^evaluation\.(weights|points|limits)\./.test(key));
  expect(open).toHaveLength(14 + 11 + 3 + 2);
  expect(open.every(([, value]) => value === null)).toBe(true);
});
