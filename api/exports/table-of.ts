/** Rows of a table from what they are of, cell by cell, in the language of the reader. */
import { inLocale, type Locale, type Text } from '../../rules/text.ts';
import { inert } from './inert.ts';

/** A column: its head, and what it says of a row; null where it says nothing. */
export type Column<Row> = readonly [title: Text, cell: (row: Row) => Text | string | number | null];

/** The heads of the columns. */
export function headsOf(columns: readonly Column<never>[], locale: Locale): string[] {
  return columns.map(([title]) => inLocale(title, locale));
}

/** Rows that are read part by part while they are taken. @param readAfter reads the part behind a row; the first one behind none */
export async function* inParts<Row>(
  readAfter: (last: Row | null, limit: number) => Promise<readonly Row[]>,
  atOnce: number,
): AsyncGenerator<readonly Row[]> {
  let last: Row | null = null;
  for (;;) {
    const rows: readonly Row[] = await readAfter(last, atOnce);
    yield rows;
    last = rows.at(-1) ?? null;
    if (last === null || rows.length < atOnce) return;
  }
}

/** Texts that a program for tables would take for a formula are made inert. */
export function* tableOf<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  locale: Locale,
): Generator<(string | number)[]> {
  for (const row of rows) yield columns.map(([, cell]) => cellOf(cell(row), locale));
}

function cellOf(value: Text | string | number | null, locale: Locale): string | number {
  if (value === null || typeof value === 'number') return value ?? '';
  return inert(typeof value === 'string' ? value : inLocale(value, locale));
}
