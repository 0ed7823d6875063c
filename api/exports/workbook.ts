/** A table as a workbook, laid out to be printed and filed; one of very many rows is written as it is read (SH-EVAL-09.1, AH-EVAL-02.10, EC-CENTRE-08.2). */
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { heightsFor, lookFor, looks, marginWords, paperFor, widthsFor } from './on-paper.ts';

type Row = (string | number)[];

/** Rows that are laid out as a whole; nobody prints more. */
const LAID_OUT = 6_000;

/** What a workbook holds. */
export interface SheetTable {
  /** Name of the sheet, and what stands above each printed page. */
  readonly sheet: string;
  readonly columns: readonly string[];
  /** Cells are made inert by whoever makes the rows (exports/inert.ts). */
  readonly rows: AsyncIterable<Row> | Iterable<Row>;
}

/** Most characters that programs for tables take as the name of a sheet. */
const LONGEST_NAME = 31;

/** A title as the name of a sheet: without the characters that no name may have, and cut where it is too long. */
export function sheetName(title: string): string {
  const words = title.replaceAll(/[\\/?*:[\]]+/g, ' ').trim();
  return words.length <= LONGEST_NAME ? words : `${words.slice(0, LONGEST_NAME - 1).trim()}…`;
}

/** The bytes of the workbook, piece by piece. */
export async function* workbook({ sheet, columns, rows }: SheetTable): AsyncGenerator<Uint8Array> {
  const read = each(rows);
  const first = await upTo(LAID_OUT, read);
  const widths = widthsFor(columns, first);
  if (first.length < LAID_OUT) {
    yield await laidOut(sheet, columns, first, widths);
    return;
  }
  yield* writeXlsxStream(both(first, read), {
    name: sheetName(sheet),
    columns: columns.map((header, at) => ({ header, width: widths[at] ?? 0, style: lookFor(widths[at] ?? 0) })),
    freezePane: { rows: 1 },
  });
}

function laidOut(
  sheet: string,
  columns: readonly string[],
  rows: readonly Row[],
  widths: readonly number[],
): Promise<Uint8Array> {
  const all = [[...columns], ...rows];
  return writeXlsx({
    sheets: [
      {
        name: sheetName(sheet),
        columns: widths.map((width) => ({ width, style: lookFor(width) })),
        rows: all,
        cells: new Map(columns.map((_, at) => [`0,${at}`, { style: looks.head }])),
        rowDefs: heightsFor(all, widths),
        freezePane: { rows: 1 },
        pageSetup: paperFor(widths, 1),
        headerFooter: marginWords(sheet),
      },
    ],
  });
}

async function* each(rows: SheetTable['rows']): AsyncGenerator<Row, void> {
  yield* rows;
}

/** The next rows, as many as there are at most. */
async function upTo(most: number, read: AsyncGenerator<Row, void>): Promise<Row[]> {
  const taken: Row[] = [];
  while (taken.length < most) {
    const next = await read.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}

async function* both(first: readonly Row[], rest: AsyncGenerator<Row, void>): AsyncGenerator<Row> {
  yield* first;
  yield* rest;
}
