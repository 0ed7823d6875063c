/** Tables to take away. */
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeCsvStream } from 'hucre/csv';
import { text } from '../../rules/text.ts';
import { choice } from '../../workflows/engine/choice.ts';
import type { ApiContext } from '../context.ts';
import { describeError } from '../middleware/request-log.ts';
import { workbook, type SheetTable } from './workbook.ts';

const FORMATS = { csv: text('CSV', 'CSV'), xlsx: text('Excel 工作簿', 'Excel workbook') };
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** CSV in UTF-8 with a byte order mark, or XLSX. */
export const tableFormat = choice(FORMATS).default('csv');

/** A table that is sent as it is read. */
export interface Table extends SheetTable {
  readonly format: keyof typeof FORMATS;
  /** Name of the file, without what says its format. */
  readonly file: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes a table as the answer, row by row. */
export async function sendTable(
  response: Response,
  log: ApiContext['log'],
  { format, file, sheet, columns, rows, headers = {} }: Table,
): Promise<void> {
  const content =
    format === 'csv' ? writeCsvStream(rows, { headers: [...columns], bom: true }) : workbook({ sheet, columns, rows });
  response.writeHead(200, {
    'Content-Type': TYPES[format],
    'Content-Disposition': `attachment; filename="${file}.${format}"`,
    ...headers,
  });
  // What breaks off is not ended, so that nobody takes a part for the whole.
  await pipeline(Readable.from(content), response).catch((failure: unknown) => {
    log.warn({ error: describeError(failure) }, `an export of ${sheet} broke off`);
  });
}
