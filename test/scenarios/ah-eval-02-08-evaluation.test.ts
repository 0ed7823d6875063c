/** The evaluation of 2025 on the real stack: what feeds each row of the sheet, scores, grades, and what follows (AH-EVAL-01, 02, 06, 07, 08). */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { actingOn } from '../support/acting.ts';
import { settled, timelineOf, uploadPdf } from '../support/applications.ts';
import {
  completeNeed,
  enterprises,
  HEFEI,
  heldActivity,
  plannedActivity,
  takenNeed,
  times,
  yearlySummary,
} from '../support/anhui-year.ts';
import { caseOf, caseWhen, refusalOf, type CaseSeen } from '../support/cases.ts';
import { addAccount, mailTo } from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import type { EvaluationSheet, SheetRow } from '../../rules/ah/sheet.ts';
import { sheetFor, type MemberKind } from '../../rules/ah/indicators.ts';
import { norms } from '../../rules/ah/norms.ts';

const WUHU = 'unit:ah-platform-wuhu';
/** Institutions of Hefei by their account: two become excellent, one has the least score of qualified, one a tenth less than that. */
const institutions = {
  resident: '91340100MA2N8HFR1G',
  kechuang: enterprises('2N', 1)[0]!,
  jianghuai: enterprises('2P', 1)[0]!,
  resident2: '91340100MA2N9HFK25',
} as const;
type Institution = keyof typeof institutions;
const contact = { services: '检验检测、创业辅导。', contactName: '周敏', telephone: '0551-62000000' };
/** Points of a whole sheet come to 100; of an institution that nobody evaluated online, half of them are not applicable. */
const weights = {
  ...weightsOf('INSTITUTION', 5, 50),
  ...weightsOf('CITY_PLATFORM', 7, 9),
  ...{ 'evaluation.points.media': 1, 'evaluation.points.titles': 1, 'evaluation.points.complaints': 1 },
  ...{ 'evaluation.limits.excellent': 90, 'evaluation.limits.qualified': 60 },
};
const reason = '依据得分。';

let stack: TestStack;
/** The evaluation of each member. */
const evaluations: Record<string, string> = {};
let needs: string[] = [];
let complaints: string[] = [];

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-12-22T09:00:00+08:00' });
  for (const name of ['kechuang', 'jianghuai'] as const) {
    await addAccount(stack, name, `合肥${name}服务有限公司`, { role: 'provider', party: institutions[name] });
  }
  const [platform, hefei] = [await stack.as('anhuiplatform'), await stack.as('hefei')];
  for (const cityPlatform of ['ah-platform-hefei', 'ah-platform-wuhu']) {
    const city = { ...contact, kind: 'CITY_PLATFORM', cityPlatform, name: '市中小企业综合服务平台' };
    await platform.post('/api/cases/membership', city);
  }
  for (const [name, creditCode] of Object.entries(institutions)) {
    const form = { ...contact, cityPlatform: 'ah-platform-hefei', name: `合肥${name}服务有限公司`, creditCode };
    await hefei.post('/api/cases/membership', { ...form, email: `${name}@demo.anjuan.test` });
  }
  await settled(stack);
}, 120_000);
afterAll(() => stack.stop());

function weightsOf(kind: MemberKind, each: number, satisfaction: number): Record<string, number> {
  const of = (item: string) => (item === 'satisfaction' ? satisfaction : each);
  return Object.fromEntries(sheetFor(kind).items.map((item) => [`evaluation.weights.${kind}.${item}`, of(item)]));
}

/** The same marks for all that is applicable, but for these. */
function marks(kind: MemberKind, each: number, changes: object = {}) {
  return { ...Object.fromEntries(sheetFor(kind).items.map((item) => [item, each])), ...changes };
}

const { act } = actingOn(() => stack);

type Seen = CaseSeen & { readonly extras: { readonly sheet: EvaluationSheet } };

async function seen(id: string, as = 'anhui'): Promise<Seen> {
  return (await caseOf(stack, id, as)) as Seen;
}

async function sheetOf(id: string, as = 'anhui'): Promise<EvaluationSheet> {
  return (await seen(id, as)).extras.sheet;
}

