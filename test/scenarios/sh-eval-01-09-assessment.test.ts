/** The assessment of 2020 from its draft to the list, through the public API alone: SH-EVAL-01, 05 to 09 on the real stack. */
import { readXlsx } from 'hucre/xlsx';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { TRAINING_PASSWORD } from '../../prisma/seed.ts';
import { campaign2020 } from '../../rules/sh-eval/campaign.ts';
import { checkDigit } from '../../rules/parties/credit-code.ts';
import { ApiClient } from '../support/api-client.ts';
import { entryBody } from '../../dev/rehearsal/assessment.ts';
import { marks } from '../support/assessment-case.ts';
import type { CaseSeen } from '../support/cases.ts';
import { mailTo } from '../support/mails.ts';
import { plannedNotices } from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { paperInOrder } from '../../rules/sh-eval/filing.fixture.ts';

interface Entrant {
  readonly client: ApiClient;
  readonly email: string;
  readonly party: string;
  entry: string;
}

interface Progress {
  readonly cells: readonly { readonly category: string; readonly stage: string; readonly entries: number }[];
}

const ENTRANTS = 12;
const LEGAL = 5;
const reason = '材料与事实不符。';
const published = { link: 'https://sheitc.example.cn/assessment/2020' };

let stack: TestStack;
let campaign = '';
const entrants: Entrant[] = [];

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2020-11-10T10:00:00+08:00' });
  const admin = await stack.as('admin');
  for (let nth = 0; nth < ENTRANTS + 2; nth += 1) {
    const body = `91310115MA1${String(nth).padStart(2, '0')}0000`;
    const party = body + checkDigit(body);
    const email = `entrant-${nth}@demo.anjuan.test`;
    const offices = [{ role: 'provider', party }];
    await admin.post('/api/accounts', { name: `第${nth + 1}服务机构`, email, offices, password: TRAINING_PASSWORD });
    entrants.push({ client: await ApiClient.signIn(stack.baseUrl, email), email, party, entry: '' });
  }
  const second = { role: 'manager', bodyId: 'sh-commission', region: 'SH' };
  await admin.post('/api/accounts', {
    ...{ name: '市经信委 李副处长', email: 'second@demo.anjuan.test', offices: [second], password: TRAINING_PASSWORD },
  });
});
afterAll(() => stack.stop());

const as = (account: string) => stack.as(account);
const seen = (id: string, by = 'commission') => as(by).then((client) => client.get<CaseSeen>(`/api/cases/${id}`));

async function enter(entrant: Entrant, nth: number, changes: object = {}): Promise<string> {
  const form = await formOf(entrant, nth, changes);
  const { caseId } = await entrant.client.post<{ caseId: string }>('/api/cases/assessmentEntry', {
    ...form,
    ...changes,
  });
  return caseId;
}

/** The form of an entrant as it hands it in. */
function formOf({ client, party }: Entrant, nth: number, changes: object = {}) {
  const { year = 2020, basis } = changes as { readonly year?: number; readonly basis?: string };
  return entryBody(client, {
    ...{ year, creditCode: party, name: `上海第${nth + 1}企业服务有限公司`, category: nth < LEGAL ? 'LEGAL' : 'IP' },
    ...{ registeredIn: 'SH/PUDONG', email: `contact-${nth}@example.org` },
    recognised: basis === 'RECOGNISED',
  });
}

/** The bytes that a client is handed. */
async function fileOf(client: ApiClient, path: string): Promise<Buffer> {
  const headers = { Authorization: `Bearer ${client.token}` };
  const response = await fetch(`${stack.baseUrl}${path}`, { headers });
  expect(response.status, path).toBe(200);
  const content = Buffer.from(await response.arrayBuffer());
  return content;
}

const bare = (words: string) => words.replace(/\s+/g, '');

/** On which days of Shanghai reminders of a case were planned, from a day on. */
async function remindedOn(entry: string, from: string): Promise<string[]> {
  const planned = await plannedNotices(stack, entry, 'deadlineReminder');
  return [...new Set(planned.map((line) => line.slice(0, 10)))].filter((day) => day >= from);
}

async function stages(): Promise<Record<string, number>> {
  const rows = await stack.database.case.groupBy({
    by: ['stage'],
    where: { kind: 'assessmentEntry' },
    _count: { _all: true },
  });
  return Object.fromEntries(rows.map(({ stage, _count }) => [stage, _count._all]));
}

