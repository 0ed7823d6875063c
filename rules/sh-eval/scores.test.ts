import { expect, it } from 'vitest';
import { shEvalValues } from './config.ts';
import {
  gradeOf,
  indicatorTitles,
  meanOf,
  totalOf,
  weightsIn,
  weightsInWords,
  type Marks,
  type Weights,
} from './scores.ts';

const each = (marks: number): Marks => Object.fromEntries(Object.keys(indicatorTitles).map((code) => [code, marks]));

it('SH-EVAL-08.1 the sheets of two assessors count the same, indicator by indicator', () => {
  expect(meanOf([each(80), each(90)])).toBe(85);
  expect(meanOf([{ ...each(80), SYSTEMS: 93 }, each(80)])).toBe(80.5);
  expect(meanOf([])).toBeNull();
});

const weighing = (each: number, changes: Readonly<Record<string, number>> = {}) => {
  const all = { ...Object.fromEntries(Object.keys(indicatorTitles).map((code) => [code, each])), ...changes };
  return Object.fromEntries(Object.entries(all).map(([code, weight]) => [`assessment.weights.${code}`, weight]));
};

it('SH-EVAL-08.6 weights and limits are not set, and none of them is 0: there are no weights to reckon with, and no grade', () => {
  const values = shEvalValues();
  const open = Object.entries(values).filter(([key]) => /^assessment\.(weights|limits)\./.test(key));
  expect(open).toHaveLength(13 + 2);
  expect(open.every(([, value]) => value === null)).toBe(true);
  expect(weightsIn(values)).toBeNull();
  expect(gradeOf(95, values)).toBeNull();
  const { zh, en } = weightsInWords(values);
  expect([zh, en].every((words) => words.includes('NOT_CONFIGURED'))).toBe(true);
});

it('SH-EVAL-08.6 one weight that is missing is enough for that, and 0 is refused', () => {
  const { 'assessment.weights.STAFF': _, ...others } = weighing(10);
  expect(weightsIn(shEvalValues(others))).toBeNull();
  expect(() => shEvalValues({ 'assessment.weights.STAFF': 0 })).toThrow('above 0');
});

it('SH-EVAL-08.6 under weights that were set the total follows from the marks of both assessors, and the grade from the limits', () => {
  const limits = { 'assessment.limits.excellent': 85, 'assessment.limits.good': 60 };
  const values = shEvalValues({ ...weighing(10, { SYSTEMS: 30 }), ...limits });
  const weights = weightsIn(values) as Weights;
  expect(totalOf([each(80), each(90)], weights)).toBe(85);
  // Twelve indicators of 10 at 80 and one of 30 at 95.
  expect(totalOf([{ ...each(80), SYSTEMS: 95 }], weights)).toBe(83);
  expect(totalOf([], weights)).toBeNull();
  expect([85, 84.99, 60, 59.99].map((total) => gradeOf(total, values))).toEqual([
    ...['EXCELLENT', 'GOOD', 'GOOD', 'UNQUALIFIED'],
  ]);
  expect(weightsInWords(values).zh).toContain('服务制度 30');
});
