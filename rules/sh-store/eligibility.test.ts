import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { application, favourable } from './application.fixture.ts';
import { shStoreValues } from './config.ts';
import type { ConditionNumber, EligibilityInput, EligibilityResult, ItemKey } from './eligibility.ts';
import { canWaive, checkEligibility, priorityOf } from './eligibility.ts';
import { eligibilityItems, itemKeys, limbKeys } from './eligibility-items.ts';
import type { ApplicationFigures } from './form.ts';
import { checkFigures } from './form-check.ts';

const appliedOn = '2025-09-01';

function check(changes: Partial<ApplicationFigures>, rest: Partial<EligibilityInput> = {}): EligibilityResult {
  return checkEligibility({ figures: application(changes), appliedOn, judgements: favourable, ...rest });
}

function item(result: EligibilityResult, key: ItemKey) {
  const found = result.items.find((each) => each.key === key);
  if (!found) throw new Error(`no item ${key}`);
  return found;
}

function condition(result: EligibilityResult, number: ConditionNumber) {
  return result.conditions.find((each) => each.condition === number)?.status;
}

function statusOf(changes: Partial<ApplicationFigures>, key: ItemKey, rest: Partial<EligibilityInput> = {}) {
  return item(check(changes, rest), key).status;
}

describe('condition (1)', () => {
  it('SH-STORE-01.1 fails a branch without legal personality and exempts a law firm', () => {
    const branch = check({ orgType: 'BRANCH', legalPerson: false });
    expect(item(branch, 'legalPerson').status).toBe('NOT_MET');
    expect(condition(branch, 1)).toBe('NOT_MET');
    const firm = item(check({ orgType: 'LAW_FIRM', legalPerson: false }), 'legalPerson');
    expect(firm.status).toBe('MET');
    expect(firm.relaxedFor?.zh).toContain('律师事务所除外');
  });

  it('SH-STORE-01.2 asks for judgement of a described ability, and fails neither certificate nor ability', () => {
    const described = { hasQualification: false, abilityText: '十年知识产权代理' };
    expect(statusOf(described, 'qualification', { judgements: {} })).toBe('NEEDS_JUDGEMENT');
    expect(statusOf(described, 'qualification')).toBe('MET');
    expect(statusOf({ hasQualification: false, abilityText: '  ' }, 'qualification')).toBe('NOT_MET');
  });

  it('SH-STORE-01.3 takes the first anniversary as one year', () => {
    expect(statusOf({ establishedOn: '2024-09-01' }, 'operatingYears')).toBe('MET');
    expect(statusOf({ establishedOn: '2024-09-01' }, 'operatingYears', { appliedOn: '2025-08-31' })).toBe('NOT_MET');
    const strict = shStoreValues({ 'time.anniversary': false });
    expect(statusOf({ establishedOn: '2024-09-01' }, 'operatingYears', { values: strict })).toBe('NOT_MET');
  });

  it('SH-STORE-01.4 takes capital of exactly 100,000', () => {
    expect(statusOf({ registeredCapital: 100_000 }, 'registeredCapital')).toBe('MET');
    expect(statusOf({ registeredCapital: 99_999 }, 'registeredCapital')).toBe('NOT_MET');
  });

  it('SH-STORE-01.5 takes revenue of exactly 5,000,000.00 and shows the fen that are missing', () => {
    expect(statusOf({ revenue: 5_000_000.0 }, 'revenue')).toBe('MET');
    const short = item(check({ revenue: 4_999_999.99 }), 'revenue');
    expect(short.status).toBe('NOT_MET');
    expect(short.found.en).toContain('4,999,999.99');
    expect(short.needed.zh).toContain('5,000,000');
  });

  it('SH-STORE-01.6 keeps the item open until the reviewer has rated it, a rating against it with its reason', () => {
    expect(check({}, { judgements: {} }).openJudgements).toEqual(['qualification', 'prospects', 'reputation']);
    expect(check({}).openJudgements).toEqual([]);
    const unreasoned = check({}, { judgements: { ...favourable, prospects: { verdict: 'NOT_MET', reason: ' ' } } });
    expect(unreasoned.openJudgements).toEqual(['prospects']);
    expect(unreasoned.refused).toMatchObject([{ key: 'prospects', role: 'REVIEWER' }]);
    const reasoned = check(
      {},
      { judgements: { ...favourable, prospects: { verdict: 'NOT_MET', reason: '连年亏损' } } },
    );
    expect(condition(reasoned, 1)).toBe('NOT_MET');
  });

  it('SH-STORE-01.7 lets the reviewer waive the revenue of a chamber with a reason, never that of a company', () => {
    const waivers = { revenue: { reason: '商会以会费为主' } };
    const poor = { revenue: 2_000_000 };
    expect(condition(check({ ...poor, orgType: 'SOCIAL_ORGANISATION' }), 1)).toBe('NOT_MET');
    const chamber = check({ ...poor, orgType: 'SOCIAL_ORGANISATION' }, { waivers });
    expect(condition(chamber, 1)).toBe('WAIVED');
    expect(item(chamber, 'revenue').relaxedFor?.zh).toContain('商会以会费为主');
    expect(chamber.overall).toBe('ELIGIBLE');
    const company = check(poor, { waivers });
    expect(condition(company, 1)).toBe('NOT_MET');
    expect(company.refused).toMatchObject([{ key: 'revenue', role: 'REVIEWER' }]);
    const unreasoned = check({ ...poor, orgType: 'SOCIAL_ORGANISATION' }, { waivers: { revenue: { reason: '' } } });
    expect(condition(unreasoned, 1)).toBe('NOT_MET');
    const strict = shStoreValues({ 'eligibility.relax': false });
    expect(condition(check({ ...poor, orgType: 'SOCIAL_ORGANISATION' }, { waivers, values: strict }), 1)).toBe(
      'NOT_MET',
    );
  });
});

