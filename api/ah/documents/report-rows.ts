/** The reports of members as the rows of a table: whether each came in time, its eight figures, and where the records say otherwise. */
import { reportRows, type AskedReports, type ReportRow } from '../../../prisma/ah/reports.ts';
import type { Database } from '../../../prisma/client.ts';
import { bulletinFigures, bulletinTitles, figures } from '../../../rules/ah/figures.ts';
import { memberKinds } from '../../../rules/ah/indicators.ts';
import { examinations, kindOfReport, periodInWords, reportKinds, reportStatuses } from '../../../rules/ah/reports.ts';
import { entry, parts } from '../../../rules/phrases.ts';
import { inBoth, text, type Locale, type Text } from '../../../rules/text.ts';
import { bodyTitle } from '../../bodies.ts';
import { headsOf, inParts, tableOf, type Column } from '../../exports/table-of.ts';

/** Rows read at once. */
const AT_ONCE = 1_000;

/** The columns of the table. */
export const REPORT_COLUMNS: readonly Column<ReportRow>[] = [
  [text('成员', 'Member'), ({ name }) => name],
  [text('统一社会信用代码或者单位编号', 'Credit code or unit'), ({ party }) => party],
  [text('成员类别', 'Kind of member'), ({ kind }) => memberKinds[kind]],
  [text('市级综合服务平台', 'City platform'), ({ cityPlatform }) => bodyTitle(cityPlatform)],
  [text('报告', 'Report'), ({ period }) => reportKinds[kindOfReport(period)].title],
  [text('期间', 'Period'), ({ period }) => periodInWords(period)],
  [text('截止日', 'Due'), ({ report }) => report.dueOn],
  [text('报送情况', 'In time or late'), ({ report }) => reportStatuses[report.status]],
  [text('报送时间（北京时间）', 'Submitted (Beijing time)'), ({ report }) => minuteOf(report.submittedAt)],
  [text('核对', 'Examined'), ({ report: { examined } }) => (examined === null ? null : examinations[examined])],
  ...bulletinFigures.map((name): Column<ReportRow> => [
    bulletinTitles[name],
    ({ submitted }) => submitted?.figures[name] ?? null,
  ]),
  [figures.publicServed, ({ submitted }) => submitted?.publicServed ?? null],
  [text('与平台记录不一致', 'Where the records say otherwise'), ({ submitted }) => differenceWords(submitted)],
];

export function reportColumns(locale: Locale): string[] {
  return headsOf(REPORT_COLUMNS, locale);
}

/** A row a report, read part by part while they are taken. */
export async function* reportTableRows(
  database: Database,
  asked: AskedReports,
  locale: Locale,
): AsyncGenerator<(string | number)[]> {
  const read = (last: ReportRow | null, limit: number) =>
    reportRows(database, asked, { after: last && [last.report.dueOn, last.period, last.party], limit });
  for await (const rows of inParts(read, AT_ONCE)) yield* tableOf(REPORT_COLUMNS, rows, locale);
}

function differenceWords(submitted: ReportRow['submitted']): Text | null {
  const differing = submitted?.differences ?? [];
  if (differing.length === 0) return null;
  const both = ({ reported, recorded }: (typeof differing)[number]) =>
    text(`报 ${reported}，记录 ${recorded}`, `reported ${reported}, on record ${recorded}`);
  return parts(...differing.map((one) => entry(figures[one.figure], both(one))));
}

/** Day and minute in Asia/Shanghai. */
function minuteOf(at: string | null): Text | null {
  return at === null ? null : inBoth(at.slice(0, 16).replace('T', ' '));
}