it('SH-EVAL-01.5 the commission drafts the campaign with the dates of its notice, and a manager opens it', async () => {
  const form = { ...campaign2020, contacts: [{ name: '陈立', telephone: '021-23119365' }] };
  const staff = await as('commission');
  const { caseId } = await staff.post<{ caseId: string }>('/api/cases/assessmentCampaign', form);
  campaign = caseId;
  await expect(enter(entrants[0]!, 0)).rejects.toMatchObject({ status: 409 });
  await (await as('commissionmanager')).act(campaign, 'openCampaign');
  expect(await seen(campaign)).toMatchObject({ stage: 'OPEN' });
  await expect(staff.post('/api/cases/assessmentCampaign', form)).rejects.toMatchObject({ code: 'ALREADY_OPEN' });
  await mailTo(stack, 'pudong@demo.anjuan.test', '2020年中小企业服务质量第三方测评');
});

it('SH-EVAL-05.3 SH-EVAL-03.1 an institution enters once, in the district of its registration', async () => {
  const [first] = entrants;
  await expect(enter(first!, 0, { registeredIn: 'SH/XUHUI', handInAt: 'SH/PUDONG' })).rejects.toMatchObject({
    status: 422,
    code: 'INVALID_INPUT',
  });
  await expect(enter(first!, 0, { basis: 'RECOGNISED' })).rejects.toMatchObject({ code: 'CONDITION_NOT_MET' });
  const { report } = await formOf(first!, 0);
  const ticked = { report: { ...report, overview: { ...report.overview, category: ['LEGAL', 'IP'] } } };
  await expect(enter(first!, 0, ticked)).rejects.toMatchObject({ status: 422 });
  await Promise.all(entrants.map(async (one, nth) => (one.entry = await enter(one, nth))));
  await expect(enter(first!, 0)).rejects.toMatchObject({ code: 'ALREADY_OPEN' });
  await expect((await as('xuhui')).get(`/api/cases/${first!.entry}`)).rejects.toMatchObject({ status: 403 });
});

it('SH-EVAL-05.5 institutions are reminded before the cut-off', async () => {
  await stack.advanceTo('2020-11-27T09:00:00+08:00');
  await mailTo(stack, entrants[0]!.email, '报送纸质和电子版申报材料');
});

it('SH-EVAL-05.2 SH-EVAL-05.4 SH-EVAL-05.5 what arrived before 17:00:01 is in time, and all else is late', async () => {
  await stack.advanceTo('2020-12-11T16:30:00+08:00');
  expect(await remindedOn(entrants[0]!.entry, '2020-11-01')).toEqual(['2020-11-27', '2020-12-08', '2020-12-10']);
  const handedIn = entrants.slice(0, ENTRANTS + 1);
  for (const { client, entry } of handedIn) await client.act(entry, 'submitEntry');
  const pudong = await as('pudong');
  for (const { entry } of entrants.slice(0, ENTRANTS)) {
    await pudong.act(entry, 'recordPaper', { receivedAt: '2020-12-11T16:00:00+08:00', checks: paperInOrder });
  }
  const [late, never] = entrants.slice(ENTRANTS);
  await stack.advanceTo('2020-12-11T17:20:00+08:00');
  await pudong.act(late!.entry, 'recordPaper', { receivedAt: '2020-12-11T17:20:00+08:00', checks: paperInOrder });
  await vi.waitFor(async () => {
    expect(await stages()).toEqual({ DISTRICT_REVIEW: ENTRANTS, LATE_REFUSED: 2 });
    expect(await seen(campaign)).toMatchObject({ stage: 'DISTRICT_REVIEW' });
  }, PATIENCE);
  await mailTo(stack, never!.email, '逾期');
  await expect(never!.client.act(never!.entry, 'submitEntry')).rejects.toMatchObject({ status: 409 });
});