describe('condition (2)', () => {
  it('SH-STORE-01.8 takes 10 full-time staff', () => {
    expect(statusOf({ fullTimeStaff: 10 }, 'fullTimeStaff')).toBe('MET');
    expect(statusOf({ fullTimeStaff: 9 }, 'fullTimeStaff')).toBe('NOT_MET');
  });

  it('SH-STORE-01.9 counts each person once and takes exactly 70 %', () => {
    const seven = { fullTimeStaff: 10, degreeOnly: 4, titleOnly: 1, degreeAndTitle: 2 };
    const met = item(check(seven), 'professionals');
    expect(met.status).toBe('MET');
    expect(met.found.en).toBe('7 of 10, 70%');
    expect(statusOf({ ...seven, titleOnly: 0 }, 'professionals')).toBe('NOT_MET');
    expect(statusOf({ fullTimeStaff: 0, degreeOnly: 0, titleOnly: 0, degreeAndTitle: 0 }, 'professionals')).toBe(
      'NOT_MET',
    );
  });

  it('SH-STORE-01.10 takes 80.0 m2 of a fixed place', () => {
    expect(statusOf({ area: 80.0 }, 'area')).toBe('MET');
    expect(statusOf({ area: 79.9 }, 'area')).toBe('NOT_MET');
    expect(statusOf({ area: 300, fixedPremises: false }, 'area')).toBe('NOT_MET');
  });

  it('SH-STORE-01.11 asks for an empty equipment field', () => {
    expect(checkFigures(application({ equipment: '' }), appliedOn)).toMatchObject([
      { field: 'equipment', requirement: 'SH-STORE-01.11' },
    ]);
    expect(checkFigures(application(), appliedOn)).toEqual([]);
    expect(statusOf({ equipment: null }, 'equipment')).toBe('NOT_MET');
  });

  it('SH-STORE-01.12 lets the reviewer waive staff and premises of an association, each with its reason', () => {
    const small = {
      orgType: 'SOCIAL_ORGANISATION',
      fullTimeStaff: 6,
      degreeOnly: 6,
      titleOnly: 0,
      degreeAndTitle: 0,
      area: 60,
    } as const;
    const waivers = { fullTimeStaff: { reason: '协会编制有限' }, area: { reason: '与会员单位合用' } };
    expect(condition(check(small, { waivers }), 2)).toBe('WAIVED');
    expect(condition(check(small, { waivers: { area: waivers.area } }), 2)).toBe('NOT_MET');
  });
});