async function rowsOf(id: string, as = 'anhui'): Promise<ReadonlyMap<string, SheetRow>> {
  const { groups } = await sheetOf(id, as);
  return new Map(groups.flatMap(({ rows }) => rows).map((row) => [row.item, row]));
}

const besides = (row: SheetRow | undefined) => row?.beside.map(({ n }) => n);
const flags = (row: SheetRow | undefined) => row?.flags.map(({ zh }) => zh);

/** The part of the platform of Hefei in a survey. */
async function partOf(survey: string): Promise<string> {
  const row = await vi.waitFor(
    () => stack.database.case.findFirstOrThrow({ where: { parentId: survey, subject: HEFEI, revision: { gt: 0 } } }),
    PATIENCE,
  );
  return row.id;
}

/** The year is entered: needs, activities, users, products, surveys, complaints. */
beforeAll(async () => {
  const [hefei, platform, consumer] = [
    await stack.as('hefei'),
    await stack.as('anhuiplatform'),
    await stack.as('consumer'),
  ];
  // Fourteen needs are taken; eight of them are served so far, of which seven enterprises are satisfied.
  needs = await times(14, () => takenNeed(stack));
  await completeNeed(stack, needs[1]!, { on: '2025-12-22', satisfied: false });
  await times(7, (nth) => completeNeed(stack, needs[nth + 2]!, { on: '2025-12-22', satisfied: true }));
  const partners = [institutions.resident];
  const activities = await times(10, (nth) =>
    plannedActivity(stack, {
      ...{ plannedOn: '2025-12-22', mode: nth === 0 ? 'ONLINE' : 'OFFLINE', partners: nth < 5 ? partners : [] },
    }),
  );
  await times(10, (nth) =>
    heldActivity(stack, activities[nth]!, {
      ...{ on: '2025-12-22', onPlan: nth < 3 },
      ...(nth === 0 && { evaluated: { evaluations: 92, satisfied: 83 } }),
    }),
  );
  const enter = (form: object) => hefei.post<{ caseId: string }>('/api/cases/serviceEntry', form);
  await enter({ entry: 'REGISTERED', enterprises: enterprises('3A', 30) });
  await enter({ entry: 'FOLLOWED', enterprises: enterprises('3B', 19) });
  const products = await times(10, (nth) => enter({ entry: 'PRODUCT', product: `企业体检${nth}`, benefit: nth === 0 }));
  for (const { caseId } of products.slice(7)) await hefei.act(caseId, 'withdrawProduct');
  const recognition = { entry: 'DEMONSTRATION', fileIds: [await uploadPdf(hefei, '示范平台认定文件.pdf')] };
  await enter({ ...recognition, enterprises: [institutions.jianghuai] });
  // Enterprises that it has not led in are no resource of its own.
  expect((await refusalOf(enter({ ...recognition, enterprises: enterprises('3A', 1) }))).status).toBe(422);
  for (let nth = 1; nth <= 4; nth += 1) {
    const survey = { topic: `第${nth}次需求征集`, questions: '需要哪些服务？', until: '2025-12-26' };
    const { caseId } = await platform.post<{ caseId: string }>('/api/cases/memberSurvey', survey);
    await hefei.act(await partOf(caseId), 'completeSurvey', { summary: '以检测需求为主。' });
  }
  const complain = () =>
    consumer.post<{ caseId: string }>('/api/cases/memberComplaint', {
      ...{ member: institutions.resident, reason: 'NOT_TARGETED', account: '逾期一个月。', claim: '尽快出具报告' },
      happenedOn: '2025-12-01',
    });
  complaints = (await times(4, complain)).map(({ caseId }) => caseId);
  await stack.advanceTo('2025-12-30T10:00:00+08:00');
  complaints.push((await complain()).caseId);
  for (const [nth, id] of complaints.entries()) {
    await platform.act(id, 'registerComplaint');
    if (nth < 4) await platform.act(id, 'startInvestigation');
  }
  const uphold = (id: string, responsible: string) =>
    platform.act(id, 'upholdComplaint', { responsible, breached: ['NOT_TARGETED'], reason: '逾期属实。' });
  await uphold(complaints[0]!, 'MEMBER');
  await uphold(complaints[1]!, 'PLATFORM');
  await platform.act(complaints[2]!, 'rejectComplaint', { responsible: 'NOBODY', reason: '已按期完成。' });
  await stack.advanceTo('2025-12-31T23:30:00+08:00');
  await enter({ entry: 'FOLLOWED', enterprises: enterprises('3C', 1) });
  await stack.advanceTo('2026-01-01T00:10:00+08:00');
  await enter({ entry: 'FOLLOWED', enterprises: enterprises('3D', 5) });
  await completeNeed(stack, needs[9]!, { on: '2025-12-31' });
  await completeNeed(stack, needs[10]!, { on: '2026-01-01' });
  await vi.waitFor(async () => {
    const rows = await stack.database.case.findMany({ where: { kind: 'annualEvaluation' } });
    for (const { id, subject } of rows) evaluations[subject] = id;
    expect(rows).toHaveLength(6);
  }, PATIENCE);
}, 240_000);

