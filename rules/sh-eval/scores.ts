/** Marks of the assessors: what a sheet has, and what the sheets of an entry come to (SH-EVAL-08.1). */
import { lostNumber } from '../book/rule-book.ts';
import { roundedTo } from '../decimals.ts';
import { listed } from '../phrases.ts';
import { text, type Text } from '../text.ts';
import type { GradeCode } from './grades.ts';
import { indicatorKeys, indicators, type IndicatorKey } from './indicators.ts';

type Values = Readonly<Record<string, unknown>>;

/** Most marks of an indicator. Annex 2 names neither marks nor weights. */
export const FULL_MARKS = 100;

/** The code of one of the thirteen indicators. */
export type IndicatorCode = IndicatorKey;

/** What the thirteen indicators are called (table 4.8). */
export const indicatorTitles = Object.fromEntries(
  Object.entries(indicators).map(([code, { title }]) => [code, title]),
) as Readonly<Record<IndicatorCode, Text>>;

/** The two sheets of an entry, in the order in which they were filed. */
export const sheetOrder = {
  FIRST: text('第一份', 'the first one'),
  SECOND: text('第二份', 'the second one'),
} as const;

export type SheetName = keyof typeof sheetOrder;

/** The marks of one assessor. */
export type Marks = Readonly<Partial<Record<IndicatorCode, number>>>;

/**
 * What the sheets of an entry come to: the mean over assessors and indicators, in marks with two decimals. Each indicator counts the same, so that it is a
 * help to whoever grades by hand as long as no weights are set, and no result. Null without sheets.
 */
export function meanOf(sheets: readonly Marks[]): number | null {
  const marks = sheets.flatMap((sheet) => Object.values(sheet));
  return marks.length === 0 ? null : rounded(sum(marks) / marks.length);
}

/** What each indicator weighs. */
export type Weights = Readonly<Record<IndicatorCode, number>>;

/** The weights that the rules set; null while one of them is not set: then there is no total (SH-EVAL-08.6). */
export function weightsIn(values: Values): Weights | null {
  const weights = indicatorKeys.flatMap((code): [IndicatorCode, number][] => {
    const weight = lostNumber(values, `assessment.weights.${code}`);
    return weight === null ? [] : [[code, weight]];
  });
  return weights.length === indicatorKeys.length ? (Object.fromEntries(weights) as Weights) : null;
}

/** The total of an entry from 0 to 100, with two decimals: by indicator the mean of the assessors, by its weight. Null without sheets or weights. */
export function totalOf(sheets: readonly Marks[], weights: Weights | null): number | null {
  if (sheets.length === 0 || weights === null) return null;
  const parts = indicatorKeys.map((code) => {
    const marks = sheets.map((sheet) => sheet[code] ?? 0);
    return (sum(marks) / marks.length) * weights[code];
  });
  return rounded(sum(parts) / sum(Object.values(weights)));
}

/** The grade that the limits give to a total, bounds included; null while a limit is not set: it is graded by hand (SH-EVAL-08.6). */
export function gradeOf(total: number, values: Values): GradeCode | null {
  const excellent = lostNumber(values, 'assessment.limits.excellent');
  const good = lostNumber(values, 'assessment.limits.good');
  if (excellent === null || good === null) return null;
  if (total >= excellent) return 'EXCELLENT';
  return total >= good ? 'GOOD' : 'UNQUALIFIED';
}

/** What is set of the weights, in words: of each indicator, or that there is no total. */
export function weightsInWords(values: Values): Text {
  const weights = weightsIn(values);
  if (weights === null) {
    return text(
      '未设定（NOT_CONFIGURED），不计算总分，由评定人员定级并说明理由',
      'not set (NOT_CONFIGURED): there is no total, and it is graded by hand with a reason',
    );
  }
  return listed(
    indicatorKeys.map((code) =>
      text(`${indicatorTitles[code].zh} ${weights[code]}`, `${indicatorTitles[code].en} ${weights[code]}`),
    ),
  );
}

function rounded(marks: number): number {
  return roundedTo(marks, 2);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
