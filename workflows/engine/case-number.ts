/** The number of a case that people say and write, e.g. 沪企服店申〔2025〕12号; its id is for machines. */
import { dayOf, type Instant } from '../../rules/time/index.ts';

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
