import { describe, expect, it } from 'vitest';
import { shEvalValues } from './config.ts';
import { checkEligibility, type EligibilityInput } from './eligibility.ts';
import { itemKeys, type ItemKey } from './eligibility-items.ts';
import { filing, type FilingChanges } from './filing.fixture.ts';
import { storeDifferences } from './store-differences.ts';

const submittedOn = '2020-12-01';
const met = { verdict: 'MET', reason: '' } as const;
const judgements = { qualification: met, prospects: met, reputation: met };

function check(changes: FilingChanges = {}, rest: Partial<EligibilityInput> = {}) {
  return checkEligibility({ filing: filing(changes), submittedOn, judgements, ...rest });
}

function statusOf(key: ItemKey, changes: FilingChanges = {}, rest: Partial<EligibilityInput> = {}) {
  return check(changes, rest).items.find((item) => item.key === key)?.status;
}

it('SH-EVAL-02.1 exempts a law firm and fails a branch', () => {
  expect(statusOf('legalPerson', { overview: { legalPerson: false, nature: 'LAW_FIRM' } })).toBe('MET');
  expect(statusOf('legalPerson', { overview: { legalPerson: false, nature: 'BRANCH' } })).toBe('NOT_MET');
  expect(statusOf('qualification', { declaration: { hasQualification: false } })).toBe('NOT_MET');
});

it('SH-EVAL-02.2 takes capital of 100,000 and one year to the day, and asks for no revenue', () => {
  expect(statusOf('registeredCapital', { overview: { registeredCapital: 100_000 } })).toBe('MET');
  expect(statusOf('registeredCapital', { overview: { registeredCapital: 99_999.99 } })).toBe('NOT_MET');
  expect(statusOf('operatingYears', { overview: { establishedOn: '2019-12-01' } })).toBe('MET');
  expect(statusOf('operatingYears', { overview: { establishedOn: '2019-12-02' } })).toBe('NOT_MET');
  expect(itemKeys).not.toContain('revenue');
  expect(check({}, { judgements: {} }).openJudgements).toEqual(['qualification', 'prospects', 'reputation']);
});

describe('staff', () => {
  const seven = { fullTimeStaff: 7, professionals: 5 };

  it('SH-EVAL-02.3 an association with 7 staff is waived with a reason; a company with 9 fails', () => {
    const waivers = { fullTimeStaff: { reason: '会员单位人员协助' } };
    const association = { overview: { ...seven, nature: 'ASSOCIATION' } } as const;
    expect(statusOf('fullTimeStaff', association)).toBe('NOT_MET');
    expect(statusOf('fullTimeStaff', association, { waivers })).toBe('WAIVED');
    expect(check(association, { waivers }).overall).toBe('ELIGIBLE');
    const blank = check(association, { waivers: { fullTimeStaff: { reason: ' ' } } });
    expect([blank.overall, blank.refused.map(({ key }) => key)]).toEqual(['INELIGIBLE', ['fullTimeStaff']]);
    const company = { overview: { fullTimeStaff: 9, professionals: 9 } };
    expect(statusOf('fullTimeStaff', company, { waivers })).toBe('NOT_MET');
    const strict = shEvalValues({ 'eligibility.relaxHeadcount': false });
    expect(statusOf('fullTimeStaff', association, { waivers, values: strict })).toBe('NOT_MET');
  });

  it('SH-EVAL-02.3 relaxes nothing but the headcount of an association', () => {
    const small = { overview: { nature: 'ASSOCIATION', area: 60 } } as const;
    expect(statusOf('area', small, { waivers: { area: { reason: '共用办公室' } } })).toBe('NOT_MET');
  });

  it('SH-EVAL-02.4 takes 14 professionals of 20 and not 13', () => {
    expect(statusOf('professionals', { overview: { professionals: 14 } })).toBe('MET');
    const short = check({ overview: { professionals: 13 } }).items.find(({ key }) => key === 'professionals');
    expect([short?.status, short?.found.zh]).toEqual(['NOT_MET', '13/20 人，65%']);
  });
});

