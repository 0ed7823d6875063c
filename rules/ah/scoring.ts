/** From marks to a total, a grade and a rank (AH-EVAL-01.4, 07). What is not set is said to be so, and never taken for 0. */
import { text } from '../text.ts';
import { extras, sheetFor, type ExtraName, type IndicatorName, type MemberKind } from './indicators.ts';

export const grades = {
  EXCELLENT: text('优秀', 'Excellent'),
  QUALIFIED: text('合格', 'Qualified'),
  UNQUALIFIED: text('不合格', 'Unqualified'),
} as const;

export type Grade = keyof typeof grades;

export const NOT_CONFIGURED = 'NOT_CONFIGURED';

type Values = Readonly<Record<string, unknown>>;

/** Points for each item; null where it is not applicable. */
export type Marks = Readonly<Partial<Record<IndicatorName, number | null>>>;

export type ExtraCounts = Readonly<Record<ExtraName, number>>;

function numberAt(values: Values, key: string): number {
  const value = values[key];
  return typeof value === 'number' ? value : 0;
}

/** Full marks of an item; 0 while they are not set. */
export function fullMarks(kind: MemberKind, item: IndicatorName, values: Values): number {
  return numberAt(values, `evaluation.weights.${kind}.${item}`);
}

/** True once every weight of the sheet is set, and the points of each bonus and deduction. */
export function isConfigured(kind: MemberKind, values: Values): boolean {
  return (
    sheetFor(kind).items.every((item) => fullMarks(kind, item, values) > 0) &&
    (Object.keys(extras) as ExtraName[]).every((name) => numberAt(values, `evaluation.points.${name}`) > 0)
  );
}

/**
 * The total of a sheet, to one decimal: the marks, in proportion to the full marks of what is applicable, with bonuses added and deductions taken
 * off; never below 0. An item without marks scores nothing.
 */
export function totalOf(
  kind: MemberKind,
  marks: Marks,
  counts: ExtraCounts,
  values: Values,
): number | typeof NOT_CONFIGURED {
  if (!isConfigured(kind, values)) return NOT_CONFIGURED;
  const { items } = sheetFor(kind);
  const applicable = items.filter((item) => marks[item] !== null);
  const full = sum(items.map((item) => fullMarks(kind, item, values)));
  const fullApplicable = sum(applicable.map((item) => fullMarks(kind, item, values)));
  const base = fullApplicable === 0 ? 0 : (sum(applicable.map((item) => marks[item] ?? 0)) / fullApplicable) * full;
  const extra = (Object.keys(extras) as ExtraName[]).map(
    (name) => extras[name].sign * counts[name] * numberAt(values, `evaluation.points.${name}`),
  );
  return Math.max(0, Math.round((base + sum(extra)) * 10) / 10);
}

/** The grade that the limits give, bounds included; not configured while a limit is not set: then it is graded by hand (AH-EVAL-07.5). */
export function gradeOf(total: number, values: Values): Grade | typeof NOT_CONFIGURED {
  const excellent = numberAt(values, 'evaluation.limits.excellent');
  const qualified = numberAt(values, 'evaluation.limits.qualified');
  if (excellent === 0 || qualified === 0) return NOT_CONFIGURED;
  if (total >= excellent) return 'EXCELLENT';
  return total >= qualified ? 'QUALIFIED' : 'UNQUALIFIED';
}

/** What becomes of title or residency (AH-EVAL-07.2, 07.3). */
export function consequenceOf(kind: MemberKind, grade: Grade): 'RETAINED' | 'TITLE_CANCELLED' | 'RESIDENCY_CANCELLED' {
  if (grade !== 'UNQUALIFIED') return 'RETAINED';
  return kind === 'CITY_PLATFORM' ? 'TITLE_CANCELLED' : 'RESIDENCY_CANCELLED';
}

/** The rank of a total among all of its kind, itself included: equal totals share a rank (AH-EVAL-07.1). */
export function rankIn(total: number, totals: readonly number[]): number {
  return totals.filter((other) => other > total).length + 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
