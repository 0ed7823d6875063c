/** One entry that is filed wrong and right by turns: the conditions, the categories and the materials (SH-EVAL-02, 03, 04) at the doors of the platform. */
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { entryBody } from '../../dev/rehearsal/assessment.ts';
import { campaign2020 } from '../../rules/sh-eval/campaign.ts';
import { paperInOrder, servedList, type FilingChanges } from '../../rules/sh-eval/filing.fixture.ts';
import type { Honour } from '../../rules/sh-eval/form.ts';
import type { FiledMaterials } from '../../rules/sh-eval/materials.ts';
import type { ApiClient } from '../support/api-client.ts';
import { goodFigures, timelineOf } from '../support/applications.ts';
import { refusalOf } from '../support/cases.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

interface Issue {
  readonly field: string;
  readonly requirement: string;
  readonly message: { readonly zh: string };
}

interface EntrySeen {
  readonly actions: readonly { readonly name: string; readonly blockedBy: readonly object[] }[];
  readonly facts: { readonly points: { readonly provisional: { readonly year: number; readonly byAngle: object } } };
  readonly forms: readonly {
    readonly data: { readonly report: { readonly overview: { readonly category: string } } };
  }[];
  readonly extras: {
    readonly eligibility: {
      readonly overall: string;
      readonly items: readonly { key: string; status: string; found: { zh: string }; relaxedFor?: { zh: string } }[];
    };
    readonly warnings: readonly { readonly zh: string }[];
  };
}

interface Line {
  readonly key: string;
  readonly state: string;
  readonly numbers: readonly { readonly list: { readonly zh: string }; readonly number: number }[];
}

const reason = '请补正后重新提交。';

let stack: TestStack;
let institution: ApiClient;
let district: ApiClient;
let body: Awaited<ReturnType<typeof entryBody>>;
let entry = '';

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2020-11-10T10:00:00+08:00' });
  const form = { ...campaign2020, contacts: [{ name: '陈立', telephone: '021-23119365' }] };
  const { caseId } = await (await stack.as('commission')).post('/api/cases/assessmentCampaign', form);
  await (await stack.as('commissionmanager')).act(caseId, 'openCampaign');
  [institution, district] = [await stack.as('entrant'), await stack.as('xuhui')];
  body = await entryBody(institution, {
    ...{ year: 2020, creditCode: '91310104MA1FR9HX35', name: '上海恒信创业服务有限公司', category: 'STARTUP' },
    ...{ registeredIn: 'SH/XUHUI', email: 'zhou.min@example.org' },
  });
  entry = (await institution.post('/api/cases/assessmentEntry', body)).caseId;
  await stack.advanceTo('2020-12-01T10:00:00+08:00');
  await district.act(entry, 'recordPaper', { receivedAt: '2020-12-01T10:00:00+08:00', checks: paperInOrder });
});
afterAll(() => stack.stop());

/** The complete entry with some of it changed; as it then stands, a draft. */
function revise({ overview, report, declaration, materials }: FilingChanges): Promise<EntrySeen> {
  const changes = {
    basis: body.basis,
    report: { ...body.report, ...report, overview: { ...body.report.overview, ...overview } },
    declaration: { ...body.declaration, ...declaration },
    materials: { ...body.materials, ...materials },
  };
  return institution.act(entry, 'reviseEntry', { changes });
}

const seenBy = (client: ApiClient): Promise<EntrySeen> => client.get(`/api/cases/${entry}`);
const giveBack = () => district.act(entry, 'returnEntry', { reason });
const item = ({ extras }: EntrySeen, key: string) => extras.eligibility.items.find((one) => one.key === key);

const statusOf = (seen: EntrySeen, key: string) => item(seen, key)?.status;
const keysOf = ({ extras }: EntrySeen, status: string) =>
  extras.eligibility.items.filter((one) => one.status === status).map(({ key }) => key);

/** Hands the changed entry in: how the district then sees it. */
async function handedIn(changes: FilingChanges): Promise<EntrySeen> {
  await revise(changes);
  await institution.act(entry, 'submitEntry');
  return seenBy(district);
}

