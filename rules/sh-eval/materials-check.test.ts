import { describe, expect, it } from 'vitest';
import { shEvalValues } from './config.ts';
import { filing, servedList, type FilingChanges } from './filing.fixture.ts';
import { materialStates, missingMaterials } from './materials-check.ts';
import { materialKeys, materials, numbered, type MaterialKey } from './materials.ts';
import { readServedList } from './served-list.ts';

const given = { year: 2020, submittedOn: '2020-12-05' };

function missing(changes: FilingChanges, submittedOn = given.submittedOn) {
  return missingMaterials(filing(changes), { ...given, submittedOn }).map(({ field, requirement }) => [
    field.slice('materials.'.length),
    requirement,
  ]);
}

function stateOf(key: MaterialKey, changes: FilingChanges = {}) {
  return materialStates(filing(changes), given).find((one) => one.key === key)?.state;
}

describe('the checklist', () => {
  it('SH-EVAL-04.1 SH-EVAL-04.2 has the 13 materials and the 11 attachments', () => {
    const numbers = (of: 'material' | 'attachment') =>
      materialKeys.map((key) => materials[key][of]).filter((number) => number !== null);
    expect(numbers('material')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(numbers('attachment')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11]);
  });

  it('SH-EVAL-04.3 one file of the fee standard stands under item 5 and attachment 4', () => {
    expect(stateOf('fees')).toBe('ITEM_FILED');
    expect(materials.fees).toMatchObject({ material: 5, attachment: 4 });
    expect(missingMaterials(filing(), given)).toEqual([]);
  });

  it('SH-EVAL-04.1 names item 12 where it is missing, SH-EVAL-04.2 attachment 7 by both numbers', () => {
    const [list] = missingMaterials(filing({ materials: { served: { list: '', fileIds: [] } } }), given);
    expect(list?.message.zh).toContain('第12项《企业服务清单》');
    const [equipment] = missingMaterials(filing({ materials: { equipment: [] } }), given);
    expect(equipment?.message.zh).toContain('第8项（附件7）');
    expect(equipment?.message.en).toContain('Item 8 (attachment 7)');
    expect(numbered(materials.certification).zh).toContain('附件11');
  });
});

it('SH-EVAL-04.4 of three agreements one that ended 2020-11-30 does not count on 2020-12-05', () => {
  const [first, second, third] = filing().materials.agreements;
  if (!first || !second || !third) throw new Error('no agreements');
  const ending = (until: string) => ({ materials: { agreements: [first, second, { ...third, until }] } });
  expect(missing(ending('2020-11-30'))).toEqual([['agreements', 'SH-EVAL-04.4']]);
  expect(missing(ending('2020-12-05'))).toEqual([]);
  expect(missing(ending('2020-11-30'), '2020-11-30')).toEqual([]);
  expect(missing({ materials: { agreements: [first, second, second] } })).toEqual([['agreements', 'SH-EVAL-04.4']]);
});

it('SH-EVAL-04.5 takes 50 distinct credit codes; 50 lines with one code twice are 49', () => {
  expect(missing({ materials: { served: { list: servedList(50), fileIds: [] } } })).toEqual([]);
  const [first = ''] = servedList(1).split('\n');
  const doubled = `${servedList(49)}\n${first}`;
  const [issue] = missingMaterials(filing({ materials: { served: { list: doubled, fileIds: [] } } }), given);
  expect(issue?.message.zh).toContain('现为 49 家');
});

it('SH-EVAL-04.5 reads a list as it is pasted, and names the lines that it cannot read', () => {
  const list = '1\t启明(上海)公司\t９１３１０１１５ＭＡ１Ｋ３ＡＢ１２８\n\n91310115MA1K3AB128，某公司\n没有代码的公司';
  expect(readServedList(list)).toEqual({
    enterprises: [
      { name: '启明（上海）公司', creditCode: '91310115MA1K3AB128' },
      { name: '某公司', creditCode: '91310115MA1K3AB128' },
    ],
    unreadable: [4],
  });
});

