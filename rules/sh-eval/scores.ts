/** Marks of the assessors: what a sheet has, what the sheets of an entry come to, and how entries stand in their category (SH-EVAL-08.1, 03.2). */
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

/** An entry as it is ranked. */
export interface Ranked {
  readonly id: string;
  /** Null for one that is not scored yet: it has no rank. */
  readonly mean: number | null;
}

/**
 * The entries of one category with their ranks, the best first (SH-EVAL-03.2). Equal means share a rank, and the next rank is left out: 1, 2, 2, 4. It
 * follows from the marks alone, whatever order the entries come in; those of one rank stand in the order of their ids.
 */
export function ranking<E extends Ranked>(entries: readonly E[]): (E & { readonly rank: number | null })[] {
  const better = (one: E, other: E) => (other.mean ?? -1) - (one.mean ?? -1) || (one.id < other.id ? -1 : 1);
  const sorted = [...entries].sort(better);
  return sorted.map((entry) => ({
    ...entry,
    rank: entry.mean === null ? null : sorted.findIndex(({ mean }) => mean === entry.mean) + 1,
  }));
}