/** What keeps the changed entry from being handed in, by field. */
async function wrongIn(changes: FilingChanges): Promise<Readonly<Record<string, [requirement: string, zh: string]>>> {
  await revise(changes);
  const { status, code, problem } = await refusalOf(institution.act(entry, 'submitEntry'));
  expect([status, code]).toEqual([422, 'INVALID_INPUT']);
  const issues = problem.facts?.['issues'] as readonly Issue[];
  return Object.fromEntries(issues.map(({ field, requirement, message }) => [field, [requirement, message.zh]]));
}

/** For which conditions the district cannot recommend the entry. */
async function refusedFor(): Promise<string[]> {
  const { code, problem } = await refusalOf(district.act(entry, 'recommend'));
  expect(code).toBe('CONDITION_NOT_MET');
  return (problem.facts?.['notMet'] as { zh: string }[]).map(({ zh }) => zh);
}

const blocks = ({ actions }: EntrySeen, action: string) => actions.find(({ name }) => name === action)?.blockedBy;

/** The checklist of the case: each line's state. */
async function states(): Promise<Readonly<Record<string, string>>> {
  const { items } = await institution.get<{ items: readonly Line[] }>(`/api/cases/${entry}/checklist`);
  return Object.fromEntries(items.map(({ key, state }) => [key, state]));
}

const agreementsUntil = (until: string) =>
  body.materials.agreements.map((agreement, nth) => (nth === 2 ? { ...agreement, until } : agreement));

/** An honour, of which no copy is filed. */
function honour(obtainedOn: string): FilingChanges {
  const one: Honour = {
    ...{ kind: 'NATIONAL', name: '国家中小企业公共服务示范平台', obtainedOn, until: null, effect: null },
    issuer: '工业和信息化部',
  };
  return { report: { honours: [one] }, materials: { honours: [] } };
}

it('SH-EVAL-02.1 a law firm with a practice licence is exempt from legal personality, a branch is not', async () => {
  const investors = [{ name: '合伙人', nature: '自然人', share: 100 }];
  const of = (nature: 'LAW_FIRM' | 'BRANCH') => revise({ overview: { nature, legalPerson: false, investors } });
  const firm = await of('LAW_FIRM');
  expect(item(firm, 'legalPerson')).toMatchObject({
    status: 'MET',
    relaxedFor: { zh: expect.stringContaining('执业') },
  });
  expect((await states())['licence']).toBe('FILED');
  expect(firm.extras.eligibility.overall).toBe('ELIGIBLE');
  expect(keysOf(await of('BRANCH'), 'NOT_MET')).toEqual(['legalPerson']);
});

it('SH-EVAL-02.2 SH-EVAL-02.4 SH-EVAL-02.5 SH-EVAL-02.6 SH-EVAL-02.8 SH-EVAL-02.9 SH-EVAL-02.11 what just reaches each number can be recommended', async () => {
  const seen = await handedIn({
    overview: {
      ...{ registeredCapital: 100_000, establishedOn: '2019-12-01', professionals: 14, fullTimeStaff: 20, area: 80 },
      ...{ servedThisYear: 100, benefitSpending: 100_000 },
    },
    declaration: { services: 300, benefitServices: 30, standardFees: 400_000, chargedFees: 300_000 },
    materials: { agreements: agreementsUntil('2020-12-01'), accountsNote: '成立以来的报表。' },
  });
  expect(keysOf(seen, 'NOT_MET')).toEqual([]);
  const found = (key: string) => [statusOf(seen, key), item(seen, key)?.found.zh];
  expect(found('professionals')).toEqual(['MET', '14/20 人，70%']);
  expect(found('benefitShare')).toEqual(['MET', '30/300 项次，10%']);
  expect(found('partners')).toEqual(['MET', '2020-12-01 有效的协议 3 家']);
  for (const key of ['operatingYears', 'registeredCapital', 'area', 'served', 'benefitSpending']) {
    expect([key, statusOf(seen, key)]).toEqual([key, 'MET']);
  }
  expect((await states())['premises']).toBe('FILED');
  expect(blocks(seen, 'recommend')).toEqual([]);
  await giveBack();
});