describe('accounts', () => {
  const first = { recognition: 'FIRST_TIME', firstRecognisedOn: null } as const;
  const of = (year: number) => ({ year, kind: 'STATEMENTS', fileIds: [`f-${year}`] }) as const;

  it('SH-EVAL-04.6 a new applicant files two years, a recognised institution one', () => {
    expect(missing({ overview: first })).toEqual([['accounts', 'SH-EVAL-04.6']]);
    expect(missing({ overview: first, materials: { accounts: [of(2020), of(2019)] } })).toEqual([]);
    expect(missing({ materials: { accounts: [of(2019)] } })).toEqual([['accounts', 'SH-EVAL-04.6']]);
  });

  it('SH-EVAL-04.6 a new applicant younger than two years files those since its founding, with a note (A-47)', () => {
    const young = { ...first, establishedOn: '2020-01-10' };
    expect(missing({ overview: young })).toEqual([['accounts', 'SH-EVAL-04.6']]);
    expect(missing({ overview: young, materials: { accountsNote: '成立以来的报表' } })).toEqual([]);
    const all = { ...given, values: shEvalValues({ 'assessment.youngApplicant': 'ALL_YEARS' }) };
    const lacking = missingMaterials(filing({ overview: young, materials: { accountsNote: '说明' } }), all);
    expect(lacking.map(({ message }) => message.zh)).toEqual([expect.stringContaining('缺少 2019 年')]);
  });
});

it('SH-EVAL-04.7 of 20 staff 14 copies are 70%, 13 are not; people without a copy do not count', () => {
  const of = (copies: number, people: number) =>
    missing({
      materials: {
        staff: { slips: ['f-slip'], copies: Array.from({ length: copies }, (_, n) => `f-${n}`), people },
      },
    });
  expect(of(14, 14)).toEqual([]);
  expect(of(13, 13)).toEqual([['staff', 'SH-EVAL-04.7']]);
  expect(of(13, 14)).toEqual([['staff', 'SH-EVAL-04.7']]);
  expect(of(20, 13)).toEqual([['staff', 'SH-EVAL-04.7']]);
});

it('SH-EVAL-04.8 honours that do not count need no copies', () => {
  const old = {
    kind: 'NATIONAL',
    name: '旧荣誉',
    obtainedOn: '2017-12-31',
    until: null,
    effect: null,
    issuer: '国家',
  } as const;
  expect(stateOf('honours', { report: { honours: [old] }, materials: { honours: [] } })).toBe('ITEM_NOT_APPLICABLE');
  expect(stateOf('honours', { materials: { honours: [] } })).toBe('ITEM_MISSING');
  expect(stateOf('projects', { report: { honours: [old] }, materials: { projects: [] } })).toBe('ITEM_NOT_APPLICABLE');
});

it('SH-EVAL-04.9 an explanation stands in for the fee standard', () => {
  expect(missing({ materials: { fees: [], feeExplanation: ['f-why'] } })).toEqual([]);
  expect(missing({ materials: { fees: [] } })).toEqual([['fees', 'SH-EVAL-04.9']]);
});

it('SH-EVAL-04.10 attachment 11 is not applicable where there is neither certificate nor audit, and does not block', () => {
  expect([stateOf('certification'), stateOf('benefitAudit')]).toEqual(['ITEM_NOT_APPLICABLE', 'ITEM_NOT_APPLICABLE']);
  expect(missing({ materials: { hasBenefitAudit: true } })).toEqual([['benefitAudit', 'SH-EVAL-04.10']]);
});

it('SH-EVAL-12.8 a certified system needs its certificate', () => {
  const { named } = filing().report.systems;
  const certified = { report: { systems: { certified: true, named } } };
  expect(missing(certified)).toEqual([['certification', 'SH-EVAL-12.8']]);
  expect(missing({ ...certified, materials: { certification: ['f-iso'] } })).toEqual([]);
});

it('SH-EVAL-04.11 the commitment bears both seals', () => {
  const of = (officialSeal: boolean, representativeSeal: boolean) =>
    missing({ materials: { commitment: { fileId: 'f-commitment', officialSeal, representativeSeal } } });
  expect(of(true, false)).toEqual([['commitment', 'SH-EVAL-04.11']]);
  expect(of(false, true)).toEqual([['commitment', 'SH-EVAL-04.11']]);
});

it('SH-EVAL-13.3 SH-EVAL-13.4 the body is filed as PDF and Word, with an electronic seal or as a scan of the sealed print', () => {
  const of = (report: Partial<ReturnType<typeof filing>['materials']['report']>) =>
    missing({ materials: { report: { ...filing().materials.report, ...report } } });
  expect(of({ word: null })).toEqual([['report', 'SH-EVAL-13.3']]);
  expect(of({ sealing: 'SCAN' })).toEqual([]);
  expect(of({ sealing: null })).toEqual([['report', 'SH-EVAL-13.3']]);
  expect(of({ pdf: null, word: null })[0]).toEqual(['report', 'SH-EVAL-05.1']);
});

it('SH-EVAL-04.1 a first-time applicant files no proof of recognition', () => {
  const overview = { recognition: 'FIRST_TIME', firstRecognisedOn: null } as const;
  expect(stateOf('recognition', { overview })).toBe('ITEM_NOT_APPLICABLE');
  expect(stateOf('recognition', { materials: { recognition: [] } })).toBe('ITEM_MISSING');
});
