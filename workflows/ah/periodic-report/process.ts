/**
 * The reports of a member: its deadline is always that of the next report. The end of a month or year makes the report owed; what comes late is
 * accepted and marked so; figures that the records do not bear out are shown (AH-EVAL-04).
 */
import { DEPARTMENT } from '../../../rules/ah/bodies.ts';
import { anhuiBodyOf } from '../../../rules/ah/members.ts';
import { differences, monthOf, summed } from '../../../rules/ah/figures.ts';
import {
  arisesAt,
  isMonth,
  monthAfter,
  monthlyDueOn,
  monthsOf,
  periodInWords,
  periodOf,
  refuseUnowed,
  yearlyDueOn,
  type ReportPeriod,
  type ReportState,
} from '../../../rules/ah/reports.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { addDays, dayOf, type Day } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { registers } from '../words.ts';
import { annualEvaluation } from '../annual-evaluation/contract.ts';
import { periodicReport as contract, type Reports } from './contract.ts';
import { periodicReportSentences } from './sentences.ts';

const department = anhuiBodyOf(DEPARTMENT);

/** Periods that the case itself remembers; the register has all of them. */
const REMEMBERED = 40;

export const periodicReport = defineProcess(contract, {
  sentences: periodicReportSentences,

  facts: (opening) => ({ ...opening, month: '', year: 0, reports: {}, submitted: {} }),

  open(step) {
    const today = dayOf(step.now);
    awaitMonth(step, monthOf(today));
    awaitMonthEnd(step);
    awaitYear(step, Number(today.slice(0, 4)));
    awaitYearEnd(step);
  },

  due: {
    monthOver(step) {
      arise(step, monthOf(addDays(dayOf(step.passedAt('monthOver')), -1)));
      awaitMonthEnd(step);
    },
    yearOver(step) {
      const { kind, introducer } = step.facts;
      const year = Number(dayOf(step.passedAt('yearOver')).slice(0, 4)) - 1;
      arise(step, String(year));
      // The year is evaluated, once: the department handles the case when the data are in (AH-EVAL-06).
      step.join(annualEvaluation, { kind, year, introducer }, { bodies: { department } });
      awaitYearEnd(step);
    },
    monthly(step) {
      const { month } = step.facts;
      fallDue(step, month);
      awaitMonth(step, monthAfter(month));
    },
    annual(step) {
      const { year } = step.facts;
      fallDue(step, String(year));
      awaitYear(step, year + 1);
    },
  },

  actions: {
    submitReport(step, { year, month, reported, publicServed }, { byMonth }) {
      const period = periodOf({ year, month });
      const before = reportOf(step, period);
      refuseUnowed(period, owed(step), step.now);
      const recorded = summed(byMonth, ...monthsOf(period));
      const submitted = { figures: reported, publicServed, differences: differences(reported, recorded) };
      step.facts.submitted = { ...step.facts.submitted, [period]: submitted };
      // A returned report keeps the time at which it first came.
      const isFirst = before?.submittedAt == null;
      set(step, period, {
        ...(before as ReportState),
        ...(isFirst && {
          status: dayOf(step.receivedAt) > lastDayFor(step, period) ? 'SUBMITTED_LATE' : 'SUBMITTED_IN_TIME',
          submittedAt: step.receivedAt,
        }),
        examined: 'WAITING',
      });
      settleDeadline(step, period);
      follow(step);
      step.openOrDescribeTask('examineReports', { waiting: waiting(step) });
    },

    completeReport(step, input) {
      const period = periodOf(input);
      const report = waitingReport(step, period);
      set(step, period, { ...report, examined: 'COMPLETE' });
      examine(step);
    },

    returnReport(step, { reason, ...input }) {
      const period = periodOf(input);
      const report = waitingReport(step, period);
      set(step, period, { ...report, examined: 'RETURNED' });
      examine(step);
      step.notify('reportReturned', 'member', {
        of: period,
        period: periodInWords(period),
        reason,
        differences: step.facts.submitted[period]?.differences ?? [],
      });
    },

    membershipEnded: (step) => step.close('ENDED'),
  },
});

function awaitMonth(step: Reports, month: string): void {
  step.facts.month = month;
  const day = monthlyDueOn(month, step.number('report.monthlyDay'));
  step.startDeadline('monthly', { unit: 'date', day });
}

function awaitYear(step: Reports, year: number): void {
  step.facts.year = year;
  step.startDeadline('annual', { unit: 'date', day: yearlyDueOn(year, step.rules['report.annualDue']) });
}

/** The month that runs at the moment ends with its last one; the case may have slept over it. */
function awaitMonthEnd(step: Reports): void {
  const month = monthOf(dayOf(step.passedAt('monthOver')));
  step.startDeadline('monthOver', { unit: 'instant', at: arisesAt(month), begins: true });
}