it('SH-EVAL-02.2 the same capital with a revenue of 1,000,000 fails the measures for stores', async () => {
  const figures = goodFigures({ registeredCapital: 100_000, revenue: 1_000_000, fiscalYear: 2019 });
  const { eligibility } = await (await stack.as('provider')).post('/api/applications/check', { figures });
  const notMet = eligibility.items.filter(({ status }: { status: string }) => status === 'NOT_MET');
  expect(notMet.map(({ key }: { key: string }) => key)).toEqual(['revenue']);
});

it('SH-EVAL-02.4 SH-EVAL-02.5 SH-EVAL-02.6 SH-EVAL-02.7 SH-EVAL-02.8 SH-EVAL-02.9 SH-EVAL-02.10 what just misses is not recommended, and nobody lets it pass', async () => {
  const seen = await handedIn({
    overview: {
      ...{ registeredCapital: 99_999, establishedOn: '2019-12-02', professionals: 13, fullTimeStaff: 20, area: 79.9 },
      ...{ servedThisYear: 99, benefitSpending: 99_999 },
    },
    declaration: {
      ...{ services: 300, benefitServices: 29, standardFees: 400_000, chargedFees: 300_001, discountPolicy: null },
      soundness: { ...body.declaration.soundness, yearlyGoals: false },
    },
    materials: { accountsNote: '成立以来的报表。' },
  });
  expect(keysOf(seen, 'NOT_MET')).toEqual([
    ...['operatingYears', 'registeredCapital', 'professionals', 'area', 'served', 'discountPolicy'],
    ...['benefitShare', 'benefitSpending', 'soundness.yearlyGoals'],
  ]);
  expect(item(seen, 'professionals')?.found.zh).toBe('13/20 人，65%');
  // A fee list is there; the discount is not.
  expect((await states())['fees']).toBe('FILED');
  expect(await refusedFor()).toEqual([
    ...['运营年限', '注册资本', '专业人员比例', '固定经营服务场所面积', '年服务中小微企业数', '小微企业收费优惠'],
    ...['公益性或低收费服务占比', '公益性服务支出', '年度服务目标'],
  ]);
  expect(seen.actions.filter(({ name }) => /waive|override/i.test(name)).map(({ name }) => name)).toEqual([
    'waiveHeadcount',
  ]);
  expect(await refusalOf(district.act(entry, 'waiveHeadcount', { reason }))).toMatchObject({
    code: 'CONDITION_NOT_MET',
  });
  await giveBack();
});

it('SH-EVAL-02.11 of three agreements one that has expired leaves too few on the day of submission', async () => {
  const expired = await revise({ materials: { agreements: agreementsUntil('2020-11-30') } });
  expect(item(expired, 'partners')).toMatchObject({
    status: 'NOT_MET',
    found: { zh: expect.stringContaining('2 家') },
  });
  expect(blocks(expired, 'submitEntry')).toHaveLength(1);
});

it('SH-EVAL-02.12 SH-EVAL-03.3 who has no store enters, with no points; a company among the associations comes with a warning', async () => {
  const overview = { storeName: null, category: 'ASSOCIATION' } as const;
  const seen = await handedIn({ overview });
  expect(item(seen, 'store')).toMatchObject({ status: 'MET', found: { zh: '未开店，服务成效积分为 0' } });
  expect(seen.facts.points.provisional).toMatchObject({ year: 0, byAngle: {} });
  expect(seen.extras.warnings.map(({ zh }) => zh)).toEqual([
    expect.stringContaining('行业协会类限行业协会或其他民非组织'),
  ]);
  expect(blocks(seen, 'recommend')).toEqual([]);
  await giveBack();
  const fitting = await revise({ overview: { ...overview, nature: 'PRIVATE_NON_ENTERPRISE' } });
  expect(fitting.extras.warnings).toEqual([]);
});