it('AH-EVAL-06.3 AH-EVAL-06.2 a summary lacks none of its seven parts, and who hands in none is listed as incomplete', async () => {
  await stack.advanceTo('2026-01-08T10:00:00+08:00');
  const resident = await stack.as('resident');
  const mediaReports = [1, 2, 3].map((nth) => ({ heading: `报道${nth}`, link: `https://news.example.cn/${nth}` }));
  const titles = [
    { title: '国家高新技术企业', level: 'NATIONAL' },
    { title: '市级示范平台', level: 'CITY' },
  ];
  const summary = await yearlySummary(resident, { mediaReports: [...mediaReports, { heading: '无链接' }], titles });
  const { plans, ...six } = summary.parts;
  expect(plans).toBeTruthy();
  const evaluation = evaluations[institutions.resident]!;
  const refused = await refusalOf(resident.act(evaluation, 'submitSummary', { ...summary, parts: six }));
  expect(refused).toMatchObject({ status: 422, problem: { errors: [{ field: 'parts.plans' }] } });
  await resident.act(evaluation, 'submitSummary', summary);
  for (const name of ['kechuang', 'resident2'] as const) {
    const client = await stack.as(name);
    await client.act(evaluations[institutions[name]]!, 'submitSummary', await yearlySummary(client));
  }
  const hefei = await stack.as('hefei');
  await hefei.act(evaluations[HEFEI]!, 'submitSummary', await yearlySummary(hefei));
  await stack.advanceTo('2026-01-11T09:00:00+08:00');
  const without = evaluations[institutions.jianghuai]!;
  expect((await timelineOf(stack, without, 'anhuiplatformmanager')).map(({ type }) => type)).toContain(
    'SUMMARY_MISSING',
  );
  const complete = async (id: string) => {
    const { tasks } = (await seen(id, 'anhuiplatform')) as unknown as { tasks: { detail: object }[] };
    return tasks.map(({ detail }) => detail);
  };
  expect(await complete(without)).toMatchObject([{ complete: false }]);
  expect(await complete(evaluation)).toMatchObject([{ complete: true }]);
});

it('AH-EVAL-06.4 data sent on 2026-02-10 can be commented until 24 February 24:00, New Year between', async () => {
  await stack.advanceTo('2026-01-15T10:00:00+08:00');
  await act('anhuiplatform', complaints[4]!, 'startInvestigation');
  await act('anhuiplatform', complaints[4]!, 'upholdComplaint', {
    ...{ responsible: 'MEMBER', breached: ['NOT_TARGETED'], reason: '逾期属实。' },
  });
  await stack.advanceTo('2026-02-10T10:00:00+08:00');
  for (const party of Object.values(institutions)) await act('anhuiplatform', evaluations[party]!, 'sendData');
  const resident = evaluations[institutions.resident]!;
  const { deadlines } = (await seen(resident, 'resident')) as unknown as { deadlines: object[] };
  expect(deadlines).toMatchObject([{ name: 'comment', lastDay: '2026-02-24' }]);
  const comment = { comment: '联动次数无误。' };
  await stack.advanceTo('2026-02-24T23:59:00+08:00');
  await act('resident', resident, 'commentData', comment);
  await act('anhuiplatform', resident, 'closeComments', { answer: '收到。' });
  await stack.advanceTo('2026-02-25T00:00:00+08:00');
  for (const party of Object.values(institutions))
    await caseWhen(stack, evaluations[party]!, { stage: 'SCORING', bodyId: 'ah-department' }, 'anhui');
  expect((await refusalOf(act('resident', resident, 'commentData', comment))).status).toBe(409);
});

