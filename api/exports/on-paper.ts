/** How a table looks when a workbook is printed to be filed: columns as wide as what they say, cells in lines, the head on every page. */
import type { CellStyle, HeaderFooter, PageSetup } from 'hucre';

/** What stands in a cell. */
export type CellWords = string | number | null;

const thin = { style: 'thin' } as const;
const boxed = { border: { top: thin, right: thin, bottom: thin, left: thin } } as const;

/** In the middle of a cell. */
export const centred = { alignment: { horizontal: 'center', vertical: 'center' } } as const;

/** The look of a head, of a cell below it, and of one in a column of short words. */
export const looks = {
  head: { ...boxed, alignment: { ...centred.alignment, wrapText: true }, font: { bold: true } },
  cell: { ...boxed, alignment: { vertical: 'center', wrapText: true } },
  short: { ...boxed, alignment: { ...centred.alignment, wrapText: true } },
} as const satisfies Record<string, CellStyle>;

const NARROWEST = 7;
const WIDEST = 42;

/** How wide each column is, in characters: its longest cell on one line, its head on two; no word of the head is broken, but what is longer than the widest column. */
export function widthsFor(head: readonly string[], rows: readonly (readonly CellWords[])[]): number[] {
  return head.map((words, at) => {
    const longestWord = Math.max(...words.split(/[\s\u2e80-\uffff]+/).map(widthOf));
    const ofHead = Math.max(Math.ceil(widthOf(words) / 2), longestWord) + 1;
    const longest = rows.reduce((most, row) => Math.max(most, widthOf(row[at])), ofHead);
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
  });
}

/** A column of this many characters or fewer says numbers, days and short words, which stand in its middle. */
const SHORT = 12;

/** The look of the cells of a column. */
export function lookFor(width: number): CellStyle {
  return width <= SHORT ? looks.short : looks.cell;
}

const LINE_POINTS = 15;

/** As many lines to a row as its longest cell takes: no program makes room for them by itself. @param from number of the first row, from 0 */
export function heightsFor(
  rows: readonly (readonly CellWords[])[],
  widths: readonly number[],
  from = 0,
): Map<number, { height: number }> {
  return new Map(
    rows.map((cells, nth) => {
      const lines = cells.map((cell, at) => Math.ceil(widthOf(cell) / ((widths[at] ?? NARROWEST) - 1)));
      return [from + nth, { height: LINE_POINTS * Math.max(1, ...lines) + 3 }];
    }),
  );
}

/** In characters of the width of a digit: a Chinese one takes two. */
function widthOf(cell: CellWords | undefined): number {
  return Array.from(String(cell ?? '')).reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2), 0);
}

/** What a landscape page of A4 can bear before its letters get too small to read. */
const A4_WIDTH = 190;

/** As wide as one page, A3 for what would be too small on A4. @param headRow the row of the heads, from 1, which stands on every page */
export function paperFor(widths: readonly number[], headRow: number): PageSetup {
  const paperSize = widths.reduce((sum, width) => sum + width, 0) > A4_WIDTH ? 'a3' : 'a4';
  return {
    ...{ paperSize, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    printTitlesRow: `$${headRow}:$${headRow}`,
  };
}

/** What the table is called above each page, and the number of the page below it. */
export function marginWords(title: string): HeaderFooter {
  return { oddHeader: `&C${title.replaceAll('&', '&&')}`, oddFooter: '&C&P / &N' };
}
