/** Sets sheets, in a thread of its own: see `sheet-setter.ts`. */
import type { Locale } from '../../rules/text.ts';
import { missingNote } from './missing-note.ts';
import { typesetter } from './typesetter.ts';

/** A sheet before it is set, in one language: what `sheet.typ` reads. */
export interface SheetPage {
  readonly locale: Locale;
  readonly title: string;
  /** What it is about, as pairs of a label and its value. */
  readonly about: readonly (readonly [label: string, value: string])[];
  /** Heads of the columns, and how much of the width each takes beside the others. */
  readonly columns: readonly (readonly [head: string, share: number])[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  /** Stands at the foot of each page, before the number of the page. */
  readonly footer: string;
  /** Day of the document, in Asia/Shanghai. */
  readonly date: readonly [year: number, month: number, day: number];
}

/** A piece of a report in its order; a table without heads has labels and values in turn. */
export type ReportPiece =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2;
      readonly text: string;
      /** It begins a page: what is sealed or bound by itself. */
      readonly beginsPage?: true;
    }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  | {
      readonly kind: 'table';
      /** How much of the width each column takes beside the others. */
      readonly shares: readonly number[];
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** A report that is filed, in Chinese as its form is: what `report.typ` reads. */
export interface ReportPage {
  readonly title: readonly string[];
  readonly cover: readonly (readonly [label: string, value: string])[];
  readonly blocks: readonly ReportPiece[];
  /** Stands at the foot of each page but the cover, before the number of the page. */
  readonly footer: string;
  /** Day of the document, in Asia/Shanghai. */
  readonly date: readonly [year: number, month: number, day: number];
}

/** A page with the template that sets it. */
export type SheetRequest = { readonly fontsFolder: string | undefined } & (
  | { readonly template: 'sheet.typ'; readonly page: SheetPage }
  | { readonly template: 'report.typ'; readonly page: ReportPage }
);

/** Stands for a character that no font has: a sheet is no letter, and is handed out all the same, with a note that says so. */
const MISSING = '□';

/** A sheet as PDF. Whoever reads it is told which characters could not be set. */
export default function setSheet({ template, page, fontsFolder }: SheetRequest): Uint8Array {
  const sheets = typesetter(template, fontsFolder);
  const missing = new Set(sheets.fonts.missingIn(JSON.stringify(page)));
  return sheets.set(missing.size === 0 ? page : noted(without(page, missing), [...missing])).pdf;
}

function without<Page extends SheetPage | ReportPage>(page: Page, missing: ReadonlySet<string>): Page {
  const words = Array.from(JSON.stringify(page), (character) => (missing.has(character) ? MISSING : character));
  return JSON.parse(words.join('')) as Page;
}

function noted(page: SheetPage | ReportPage, missing: readonly string[]): SheetPage | ReportPage {
  if ('notes' in page)
    return { ...page, notes: [...page.notes, missingNote(missing)[page.locale === 'en' ? 'en' : 'zh']] };
  return { ...page, blocks: [...page.blocks, { kind: 'note', text: missingNote(missing).zh }] };
}
