/** Whether an institution is the one that its report says, and enters by a right that it has (SH-EVAL-01.1, 12.1). */
import { wasRecognised, type EntryBasis, type Term } from './campaign.ts';
import type { AssessmentFiling } from './form.ts';
import { issue, type Issue } from './issue.ts';

/** Who enters, by what right, with what in the register of institutions. */
export interface Entrant {
  readonly basis: EntryBasis;
  readonly report: AssessmentFiling['report'];
  /** Key of the institution: its credit code. */
  readonly party: string;
  /** The assessed year. */
  readonly year: number;
  /** Data of its entry in the register of institutions; nothing if it has none. */
  readonly registered: Readonly<Record<string, unknown>> | undefined;
}

/** All that does not fit the entrant, the right first. Fields are paths into what was filed. */
export function checkEntrant({ basis, report, party, year, registered }: Entrant): Issue[] {
  const { recognition, creditCode } = report.overview;
  const isRecognised = basis === 'RECOGNISED';
  return [
    ...(isRecognised && !wasRecognised(listedTerms(registered), year) ? [notRecognised(year)] : []),
    ...(isRecognised && recognition === 'FIRST_TIME' ? [notFirstTime] : []),
    ...(creditCode === party ? [] : [otherCode]),
  ];
}

function listedTerms(registered: Entrant['registered']): Term[] {
  const terms = (registered?.['terms'] ?? {}) as Readonly<Record<string, Term & { readonly listed: boolean }>>;
  return Object.values(terms).filter(({ listed }) => listed);
}

/** Who was not recognised for the year before can only apply anew (SH-EVAL-01.1). */
function notRecognised(year: number): Issue {
  return issue(
    'basis',
    '01.1',
    `登记册中没有您 ${year - 1} 年度市级中小企业服务机构的资格；请按当年度新申报机构申报`,
    `The register does not have you as a municipal SME service institution of ${year - 1}: enter as newly applying this year`,
  );
}

/** Who was recognised for the year before does not apply for the first time (SH-EVAL-12.1). */
const notFirstTime = issue(
  'report.overview.recognition',
  '12.1',
  '上年度市级中小企业服务机构不是初次申报，请填写初次获得资质的时间',
  'Who was recognised for the year before is no first-time applicant: enter the day of the first recognition',
);

/** The report is that of the institution which enters (SH-EVAL-12.1). */
const otherCode = issue(
  'report.overview.creditCode',
  '12.1',
  '自评报告的统一社会信用代码与申报机构不一致',
  'The credit code of the report is not that of the institution that enters',
);
