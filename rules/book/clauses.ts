/**
 * What the documents that a regime cites say, clause by clause: the number, what it says in our own words, a few words of the document itself, and
 * the requirements that were drawn from it. A citation such as `SH-STORE 一.1(1)、一.1(3)` leads to the clauses that it names.
 */
import { text, type Text } from '../text.ts';
import type { RuleStatus } from './rule-book.ts';

/** One passage of a document. Its summary is ours and not the text of the document. */
export interface ClauseEntry extends Text {
  /** As citations have it behind the code of the document, e.g. `四.5(2)`, `第八条第二项`; unique within the document. */
  readonly number: string;
  /** Verbatim, without marks; at most {@link LONGEST_QUOTE} characters. */
  readonly quote?: string;
  /** Ids, e.g. `SH-STORE-10.2`. */
  readonly requirements: readonly string[];
}

/** A document that a regime cites. */
export interface RegulationText {
  /** The code that citations of it begin with, e.g. `SH-STORE`. */
  readonly code: string;
  /** How far it is in force, where that is not what the rule book of the regime says. */
  readonly standing?: RuleStatus;
  /** In the order of the document. */
  readonly clauses: readonly ClauseEntry[];
}

/** A gap or an ambiguity of the texts, and how this platform reads it (interpretation, 5.2). */
export interface Interpretation {
  /** e.g. `A-17`. */
  readonly code: string;
  /** The clauses that it is about, as citations. */
  readonly clauses: readonly string[];
  readonly issue: Text;
  readonly reading: Text;
}

/** How much of a document is quoted at most, in characters: what is needed to find the place in it. */
export const LONGEST_QUOTE = 40;

/**
 * A clause as it is written: number, summary in Chinese and in English, requirements without the code of the document (`10.2 14.1`), words of the
 * document.
 */
export type ClauseRow = readonly [number: string, zh: string, en: string, requirements: string, quote?: string];

/** The clauses of a document, from how they are written. */
export function clausesOf(code: string, rows: readonly ClauseRow[]): readonly ClauseEntry[] {
  return rows.map(([number, zh, en, requirements, quote]) => ({
    number,
    ...text(zh, en),
    ...(quote !== undefined && { quote }),
    requirements: requirements
      .split(' ')
      .filter((id) => id !== '')
      .map((id) => (/^[A-Z]/.test(id) ? id : `${code}-${id}`)),
  }));
}

/**
 * The clauses that a citation names, each as a citation of its own: `SH-STORE 一.1(1)、一.1(3)` are two. A citation of a whole document is its code.
 * Empty for what cites no document: `—`, an interpretation, another law.
 * @param codes the codes of the documents that there are
 */
export function clausesCited(citation: string, codes: readonly string[]): string[] {
  let code: string | undefined;
  const cited: string[] = [];
  for (const part of citation.split('、')) {
    const [first = '', ...number] = part.trim().split(' ');
    if (codes.includes(first)) {
      code = first;
      cited.push([first, ...number].join(' '));
    } else if (code !== undefined && number.length === 0) cited.push(`${code} ${first}`);
  }
  return [...new Set(cited)];
}

/** The ids in a list of requirements, e.g. of `SH-STORE-01.11, 07.1 to 07.3` four; of a group as a whole its id, `SH-STORE-02`. */
export function requirementsNamed(list: string): string[] {
  let code = '';
  const whole = (id: string) => {
    code = /^[A-Z]+(-[A-Z]+)?(?=-)/.exec(id)?.[0] ?? code;
    return id.startsWith(`${code}-`) ? id : `${code}-${id}`;
  };
  return list.split(', ').flatMap((part) => {
    const [first = '', last] = part.split(' to ');
    const from = whole(first);
    if (last === undefined) return [from];
    const [group = '', item = ''] = from.split('.');
    const end = Number(last.split('.')[1]);
    return Array.from({ length: end - Number(item) + 1 }, (_, index) => `${group}.${Number(item) + index}`);
  });
}

/** Where what a clause says stands on the platform, as a path with an anchor, e.g. `/regulations/SH-STORE#四.5(2)`. */
export function clausePath(clause: string): string {
  const [document = '', ...number] = clause.split(' ');
  const anchor = number.join(' ');
  return `/regulations/${document}${anchor === '' ? '' : `#${encodeURIComponent(anchor)}`}`;
}

/** The number of the clause that this one is part of, e.g. `四.5` of `四.5(2)`; null for one that is part of none. */
export function numberAbove(number: string): string | null {
  const above = number.replace(/(\([^()]+\)|第[一二三四五六七八九十]+[项款]|末段|\.\d+)$/, '');
  return above === '' || above === number ? null : above;
}

/** An interpretation as it is written: code, numbers of clauses of the document, then the issue and the reading in Chinese and in English. */
type NoteRow = readonly [code: string, numbers: string, ...issue: [string, string], ...reading: [string, string]];

/** The interpretations of a document, from how they are written. */
export function interpretationsOf(document: string, rows: readonly NoteRow[]): readonly Interpretation[] {
  return rows.map(([code, numbers, issueZh, issueEn, readingZh, readingEn]) => ({
    code,
    clauses: numbers.split(' ').map((number) => `${document} ${number}`),
    issue: text(issueZh, issueEn),
    reading: text(readingZh, readingEn),
  }));
}