it('AH-EVAL-01.4 without weights a total is not configured, and not 0; an administrator sets them, and a case adopts them', async () => {
  const resident = evaluations[institutions.resident]!;
  const sheet = { marks: marks('INSTITUTION', 1, { satisfaction: undefined }), norms: [] };
  const refused = await refusalOf(act('anhui', resident, 'scoreSheet', sheet));
  expect(refused).toMatchObject({ code: 'CONDITION_NOT_MET', problem: { facts: { total: 'NOT_CONFIGURED' } } });
  expect((await seen(resident)).facts.total).toBeNull();
  await (await stack.as('admin')).put('/api/rules/AH', { values: weights, note: '综合评价指标分值。' });
  for (const party of Object.values(institutions)) {
    await act('anhuimanager', evaluations[party]!, 'adoptRules', { reason: '按新公布的分值评价。' });
  }
});

it('AH-EVAL-01.2 AH-EVAL-02.6 AH-EVAL-02.8 AH-EVAL-02.13 an institution has neither resources nor internet platform on its sheet, and five joint activities', async () => {
  const { groups } = await sheetOf(evaluations[institutions.resident]!);
  expect(groups.map(({ group }) => group)).toEqual(['EFFECT', 'COOPERATION', 'OWN']);
  const rows = await rowsOf(evaluations[institutions.resident]!);
  expect(rows.size).toBe(11);
  for (const absent of ['resources', 'cultivation', 'internet']) expect([...rows.keys()]).not.toContain(absent);
  expect(rows.get('cooperation')?.value).toBe(5);
  const sheet = { marks: marks('INSTITUTION', 1, { satisfaction: undefined, internet: 1 }), norms: [] };
  const refused = await refusalOf(act('anhui', evaluations[institutions.resident]!, 'scoreSheet', sheet));
  expect(refused.problem.errors).toMatchObject([{ field: 'marks.internet' }]);
});

it('AH-EVAL-01.3 AH-EVAL-02.15 AH-EVAL-02.16 AH-EVAL-02.17 AH-EVAL-08.2 three reports, one title and two complaints stand beside the base score', async () => {
  const { bonuses, deductions } = await sheetOf(evaluations[institutions.resident]!);
  const shown = (items: typeof bonuses) => items.map(({ item, value }) => `${item} ${value}`);
  expect(shown(bonuses)).toEqual(['media 3', 'titles 1']);
  // One of the two was received on 2025-12-30 and verified in January 2026.
  expect(shown(deductions)).toEqual(['complaints 2']);
  const figures = await stack.database.networkFigure.findMany({
    where: { figure: 'complaints', n: 1 },
    orderBy: { day: 'asc' },
  });
  expect(figures.map(({ key, day }) => [key, day])).toEqual([
    [complaints[0], '2025-12-22'],
    [complaints[4], '2025-12-30'],
  ]);
});

it('AH-EVAL-06.1 AH-EVAL-02.12 the platform enters data and gives no marks and no grade; the department sees which norm is missing', async () => {
  const resident = evaluations[institutions.resident]!;
  const met = Object.keys(norms).filter((norm) => norm !== 'QUICK_RESPONSE');
  // 44 of 50 points are 88 of 100; with 3 + 1 and less 2 they are 90.
  const sheet = { marks: marks('INSTITUTION', 4.4, { satisfaction: undefined }), norms: met };
  for (const [action, input] of [
    ['scoreSheet', sheet],
    ['giveGrade', { grade: 'EXCELLENT', reason }],
  ] as const) {
    expect((await refusalOf(act('anhuiplatform', resident, action, input))).status).toBe(403);
  }
  await act('anhui', resident, 'scoreSheet', sheet);
  expect((await seen(resident)).facts).toMatchObject({ total: 90, counts: { media: 3, titles: 1, complaints: 2 } });
  const scored = (await timelineOf(stack, resident, 'anhuimanager')).find(({ type }) => type === 'EVALUATION_SCORED');
  expect(scored?.title.zh).toContain('缺少：快速响应机制');
});

