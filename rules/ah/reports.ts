/** Monthly and annual reports: which period is due when, and how a member reported over a year (AH-EVAL-04). */
import { refuse } from '../refusal.ts';
import { text } from '../text.ts';
import { addDays, addMonths, monthInWords, startOfDay, type Day, type Instant } from '../time/index.ts';
import { monthOf, type Month } from './figures.ts';

/** `2025-09` for a month, `2025` for a year. */
export type ReportPeriod = string;

/** Kinds of reports, with how long the name of a period of theirs is. */
export const reportKinds = {
  MONTHLY: { title: text('月报', 'Monthly report'), length: 7 },
  ANNUAL: { title: text('年报', 'Annual report'), length: 4 },
} as const;

export type ReportKind = keyof typeof reportKinds;

export const reportStatuses = {
  DUE: text('待报送', 'Due'),
  SUBMITTED_IN_TIME: text('按期报送', 'Submitted in time'),
  SUBMITTED_LATE: text('逾期报送', 'Submitted late'),
  MISSING: text('逾期未报', 'Missing'),
} as const;

export type ReportStatus = keyof typeof reportStatuses;

export const examinations = {
  WAITING: text('待核对', 'To be examined'),
  COMPLETE: text('完整', 'Complete'),
  RETURNED: text('退回补充', 'Returned'),
} as const;

export interface ReportState {
  readonly status: ReportStatus;
  readonly dueOn: Day;
  /** When it was submitted first: this decides whether it was in time. */
  readonly submittedAt: Instant | null;
  /** Null while nothing was submitted. */
  readonly examined: keyof typeof examinations | null;
}

/** The period that a year and a month name; the year as a whole without a month. */
export function periodOf({
  year,
  month,
}: {
  readonly year: number;
  readonly month?: number | undefined;
}): ReportPeriod {
  return month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
}

export function isMonth(period: ReportPeriod): boolean {
  return period.length === reportKinds.MONTHLY.length;
}

export function kindOfReport(period: ReportPeriod): ReportKind {
  return isMonth(period) ? 'MONTHLY' : 'ANNUAL';
}

/** The twelve months of a year and the year itself, in the order in which they are reported on. */
export function periodsOf(year: number): readonly ReportPeriod[] {
  return [...Array.from({ length: 12 }, (_, month) => periodOf({ year, month: month + 1 })), String(year)];
}

/** The next month. */
export function monthAfter(month: Month): Month {
  return monthOf(addMonths(`${month}-01`, 1));
}

/** The day by which the report of a month is due, its 24:00 (AH-EVAL-04.1). */
export function monthlyDueOn(month: Month, day: number): Day {
  return `${monthAfter(month)}-${String(Math.min(28, Math.max(1, day))).padStart(2, '0')}`;
}

/** The day by which the report, or the summary, of a year is due; `due` is month and day of the next year (AH-EVAL-04.2, A-81, A-88). */
export function yearlyDueOn(year: number, due: string): Day {
  return `${year + 1}-${due}`;
}

/** When the duty to report on a period arises: the first moment after it (AH-EVAL-04.5). */
export function arisesAt(period: ReportPeriod): Instant {
  return startOfDay(isMonth(period) ? `${monthAfter(period)}-01` : `${Number(period) + 1}-01-01`);
}

/** First and last month of a period. */
export function monthsOf(period: ReportPeriod): readonly [Month, Month] {
  return isMonth(period) ? [period, period] : [`${period}-01`, `${period}-12`];
}

/** Last day of a period. */
export function lastDayOf(period: ReportPeriod): Day {
  return isMonth(period) ? addDays(`${monthAfter(period)}-01`, -1) : `${period}-12-31`;
}

export function periodInWords(period: ReportPeriod) {
  const [year = '', month] = period.split('-');
  return month === undefined ? text(`${year}年度`, `the year ${year}`) : monthInWords(period);
}

/** Reports on a year and its months that are owed on a day and whose time is not over. */
export function openReports(
  reports: Readonly<Record<ReportPeriod, ReportState>>,
  year: number,
  today: Day,
): ReportPeriod[] {
  return periodsOf(year).filter((period) => {
    const report = reports[period];
    return report?.status === 'DUE' && today <= report.dueOn;
  });
}

/** Monthly reports of a year that fell due by now, and those that came in time: 11 of 12 (AH-EVAL-02.10); the annual one beside. */
export function regularity(reports: Readonly<Record<ReportPeriod, ReportState>>, year: number) {
  const ofYear = Object.entries(reports).filter(([period]) => isMonth(period) && period.startsWith(`${year}-`));
  const inTime = ofYear.filter(([, { status }]) => status === 'SUBMITTED_IN_TIME').length;
  return { inTime, due: ofYear.length, annual: reports[String(year)]?.status ?? null };
}

/** @throws Refusal INVALID_INPUT for a period on which no report is owed (yet) */
export function refuseUnowed(period: ReportPeriod, owed: readonly ReportPeriod[], now: Instant): void {
  if (owed.includes(period) && arisesAt(period) <= now) return;
  const { zh, en } = periodInWords(period);
  refuse(
    'INVALID_INPUT',
    `${zh}目前没有待报送的报告；期间结束后才能报送。`,
    `There is no report to be made on ${en} now; a period is reported on once it is over.`,
    { field: 'year', facts: { owed: owed.filter((one) => arisesAt(one) <= now) } },
  );
}
