import type { Text } from '../text.ts';
import { isFilled, text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import type { ApplicationFigures } from './form.ts';
import { professionalsOf } from './form.ts';
import type { Route } from './waivers.ts';

/** One thing wrong with the form: the field and what to do about it. */
export interface FormIssue {
  readonly field: keyof ApplicationFigures;
  readonly requirement: string;
  readonly message: Text;
}

/** The most recent complete fiscal year (1 January to 31 December) on a Shanghai day (SH-STORE-03.4). */
export function latestFiscalYear(appliedOn: Day): number {
  return Number(appliedOn.slice(0, 4)) - 1;
}

/** Null when the year is the most recent one, else what to enter instead (SH-STORE-03.4). */
export function checkFiscalYear(fiscalYear: number, appliedOn: Day): FormIssue | null {
  const latest = latestFiscalYear(appliedOn);
  if (fiscalYear === latest) return null;
  return {
    field: 'fiscalYear',
    requirement: 'SH-STORE-03.4',
    message: text(
      `请填写最近一个会计年度（${latest} 年）的数据，现为 ${fiscalYear} 年`,
      `Enter the figures of the most recent fiscal year, ${latest}; the form has ${fiscalYear}`,
    ),
  };
}

/** All that must be put right before the figures can be submitted; empty when nothing. Files are checked elsewhere. */
export function checkFigures(figures: ApplicationFigures, appliedOn: Day, route: Route | null = null): FormIssue[] {
  const issues = [...badNumbers(figures), ...badStaff(figures)];
  const year = checkFiscalYear(figures.fiscalYear, appliedOn);
  if (year) issues.push(year);
  if (figures.establishedOn > appliedOn) {
    issues.push(
      issue(
        'establishedOn',
        '01.3',
        '成立日期不能晚于申请日期',
        'The day of establishment cannot lie after the application',
      ),
    );
  }
  if (!isFilled(figures.equipment)) {
    issues.push(
      issue('equipment', '01.11', '请填写服务设施、仪器设备', 'List the service facilities, instruments and equipment'),
    );
  }
  if (route === 'TRIAL' && !isFilled(figures.contribution)) {
    issues.push(
      issue(
        'contribution',
        '07.1',
        '请说明对中小企业服务工作的贡献',
        'Describe the contribution to the services of the SME departments',
      ),
    );
  }
  return issues;
}

const amounts = ['registeredCapital', 'revenue', 'area'] as const;
const counts = [
  'smesServed',
  'enterprisesServed',
  'fullTimeStaff',
  'degreeOnly',
  'titleOnly',
  'degreeAndTitle',
] as const;

function badNumbers(figures: ApplicationFigures): FormIssue[] {
  const issues: FormIssue[] = [];
  for (const field of amounts) {
    if (!(Number.isFinite(figures[field]) && figures[field] >= 0)) {
      issues.push(issue(field, '03.4', '须为不小于零的数字', 'Enter a number of 0 or more'));
    }
  }
  for (const field of counts) {
    if (!(Number.isSafeInteger(figures[field]) && figures[field] >= 0)) {
      issues.push(issue(field, '03.4', '须为不小于零的整数', 'Enter a whole number of 0 or more'));
    }
  }
  if (!Number.isFinite(figures.netProfit)) {
    issues.push(issue('netProfit', '03.4', '须为数字，亏损填负数', 'Enter a number, negative for a loss'));
  }
  return issues;
}

function badStaff(figures: ApplicationFigures): FormIssue[] {
  const professionals = professionalsOf(figures);
  if (!(professionals > figures.fullTimeStaff)) return [];
  return [
    issue(
      'degreeAndTitle',
      '01.9',
      `学历、职称人数合计 ${professionals} 人，超过专职人员 ${figures.fullTimeStaff} 人；每人只计一次`,
      `The staff with a degree or a title add up to ${professionals}, more than the ${figures.fullTimeStaff} full-time staff; count each person once`,
    ),
  ];
}

function issue(field: keyof ApplicationFigures, requirement: string, zh: string, en: string): FormIssue {
  return { field, requirement: `SH-STORE-${requirement}`, message: text(zh, en) };
}
