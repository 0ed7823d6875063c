import { describe, expect, it } from 'vitest';
import { filing, project, type FilingChanges } from './filing.fixture.ts';
import { assessedPeriod, checkDeclaration, checkReport, honourCounts, reviewerWarnings } from './form-check.ts';

const given = { year: 2020, submittedOn: '2020-12-05' };

function issues(changes: FilingChanges) {
  return checkReport(filing(changes).report, given).map(({ field, requirement }) => [field, requirement]);
}

it('SH-EVAL-12.1 a report that lacks nothing has no issues', () => {
  expect(checkReport(filing().report, given)).toEqual([]);
  expect(assessedPeriod(2020)).toEqual({ from: '2020-01-01', to: '2020-12-31' });
});

describe('the overview', () => {
  it('SH-EVAL-12.1 a first-time applicant holds FIRST_TIME and no day; who is recognised names the day', () => {
    expect(issues({ overview: { recognition: 'FIRST_TIME', firstRecognisedOn: null } })).toEqual([]);
    expect(issues({ overview: { recognition: 'FIRST_TIME' } })).toEqual([
      ['report.overview.firstRecognisedOn', 'SH-EVAL-12.1'],
    ]);
    expect(issues({ overview: { firstRecognisedOn: null } })).toEqual([
      ['report.overview.firstRecognisedOn', 'SH-EVAL-12.1'],
    ]);
  });

  it('SH-EVAL-12.2 takes an introduction of 300 characters and not of 301, rare characters counting once', () => {
    expect(issues({ overview: { introduction: '服'.repeat(299) + '𠮷' } })).toEqual([]);
    expect(issues({ overview: { introduction: '服'.repeat(301) } })).toEqual([
      ['report.overview.introduction', 'SH-EVAL-12.2'],
    ]);
    expect(issues({ overview: { introduction: ' ' } })).toEqual([['report.overview.introduction', 'SH-EVAL-12.2']]);
  });

  it('SH-EVAL-12.3 asks for investors where the institution is no legal person, with shares of 100% at most', () => {
    expect(issues({ overview: { legalPerson: false } })).toEqual([['report.overview.investors', 'SH-EVAL-12.3']]);
    const one = { name: '启明集团', nature: '民营', share: 60 };
    expect(issues({ overview: { legalPerson: false, investors: [one] } })).toEqual([]);
    expect(issues({ overview: { legalPerson: false, investors: [one, { ...one, share: 40.01 }] } })).toEqual([
      ['report.overview.investors', 'SH-EVAL-12.3'],
    ]);
  });

  it('SH-EVAL-12.4 refuses public benefit above the total, and more staff than there are', () => {
    expect(issues({ overview: { benefitSpending: 800_000.01 } })).toEqual([
      ['report.overview.benefitSpending', 'SH-EVAL-12.4'],
    ]);
    expect(issues({ overview: { fullTimeStaff: 37, professionals: 38 } })).toEqual([
      ['report.overview.fullTimeStaff', 'SH-EVAL-12.4'],
      ['report.overview.professionals', 'SH-EVAL-12.4'],
    ]);
  });
});

it('SH-EVAL-12.5 refuses a key activity of 2019-12-31 in the report of 2020, and one after the submission', () => {
  const [activity] = filing().report.activities;
  if (activity === undefined) throw new Error('no activity');
  const on = (heldOn: string) => issues({ report: { activities: [{ ...activity, heldOn }] } });
  expect(on('2019-12-31')).toEqual([['report.activities.0.heldOn', 'SH-EVAL-12.5']]);
  expect(on('2020-01-01')).toEqual([]);
  expect(on('2020-12-05')).toEqual([]);
  expect(on('2020-12-06')).toEqual([['report.activities.0.heldOn', 'SH-EVAL-12.5']]);
  expect(issues({ report: { daily: [], activities: [] } })).toEqual([
    ['report.daily', 'SH-EVAL-12.5'],
    ['report.activities', 'SH-EVAL-12.5'],
  ]);
});

it('SH-EVAL-12.6 takes as major project one that runs in the year and says what it does for society', () => {
  const of = (changes: Parameters<typeof project>[0]) => issues({ report: { honours: [project(changes)] } });
  expect(of({ obtainedOn: '2018-01-01', until: '2019-12-31' })).toEqual([['report.honours.0.until', 'SH-EVAL-12.6']]);
  expect(of({ obtainedOn: '2018-01-01', until: '2020-01-01' })).toEqual([]);
  expect(of({ obtainedOn: '2018-01-01', until: null })).toEqual([]);
  expect(of({ effect: null })).toEqual([['report.honours.0.effect', 'SH-EVAL-12.6']]);
});