it('SH-EVAL-06.1 SH-EVAL-06.4 of twelve entries the district recommends nine, and tells three why not', async () => {
  const pudong = await as('pudong');
  for (const { entry } of entrants.slice(0, 9)) await pudong.act(entry, 'recommend');
  for (const { entry } of entrants.slice(9, ENTRANTS)) await pudong.act(entry, 'notRecommend', { reason });
  expect(await stages()).toEqual({ RECOMMENDED: 9, NOT_RECOMMENDED: 3, LATE_REFUSED: 2 });
  const read = async (by: string) => (await as(by)).get<Progress>(`/api/sh-eval/campaigns/${campaign}`);
  const recommended = (await read('pudong')).cells.filter(({ stage }) => stage === 'RECOMMENDED');
  expect(recommended.map(({ category, entries }) => [category, entries])).toEqual([
    ['IP', 4],
    ['LEGAL', 5],
  ]);
  expect((await read('xuhui')).cells).toEqual([]);
  expect((await read('commission')).cells).toEqual((await read('pudong')).cells);
  await expect(read('assessor')).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
  const mail = await mailTo(stack, entrants[9]!.email, '未推荐参加测评');
  expect(mail.text).toContain(reason);
});

it('SH-EVAL-13.3 SH-EVAL-06.3 the report is printed as PDF and Word for who may read it, and annex 1 for its district', async () => {
  const [first, second] = entrants;
  const report = `/api/sh-eval/entries/${first!.entry}/report`;
  const pdf = await fileOf(first!.client, `${report}.pdf`);
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  expect(bare(text)).toContain(bare('上海第1企业服务有限公司'));
  expect((await fileOf(await as('pudong'), `${report}.docx`)).subarray(0, 2).toString('latin1')).toBe('PK');
  expect((await second!.client.exchange('GET', `${report}.pdf`)).status).toBe(404);
  expect((await (await as('xuhui')).exchange('GET', `${report}.docx`)).status).toBe(403);

  const annex = (district: string) => `/api/sh-eval/campaigns/${campaign}/recommendations.xlsx?district=${district}`;
  const { sheets } = await readXlsx(await fileOf(await as('pudong'), annex('SH/PUDONG')));
  const [, , , head, ...rows] = sheets[0]!.rows;
  expect(head).toEqual(['序号', '申报单位名称', '申报类别', '联系人', '手机', '办公电话', '传真', '电子邮箱']);
  expect(rows.map(([nth]) => nth)).toEqual(Array.from({ length: 9 }, (_, nth) => nth + 1));
  const recommended = entrants.slice(0, 9).map((_, nth) => `上海第${nth + 1}企业服务有限公司`);
  expect(rows.map(([, name]) => name).sort()).toEqual(recommended.sort());
  expect((await (await as('xuhui')).exchange('GET', annex('SH/PUDONG'))).status).toBe(403);
  expect((await (await as('pudong')).exchange('GET', annex('SH'))).status).toBe(404);
});

it('SH-EVAL-06.2 SH-EVAL-06.5 what was posted on 18 December at 16:00 is in time, whoever writes it down', async () => {
  await stack.advanceTo('2020-12-18T16:30:00+08:00');
  expect(await remindedOn(entrants[8]!.entry, '2020-12-12')).toEqual(['2020-12-15', '2020-12-17']);
  const posted = { letter: '浦科经〔2020〕88号', postedAt: '2020-12-18T16:00:00+08:00' };
  const pudong = await as('pudong');
  for (const { entry } of entrants.slice(0, 8)) await pudong.act(entry, 'recordDispatch', posted);
  await stack.advanceTo('2020-12-21T10:00:00+08:00');
  const last = entrants[8]!;
  await vi.waitFor(async () => {
    expect(await seen(last.entry)).toMatchObject({ stage: 'DISTRICT_LATE', bodyId: 'sh-commission' });
    expect(await seen(campaign)).toMatchObject({ stage: 'COMPLIANCE_REVIEW' });
  }, PATIENCE);
  await (await as('commission')).act(last.entry, 'recordDispatch', posted);
  expect(await stages()).toMatchObject({ COMPLIANCE_REVIEW: 9 });
});

it('SH-EVAL-07.1 SH-EVAL-07.2 of nine recommended eight are admitted, and two e-mails say why one is not', async () => {
  const staff = await as('commission');
  await expect(staff.act(campaign, 'startAssessment')).rejects.toMatchObject({ code: 'CONDITION_NOT_MET' });
  for (const { entry } of entrants.slice(0, 8)) await staff.act(entry, 'admit');
  const out = entrants[8]!;
  await staff.act(out.entry, 'refuseAdmission', { reason });
  expect(await stages()).toMatchObject({ DOCUMENT_REVIEW: 8, NOT_ADMITTED: 1 });
  for (const to of [out.email, 'pudong@demo.anjuan.test']) {
    expect((await mailTo(stack, to, '合规性审核未通过')).text).toContain(reason);
  }
  await staff.act(campaign, 'startAssessment');
});

