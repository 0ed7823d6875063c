import { z } from 'zod';
import { text } from '../../rules/text.ts';
import { figureColumns, figureRows } from '../exports/figure-rows.ts';
import { exportShape, sendFigures } from '../exports/send-figures.ts';
import { tableFormat } from '../exports/send-table.ts';
import { askedOf, figureFilters } from '../figures/asked.ts';
import { figuresOf, figuresSchema } from '../figures/figures.ts';
import { route } from '../http/route.ts';

/** How cases stand and went, for their managers. Each figure names the list that has exactly what it counts. */
export const getFigures = route({
  method: 'get',
  path: '/api/figures',
  ability: 'figures.read',
  tag: 'figures',
  summary: text('统计', 'Figures'),
  requirement: 'XC-05.3, XC-05.5, A-08',
  query: z.strictObject(figureFilters),
  answers: { 200: { description: 'The figures', schema: figuresSchema } },
  async handle({ context, access, query, now }) {
    return { status: 200, body: await figuresOf(context, askedOf(query, access, now)) };
  },
});

/** The figures as a table in the language of the reader, a row for each number. Each export stands in the audit log. */
export const exportFigures = route({
  ...exportShape,
  path: '/api/figures/export',
  ability: 'figures.read',
  summary: text('导出统计', 'Export the figures'),
  requirement: 'XC-05.3, XC-05.5',
  query: z.strictObject({ ...figureFilters, format: tableFormat }),
  async handle(call) {
    const { context, reader, access, query, now } = call;
    const { format, ...filters } = query;
    const figures = await figuresOf(context, askedOf(filters, access, now));
    const { from, to } = figures;
    return sendFigures(call, {
      ...{ id: 'figures', filters: { ...filters, from, to }, format },
      ...{ file: `figures-${from}-${to}`, sheet: text('统计', 'Figures') },
      columns: figureColumns(reader.locale),
      rows: figureRows(figures, reader.locale),
    });
  },
});