it('AH-EVAL-02.11 without a summary its rows have no basis and score nothing', async () => {
  const without = evaluations[institutions.jianghuai]!;
  const rows = await rowsOf(without);
  for (const item of ['facilities', 'norms']) {
    expect(flags(rows.get(item))).toEqual(['没有年度总结作为依据，不计分']);
  }
  const sheet = (changes: object) => ({
    ...{ marks: marks('INSTITUTION', 3.75, { satisfaction: undefined, ...changes }), norms: [] },
  });
  const refused = await refusalOf(act('anhui', without, 'scoreSheet', sheet({ norms: undefined })));
  expect(refused.problem.errors).toMatchObject([{ field: 'marks.facilities' }]);
  await act('anhui', without, 'scoreSheet', sheet({ facilities: undefined, norms: undefined }));
  expect((await seen(without)).facts).toMatchObject({ total: 60, marks: { facilities: 0, norms: 0, upload: 3.75 } });
});

/** Scored already, or with these marks each: ranked, and then graded as is told. */
async function graded(id: string, grade: string): Promise<void> {
  await act('anhui', id, 'rank');
  await act('anhui', id, 'giveGrade', { grade, reason });
}

it('AH-EVAL-07.5 AH-EVAL-07.1 with limits 90 and 60, 90 is excellent and 59.9 unqualified; institutions are ranked among themselves', async () => {
  const scored = { kechuang: 5, resident2: 3 };
  for (const [name, each] of Object.entries(scored) as [Institution, number][]) {
    // One tenth of a point less than 60 in all: 29.95 of 50.
    const less = name === 'resident2' ? { products: 2.95 } : {};
    const sheet = {
      marks: marks('INSTITUTION', each, { satisfaction: undefined, ...less }),
      norms: Object.keys(norms),
    };
    await act('anhui', evaluations[institutions[name]]!, 'scoreSheet', sheet);
  }
  const resident2 = evaluations[institutions.resident2]!;
  expect((await seen(resident2)).facts.total).toBe(59.9);
  await act('anhui', resident2, 'rank');
  const refused = await refusalOf(act('anhui', resident2, 'giveGrade', { grade: 'QUALIFIED', reason }));
  expect(refused).toMatchObject({ code: 'INVALID_INPUT', problem: { facts: { total: 59.9 } } });
  await act('anhui', resident2, 'giveGrade', { grade: 'UNQUALIFIED', reason });
  for (const name of ['resident', 'kechuang'] as const) await graded(evaluations[institutions[name]]!, 'EXCELLENT');
  await graded(evaluations[institutions.jianghuai]!, 'QUALIFIED');
});

it('AH-EVAL-08.1 a finding that is taken back after the grade is deducted no more, and again once it stands after review', async () => {
  const resident = evaluations[institutions.resident]!;
  const deducted = async () => (await sheetOf(resident)).deductions.map(({ value }) => value);
  await act('anhuiplatformmanager', complaints[0]!, 'reopenFinding', { reason: '补交了交付凭证。' });
  await caseWhen(stack, resident, { stage: 'RANKED' }, 'anhui');
  expect((await seen(resident)).facts).toMatchObject({ total: 91, grade: null, lifted: [complaints[0]] });
  expect(await deducted()).toEqual([1]);
  await act('anhuiplatform', complaints[0]!, 'upholdComplaint', {
    ...{ responsible: 'MEMBER', breached: ['NOT_TARGETED'], reason: '凭证系事后补做，逾期属实。' },
  });
  await vi.waitFor(async () => expect((await seen(resident)).facts.total).toBe(90), PATIENCE);
  expect(await deducted()).toEqual([2]);
  const lines = (await timelineOf(stack, resident, 'anhui')).filter(({ type }) => type === 'DEDUCTION_CHANGED');
  expect(lines.map(({ title }) => title.zh)).toEqual([
    expect.stringContaining('不再减分；得分为 91'),
    expect.stringContaining('恢复减分；得分为 90'),
  ]);
  await act('anhui', resident, 'giveGrade', { grade: 'EXCELLENT', reason });
});

