/** From marks to a total, a grade and a rank (AH-EVAL-01.4, 07). What is not set is said to be so, and never taken for 0. */
import { lostNumber } from '../book/rule-book.ts';
import { roundedTo } from '../decimals.ts';
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

/** Full marks of an item; null while they are not set. */
export function fullMarks(kind: MemberKind, item: IndicatorName, values: Values): number | null {
  return lostNumber(values, `evaluation.weights.${kind}.${item}`);
}

/** What each item of a sheet can have, and what each bonus and deduction counts; null while one of them is not set. */
interface SheetPoints {
  readonly full: ReadonlyMap<IndicatorName, number>;
  readonly each: ReadonlyMap<ExtraName, number>;
}

function sheetPoints(kind: MemberKind, values: Values): SheetPoints | null {
  const { items, bonuses, deductions } = sheetFor(kind);
  const full = allSet(items, (item) => fullMarks(kind, item, values));
  const each = allSet([...bonuses, ...deductions], (name) => lostNumber(values, `evaluation.points.${name}`));
  return full === null || each === null ? null : { full, each };
}

/** The number of each; null as soon as one has none. */
function allSet<K>(keys: readonly K[], numberOf: (key: K) => number | null): ReadonlyMap<K, number> | null {
  const numbers = new Map<K, number>();
  for (const key of keys) {
    const number = numberOf(key);
    if (number === null) return null;
    numbers.set(key, number);
  }
  return numbers;
}

/** True once every weight of the sheet is set, and the points of each bonus and deduction. */
export function isConfigured(kind: MemberKind, values: Values): boolean {
  return sheetPoints(kind, values) !== null;
}

/** True if a total comes out the same under both: all that it rests on is set alike. */
export function weighsAlike(kind: MemberKind, one: Values, other: Values): boolean {
  const rests = (key: string) => key.startsWith(`evaluation.weights.${kind}.`) || key.startsWith('evaluation.points.');
  const keys = Object.keys({ ...one, ...other }).filter(rests);
  return keys.every((key) => lostNumber(one, key) === lostNumber(other, key));
}

/** What whoever asks for a total is told while it cannot be reckoned (AH-EVAL-01.4). */
export const notConfigured = text(
  '指标满分和加减分值未设定，不能计分；请管理员设定，并使本案适用新规则。',
  'Weights and points are not configured: nothing can be scored. An administrator sets them, and the case adopts the rules.',
);

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
  const points = sheetPoints(kind, values);
  if (points === null) return NOT_CONFIGURED;
  const rows = [...points.full];
  const applicable = rows.filter(([item]) => marks[item] !== null);
  const full = sum(rows.map(([, most]) => most));
  const fullApplicable = sum(applicable.map(([, most]) => most));
  const base = fullApplicable === 0 ? 0 : (sum(applicable.map(([item]) => marks[item] ?? 0)) / fullApplicable) * full;
  const extra = [...points.each].map(([name, each]) => extras[name].sign * counts[name] * each);
  return Math.max(0, roundedTo(base + sum(extra), 1));
}

/** The grade that the limits give, bounds included; not configured while a limit is not set: then it is graded by hand (AH-EVAL-07.5). */
export function gradeOf(total: number, values: Values): Grade | typeof NOT_CONFIGURED {
  const excellent = lostNumber(values, 'evaluation.limits.excellent');
  const qualified = lostNumber(values, 'evaluation.limits.qualified');
  if (excellent === null || qualified === null) return NOT_CONFIGURED;
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