it('SH-EVAL-04.8 counts honours of 2018 to 2020 and not one of 2017-12-31', () => {
  const counts = (obtainedOn: string) => honourCounts({ ...project(), kind: 'NATIONAL', obtainedOn }, given);
  expect([counts('2017-12-31'), counts('2018-01-01'), counts('2020-12-31')]).toEqual([false, true, true]);
  expect(honourCounts(project({ obtainedOn: '2010-01-01' }), given)).toBe(true);
});

it('SH-EVAL-12.7 asks for a team', () => {
  expect(issues({ report: { team: [] } })).toEqual([['report.team', 'SH-EVAL-12.7']]);
});

it('SH-EVAL-12.8 asks for six systems, unless they are certified', () => {
  const named = {
    service: null,
    finance: null,
    personnel: null,
    quality: null,
    fees: null,
    complaints: null,
    other: null,
  };
  expect(issues({ report: { systems: { certified: true, named } } })).toEqual([]);
  expect(issues({ report: { systems: { certified: false, named } } }).map(([field]) => field)).toEqual(
    ['service', 'finance', 'personnel', 'quality', 'fees', 'complaints'].map((kind) => `report.systems.named.${kind}`),
  );
});

it('SH-EVAL-12.9 refuses rows of 10 and 20 with a subtotal of 31; sums are held in fen', () => {
  const row = (total: number) => ({ service: '咨询', total, personnel: 0.1, equipment: 0.2, note: null });
  const finance = (subtotal: number) => ({
    daily: { rows: [row(10), row(20)], subtotal: { total: subtotal, personnel: 0.2, equipment: 0.4 } },
    activities: { rows: [row(0.3)], subtotal: { total: 0.3, personnel: 0.1, equipment: 0.2 } },
    total: { total: subtotal + 0.3, personnel: 0.3, equipment: 0.6 },
  });
  expect(issues({ report: { finance: finance(30) } })).toEqual([]);
  const wrong = checkReport(filing({ report: { finance: finance(31) } }).report, given);
  expect(wrong).toMatchObject([{ field: 'report.finance.daily.subtotal.total', requirement: 'SH-EVAL-12.9' }]);
  expect(wrong[0]?.message.zh).toContain('应为 30，现为 31');
  const over = {
    ...finance(30),
    activities: { rows: [row(0.29)], subtotal: { total: 0.29, personnel: 0.1, equipment: 0.2 } },
  };
  expect(issues({ report: { finance: over } }).map(([field]) => field)).toEqual([
    'report.finance.activities.rows.0.total',
    'report.finance.total.total',
  ]);
});

it('SH-EVAL-12.10 asks for plans and benefits', () => {
  const plan = { nearTerm: ' ', longTerm: '', economicBenefit: '有', socialBenefit: '' };
  expect(issues({ report: { plan } }).map(([field]) => field)).toEqual([
    ...['report.plan.nearTerm', 'report.plan.longTerm', 'report.plan.socialBenefit'],
  ]);
});

it('SH-EVAL-02.9 the public-benefit spending of the report is the fees by standard less what was charged', () => {
  const check = (declaration: FilingChanges['declaration']) => {
    const { report, declaration: declared } = filing({ declaration });
    return checkDeclaration(report, declared).map(({ field }) => field);
  };
  expect(check({})).toEqual([]);
  expect(check({ chargedFees: 250_000.01 })).toEqual(['report.overview.benefitSpending']);
  expect(check({ chargedFees: 400_001 })).toEqual(['declaration.chargedFees']);
  expect(check({ benefitServices: 301 })).toEqual(['declaration.benefitServices']);
});

it('SH-EVAL-03.3 warns the reviewer of a company in the category of associations', () => {
  const warned = (overview: FilingChanges['overview']) =>
    reviewerWarnings(filing({ overview }).report).map(({ requirement }) => requirement);
  expect(warned({ category: 'ASSOCIATION' })).toEqual(['SH-EVAL-03.3']);
  expect(warned({ category: 'ASSOCIATION', nature: 'ASSOCIATION' })).toEqual([]);
  expect(warned({ category: 'ASSOCIATION', nature: 'PRIVATE_NON_ENTERPRISE' })).toEqual([]);
  expect(warned({ spending: 900_000 })).toEqual(['SH-EVAL-12.9']);
});