it('AH-EVAL-07.2 AH-EVAL-07.3 AH-EVAL-07.7 the least of qualified keeps its residency; unqualified is countersigned, notified with reasons, and ended', async () => {
  await stack.advanceTo('2026-03-02T10:00:00+08:00');
  for (const name of ['resident', 'kechuang', 'jianghuai'] as const) {
    await act('anhui', evaluations[institutions[name]]!, 'notifyResult', { reason });
    expect(await seen(evaluations[institutions[name]]!)).toMatchObject({ outcome: 'RETAINED' });
  }
  expect((await mailTo(stack, 'jianghuai@demo.anjuan.test', '年度综合评价结果')).text).toContain('合格，保留');
  const resident2 = evaluations[institutions.resident2]!;
  const early = await refusalOf(act('anhui', resident2, 'notifyResult', { reason }));
  expect(early.code).toBe('STEP_MISSING');
  expect((await refusalOf(act('anhui', resident2, 'confirmGrade', { reason }))).status).toBe(403);
  await act('anhuimanager', resident2, 'confirmGrade', { reason });
  await act('anhui', resident2, 'notifyResult', { reason: '服务质量和数据均未达标。' });
  expect(await seen(resident2)).toMatchObject({ outcome: 'RESIDENCY_CANCELLED' });
  const { text } = await mailTo(stack, 'resident2@demo.anjuan.test', '年度综合评价不合格的决定');
  for (const words of ['取消入驻资格', '服务质量和数据均未达标', '59.9', '第 4 名，共 4 家'])
    expect(text).toContain(words);
  const member = await vi.waitFor(async () => {
    const entry = await stack.database.registerEntry.findFirstOrThrow({
      where: { register: 'ah.members', party: institutions.resident2, status: 'RESIDENCY_CANCELLED' },
    });
    return entry;
  }, PATIENCE);
  expect(member.validTo).toBe('2026-03-02');
});

it('AH-EVAL-08.1 once the result is notified, the managers of the department hear that a deducted complaint counts no more', async () => {
  await act('anhuiplatformmanager', complaints[4]!, 'reopenFinding', { reason: '投诉人撤回陈述。' });
  const { text } = await mailTo(stack, 'anhuimanager@demo.anjuan.test', '已计减分的投诉认定被撤销');
  for (const words of ['2025 年度综合评价已通知结果：优秀，得分 90', '系统不自行改动得分和等次'])
    expect(text).toContain(words);
  expect(await seen(evaluations[institutions.resident]!)).toMatchObject({ outcome: 'RETAINED', facts: { total: 90 } });
});

it('AH-EVAL-07.6 cancelled on 2026-03-02 it applies on 2026-03-03, is taken in for decision, and its last result is shown', async () => {
  await stack.advanceTo('2026-03-03T09:00:00+08:00');
  const form = { ...contact, cityPlatform: 'ah-platform-hefei', name: '合肥启航管理咨询有限公司' };
  const { caseId } = await (await stack.as('resident2')).post<{ caseId: string }>('/api/cases/membership', form);
  const applied = await caseWhen(stack, caseId, { stage: 'APPLIED' }, 'hefei');
  expect(applied.facts.formerStatus).toBe('RESIDENCY_CANCELLED');
  expect(applied.tasks).toMatchObject([{ name: 'decideResidency', detail: { formerStatus: 'RESIDENCY_CANCELLED' } }]);
});