it('SH-EVAL-01.6 SH-EVAL-08.5 two assessors score when the year is over and the verification on record', async () => {
  const [assessor, assessor2] = [await as('assessor'), await as('assessor2')];
  for (const { entry } of entrants.slice(0, 8)) await assessor.act(entry, 'finishDocuments');
  await stack.advanceTo('2021-01-04T10:00:00+08:00');
  await vi.waitFor(async () => expect(await stages()).toMatchObject({ VERIFICATION: 8 }), PATIENCE);
  const one = entrants[0]!.entry;
  expect((await seen(one, 'assessor')).facts.points).toMatchObject({
    fixed: { asOf: '2020-12-31', year: 0, stores: [] },
  });
  await expect(assessor.act(one, 'fileSheet', { scores: marks(80) })).rejects.toMatchObject({
    code: 'CONDITION_NOT_MET',
  });
  const verification = { authentic: true, asked: 20, satisfaction: 95, findings: '抽查属实。', fileIds: [] };
  for (const { entry } of entrants.slice(0, 8)) {
    await assessor.act(entry, 'recordVerification', verification);
    await assessor.act(entry, 'fileSheet', { scores: marks(80) });
    expect((await seen(entry, 'assessor2')).facts.sheets).toBeNull();
    await assessor2.act(entry, 'fileSheet', { scores: marks(90) });
    await assessor2.act(entry, 'submitAssessment');
  }
  expect((await seen(one, 'assessor2')).facts.sheets).toHaveLength(2);
  expect(await stages()).toMatchObject({ GRADING: 8 });
});

it('SH-EVAL-01.3 SH-EVAL-09.1 SH-EVAL-09.2 grades are set by hand, published, mailed to each, and give the list', async () => {
  const staff = await as('commission');
  const grades = ['UNQUALIFIED', 'EXCELLENT', 'GOOD', 'GOOD', 'EXCELLENT', 'GOOD', 'GOOD', 'GOOD'];
  for (const [nth, grade] of grades.entries()) {
    await staff.act(entrants[nth]!.entry, 'setGrade', { grade, reason: '见评分表。' });
  }
  const manager = await as('commissionmanager');
  await manager.act(campaign, 'setResults');
  // Results that were set are taken back before a grade is given otherwise.
  const regrade = (grade: string) => staff.act(entrants[7]!.entry, 'setGrade', { grade, reason: '复查评分表。' });
  await expect(regrade('UNQUALIFIED')).rejects.toMatchObject({ code: 'NOT_NOW' });
  await manager.act(campaign, 'withdrawResults', { reason: '一家机构的等次需复查。' });
  await regrade('UNQUALIFIED');
  await regrade('GOOD');
  await expect(manager.act(campaign, 'publishResults', published)).rejects.toMatchObject({ code: 'NOT_NOW' });
  await manager.act(campaign, 'setResults');
  const unpublished = await ApiClient.without(stack.baseUrl).get('/api/sh-eval/assessments/2020');
  expect(unpublished).toMatchObject({ items: [], published: null });
  const second = await ApiClient.signIn(stack.baseUrl, 'second@demo.anjuan.test');
  await second.act(campaign, 'publishResults', published);
  await vi.waitFor(async () => expect(await stages()).toMatchObject({ PUBLISHED: 8 }), PATIENCE);
  for (const { email } of entrants.slice(0, 8)) await mailTo(stack, email, '测评结果');
  const results = await fetch(`${stack.baseUrl}/api/sh-eval/assessments/2020?limit=5`);
  type Results = { items: { name: string; category: string; grade: string }[]; nextCursor: string; published: object };
  const first = (await results.json()) as Results;
  expect(first.published).toMatchObject({ ...published, at: expect.stringMatching(/^2021-01-04/) as string });
  expect(first.items.map(({ category, grade }) => `${category} ${grade}`)).toEqual([
    ...['LEGAL EXCELLENT', 'LEGAL EXCELLENT', 'LEGAL GOOD', 'LEGAL GOOD', 'LEGAL UNQUALIFIED'],
  ]);
  const rest = await fetch(`${stack.baseUrl}/api/sh-eval/assessments/2020?limit=5&cursor=${first.nextCursor}`);
  expect(((await rest.json()) as Results).items.map(({ category }) => category)).toEqual(['IP', 'IP', 'IP']);
  const list = await fetch(`${stack.baseUrl}/api/registers/sh-eval.institutions`);
  const { items } = (await list.json()) as { items: { party: string; status: string; validTo: string | null }[] };
  expect(items.filter(({ status }) => status === 'LISTED')).toHaveLength(7);
  expect(items.find(({ party }) => party === entrants[0]!.party)).toMatchObject({
    status: 'NOT_LISTED',
    validTo: null,
  });
  expect(items.find(({ party }) => party === entrants[1]!.party)).toMatchObject({ validTo: '2021-12-31' });
});

