/** Marks of the assessors: what a sheet has, what the sheets of an entry come to, and how entries stand in their category (SH-EVAL-08.1, 03.2). */
import { text, type Text } from '../text.ts';

/** Most marks of an indicator. Annex 2 names neither marks nor weights: each counts the same until they are set. */
export const FULL_MARKS = 100;

/** The thirteen indicators by code (table 4.8). */
export const indicatorTitles = {
  QUALIFICATION: text('机构资质', 'Standing of the institution'),
  EXPERIENCE: text('服务经验', 'Experience'),
  DEVELOPMENT: text('持续发展', 'Development'),
  STAFF: text('人员能力', 'Staff'),
  SYSTEMS: text('服务制度', 'Systems'),
  RECORDS: text('服务资料管理', 'Service records'),
  BENEFIT_SPENDING: text('公益性支出', 'Public-benefit spending'),
  PLANNING: text('服务策划', 'Planning'),
  PRODUCTS: text('服务产品', 'Products'),
  VOLUME: text('服务数量', 'Volume'),
  PROCESS: text('服务过程', 'Process'),
  INFLUENCE: text('服务影响', 'Influence'),
  AUTHENTICITY: text('真实性核验', 'Authenticity'),
} as const satisfies Readonly<Record<string, Text>>;

export type IndicatorCode = keyof typeof indicatorTitles;

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
