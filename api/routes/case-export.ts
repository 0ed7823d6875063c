import { z } from 'zod';
import { text } from '../../rules/text.ts';
import { dayOf } from '../../rules/time/index.ts';
import { exportReason } from '../exports/export-reason.ts';
import { caseColumns, caseRows } from '../exports/case-rows.ts';
import { sendTable, tableFormat } from '../exports/send-table.ts';
import { route } from '../http/route.ts';
import { caseFilters, chosenCases } from '../views/chosen-cases.ts';

/** Rows of one export. */
export const MOST_ROWS = 50_000;

/**
 * The cases that the filters of the list choose, the latest first, as a table in the language of the reader: CSV in UTF-8 with a byte order
 * mark, or XLSX. At most 50,000 rows: if there are more, the last row says so, and the headers `X-Rows` and `X-Rows-Total` do. A text that
 * a program for tables would take for a formula has an apostrophe before it. Each export stands in the audit log,
 * with its reason.
 */
export const exportCases = route({
  method: 'get',
  path: '/api/cases/export',
  ability: 'case.export',
  trail: { in: 'audit', writes: ['CASES_EXPORTED'] },
  tag: 'cases',
  summary: text('导出案件列表', 'Export a list of cases'),
  requirement: 'XC-05.3, XC-05.5, XC-06.3, HN-NET-15.7',
  query: z.strictObject({ ...caseFilters, format: tableFormat, reason: exportReason }),
  answers: { 200: { description: 'The table', mediaType: '*/*' } },
  async handle(call) {
    const { context, reader, query, now, audit, response } = call;
    const { format, reason, ...filters } = query;
    const { database } = context;
    const where = await chosenCases(call, filters);
    const total = await database.case.count({ where });
    const rows = Math.min(total, MOST_ROWS);
    await database.$transaction((tx) =>
      audit(tx, {
        action: 'CASES_EXPORTED',
        object: { kind: 'caseList', id: 'cases' },
        after: { format, rows, filters, reason },
      }),
    );
    await sendTable(response, context.log, {
      format,
      file: `cases-${dayOf(now)}`,
      sheet: reader.locale === 'en' ? 'Cases' : '案件',
      columns: caseColumns(reader.locale),
      rows: caseRows(context, where, { locale: reader.locale, most: MOST_ROWS, total }),
      headers: { 'X-Rows': String(rows), 'X-Rows-Total': String(total) },
    });
    return { status: 200, begun: true };
  },
});