it('SH-EVAL-09.2 SH-EVAL-09.1 an objection is decided by another person; page, document and list follow, and the campaign waits for it', async () => {
  const [staff, manager] = [await as('commission'), await as('commissionmanager')];
  const [changed, upheld] = [entrants[2]!, entrants[3]!];
  for (const { client, entry } of [changed, upheld])
    await client.act(entry, 'objectToResult', { explanation: '公益服务未计入。', fileIds: [] });
  const gradesOf = async () => {
    const { items } = await ApiClient.without(stack.baseUrl).get<{ items: { party: string; grade: string }[] }>(
      '/api/sh-eval/assessments/2020',
    );
    return [changed, upheld].map(({ party }) => items.find((one) => one.party === party)?.grade);
  };
  expect(await gradesOf()).toEqual(['GOOD', 'GOOD']);
  await expect(staff.act(campaign, 'closeCampaign')).rejects.toMatchObject({ code: 'CONDITION_NOT_MET' });
  await expect(staff.act(changed.entry, 'upholdResult', { reason })).rejects.toMatchObject({ status: 403 });
  await manager.act(changed.entry, 'changeResult', { grade: 'UNQUALIFIED', reason: '复核发现材料不实。' });
  await manager.act(upheld.entry, 'upholdResult', { reason: '已计入。' });
  expect(await gradesOf()).toEqual(['UNQUALIFIED', 'GOOD']);
  await expect(
    changed.client.act(changed.entry, 'objectToResult', { explanation: '……', fileIds: [] }),
  ).rejects.toMatchObject({ code: 'ALREADY_DONE' });
  const pdf = await getDocumentProxy(
    new Uint8Array(await fileOf(manager, '/api/sh-eval/assessments/2020/results.pdf')),
  );
  const { text } = await extractText(pdf, { mergePages: true });
  expect(bare(text)).toContain('优秀2家、良好4家、不合格2家');
  const entry = await stack.database.registerEntry.findFirstOrThrow({
    where: { register: 'sh-eval.institutions', party: changed.party },
  });
  expect(entry).toMatchObject({ status: 'NOT_LISTED', validFrom: null, validTo: null });
  expect((await mailTo(stack, changed.email, '测评等次已变更')).text).toContain('复核发现材料不实');
  await staff.act(campaign, 'closeCampaign');
  expect(await seen(campaign)).toMatchObject({ outcome: 'CLOSED' });
});

it('SH-EVAL-09.3 SH-EVAL-01.1 the next campaign finds who was listed, and nobody else', async () => {
  await stack.advanceTo('2021-11-10T10:00:00+08:00');
  const { caseId } = await (
    await as('commission')
  ).post<{ caseId: string }>('/api/cases/assessmentCampaign', {
    ...{ year: 2021, sendTo: campaign2020.sendTo, contacts: [{ name: '陈立', telephone: '021-23119365' }] },
    ...{ institutionCutOff: '2021-12-10T17:00:00+08:00', districtCutOff: '2021-12-17T17:00:00+08:00' },
  });
  await (await as('commissionmanager')).act(caseId, 'openCampaign');
  const again = { year: 2021, basis: 'RECOGNISED' };
  await expect(enter(entrants[0]!, 0, again)).rejects.toMatchObject({ code: 'CONDITION_NOT_MET' });
  expect(await enter(entrants[0]!, 0, { ...again, basis: 'NEW' })).toMatch(/^ase-/);
  expect(await enter(entrants[1]!, 1, again)).toMatch(/^ase-/);
});
