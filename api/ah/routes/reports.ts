/** The reports of the members of the network: which are due, which came in time, late or not at all (AH-EVAL-04). From the records alone. */
import { z } from 'zod';
import {
  reportCounts,
  reportRows,
  reportsByMember,
  type AskedReports,
  type ReportPosition,
} from '../../../prisma/ah/reports.ts';
import { bodiesOf } from '../../../rules/ah/members.ts';
import { periodInWords, periodsOf, reportKinds, reportStatuses, type ReportStatus } from '../../../rules/ah/reports.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { text } from '../../../rules/text.ts';
import { dayOf, yearOf } from '../../../rules/time/index.ts';
import { choice, yesOrNo } from '../../../workflows/engine/choice.ts';
import type { Access } from '../../abilities.ts';
import { reportColumns, reportTableRows } from '../documents/report-rows.ts';
import { exportShape, sendFigures } from '../../exports/send-figures.ts';
import { tableFormat } from '../../exports/send-table.ts';
import { pageFrom, pageOf, pageQuery, positionOf, sortKey } from '../../http/paging.ts';
import { route } from '../../http/route.ts';
import { daySchema, line, partyInput, textSchema } from '../../http/schemas.ts';
import { currentCalendar } from '../../views/calendars.ts';
import { memberSchema, memberView } from '../views/member-schema.ts';
import { membersWithin } from '../views/members-within.ts';
import { openableOf } from '../../views/openable.ts';
import { reportCell, reportCellSchema, reportSchema, reportView } from '../views/report-view.ts';

const year = z.coerce.number().int().min(2019).max(2199);

const ofMember = {
  member: partyInput.optional().meta({ description: 'Key of the member' }),
  cityPlatform: choice(bodiesOf('CITY_PLATFORM'))
    .optional()
    .meta({ description: 'The city platform, and the institutions at it' }),
};

const filters = {
  ...ofMember,
  year: year.optional().meta({ description: 'Reports on this year and on its months' }),
  period: line(7)
    .regex(
      /^\d{4}(-(0[1-9]|1[0-2]))?$/,
      bilingual('应为月份（如 2025-09）或年度（如 2025）。', 'must be a month, e.g. 2025-09, or a year, e.g. 2025'),
    )
    .optional()
    .meta({ description: 'The month or year that is reported on' }),
  kind: choice(reportKinds).optional(),
  status: choice(reportStatuses).optional().meta({ description: 'Whether it came, and in time' }),
  owed: yesOrNo
    .optional()
    .transform((answer) => answer === 'true')
    .meta({ description: '`true`: those that their member has still to make, or was given back' }),
};

type Filters = z.output<z.ZodObject<typeof filters>>;

const position = z.tuple([daySchema, z.string().max(7), sortKey.id]);

export const listReports = route({
  method: 'get',
  path: '/api/ah/reports',
  ability: 'record.read',
  tag: 'figures',
  summary: text('平台网络成员报送情况', 'Reports of the members of the network'),
  requirement: 'AH-EVAL-04.1, 04.2, 04.6, AH-OPS-01.2, 01.3',
  query: z.strictObject({ ...filters, ...pageQuery }),
  answers: {
    200: { description: 'A page of the reports, those due last first', schema: pageOf(reportSchema) },
  },
  async handle({ context: { database }, access, reader, query, now }) {
    const { cursor, limit, ...asked } = query;
    const after: ReportPosition | null = positionOf(cursor, position);
    const rows = await reportRows(database, within(access, asked), { after, limit: limit + 1 });
    const [calendar, openable] = await Promise.all([
      currentCalendar(database),
      openableOf(
        database,
        reader,
        rows.map(({ caseId }) => caseId),
      ),
    ]);
    const page = pageFrom(
      rows,
      limit,
      ({ report, period, party }) => [report.dueOn, period, party],
      (row) => reportView(row, { now, calendar, openable }),
    );
    return { status: 200, body: page };
  },
});

const counts = z.object({
  DUE: z.int(),
  SUBMITTED_IN_TIME: z.int(),
  SUBMITTED_LATE: z.int(),
  MISSING: z.int(),
} satisfies Record<ReportStatus, z.ZodInt>);

/** Members by the periods of a year, as a table. */
export const tableReports = route({
  method: 'get',
  path: '/api/ah/reports/table',
  ability: 'record.read',
  tag: 'figures',
  summary: text('年度报送一览', 'The reports of a year at a glance'),
  requirement: 'AH-EVAL-02.10, 04.1, 04.2',
  query: z.strictObject({
    ...ofMember,
    ...pageQuery,
    year: year.optional().meta({ description: 'The current one if left out' }),
  }),
  answers: {
    200: {
      description: 'A page of the members that owe or made a report of the year; the counts are of all of them',
      schema: pageOf(
        z.object({
          member: memberSchema,
          caseId: z.string().nullable().meta({ description: 'The case of its reports; null to who may not open it' }),
          cells: z
            .array(reportCellSchema.nullable())
            .meta({ description: 'In the order of the periods; null where no report is owed' }),
        }),
      ).extend({
        year: z.int(),
        periods: z.array(z.object({ period: z.string(), title: textSchema, counts })),
      }),
    },
  },
  async handle({ context: { database }, access, reader, query, now }) {
    const { cursor, limit, year: of = yearOf(now), ...filter } = query;
    const asked = { ...within(access, filter), year: of };
    const after = positionOf(cursor, z.tuple([z.string().max(40), z.string().max(500), sortKey.id]));
    const [rows, counted, calendar] = await Promise.all([
      reportsByMember(database, asked, { after, limit: limit + 1 }),
      reportCounts(database, asked),
      currentCalendar(database),
    ]);
    const openable = await openableOf(
      database,
      reader,
      rows.map(({ caseId }) => caseId),
    );
    const periods = periodsOf(of);
    const page = pageFrom(
      rows,
      limit,
      ({ kind, name, party }) => [kind, name, party],
      (row) => ({
        member: memberView(row),
        caseId: openable.has(row.caseId) ? row.caseId : null,
        cells: periods.map((period) => {
          const report = row.reports[period];
          return report === undefined ? null : reportCell({ period, report }, { now, calendar });
        }),
      }),
    );
    const none = { DUE: 0, SUBMITTED_IN_TIME: 0, SUBMITTED_LATE: 0, MISSING: 0 };
    const heads = periods.map((period) => ({
      ...{ period, title: periodInWords(period) },
      counts: counted
        .filter((one) => one.period === period)
        .reduce((all, { status, n }) => ({ ...all, [status]: n }), none),
    }));
    return { status: 200, body: { ...page, year: of, periods: heads } };
  },
});

/** The reports that the filters choose, with the figures that were reported, as a table to file. Each export stands in the audit log. */
export const exportReports = route({
  ...exportShape,
  path: '/api/ah/reports/export',
  ability: 'case.export',
  summary: text('导出报送情况', 'Export the reports'),
  requirement: 'AH-EVAL-04.1, 04.3',
  query: z.strictObject({ ...filters, format: tableFormat }),
  handle(call) {
    const {
      context,
      access,
      reader: { locale },
      query,
      now,
    } = call;
    const { format, ...asked } = query;
    return sendFigures(call, {
      ...{ id: 'ah-reports', filters: asked, format },
      ...{ file: `reports-${asked.period ?? asked.year ?? dayOf(now)}`, sheet: text('报送情况', 'Reports') },
      columns: reportColumns(locale),
      rows: reportTableRows(context.database, within(access, asked), locale),
    });
  },
});

function within(access: Access, asked: Partial<Filters>): AskedReports {
  return { ...asked, within: membersWithin(access) };
}