it('SH-EVAL-02.13 a penalty of 2018-06-01 keeps out although it is rectified, one of 2017-11-30 does not', async () => {
  const kept = { 'declaration.penalties': ['SH-EVAL-02.13', expect.stringContaining('暂不能申请参评')] };
  expect(await wrongIn({ declaration: { penalties: ['2018-06-01'] } })).toEqual(kept);
  expect(await wrongIn({ declaration: { underInvestigation: true } })).toEqual(kept);
  const seen = await handedIn({ declaration: { penalties: ['2017-11-30'] } });
  expect([statusOf(seen, 'penalty'), blocks(seen, 'recommend')]).toEqual(['MET', []]);
  await giveBack();
});

it('SH-EVAL-03.4 the second place of the form is stored as TECH_INNOVATION, and no place is', async () => {
  const { forms } = await revise({ overview: { category: 'TECH_INNOVATION' } });
  expect(forms[0]?.data.report.overview.category).toBe('TECH_INNOVATION');
  const answer = await fetch(`${stack.baseUrl}/api/sh-eval/entries/${entry}/report.pdf`, {
    headers: { Authorization: `Bearer ${institution.token}` },
  });
  const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  const { text } = await extractText(pdf, { mergePages: true });
  const printed = text.replace(/\s+/g, '').match(/[□■][^□■]{2,6}类/g);
  expect(printed?.slice(0, 3)).toEqual(['□创业服务类', '■科技创新类', '□市场拓展类']);
  expect(printed).toHaveLength(10);
  for (const place of [2, '2']) {
    await expect(revise({ overview: { category: place as never } })).rejects.toMatchObject({ status: 422 });
  }
});

it('SH-EVAL-04.1 SH-EVAL-04.2 SH-EVAL-04.4 SH-EVAL-04.5 SH-EVAL-04.6 SH-EVAL-04.7 SH-EVAL-04.11 what is missing on 2020-12-05 is named by its numbers, and why', async () => {
  await stack.advanceTo('2020-12-05T10:00:00+08:00');
  const { staff, accounts, commitment } = body.materials;
  const [first = ''] = servedList(1).split('\n');
  const wrong = await wrongIn({
    materials: {
      equipment: [],
      agreements: agreementsUntil('2020-11-30'),
      served: { list: `${servedList(49)}\n${first}`, fileIds: [] },
      accounts: accounts.slice(0, 1) as unknown as FiledMaterials['accounts'],
      staff: { ...staff, copies: staff.copies.slice(0, 13), people: 13 },
      commitment: { ...commitment, representativeSeal: false },
    },
  });
  expect(wrong).toEqual({
    'materials.staff': ['SH-EVAL-04.7', expect.stringMatching(/^第7项（附件6）.*70%（14 人）.*现为 13 人$/)],
    'materials.equipment': ['SH-EVAL-04.1', expect.stringMatching(/^第8项（附件7）.*未提供$/)],
    'materials.agreements': ['SH-EVAL-04.4', expect.stringMatching(/^第10项（附件9）.*2020-12-05.*现为 2 家$/)],
    'materials.accounts': ['SH-EVAL-04.6', expect.stringMatching(/^第11项（附件10）.*缺少 2019 年/)],
    'materials.served': ['SH-EVAL-04.5', expect.stringMatching(/^第12项《企业服务清单》.*不少于 50 家.*现为 49 家$/)],
    'materials.commitment': ['SH-EVAL-04.11', expect.stringMatching(/^第13项.*须有法人签章$/)],
  });
  const { items } = await institution.get<{ items: readonly Line[] }>(`/api/cases/${entry}/checklist`);
  const numbers = (list: string) =>
    new Set(items.flatMap((one) => one.numbers.filter(({ list: of }) => of.zh === list).map(({ number }) => number)));
  const upTo = (last: number) => new Set(Array.from({ length: last }, (_, nth) => nth + 1));
  expect([numbers('测评材料'), numbers('报告附件')]).toEqual([upTo(13), upTo(11)]);
  const empty = await wrongIn({ materials: { served: { list: '', fileIds: [] } } });
  expect(Object.entries(empty)).toEqual([
    ['materials.served', ['SH-EVAL-04.5', expect.stringContaining('第12项《企业服务清单》')]],
  ]);
});

