/** The parts a notice is written in; the mail layout draws them. One language each: a wording writes both. */
import type { Issued, NoticeCommon } from '../notices.ts';
import type { Locale } from '../text.ts';
import type { Words } from './words.ts';

/** A cell of a table: plain words, or words that are coloured as good or bad news. */
export type Cell = string | { readonly words: string; readonly tone: 'good' | 'bad' };

export type Block =
  | { readonly kind: 'paragraph'; readonly words: string }
  /** A paragraph that must not be overlooked, such as what follows from staying away. */
  | { readonly kind: 'warning'; readonly words: string }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  /** The first cell of a row says what the row is about. */
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
  /** A code to type in, drawn in large digits. */
  | { readonly kind: 'code'; readonly code: string }
  /** The deadlines of the notice's data, drawn here; without this block they follow the others. */
  | { readonly kind: 'deadlines' }
  /** The table of facts, drawn here; without this block it follows the others. */
  | { readonly kind: 'facts' };

/** A line of the table of facts: label and value. */
export type Fact = readonly [label: string, value: string];

export interface NoticeContent {
  /** What the subject says in place of the notice's title. */
  readonly subject?: string;
  readonly blocks: readonly Block[];
  /** Beside the party and the case number, which every notice about a case shows. */
  readonly facts?: readonly Fact[];
  /** Label of the button that leads to the case. */
  readonly action?: string;
}

/** The wording of a notice in each language, as functions of what it is told with. */
export type Wording<Data> = Readonly<Record<Locale, (data: Data & NoticeCommon & Issued, say: Words) => NoticeContent>>;

export function paragraph(words: string): Block {
  return { kind: 'paragraph', words };
}

export function warning(words: string): Block {
  return { kind: 'warning', words };
}

/** A list under a title; nothing at all when it has no items. */
export function list(title: string, items: readonly string[] | undefined): readonly Block[] {
  return items === undefined || items.length === 0 ? [] : [{ kind: 'list', title, items }];
}

export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): Block {
  return { kind: 'table', head, rows };
}

export const deadlines: Block = { kind: 'deadlines' };

export const facts: Block = { kind: 'facts' };

/** A fact that is shown only where it is known. */
export function fact(label: string, value: string | undefined): readonly Fact[] {
  return value === undefined || value === '' ? [] : [[label, value]];
}
