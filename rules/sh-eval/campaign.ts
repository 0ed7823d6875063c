/** A yearly campaign of the assessment: its dates are data (SH-EVAL-01.5), and what follows from the year that it assesses. All times are Asia/Shanghai. */
import { text } from '../text.ts';
import { addDays, dayOf, startOfDay, type Day, type Instant, type Rung } from '../time/index.ts';
import { issue, type Issue } from './issue.ts';

/** The dates of a campaign. Both cut-offs are clock times: that very second is in time and the next one is late. */
export interface CampaignDates {
  /** The calendar year that is assessed, e.g. 2020 (SH-EVAL-01.4). */
  readonly year: number;
  /** Until when paper and electronic materials reach the district (SH-EVAL-05.2). */
  readonly institutionCutOff: Instant;
  /** Until when the districts send off what they recommend (SH-EVAL-06.2). */
  readonly districtCutOff: Instant;
}

/** The campaign of 2020 as its notice has it: values to begin with, and the sample of tests. */
export const campaign2020 = {
  year: 2020,
  institutionCutOff: '2020-12-11T17:00:00.000+08:00',
  districtCutOff: '2020-12-18T17:00:00.000+08:00',
  sendTo: '上海市复兴中路593号21楼',
} as const satisfies CampaignDates & { readonly sendTo: string };

/** Reminders of the institutions before their cut-off (SH-EVAL-05.5). */
export const cutOffLadder: readonly Rung[] = [
  { key: 'ten-working-days-before', workingDaysBefore: 10, rule: 'reminders.cutOff.first' },
  { key: 'three-working-days-before', workingDaysBefore: 3, rule: 'reminders.cutOff.second' },
  { key: 'one-working-day-before', workingDaysBefore: 1, rule: 'reminders.cutOff.third' },
];

/** What is wrong with the dates of a campaign at an instant; nothing if they can stand. */
export function checkDates({ year, institutionCutOff, districtCutOff }: CampaignDates, now: Instant): Issue[] {
  const issues: Issue[] = [];
  const [first, last] = [`${year}-01-01`, `${year + 1}-12-31`];
  const named = [
    ['institutionCutOff', institutionCutOff],
    ['districtCutOff', districtCutOff],
  ] as const;
  for (const [field, at] of named) {
    if (dayOf(at) < first || last < dayOf(at)) {
      issues.push(
        issue(
          field,
          '01.5',
          `截止时间应在测评年度 ${year} 年或者次年之内，请核对年份`,
          `A cut-off lies in the assessed year ${year} or in the year after it; check the year`,
        ),
      );
    } else if (at <= now) {
      issues.push(issue(field, '01.5', '截止时间必须晚于现在', 'A cut-off lies in the future'));
    }
  }
  if (institutionCutOff >= districtCutOff) {
    issues.push(
      issue(
        'districtCutOff',
        '06.2',
        '区级报送截止时间必须晚于机构申报截止时间',
        'Districts send off their lists after the institutions have handed in: put their cut-off later',
      ),
    );
  }
  return issues;
}

/** When the points of the year are fixed: 24:00 of its last day, written as 00:00 of the next (SH-EVAL-01.4, 01.6). */
export function yearEnd(year: number): Instant {
  return startOfDay(`${year + 1}-01-01`);
}

/** The days of the assessed year (SH-EVAL-01.4). */
export function daysOfYear(year: number): { readonly from: Day; readonly to: Day } {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** For how long an institution stands on a list. */
export interface Term {
  readonly validFrom: Day;
  readonly validTo: Day;
}

/** The term of the list that follows from the assessment of a year: 2020 gives the list of 2020-2021 (SH-EVAL-09.1, 09.3). */
export function termOf(year: number, years: number): Term {
  return { validFrom: `${year}-01-01`, validTo: addDays(`${year + years}-01-01`, -1) };
}

/** Whether an institution with these terms on the list was recognised in the year before a campaign (SH-EVAL-01.1(a), 09.3). */
export function wasRecognised(terms: readonly Term[], campaignYear: number): boolean {
  const { from, to } = daysOfYear(campaignYear - 1);
  return terms.some(({ validFrom, validTo }) => validFrom <= to && from <= validTo);
}

/** By what right an institution enters (SH-EVAL-01.1); the review of a new applicant comes last in the procedure. */
export const entryBases = {
  RECOGNISED: text('上年度市级中小企业服务机构', 'Recognised for the year before'),
  NEW: text('当年度新申报机构', 'Newly applying this year'),
} as const;

export type EntryBasis = keyof typeof entryBases;
