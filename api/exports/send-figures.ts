/** Figures and lists that are taken away as a table to file. Each export stands in the audit log before anything of it is sent (XC-05.3). */
import type { Call, Reply } from '../http/route.ts';
import { inLocale, type Text } from '../../rules/text.ts';
import { sendTable, type Table } from './send-table.ts';

/** What every route that hands out such a table has in common. */
export const exportShape = {
  method: 'get',
  trail: { in: 'audit', writes: ['FIGURES_EXPORTED'] },
  tag: 'figures',
  answers: { 200: { description: 'The table', mediaType: '*/*' } },
} as const;

/** A table of figures. */
export interface ExportedFigures extends Omit<Table, 'sheet' | 'headers'> {
  /** What it is called in the audit log, e.g. `ah-members`. */
  readonly id: string;
  /** What was asked for. */
  readonly filters: object;
  /** Name of the sheet. */
  readonly sheet: Text;
}

export async function sendFigures(
  { context, reader, audit, response }: Pick<Call, 'context' | 'reader' | 'audit' | 'response'>,
  { id, filters, sheet, ...table }: ExportedFigures,
): Promise<Reply> {
  await context.database.$transaction((tx) =>
    audit(tx, {
      action: 'FIGURES_EXPORTED',
      object: { kind: 'figures', id },
      after: { format: table.format, filters },
    }),
  );
  await sendTable(response, context.log, { ...table, sheet: inLocale(sheet, reader.locale) });
  return { status: 200, begun: true };
}