it('SH-EVAL-04.6 an applicant of one year files the accounts since its founding, and says so', async () => {
  const young = (accountsNote: string | null): FilingChanges => ({
    overview: { establishedOn: '2020-01-10' },
    materials: { accounts: body.materials.accounts.slice(0, 1) as unknown as FiledMaterials['accounts'], accountsNote },
  });
  expect(await wrongIn(young(null))).toEqual({
    'materials.accounts': ['SH-EVAL-04.6', expect.stringContaining('请说明提供的是成立以来的报告')],
  });
  expect(blocks(await revise(young('成立以来的报表。')), 'submitEntry')).toEqual([]);
});

it('SH-EVAL-04.8 SH-EVAL-04.9 SH-EVAL-04.10 what counts or exists needs its file: an honour of 2018, a fee standard, an audit', async () => {
  const { report, materials } = honour('2018-01-01');
  expect(await wrongIn({ report, materials: { ...materials, fees: [], hasBenefitAudit: true } })).toEqual({
    'materials.honours': ['SH-EVAL-04.8', expect.stringMatching(/^第3项（附件2）/)],
    'materials.fees': ['SH-EVAL-04.9', expect.stringMatching(/^第5项（附件4）.*没有收费标准的提供说明/)],
    'materials.benefitAudit': ['SH-EVAL-04.10', expect.stringMatching(/附件11/)],
  });
});

it('SH-EVAL-04.4 SH-EVAL-04.5 SH-EVAL-04.7 SH-EVAL-04.8 SH-EVAL-04.9 SH-EVAL-04.10 what is just enough is complete: nothing else is asked for', async () => {
  const { report, materials } = honour('2017-12-31');
  await handedIn({
    report,
    materials: {
      ...materials,
      ...{ fees: [], feeExplanation: body.materials.fees, certification: [], hasBenefitAudit: false },
      agreements: agreementsUntil('2020-12-05'),
      served: { list: servedList(50), fileIds: [] },
      staff: { ...body.materials.staff, copies: body.materials.staff.copies.slice(0, 14), people: 14 },
    },
  });
  const found = await states();
  expect(Object.keys(found).filter((key) => found[key] === 'MISSING')).toEqual([]);
  expect(found).toMatchObject({ fees: 'FILED', agreements: 'FILED', served: 'FILED', staff: 'FILED' });
  expect(found).toMatchObject({
    ...{ honours: 'NOT_APPLICABLE', certification: 'NOT_APPLICABLE', benefitAudit: 'NOT_APPLICABLE' },
  });
  await giveBack();
});

it('SH-EVAL-02.3 the 7 staff of an association are let pass with a reason, the 9 of a company are not', async () => {
  const relax = (why?: string) => district.act(entry, 'waiveHeadcount', { reason: why });
  await handedIn({ overview: { fullTimeStaff: 9, professionals: 9 } });
  expect(await refusedFor()).toEqual(['专职人员']);
  expect(await refusalOf(relax('人员精干。'))).toMatchObject({ code: 'CONDITION_NOT_MET' });
  await giveBack();
  await handedIn({ overview: { nature: 'ASSOCIATION', fullTimeStaff: 7, professionals: 7 } });
  expect(await refusedFor()).toEqual(['专职人员']);
  expect(await refusalOf(relax())).toMatchObject({ status: 422 });
  const why = '会员单位人员协助，服务能力充足。';
  await relax(why);
  expect(item(await seenBy(district), 'fullTimeStaff')).toMatchObject({
    status: 'WAIVED',
    relaxedFor: { zh: expect.stringContaining(why) },
  });
  expect(await district.act(entry, 'recommend')).toMatchObject({ stage: 'RECOMMENDED' });
  const waived = (await timelineOf(stack, entry, 'xuhui')).filter(({ type }) => type === 'HEADCOUNT_RELAXED');
  expect(waived).toMatchObject([{ clause: 'SH-EVAL 二(一)2', detail: { reason: why } }]);
});
