/** What must be put right in a self-evaluation report before it can be submitted (SH-EVAL-12). Fields are paths into the report. */
import { isFilled, text, type Text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import { grouped } from '../conditions/wording.ts';
import { shEvalValues, type ShEvalValues } from './config.ts';
import type { EntryDeclaration, Honour, SelfEvaluationReport, Spending, SpendingGroup } from './form.ts';
import { systemTitles, type SystemKind } from './form.ts';
import { issue, type Issue } from './issue.ts';

/** What a filing is held against: the assessed calendar year and the Shanghai day of submission. */
export interface EntryCase {
  readonly year: number;
  readonly submittedOn: Day;
  readonly values?: ShEvalValues;
}

/** First and last day of the assessed period, which is the calendar year of the campaign (SH-EVAL-01.4). */
export function assessedPeriod(year: number): { readonly from: Day; readonly to: Day } {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** All that must be put right in the report; empty when nothing. */
export function checkReport(report: SelfEvaluationReport, given: EntryCase): Issue[] {
  return [
    ...badOverview(report, given),
    ...badActivities(report, given),
    ...badHonours(report, given),
    ...badTeam(report),
    ...badSystems(report),
    ...badFinance(report),
    ...badPlan(report),
  ];
}

/** What the report and what is declared beside it say differently (note 2 of part 一: the formula of public-benefit spending). */
export function checkDeclaration(report: SelfEvaluationReport, declared: EntryDeclaration): Issue[] {
  const issues: Issue[] = [];
  if (declared.benefitServices > declared.services) {
    issues.push(
      issue(
        'declaration.benefitServices',
        '02.8',
        '公益性或低收费服务不能多于总服务量',
        'The public-benefit or low-fee services cannot be more than all services',
      ),
    );
  }
  if (declared.chargedFees > declared.standardFees) {
    issues.push(
      issue(
        'declaration.chargedFees',
        '02.9',
        '实际收取的费用不能高于按标准应收的费用',
        'What was charged cannot be more than the fees by standard',
      ),
    );
  } else if (cents(report.overview.benefitSpending) !== cents(declared.standardFees) - cents(declared.chargedFees)) {
    const due = grouped((cents(declared.standardFees) - cents(declared.chargedFees)) / 100);
    issues.push(
      issue(
        'report.overview.benefitSpending',
        '02.9',
        `公益性支出应为按标准应收的费用减去实际收取的费用，即 ${due} 元`,
        `The public-benefit spending is the fees by standard less what was charged: RMB ${due}`,
      ),
    );
  }
  return issues;
}

/** What does not stand in the way, but a reviewer must see (SH-EVAL-03.3). */
export function reviewerWarnings(report: SelfEvaluationReport): Issue[] {
  const { category, nature, spending } = report.overview;
  const warnings: Issue[] = [];
  if (category === 'ASSOCIATION' && nature !== 'ASSOCIATION' && nature !== 'PRIVATE_NON_ENTERPRISE') {
    warnings.push(
      issue(
        'report.overview.category',
        '03.3',
        '行业协会类限行业协会或其他民非组织，本机构的性质不符，请核实',
        'The category is for trade associations and other private non-enterprise organisations; this institution is neither, so check it',
      ),
    );
  }
  if (cents(report.finance.total.total) !== cents(spending)) {
    warnings.push(
      issue(
        'report.finance.total.total',
        '12.9',
        '财务状况合计与服务中小企业的总支出不一致，请核实',
        'The total of the finance table differs from the total spending on SME services; check it',
      ),
    );
  }
  return warnings;
}

function badOverview({ overview }: SelfEvaluationReport, { submittedOn, values = shEvalValues() }: EntryCase): Issue[] {
  const issues: Issue[] = [];
  const at = (field: string, requirement: string, zh: string, en: string) =>
    issues.push(issue(`report.overview.${field}`, requirement, zh, en));
  if (overview.establishedOn > submittedOn)
    at('establishedOn', '12.1', '成立时间不能晚于申报日', 'The day of establishment cannot lie after the submission');
  if (overview.recognition === 'FIRST_TIME' && overview.firstRecognisedOn !== null)
    at(
      'firstRecognisedOn',
      '12.1',
      '初次申报的机构没有首次认定时间，请留空',
      'A first-time applicant has no day of first recognition; leave it empty',
    );
  if (overview.recognition === 'RECOGNISED' && overview.firstRecognisedOn === null)
    at(
      'firstRecognisedOn',
      '12.1',
      '请填写初次获得市级中小企业服务机构资质的时间，或者选择“初次申报”',
      'Enter the day of the first recognition, or choose first-time applicant',
    );
  if (overview.firstRecognisedOn !== null && overview.firstRecognisedOn > submittedOn)
    at(
      'firstRecognisedOn',
      '12.1',
      '首次认定时间不能晚于申报日',
      'The first recognition cannot lie after the submission',
    );
  const longest = values['form.introduction'];
  const length = Array.from(overview.introduction).length;
  if (!isFilled(overview.introduction)) at('introduction', '12.2', '请填写机构简介', 'Enter the introduction');
  if (length > longest)
    at(
      'introduction',
      '12.2',
      `机构简介不能超过 ${longest} 字，现为 ${length} 字`,
      `The introduction may have ${longest} characters; it has ${length}`,
    );
  if (!overview.legalPerson && overview.investors.length === 0)
    at(
      'investors',
      '12.3',
      '非独立法人须填写主要投资方的名称、性质和投资比例',
      'An institution that is no independent legal person names its main investors with nature and share',
    );
  const shares = overview.investors.reduce((sum, { share }) => sum + cents(share), 0);
  if (shares > cents(100)) at('investors', '12.3', '投资比例合计不能超过 100%', 'The shares add up to more than 100%');
  if (overview.benefitSpending > overview.spending)
    at(
      'benefitSpending',
      '12.4',
      '公益性支出不能大于服务中小企业的总支出',
      'The public-benefit spending cannot be more than the total spending on SME services',
    );
  if (overview.fullTimeStaff > overview.totalStaff)
    at(
      'fullTimeStaff',
      '12.4',
      '专职人员不能多于机构总人数',
      'The full-time staff cannot be more than the total staff',
    );
  if (overview.professionals > overview.fullTimeStaff)
    at(
      'professionals',
      '12.4',
      '有学历或职称的专职人员不能多于专职人员，每人只计一次',
      'Staff with a degree or a title cannot be more than the full-time staff; count each person once',
    );
  return issues;
}

function badActivities({ daily, activities }: SelfEvaluationReport, { year, submittedOn }: EntryCase): Issue[] {
  const { from, to } = assessedPeriod(year);
  const issues: Issue[] = [];
  if (daily.length === 0)
    issues.push(issue('report.daily', '12.5', '请至少填写一项日常服务', 'Enter at least one daily service'));
  if (activities.length === 0)
    issues.push(issue('report.activities', '12.5', '请至少填写一项重点活动', 'Enter at least one key activity'));
  for (const [index, { heldOn }] of activities.entries()) {
    const field = `report.activities.${index}.heldOn`;
    if (heldOn < from || heldOn > to) {
      issues.push(
        issue(
          field,
          '12.5',
          `重点活动须在 ${year} 年度内完成，现为 ${heldOn}`,
          `A key activity was held within ${year}; this one is of ${heldOn}`,
        ),
      );
    } else if (heldOn > submittedOn) {
      issues.push(
        issue(
          field,
          '12.5',
          `实际完成日期不能晚于申报日，现为 ${heldOn}`,
          `The day on which an activity was held cannot lie after the submission; it is ${heldOn}`,
        ),
      );
    }
  }
  return issues;
}

function badHonours({ honours }: SelfEvaluationReport, given: EntryCase): Issue[] {
  return honours.flatMap((honour, index) => {
    const at = `report.honours.${index}`;
    if (honour.obtainedOn > given.submittedOn)
      return [
        issue(
          `${at}.obtainedOn`,
          '12.6',
          '取得时间不能晚于申报日',
          'The day on which it was obtained cannot lie after the submission',
        ),
      ];
    if (honour.kind !== 'PROJECT') return [];
    const { from } = assessedPeriod(given.year);
    if (honour.until !== null && honour.until < honour.obtainedOn)
      return [issue(`${at}.until`, '12.6', '项目结束日早于开始日', 'The project ends before it begins')];
    if (honour.until !== null && honour.until < from)
      return [
        issue(
          `${at}.until`,
          '12.6',
          `重大合作项目须在 ${given.year} 年进行，该项目已于 ${honour.until} 结束`,
          `A major cooperation project runs in ${given.year}; this one ended on ${honour.until}`,
        ),
      ];
    if (!isFilled(honour.effect))
      return [
        issue(
          `${at}.effect`,
          '12.6',
          '请说明重大合作项目的社会效益和影响力',
          'Describe what the major cooperation project does for society',
        ),
      ];
    return [];
  });
}

/** Kinds of honours that count for some years only (SH-EVAL-04.8, note 1 of 三(一)). */
const DATED: readonly Honour['kind'][] = ['NATIONAL', 'MUNICIPAL', 'DISTRICT', 'INDUSTRY', 'PATENT', 'SPECIAL_FUND'];

/** Whether an honour is of a kind of which copies are filed, item 3 of the materials. */
export function isDated({ kind }: Honour): boolean {
  return DATED.includes(kind);
}

/** Whether a line of 三(一) counts: honours, patents and funds of the last three years, the assessed year among them (SH-EVAL-04.8). */
export function honourCounts(honour: Honour, { year, values = shEvalValues() }: EntryCase): boolean {
  if (!isDated(honour)) return true;
  const first = year - values['materials.honourYears'] + 1;
  return honour.obtainedOn >= assessedPeriod(first).from && honour.obtainedOn <= assessedPeriod(year).to;
}

function badTeam({ team }: SelfEvaluationReport): Issue[] {
  if (team.length > 0) return [];
  return [
    issue(
      'report.team',
      '12.7',
      '请填写从事中小企业服务的部门、团队人员及职责分工',
      'Enter the departments and the team for SME services with their duties',
    ),
  ];
}

function badSystems({ systems: { certified, named } }: SelfEvaluationReport): Issue[] {
  if (certified) return [];
  return (Object.keys(systemTitles) as SystemKind[])
    .filter((kind) => kind !== 'other' && !isFilled(named[kind]))
    .map((kind) =>
      issue(
        `report.systems.named.${kind}`,
        '12.8',
        `未通过管理体系认证的须填写${systemTitles[kind].zh}的制度名称`,
        `Without a certified management system, name the system for: ${systemTitles[kind].en.toLowerCase()}`,
      ),
    );
}

const PARTS = ['total', 'personnel', 'equipment'] as const;

const partTitles: Readonly<Record<(typeof PARTS)[number], Text>> = {
  total: text('服务总支出', 'total'),
  personnel: text('人员费用', 'personnel cost'),
  equipment: text('软硬件投入费用', 'hardware and software cost'),
};

function badFinance({ finance }: SelfEvaluationReport): Issue[] {
  const groups = [
    ['daily', finance.daily],
    ['activities', finance.activities],
  ] as const;
  return [
    ...groups.flatMap(([name, group]) => [...badRows(name, group), ...badSubtotal(name, group)]),
    ...badSums(
      'report.finance.total',
      finance.total,
      groups.map(([, { subtotal }]) => subtotal),
      text('合计', 'The total'),
    ),
  ];
}

function badRows(name: string, { rows }: SpendingGroup): Issue[] {
  return rows.flatMap(({ total, personnel, equipment }, index) =>
    cents(personnel) + cents(equipment) > cents(total)
      ? [
          issue(
            `report.finance.${name}.rows.${index}.total`,
            '12.9',
            '人员费用与软硬件投入费用之和不能大于服务总支出',
            'Personnel cost and hardware and software cost cannot be more than the total of the service',
          ),
        ]
      : [],
  );
}

function badSubtotal(name: string, { rows, subtotal }: SpendingGroup): Issue[] {
  return badSums(`report.finance.${name}.subtotal`, subtotal, rows, text('小计', 'The subtotal'));
}

/** Compared in fen, so that no fraction can tip a sum. */
function badSums(field: string, filed: Spending, of: readonly Spending[], called: Text): Issue[] {
  return PARTS.flatMap((part) => {
    const sum = of.reduce((all, each) => all + cents(each[part]), 0);
    if (sum === cents(filed[part])) return [];
    const [due, has] = [grouped(sum / 100), grouped(filed[part])];
    return [
      issue(
        `${field}.${part}`,
        '12.9',
        `${called.zh}（${partTitles[part].zh}）应为 ${due}，现为 ${has}`,
        `${called.en} (${partTitles[part].en}) must be ${due}; it is ${has}`,
      ),
    ];
  });
}

function badPlan({ plan }: SelfEvaluationReport): Issue[] {
  const wanted = {
    nearTerm: text('近期计划', 'the near-term plan'),
    longTerm: text('远期计划', 'the long-term plan'),
    economicBenefit: text('经济效益', 'the economic benefit'),
    socialBenefit: text('社会效益', 'the social benefit'),
  };
  return (Object.keys(wanted) as (keyof typeof wanted)[])
    .filter((key) => !isFilled(plan[key]))
    .map((key) => issue(`report.plan.${key}`, '12.10', `请填写${wanted[key].zh}`, `Enter ${wanted[key].en}`));
}

/** An amount of at most two decimals in whole hundredths. */
export function cents(amount: number): number {
  return Math.round(amount * 100);
}