it('SH-EVAL-02.5 takes 80 square metres of fixed premises', () => {
  expect(statusOf('area', { overview: { area: 80 } })).toBe('MET');
  expect(statusOf('area', { overview: { area: 79.9 } })).toBe('NOT_MET');
  expect(statusOf('area', { declaration: { fixedPremises: false } })).toBe('NOT_MET');
  expect(statusOf('equipment', { overview: { equipmentCount: 0 } })).toBe('NOT_MET');
});

it('SH-EVAL-02.6 fails 99 enterprises served, and nobody may override it', () => {
  const few = { overview: { servedThisYear: 99 } };
  expect(statusOf('served', few)).toBe('NOT_MET');
  expect(statusOf('served', few, { waivers: { served: { reason: '疫情影响' } } })).toBe('NOT_MET');
  expect(statusOf('served', { overview: { servedThisYear: 100 } })).toBe('MET');
});

it('SH-EVAL-02.7 asks for discounts', () => {
  expect(statusOf('discountPolicy', { declaration: { discountPolicy: ' ' } })).toBe('NOT_MET');
});

it('SH-EVAL-02.8 takes 30 of 300 services for public benefit and not 29, nor none of none', () => {
  const of = (benefitServices: number, services = 300) =>
    statusOf('benefitShare', { declaration: { benefitServices, services } });
  expect([of(30), of(29), of(0, 0)]).toEqual(['MET', 'NOT_MET', 'NOT_MET']);
});

it('SH-EVAL-02.9 takes fees of 400,000 with 300,000 charged and not with 300,001 or a fen more', () => {
  const charged = (chargedFees: number) => statusOf('benefitSpending', { declaration: { chargedFees } });
  expect([charged(300_000), charged(300_001), charged(300_000.01)]).toEqual(['MET', 'NOT_MET', 'NOT_MET']);
});

it('SH-EVAL-02.10 asks for yearly goals', () => {
  const soundness = { ...filing().declaration.soundness, yearlyGoals: false };
  expect(statusOf('soundness.yearlyGoals', { declaration: { soundness } })).toBe('NOT_MET');
});

it('SH-EVAL-02.11 takes three agreements in force on the day of submission', () => {
  expect(statusOf('partners')).toBe('MET');
  const agreements = filing().materials.agreements.map((one, index) =>
    index === 0 ? { ...one, until: '2020-11-30' } : one,
  );
  expect(statusOf('partners', { materials: { agreements } })).toBe('NOT_MET');
});

it('SH-EVAL-02.12 lets in who has no store, and says that its points are 0', () => {
  const none = check({ overview: { storeName: null } });
  const store = none.items.find(({ key }) => key === 'store');
  expect([none.overall, store?.status, store?.found.zh]).toEqual(['ELIGIBLE', 'MET', '未开店，服务成效积分为 0']);
});

it('SH-EVAL-02.13 keeps out for a penalty of 2018-06-01, rectified or not, and not for one of 2017-11-30', () => {
  const of = (...penalties: string[]) => check({ declaration: { penalties } });
  expect([of('2018-06-01').blocked, of('2018-06-01').overall]).toEqual([true, 'INELIGIBLE']);
  expect([of('2017-11-30').blocked, of('2017-12-01').blocked]).toEqual([false, true]);
  expect(check({ declaration: { underInvestigation: true } }).blocked).toBe(true);
});

it('SH-EVAL-02.6 each condition is as its weakest item', () => {
  const { conditions } = check({ overview: { servedThisYear: 99 } }, { judgements: {} });
  expect(conditions.map(({ status }) => status)).toEqual([
    ...['NEEDS_JUDGEMENT', 'MET', 'NOT_MET', 'MET', 'MET', 'MET', 'MET'],
  ]);
});

it('SH-EVAL-02.2 the differences from the store measures are shown in the numbers of both books', () => {
  const rows = storeDifferences(shEvalValues(), undefined);
  expect(rows[0]).toMatchObject({ item: null, assessment: null, store: { zh: '不少于 5000000 元' } });
  expect(rows.at(-1)?.assessment?.zh).toContain('近 3 年');
  expect(rows.at(-1)?.store?.zh).toContain('近 1 年');
  for (const { item, assessment, store } of rows) {
    expect(assessment ?? store).not.toBeNull();
    if (item !== null) expect(itemKeys).toContain(item);
  }
});