describe('conditions (3) and (4)', () => {
  it('SH-STORE-01.13 takes 100 enterprises; a manager may override 99 with a reason, a reviewer may not', () => {
    expect(statusOf({ enterprisesServed: 100 }, 'served')).toBe('MET');
    expect(statusOf({ enterprisesServed: 99 }, 'served')).toBe('NOT_MET');
    const served = { reason: '服务以大型企业为主' };
    expect(statusOf({ enterprisesServed: 99 }, 'served', { overrides: { served } })).toBe('WAIVED');
    expect(statusOf({ enterprisesServed: 99 }, 'served', { waivers: { served } })).toBe('NOT_MET');
    expect(statusOf({ enterprisesServed: 99 }, 'served', { overrides: { served: { reason: ' ' } } })).toBe('NOT_MET');
    const firm = shStoreValues({ 'override.inPrinciple': false });
    expect(statusOf({ enterprisesServed: 99 }, 'served', { overrides: { served }, values: firm })).toBe('NOT_MET');
  });

  it('SH-STORE-01.14 fails condition (3) without a discount policy', () => {
    expect(condition(check({ discountPolicy: null }), 3)).toBe('NOT_MET');
    expect(condition(check({}), 3)).toBe('MET');
  });

  it('SH-STORE-01.15 fails condition (4) with three of four and names the missing one', () => {
    const result = check({ systems: { management: true, serviceFlow: true, fees: true, qualityAssurance: false } });
    const four = result.conditions.find((each) => each.condition === 4);
    expect(four).toMatchObject({ status: 'NOT_MET', notMet: ['systems.qualityAssurance'] });
    expect(result.explanations.map(({ zh }) => zh).join()).toContain('服务质量保证措施');
  });
});

describe('condition (5)', () => {
  it('SH-STORE-01.16 blocks on an unrectified penalty of the last year alone', () => {
    const rectified = check({ penalties: [{ decidedOn: '2025-03-01', rectified: true }] });
    expect(rectified.blocked).toBe(false);
    const open = check({ penalties: [{ decidedOn: '2025-03-01', rectified: false }] });
    expect(open).toMatchObject({ blocked: true, overall: 'INELIGIBLE' });
    expect(item(open, 'penalty').found.zh).toContain('2025-03-01');
    expect(check({ penalties: [{ decidedOn: '2024-08-31', rectified: false }] }).blocked).toBe(false);
    expect(check({ penalties: [{ decidedOn: '2024-09-01', rectified: false }] }).blocked).toBe(true);
    const any = shStoreValues({ 'eligibility.penaltyUnrectifiedOnly': false });
    expect(check({ penalties: [{ decidedOn: '2025-03-01', rectified: true }] }, { values: any }).blocked).toBe(true);
  });

  it('SH-STORE-01.16 has three separate limbs, each open to a manager with a reason', () => {
    expect(check({ underInvestigation: true }).blocked).toBe(true);
    expect(check({ goodFaith: false }).blocked).toBe(true);
    const overrides = { investigation: { reason: '仅为证人' } };
    const overridden = check({ underInvestigation: true }, { overrides });
    expect(overridden).toMatchObject({ blocked: false, overall: 'ELIGIBLE' });
    expect(check({ underInvestigation: true, goodFaith: false }, { overrides }).blocked).toBe(true);
    expect(check({ underInvestigation: true }, { waivers: overrides }).blocked).toBe(true);
  });

  it('SH-STORE-07.4 does not let an override of (5) carry a trial', () => {
    const overrides = { investigation: { reason: '仅为证人' } };
    const poor = { underInvestigation: true, revenue: 3_000_000 };
    expect(check(poor, { overrides }).overall).toBe('INELIGIBLE');
    expect(check(poor, { overrides, route: 'TRIAL' }).blocked).toBe(true);
    expect(canWaive('penalty', application(), 'MANAGER', 'TRIAL').allowed).toBe(false);
    expect(canWaive('penalty', application(), 'MANAGER').allowed).toBe(true);
  });
});