it('AH-EVAL-01.1 AH-EVAL-02.1 AH-EVAL-02.2 AH-EVAL-02.3 AH-EVAL-02.4 AH-EVAL-02.5 AH-EVAL-02.7 AH-EVAL-02.8 AH-EVAL-02.9 AH-EVAL-02.14 each row of a city platform counts what happened from 1 January to 31 December 2025', async () => {
  const hefei = evaluations[HEFEI]!;
  for (const id of [hefei, evaluations[WUHU]!]) await act('anhuiplatform', id, 'sendData');
  const { groups } = await sheetOf(hefei, 'anhuiplatform');
  expect(groups.map(({ group, rows }) => `${group} ${rows.length}`)).toEqual([
    ...['EFFECT 5', 'RESOURCES 2', 'COOPERATION 3', 'OWN 4'],
  ]);
  const rows = await rowsOf(hefei, 'anhuiplatform');
  const value = (item: string) => rows.get(item)?.value;
  // 90 of 100: 83 of 92 who came to an activity, 7 of 8 whose need was served.
  expect([value('satisfaction'), besides(rows.get('satisfaction'))]).toEqual([90, [100, 90]]);
  // Of fourteen that were taken nine were completed in the year; one before, one after it, three not yet.
  expect(value('matching')).toBe(9);
  expect([value('activities'), besides(rows.get('activities'))]).toEqual([10, [3]]);
  // 30 registrations and 20 followers, the last at 23:30 on 31 December.
  expect(value('users')).toBe(50);
  // Two of the institutions that it led in were excellent, and a third was recognised as a demonstration platform.
  expect([value('resources'), value('cultivation')]).toEqual([4, 3]);
  expect(value('cooperation')).toBe(5);
  expect(value('collections')).toBe(4);
  expect([value('products'), besides(rows.get('products'))]).toEqual([7, [1]]);
  expect([value('served'), flags(rows.get('served'))]).toEqual([1, ['没有公益性服务']]);
  // What no record of the network shows is entered with a reason: enterprises as reported.
  const correct = (figure: string, to: number) =>
    act('anhuiplatform', hefei, 'correctData', { figure, to, reason: '按上报数据和认定文件核定。' });
  await correct('served', 200);
  const corrected = await rowsOf(hefei, 'anhuiplatform');
  expect([corrected.get('served')?.value, flags(corrected.get('served'))]).toEqual([200, ['没有公益性服务']]);
  await correct('publicServed', 1);
  expect(flags((await rowsOf(hefei, 'anhuiplatform')).get('served'))).toEqual([]);
});

it('AH-EVAL-07.1 AH-EVAL-07.3 AH-EVAL-07.4 city platforms are ranked apart, an unqualified one loses its title, and the list for subsidies is made', async () => {
  await stack.advanceTo('2026-03-11T10:00:00+08:00');
  const [hefei, wuhu] = [evaluations[HEFEI]!, evaluations[WUHU]!];
  for (const id of [hefei, wuhu]) {
    await caseWhen(stack, id, { stage: 'SCORING' }, 'anhui');
    await act('anhuimanager', id, 'adoptRules', { reason: '按新公布的分值评价。' });
  }
  const full = { marks: marks('CITY_PLATFORM', 7, { satisfaction: 9 }), norms: Object.keys(norms) };
  await act('anhui', hefei, 'scoreSheet', full);
  const noSummary = { satisfaction: undefined, facilities: undefined, norms: undefined };
  await act('anhui', wuhu, 'scoreSheet', { marks: marks('CITY_PLATFORM', 1, noSummary), norms: [] });
  await graded(hefei, 'EXCELLENT');
  await graded(wuhu, 'UNQUALIFIED');
  await act('anhuimanager', wuhu, 'confirmGrade', { reason });
  for (const id of [hefei, wuhu]) await act('anhui', id, 'notifyResult', { reason });
  expect(await seen(wuhu)).toMatchObject({ outcome: 'TITLE_CANCELLED' });
  const department = await stack.as('anhui');
  type Item = { member: { party: string }; place: number; grade: string; rewardProposed: boolean };
  const { rankings } = await department.get<{ rankings: { kind: string; items: Item[] }[] }>(
    '/api/ah/evaluations/2025',
  );
  const told = rankings.map(({ kind, items }) => [
    kind,
    ...items.map(({ member, place, grade, rewardProposed }) => `${place} ${member.party} ${grade} ${rewardProposed}`),
  ]);
  const { resident, kechuang, jianghuai, resident2 } = institutions;
  expect(told).toEqual([
    ['CITY_PLATFORM', `1 ${HEFEI} EXCELLENT true`, `2 ${WUHU} UNQUALIFIED false`],
    [
      ...['INSTITUTION', `1 ${kechuang} EXCELLENT true`, `2 ${resident} EXCELLENT true`],
      ...[`3 ${jianghuai} QUALIFIED false`, `4 ${resident2} UNQUALIFIED false`],
    ],
  ]);
  const table = await department.exchange('GET', '/api/ah/evaluations/2025/export?format=csv');
  const proposed = String(table.body)
    .split('\n')
    .filter((line) => line.includes('建议奖补'));
  expect(proposed.map((line) => [HEFEI, kechuang, resident].find((party) => line.includes(party)))).toEqual([
    ...[HEFEI, kechuang, resident],
  ]);
});
