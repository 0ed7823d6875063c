import { text, type Text } from '../text.ts';

/**
 * What a rule value may be: a number in the stated unit, a switch, or one of a closed list of words; null for a number that was lost with the text and
 * that nobody has set.
 */
export type RuleScalar = number | boolean | string | null;

/** The units of numeric rule values. Money is RMB yuan, a percent is 0 to 100, every other unit is counted in whole numbers. */
export type RuleUnit =
  | 'hour'
  | 'clock time'
  | 'working day'
  | 'calendar day'
  | 'month'
  | 'year'
  | 'quarter'
  | 'RMB yuan'
  | 'square metre'
  | 'percent'
  | 'point'
  | 'count'
  | 'switch'
  | 'choice';

/** One configurable number or default of a regulation, with its clause and requirement (XC-06.2). */
export interface RuleValue extends Text {
  readonly value: RuleScalar;
  readonly unit: RuleUnit;
  /**
   * Where the regulation says it, e.g. `SH-STORE 一.1(1)`; for a gap in the text, the interpretation note, e.g. `A-17`,
   * or, where there is none, the passage that leaves the gap.
   */
  readonly clause: string;
  /** The requirement it serves, e.g. `SH-STORE-01.4`. */
  readonly requirement: string;
  /** The least number that the text allows: nobody can set less. */
  readonly least?: number;
  /** The admissible words of a `choice`. */
  readonly choices?: readonly string[];
  /** What the words of a `choice` are called; those that are left out, such as times of day, speak for themselves. */
  readonly words?: Readonly<Record<string, Text>>;
}

/**
 * How far a text is in force; a consultation draft may be replaced by the adopted version (SH-STORE-17.1, A-10). An
 * adopted text has been issued and takes effect on a later day; one in force has taken effect (HN-NET-27.2).
 */
export interface RuleStatus extends Text {
  readonly code: 'CONSULTATION_DRAFT' | 'ADOPTED' | 'IN_FORCE';
  /** Day on which the text came out in this state, Shanghai; for one that was issued the day of the document. */
  readonly on: string;
  /** First day on which the text is in force, Shanghai; null for a draft. */
  readonly from: string | null;
}

/** Every number and default of one regime as data. Pinned by its version when a case opens. */
export interface RuleBook<Values extends Record<string, RuleValue> = Record<string, RuleValue>> {
  readonly regime: string;
  readonly version: number;
  readonly title: Text;
  readonly status: RuleStatus;
  readonly values: Values;
  /** Pairs of keys of which the first is above the second where both are set, e.g. the limits of two grades. */
  readonly above?: readonly (readonly [higher: string, lower: string])[];
}

type Widened<T> = T extends number
  ? number
  : T extends boolean
    ? boolean
    : T extends string
      ? string
      : T extends null
        ? number | null
        : never;
type ValueOf<V extends RuleValue> = V extends { choices: readonly (infer C)[] } ? C : Widened<V['value']>;

/** The bare values of a book, by key: plain JSON, fit for a workflow argument. */
export type ValuesOf<Values extends Record<string, RuleValue>> = { readonly [K in keyof Values]: ValueOf<Values[K]> };

type KeyWith<Values, V> = { [K in keyof Values]: Values[K] extends V ? K : never }[keyof Values] & string;

/** The keys of a book's bare values that hold a number, e.g. the length of a period. */
export type NumberKey<Values> = KeyWith<Values, number>;

/** The keys of a book's bare values that hold a switch, e.g. whether an end moves past days off. */
export type SwitchKey<Values> = KeyWith<Values, boolean>;

/** One rule value; the default is kept as a literal so that accessors are typed. */
export function rule<const V extends RuleScalar>(
  value: V,
  unit: RuleUnit,
  clause: string,
  requirement: string,
  zh: string,
  en: string,
): RuleValue & { readonly value: V } {
  return { value, unit, clause, requirement, zh, en };
}

/** One rule value out of a closed list; the first word is the default. */
export function choice<const C extends readonly string[]>(
  choices: C,
  clause: string,
  requirement: string,
  zh: string,
  en: string,
  words?: Readonly<Partial<Record<C[number], Text>>>,
): RuleValue & { readonly value: string; readonly choices: C } {
  const called = words === undefined ? {} : { words: words as Readonly<Record<string, Text>> };
  return { value: choices[0] as string, unit: 'choice', choices, ...called, clause, requirement, zh, en };
}

/** A number that was lost with the text: not set until an administrator sets it, and never taken for 0. */
export function lost(
  unit: RuleUnit,
  clause: string,
  requirement: string,
  zh: string,
  en: string,
): RuleValue & { readonly value: null } {
  return rule(null, unit, clause, requirement, zh, en);
}

/** What a lost number says as long as nobody has set it. */
export const NOT_SET = text('未设定', 'not set');

/** A number that was lost, as it is set now; null while it is not. Earlier editions kept 0 for that, which is no setting either. */
export function lostNumber(values: Readonly<Record<string, unknown>>, key: string): number | null {
  const value = values[key];
  return typeof value === 'number' && value > 0 ? value : null;
}

/** A rule value was set that the book does not know or cannot hold. */
export class RuleValueError extends Error {
  readonly key: string;
  /** The same message in both languages. */
  readonly text: Text;

  constructor(key: string, phrase: Text) {
    super(phrase.en);
    this.name = 'RuleValueError';
    this.key = key;
    this.text = phrase;
  }
}

