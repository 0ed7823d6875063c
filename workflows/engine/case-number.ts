/** The number of a case that people say and write, e.g. 沪企服店申〔2025〕12号; its id is for machines. */
import { dayOf, type Instant } from '../../rules/time/index.ts';
import { eachText } from './each-text.ts';

/** What a number is made of. */
export interface NumberParts {
  /** Mark of the body that handles the case when it is opened, e.g. 沪企服. */
  readonly body: string;
  /** Mark of the kind of case, e.g. 店申. */
  readonly kind: string;
  /** Shanghai year in which the case is opened. */
  readonly year: string;
  /** Running number within body, kind and year, from 1. */
  readonly number: number;
}

/** Fills the pattern of a regime: `{body}{kind}〔{year}〕{number}号`. */
export function caseNumber(pattern: string, parts: NumberParts): string {
  return pattern.replace(/\{(body|kind|year|number)\}/g, (_, name: keyof NumberParts) => String(parts[name]));
}

/** The year that the number of a case opened at this instant names. */
export function numberYear(openedAt: Instant): string {
  return dayOf(openedAt).slice(0, 4);
}

/** Around the id of a case in words; no text that people type holds a control character. */
const [BEFORE, AFTER] = ['\u0002', '\u0003'];

const NAMED = new RegExp(`${BEFORE}([^${AFTER}]+)${AFTER}`, 'g');

/** Stands in words for the number of another case. A workflow does not know numbers: `withNumbers` puts it there when the words are recorded. */
export function namedCase(id: string): string {
  return `${BEFORE}${id}${AFTER}`;
}

/** Stands in words for the number of a letter of the case itself, by its key; see {@link namedCase}. */
export function namedLetter(key: string): string {
  return namedCase(`${LETTER}${key}`);
}

/** Stands in words for the name of an account, by its id; for notices alone, since no name of a person stands on the timeline. */
export function namedAccount(id: string): string {
  return namedCase(`${ACCOUNT}${id}`);
}

/** Before the key of a letter, and before the id of an account; no id of a case has a colon. */
const LETTER = 'letter:';
const ACCOUNT = 'account:';

/** The key of a letter that is named; undefined for a case. */
export function letterKey(named: string): string | undefined {
  return named.startsWith(LETTER) ? named.slice(LETTER.length) : undefined;
}

/** The id of an account that is named; undefined for a case or a letter. */
export function accountNamed(named: string): string | undefined {
  return named.startsWith(ACCOUNT) ? named.slice(ACCOUNT.length) : undefined;
}

/** Ids of the cases that are named in the words of a value of plain data, each once; and letters and accounts, see {@link letterKey}. */
export function casesNamedIn(value: unknown): string[] {
  const found = new Set<string>();
  eachText(value, (words) => {
    for (const [, id] of words.matchAll(NAMED)) if (id !== undefined) found.add(id);
    return words;
  });
  return [...found];
}

/** The value with the number of each named case in its words; where no number is known, the id stands, or what `otherwise` makes of it. */
export function withNumbers<T>(
  value: T,
  numbers: ReadonlyMap<string, string>,
  otherwise: (id: string) => string = (id) => id,
): T {
  return eachText(value, (words) => words.replace(NAMED, (_, id: string) => numbers.get(id) ?? otherwise(id)));
}
