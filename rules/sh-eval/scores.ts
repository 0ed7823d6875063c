/** Marks of the assessors: what a sheet has, and what the sheets of an entry come to (SH-EVAL-08.1). */
import type { Text } from '../text.ts';
import { indicators, type IndicatorKey } from './indicators.ts';

/** Most marks of an indicator. Annex 2 names neither marks nor weights: each counts the same until they are set. */
export const FULL_MARKS = 100;

/** The code of one of the thirteen indicators. */
export type IndicatorCode = IndicatorKey;

/** What the thirteen indicators are called (table 4.8). */
export const indicatorTitles = Object.fromEntries(
  Object.entries(indicators).map(([code, { title }]) => [code, title]),
) as Readonly<Record<IndicatorCode, Text>>;

/** The marks of one assessor. */
export type Marks = Readonly<Partial<Record<IndicatorCode, number>>>;

/**
 * What the sheets of an entry come to: the mean over assessors and indicators, in marks with two decimals. Each indicator counts the same as long as no
 * weights are set, so that it is a help to whoever grades and no result. Null without sheets.
 */
export function meanOf(sheets: readonly Marks[]): number | null {
  const marks = sheets.flatMap((sheet) => Object.values(sheet));
  if (marks.length === 0) return null;
  return Math.round((marks.reduce((sum, one) => sum + one, 0) / marks.length) * 100) / 100;
}