function awaitYearEnd(step: Reports): void {
  const year = dayOf(step.passedAt('yearOver')).slice(0, 4);
  step.startDeadline('yearOver', { unit: 'instant', at: arisesAt(year), begins: true });
}

function reportOf({ facts }: Reports, period: ReportPeriod): ReportState | undefined {
  return facts.reports[period];
}

/** The duty to report on a period that has ended (AH-EVAL-04.5). */
function arise(step: Reports, period: ReportPeriod): void {
  const dueOn = isMonth(period)
    ? monthlyDueOn(period, step.number('report.monthlyDay'))
    : yearlyDueOn(Number(period), step.rules['report.annualDue']);
  set(step, period, { status: 'DUE', dueOn, submittedAt: null, examined: null });
  const { zh, en } = periodInWords(period);
  step.record('REPORT_OWED', text(`应报送${zh}运营情况`, `A report on ${en} is owed`), {
    clause: 'AH-EVAL 附件1(服务数据上传)',
    requirement: 'AH-EVAL-04.5',
    detail: { period, dueOn },
  });
  follow(step);
}

/** The last day of a report has passed without it. */
function fallDue(step: Reports, period: ReportPeriod): void {
  const report = reportOf(step, period);
  if (report?.status !== 'DUE') return;
  set(step, period, { ...report, status: 'MISSING' });
  const told = { of: period, period: periodInWords(period), dueOn: report.dueOn };
  step.notify('reportLate', 'member', told);
  step.notify('reportMissing', { role: 'manager' }, told);
  follow(step);
}

/** The report of the running deadline is made: the next one runs. */
function settleDeadline(step: Reports, period: ReportPeriod): void {
  if (period === step.facts.month) {
    step.meetDeadline('monthly');
    awaitMonth(step, monthAfter(period));
  } else if (period === String(step.facts.year)) {
    step.meetDeadline('annual');
    awaitYear(step, step.facts.year + 1);
  }
}

/** The last day on which a report is in time, whether or not its end was recorded yet. A deadline that was moved has its own day. */
function lastDayFor(step: Reports, period: ReportPeriod): Day {
  const isRunning = period === (isMonth(period) ? step.facts.month : String(step.facts.year));
  const running = isRunning ? step.deadline(isMonth(period) ? 'monthly' : 'annual') : undefined;
  const day = running?.lastDay ?? reportOf(step, period)?.dueOn;
  if (day === undefined) throw new Error(`No report on ${period} is owed.`);
  return day;
}

function owed({ facts }: Reports): ReportPeriod[] {
  return Object.entries(facts.reports)
    .filter(([, { status, examined }]) => status === 'DUE' || status === 'MISSING' || examined === 'RETURNED')
    .map(([period]) => period);
}

function waiting({ facts }: Reports): ReportPeriod[] {
  return Object.entries(facts.reports).flatMap(([period, { examined }]) => (examined === 'WAITING' ? [period] : []));
}

function waitingReport(step: Reports, period: ReportPeriod): ReportState {
  const report = reportOf(step, period);
  if (report?.examined === 'WAITING') return report;
  const { zh, en } = periodInWords(period);
  return refuse('NOT_NOW', `${zh}没有待核对的报告。`, `No report on ${en} waits to be examined.`, {
    field: 'year',
    facts: { waiting: waiting(step) },
  });
}

function examine(step: Reports): void {
  const left = waiting(step);
  if (left.length === 0) step.closeTask('examineReports');
  else step.describeTask('examineReports', { waiting: left });
  follow(step);
}

/** Overdue as long as a report is missing, due as long as one is owed. */
function follow(step: Reports): void {
  const periods = owed(step);
  const isMissing = periods.some((period) => reportOf(step, period)?.status === 'MISSING');
  step.moveTo(isMissing ? 'OVERDUE' : periods.length > 0 ? 'DUE' : 'CURRENT');
}

/** A report as it stands from now on, in the case and in the register. */
function set(step: Reports, period: ReportPeriod, report: ReportState): void {
  const all = { ...step.facts.reports, [period]: report };
  const settled = Object.keys(all)
    .sort()
    .filter((one) => all[one]?.examined === 'COMPLETE');
  const forgotten = settled.slice(0, Math.max(0, Object.keys(all).length - REMEMBERED));
  const kept = <V>(of: Readonly<Record<string, V>>) =>
    Object.fromEntries(Object.entries(of).filter(([one]) => !forgotten.includes(one)));
  step.facts.reports = kept(all);
  step.facts.submitted = kept(step.facts.submitted);
  step.write('register', {
    register: registers.reports,
    status: 'REPORTING',
    validFrom: null,
    validTo: null,
    data: { reports: { [period]: report } },
    adds: true,
  });
}