/**
 * The values of a book with some of them set otherwise.
 * @throws RuleValueError when a key does not exist, a value is of the wrong type, unit or list, or two of a pair are crossed.
 */
export function resolveValues<Values extends Record<string, RuleValue>>(
  book: RuleBook<Values>,
  overrides: Readonly<Record<string, RuleScalar>> = {},
): ValuesOf<Values> {
  const resolved: Record<string, RuleScalar> = {};
  for (const [key, { value }] of Object.entries(book.values)) resolved[key] = value;
  for (const [key, value] of Object.entries(overrides)) {
    if (!Object.hasOwn(book.values, key)) throw unknownKey(book, key);
    const fault = faultOf(book.values[key] as RuleValue, value);
    if (fault) throw new RuleValueError(key, text(`规则项“${key}”${fault.zh}`, `The rule value "${key}" ${fault.en}`));
    resolved[key] = value;
  }
  refuseCrossed(book, resolved);
  return resolved as ValuesOf<Values>;
}

function refuseCrossed({ above = [] }: Pick<RuleBook, 'above'>, resolved: Readonly<Record<string, RuleScalar>>): void {
  for (const [higher, lower] of above) {
    const [most, least] = [resolved[higher], resolved[lower]];
    if (typeof most !== 'number' || typeof least !== 'number' || most > least) continue;
    throw new RuleValueError(
      higher,
      text(
        `规则项“${higher}”应大于“${lower}”（${least}），收到的是：${most}。`,
        `The rule value "${higher}" must be above "${lower}", which is ${least}; it was given ${most}.`,
      ),
    );
  }
}

/** Of values that were set on an earlier edition of a book, those that this one still has and can hold. */
export function stillFitting(
  book: RuleBook,
  values: Readonly<Record<string, RuleScalar>>,
): Readonly<Record<string, RuleScalar>> {
  const fits = ([key, value]: [string, RuleScalar]) => {
    const of = Object.hasOwn(book.values, key) ? book.values[key] : undefined;
    return of !== undefined && faultOf(of, value) === null;
  };
  return Object.fromEntries(Object.entries(values).filter(fits));
}

function unknownKey(book: RuleBook, key: string): RuleValueError {
  return new RuleValueError(
    key,
    text(
      `规则集 ${book.regime} 中没有“${key}”这一项，请核对名称。`,
      `The rule book ${book.regime} has no value "${key}"; check its name.`,
    ),
  );
}

function faultOf(of: RuleValue, value: RuleScalar): Text | null {
  if (of.value === null) return lostFault(of.unit, value);
  if (typeof value !== typeof of.value) {
    const [zh, en] = typeNames[typeof of.value as 'number' | 'boolean' | 'string'];
    return text(`应为${zh}，收到的是：${String(value)}。`, `must be ${en}; it was given ${String(value)}.`);
  }
  if (typeof value === 'number') return numericFault(of.unit, value) ?? leastFault(of.least, value);
  const word = String(value);
  if (of.unit === 'clock time' && !isClockTime(word)) {
    return text(
      `应为 00:00 至 23:59 的时刻，收到的是：${word}。`,
      `must be a time from 00:00 to 23:59; it was given ${word}.`,
    );
  }
  if (of.choices && !of.choices.includes(value as string)) {
    const list = of.choices.join(', ');
    return text(
      `只能取：${list}；收到的是：${String(value)}。`,
      `must be one of ${list}; it was given ${String(value)}.`,
    );
  }
  return null;
}

function lostFault(unit: RuleUnit, value: RuleScalar): Text | null {
  if (value === null) return null;
  if (typeof value !== 'number' || value === 0) {
    return text(
      `应为大于 0 的数字，未设定的留空；收到的是：${String(value)}。`,
      `must be a number above 0, or left empty while it is not set; it was given ${String(value)}.`,
    );
  }
  // What a lost table gave for an item, nobody knows to be whole.
  return numericFault(unit, value, unit === 'point');
}

const typeNames = {
  number: ['数字', 'a number'],
  boolean: ['是或否', 'true or false'],
  string: ['文字', 'a word'],
} as const;

function isClockTime(value: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

function leastFault(least: number | undefined, value: number): Text | null {
  if (least === undefined || value >= least) return null;
  return text(
    `不得少于 ${least}（办法规定的最低数），收到的是：${value}。`,
    `must not be less than ${least}, the least of the text; it was given ${value}.`,
  );
}

const fractionalUnits: readonly RuleUnit[] = ['RMB yuan', 'square metre', 'percent'];

function numericFault(unit: RuleUnit, value: number, isFractional = fractionalUnits.includes(unit)): Text | null {
  if (!Number.isFinite(value) || value < 0) {
    return text(`不能为负数或非数字，收到的是：${value}。`, `must be a number of 0 or more; it was given ${value}.`);
  }
  if (unit === 'percent' && value > 100) {
    return text(`不能超过 100，收到的是：${value}。`, `must not exceed 100 percent; it was given ${value}.`);
  }
  if (unit === 'hour' && value > 23) {
    return text(`应为 0 至 23 时，收到的是：${value}。`, `must be an hour from 0 to 23; it was given ${value}.`);
  }
  if (!isFractional && !Number.isInteger(value)) {
    return text(`应为整数，收到的是：${value}。`, `must be a whole number; it was given ${value}.`);
  }
  return null;
}