describe('the whole', () => {
  it('SH-STORE-01.17 puts an award first in the queue and leaves the checks alone', () => {
    const plain = application();
    const awarded = application({ awards: [{ level: 'DISTRICT', name: '静安区示范服务机构' }] });
    expect([plain, awarded].sort((a, b) => priorityOf(b) - priorityOf(a))[0]).toBe(awarded);
    const results = [plain, awarded].map((figures) => checkEligibility({ figures, appliedOn, judgements: favourable }));
    expect(results[0]).toEqual(results[1]);
  });

  it('SH-STORE-01 finds a good company eligible and a poorer one a candidate for a trial', () => {
    expect(check({})).toMatchObject({ overall: 'ELIGIBLE', blocked: false, openJudgements: [], refused: [] });
    expect(check({ revenue: 3_000_000 }).overall).toBe('TRIAL_CANDIDATE');
  });

  it('SH-STORE-07.1 takes no institution for a trial whose want of prospects is all that it lacks', () => {
    const dim = { judgements: { ...favourable, prospects: { verdict: 'NOT_MET', reason: '连年亏损' } } } as const;
    const alone = check({}, dim);
    expect(alone.overall).toBe('INELIGIBLE');
    expect(alone.explanations.at(-1)?.zh).toContain('成长性');
    // With something else missing it is for the judgement of its potential.
    expect(check({ revenue: 3_000_000 }, dim).overall).toBe('TRIAL_CANDIDATE');
  });

  it('SH-STORE-01.16 takes what the review found out for what the applicant declared, limb by limb', () => {
    const reason = '信用中国公示的处罚决定';
    for (const limb of limbKeys) {
      const found = check({}, { findings: { [limb]: { found: true, reason } } });
      expect(found).toMatchObject({ blocked: true, overall: 'INELIGIBLE' });
      expect(item(found, limb)).toMatchObject({ status: 'NOT_MET', found: { zh: `审核认定存在：${reason}` } });
      expect(found.conditions.find(({ condition }) => condition === 5)?.notMet).toEqual([limb]);
    }
    const declared = check({ goodFaith: false }, { findings: { goodFaith: { found: false, reason: '误填' } } });
    expect(declared).toMatchObject({ blocked: false, overall: 'ELIGIBLE' });
    // A manager may override it with a reason, on the standard route alone (SH-STORE-07.4).
    const overridden = {
      findings: { goodFaith: { found: true, reason } },
      overrides: { goodFaith: { reason: '轻微' } },
    };
    expect(check({}, overridden)).toMatchObject({ blocked: false, overall: 'ELIGIBLE' });
    expect(canWaive('goodFaith', application(), 'REVIEWER').why.zh).toContain('例外处理');
    expect(check({}, { ...overridden, route: 'TRIAL' })).toMatchObject({ blocked: true, overall: 'INELIGIBLE' });
  });

  it('SH-STORE-02.3 lets a manager alone relax (1) to (4) for an invited institution', () => {
    const lead = application({ revenue: 3_000_000 });
    expect(canWaive('revenue', lead, 'MANAGER', 'INVITED').allowed).toBe(true);
    expect(canWaive('systems.fees', lead, 'MANAGER', 'INVITED').allowed).toBe(true);
    expect(canWaive('systems.fees', lead, 'REVIEWER', 'INVITED').allowed).toBe(false);
    expect(canWaive('revenue', { ...lead, orgType: 'SOCIAL_ORGANISATION' }, 'REVIEWER', 'INVITED').allowed).toBe(false);
    expect(canWaive('revenue', lead, 'MANAGER').allowed).toBe(false);
  });

  it('cites a requirement and a clause for every item', () => {
    expect(itemKeys).toHaveLength(20);
    for (const { id, clause, condition: number } of Object.values(eligibilityItems)) {
      expect(id).toMatch(/^SH-STORE-01\.\d+$/);
      expect(clause).toBe(`SH-STORE 一.1(${number})`);
    }
  });
});

describe('properties', () => {
  const raisable = [
    'registeredCapital',
    'revenue',
    'enterprisesServed',
    'fullTimeStaff',
    'degreeOnly',
    'titleOnly',
    'degreeAndTitle',
    'area',
  ] as const;
  const figure = fc.record({
    registeredCapital: fc.integer({ min: 0, max: 300_000 }),
    revenue: fc.integer({ min: 0, max: 1_000_000_000 }).map((fen) => fen / 100),
    enterprisesServed: fc.integer({ min: 0, max: 200 }),
    fullTimeStaff: fc.integer({ min: 0, max: 30 }),
    degreeOnly: fc.integer({ min: 0, max: 10 }),
    titleOnly: fc.integer({ min: 0, max: 10 }),
    degreeAndTitle: fc.integer({ min: 0, max: 10 }),
    area: fc.integer({ min: 0, max: 1600 }).map((tenths) => tenths / 10),
  });

  it('SH-STORE-01 raising a figure never turns MET into NOT_MET, but for the share of which staff is the divisor', () => {
    fc.assert(
      fc.property(figure, fc.constantFrom(...raisable), fc.integer({ min: 1, max: 6_000_000 }), (low, name, more) => {
        const before = check(low);
        const after = check({ ...low, [name]: low[name] + more });
        for (const { key, status } of before.items) {
          if (status !== 'MET' || (key === 'professionals' && name === 'fullTimeStaff')) continue;
          expect(item(after, key).status).toBe('MET');
        }
      }),
    );
  });

  it('SH-STORE-01.9 the share agrees with whole-number arithmetic for any head count', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (staff, count) => {
        const wanted = staff > 0 && BigInt(count) * 10n >= BigInt(staff) * 7n ? 'MET' : 'NOT_MET';
        expect(
          statusOf({ fullTimeStaff: staff, degreeOnly: count, titleOnly: 0, degreeAndTitle: 0 }, 'professionals'),
        ).toBe(wanted);
      }),
    );
  });
});
