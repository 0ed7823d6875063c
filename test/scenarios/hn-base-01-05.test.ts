/** The declaration of bases on the real stack, from the call of 2019 to the final materials and the title: HN-BASE-01 to 05. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { actingOn } from '../support/acting.ts';
import { uploadPdf } from '../support/applications.ts';
import { caseOf, caseWhen, refusalOf } from '../support/cases.ts';
import { expectWords, mailAbout, mailsAbout } from '../support/mails.ts';
import { addAccount, plannedNotices } from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const EXPERTS = ['expert', 'expert2', 'expert3'] as const;
const BASE = '91430102MA4L7BAKER';
const SECOND = '91430104MA4L7BKE2F';
/** Three that declare beside the others, by account. */
const MORE_BASES = { base4: '91430100MA4L7BKX4B', base5: '91430100MA4L7BKX5E', base6: '91430100MA4L7BKX6H' };
const met = { RECOGNITION: 'MET', CONTEST_AND_CLOUD: 'MET', ACTIVITIES: 'MET', REPORTS: 'MET' };
const form = {
  year: 2019,
  name: '长沙麓谷创业创新基地',
  city: 'hn-dept-changsha',
  recognition: '湘工信中小〔2018〕12号',
  contest: true,
  cloud: true,
  activities: [{ on: '2018-06-01', what: '政策进园区' }],
  reports: [{ dueOn: '2018-12-10', filedOn: '2018-12-09' }],
  contactName: '李倩',
  telephone: '0731-88001234',
  email: 'base@demo.anjuan.test',
  fileIds: [],
};

/** Twelve reports of the year before, of which so many came a day late. */
const twelveReports = (late: number) =>
  Array.from({ length: 12 }, (_, nth) => {
    const month = `2018-${String(nth + 1).padStart(2, '0')}`;
    return { dueOn: `${month}-10`, filedOn: `${month}-${nth < late ? '11' : '10'}` };
  });

let stack: TestStack;
let call = '';
let title = '';
/** The declaration that is selected, one that is not, and one that is late. */
let declaration = '';
let second = '';
const more: string[] = [];
const PROVINCE_OFFICE = { bodyId: 'hn-dept-province', region: 'HN' };
let expert4 = '';
let other = '';
beforeAll(async () => {
  stack = await startTestStack({ startAt: '2019-04-01T10:00:00+08:00' });
  await addAccount(stack, 'base3', '长沙望城创业创新基地', { role: 'provider', party: '91430100MA4L7BKX12' });
  for (const [name, party] of Object.entries(MORE_BASES))
    await addAccount(stack, name, name, { role: 'provider', party });
  await addAccount(stack, 'province2', '省工信厅 另一负责人', { role: 'manager', ...PROVINCE_OFFICE });
  expert4 = await addAccount(stack, 'expert4', '评审专家 许总工', { role: 'expert', party: 'person:self' });
});
afterAll(() => stack.stop());

const { file, act } = actingOn(() => stack);

/** What the city reads of each item when this base hands in its declaration, which it then does not recommend. */
async function readByCity(as: string, changes: object) {
  const id = await file(as, 'baseDeclaration', { ...form, ...changes });
  await act(as, id, 'submitToCity');
  const { tasks } = (await caseOf(stack, id, 'department')) as unknown as {
    tasks: { detail: Record<string, { shows: string; words: { zh: string } }> }[];
  };
  const notMet = { ...met, ACTIVITIES: 'NOT_MET' };
  await act('department', id, 'judgeItems', { items: notMet });
  const document = await uploadPdf(await stack.as('department'), '推荐文件.pdf');
  const recommendation = { document: '长工信〔2019〕8号', fileIds: [document] };
  const refused = await refusalOf(act('department', id, 'recommendBase', recommendation));
  expect(refused.problem.facts).toMatchObject({ missing: ['ACTIVITIES'] });
  await act('department', id, 'declineRecommendation', { reason: '条件不符。' });
  return Object.fromEntries(
    Object.entries(tasks[0]?.detail ?? {}).map(([item, { shows, words }]) => [item, `${shows} ${words.zh}`]),
  );
}

/** Prepared, judged and recommended; left for the city to file. */
async function recommend(as: string, changes: object = {}): Promise<string> {
  const id = await file(as, 'baseDeclaration', { ...form, ...changes });
  await act(as, id, 'submitToCity');
  await act('department', id, 'judgeItems', { items: met });
  const document = await uploadPdf(await stack.as('department'), '推荐文件.pdf');
  await act('department', id, 'recommendBase', { document: '长工信〔2019〕8号', fileIds: [document] });
  return id;
}

/** The opinions asked of a panel, each with the account of its expert, once they can be read. */
async function panelOf(id: string): Promise<{ id: string; expert: string }[]> {
  const { facts } = await caseWhen(stack, id, { stage: 'EXPERT_REVIEW' }, 'provincereviewer');
  const found = [];
  for (const opinion of Object.keys(facts.panel.opinions)) {
    const { subject } = await stack.database.case.findUniqueOrThrow({ where: { id: opinion } });
    const expert = subject === `person:${expert4}` ? 'expert4' : subject.replace('person:demo-', '');
    await vi.waitFor(() => caseOf(stack, opinion, expert), PATIENCE);
    found.push({ id: opinion, expert });
  }
  return found;
}

it('HN-BASE-05.1 HN-BASE-05.2 HN-BASE-01.5 a title of 2016 ends in 2019; its holder is told when the call opens', async () => {
  title = await file('province', 'baseTitle', {
    holder: SECOND,
    name: '雨花基地',
    batch: 2016,
    validFrom: '2016-12-31',
  });
  call = await file('provincereviewer', 'baseCall', { year: 2019, document: '关于组织申报2019年度示范基地的通知' });
  await caseWhen(stack, title, { stage: 'EXPIRING' }, 'province');
  expectWords(stack, await mailAbout(stack, 'base2', '可以重新申报'), title, ['雨花基地', '2019年12月31日']);
});

it('HN-BASE-01.1 HN-BASE-02.1 a base that the province has not recognised is refused; the city guides one that is', async () => {
  const base = await stack.as('base');
  const refused = await refusalOf(base.post('/api/cases/baseDeclaration', { ...form, recognition: null }));
  expect(refused.code).toBe('CONDITION_NOT_MET');
  declaration = await file('base', 'baseDeclaration', form);
  await act('department', declaration, 'guideApplicant', { comment: '请补充活动照片。' });
  expectWords(stack, await mailAbout(stack, 'base', '指导意见'), declaration, ['请补充活动照片']);
});

it('HN-BASE-01.2 HN-BASE-01.3 HN-BASE-01.4 the city reads of each item what the declaration shows, and recommends none that lacks one', async () => {
  const ofBase3 = { name: '望城基地', email: 'base3@demo.anjuan.test' };
  const lacking = { ...ofBase3, contest: false, cloud: false, activities: [], reports: twelveReports(2) };
  expect(await readByCity('base3', lacking)).toMatchObject({
    CONTEST_AND_CLOUD: 'NOT_MET 创客中国大赛未参加，上云活动未参加',
    ACTIVITIES: 'NOT_MET 0 项，至少 1 项',
    REPORTS: 'NOT_MET 应报 12 次，逾期 2 次',
  });
  expect(await readByCity('base3', { ...ofBase3, reports: twelveReports(0) })).toMatchObject({
    CONTEST_AND_CLOUD: 'MET 创客中国大赛已参加，上云活动已参加',
    ACTIVITIES: 'MET 1 项，至少 1 项',
    REPORTS: 'MET 应报 12 次，逾期 0 次',
  });
  const admin = await stack.as('admin');
  const needs = (activities: number) =>
    admin.put('/api/rules/HN_BASE', { values: { 'base.activities': activities }, note: '调整活动次数。' });
  await needs(2);
  expect(await readByCity('base3', ofBase3)).toMatchObject({ ACTIVITIES: 'NOT_MET 1 项，至少 2 项' });
  await needs(1);
});

it('HN-BASE-02.2 HN-BASE-02.3 HN-BASE-02.5 HN-BASE-02.4 at 23:50 of 26 April it is in time, with one copy incomplete, at midnight late, and the city is told', async () => {
  await act('base', declaration, 'submitToCity');
  await act('department', declaration, 'judgeItems', { items: met });
  const document = await uploadPdf(await stack.as('department'), '推荐文件.pdf');
  await act('department', declaration, 'recommendBase', { document: '长工信〔2019〕8号', fileIds: [document] });
  second = await recommend('base2', { name: '雨花基地', email: 'base2@demo.anjuan.test' });
  other = await recommend('base3', { name: '望城基地', email: 'base3@demo.anjuan.test' });
  await stack.advanceTo('2019-04-26T23:50:00+08:00');
  const reminded = await plannedNotices(stack, declaration, 'deadlineReminder');
  expect(new Set(reminded.map((line) => line.slice(0, 16)))).toEqual(new Set(['2019-04-23T09:00', '2019-04-25T09:00']));
  await act('department', declaration, 'fileWithProvince');
  await act('provincereviewer', declaration, 'recordPaper', { copies: 1, receivedOn: '2019-04-26' });
  expect(await caseOf(stack, declaration, 'provincereviewer')).toMatchObject({
    ...{ stage: 'SUBMITTED_TO_PROVINCE', facts: { paper: { copies: 1, complete: false } } },
  });
  await mailAbout(stack, 'department', '纸质材料不齐');
  await act('department', second, 'fileWithProvince');
  for (const as of Object.keys(MORE_BASES)) {
    const id = await recommend(as, { name: `基地 ${as}`, email: `${as}@demo.anjuan.test` });
    await act('department', id, 'fileWithProvince');
    more.push(id);
  }
  for (const id of [declaration, second, ...more])
    await act('provincereviewer', id, 'recordPaper', { copies: 2, receivedOn: '2019-04-26' });
  expect((await caseOf(stack, declaration, 'provincereviewer')).facts.paper).toMatchObject({ complete: true });
  await stack.advanceTo('2019-04-27T00:00:00+08:00');
  await act('department', other, 'fileWithProvince');
  expect(await caseOf(stack, other, 'department')).toMatchObject({ outcome: 'LATE_REFUSED' });
  expectWords(stack, await mailAbout(stack, 'department', '逾期，不予受理'), other, ['逾期不候', '2019年4月26日']);
});

it('HN-BASE-03.1 experts are drawn by lot, none for a base in which an interest of theirs is on record, also one declared since', async () => {
  await caseWhen(stack, call, { stage: 'REVIEW' }, 'provincereviewer');
  await vi.waitFor(
    async () => expect((await caseOf(stack, call, 'provincereviewer')).facts.entries).toHaveLength(5),
    PATIENCE,
  );
  await stack.advanceTo('2019-04-28T10:00:00+08:00');
  const relation = '配偶任职于该单位';
  await (await stack.as('expert4')).post('/api/conflicts', { party: BASE, relation });
  const keys = [...EXPERTS.map((name) => `person:demo-${name}`), `person:${expert4}`];
  await act('provincereviewer', call, 'namePool', { experts: keys.map((expert) => ({ expert, conflicts: [] })) });
  const unread = await refusalOf(act('province', call, 'selectBase', { declaration }));
  expect(unread.code).toBe('STEP_MISSING');
  const panel = await panelOf(declaration);
  expect(panel.map(({ expert }) => expert).sort()).toEqual([...EXPERTS]);
  const [kept] = await panelOf(second);
  if (kept === undefined) throw new Error('Nobody was drawn.');
  await (await stack.as(kept.expert)).post('/api/conflicts', { party: SECOND, relation });
  await caseWhen(stack, kept.id, { outcome: 'ENDED' }, kept.expert);
  await vi.waitFor(async () => {
    const next = await panelOf(second);
    expect(next).toHaveLength(3);
    expect(next.map(({ expert }) => expert)).not.toContain(kept.expert);
  }, PATIENCE);
});

it('HN-BASE-03.1 each expert reads and gives one opinion, and none is read before all are in', async () => {
  for (const { id, expert } of await panelOf(second))
    await act(expert, id, 'giveOpinion', { score: 60, opinion: '基础较弱。' });
  for (const [nth, score] of [90, 88, 60].entries())
    for (const { id, expert } of await panelOf(more[nth] ?? ''))
      await act(expert, id, 'giveOpinion', { score, opinion: '详见意见。' });
  for (const [n, { id, expert }] of (await panelOf(declaration)).entries()) {
    expect((await caseOf(stack, id, expert)).stage).toBe('ASKED');
    const stranger = EXPERTS.find((name) => name !== expert) ?? '';
    expect((await refusalOf(caseOf(stack, id, stranger))).status).toBe(404);
    await act(expert, id, 'giveOpinion', { score: 80 + n * 5, opinion: `制度完善${n}。` });
    if (n === 2) break;
    for (const reader of [expert, 'provincereviewer']) {
      expect(JSON.stringify((await caseOf(stack, id, reader)).facts)).not.toContain('制度完善');
    }
  }
  await vi.waitFor(async () => {
    expect((await caseOf(stack, declaration, 'province')).facts.score).toBe(85);
    const { entries } = (await caseOf(stack, call, 'province')).facts as { entries: { score: number | null }[] };
    expect(entries.map(({ score }) => score).sort()).toEqual([60, 60, 85, 88, 90]);
  }, PATIENCE);
});

it('HN-BASE-03.1 XC-05.5 an interest declared after the opening is told, and the province sets the opinion aside; the ranking follows', async () => {
  const [first] = await panelOf(declaration);
  if (first === undefined) throw new Error('Nobody was drawn.');
  await (await stack.as(first.expert)).post('/api/conflicts', { party: BASE, relation: '配偶新近任职于该单位' });
  await vi.waitFor(
    () =>
      stack.database.task.findFirstOrThrow({
        where: { caseId: declaration, name: 'lookIntoInterest', role: 'manager', closedAt: null },
      }),
    PATIENCE,
  );
  await act('province', declaration, 'setAsideOpinion', { opinion: first.id, reason: '专家配偶任职于该单位。' });
  const { facts } = await caseOf(stack, declaration, 'province');
  expect(facts.score).toBe(87.5);
  expect(facts.opinions).toContainEqual(
    expect.objectContaining({ opinion: first.id, score: 80, setAside: '专家配偶任职于该单位。' }),
  );
  const aside = { caseId: declaration, type: 'OPINION_SET_ASIDE' };
  const line = await stack.database.timelineEvent.findFirstOrThrow({ where: aside });
  expect(JSON.stringify(line.title)).toContain('由 85 改为 87.5');
  await vi.waitFor(async () => {
    const { items } = await (
      await stack.as('province')
    ).get<{ items: { id: string; score: number }[] }>(`/api/hn-base/calls/${call}/ranking`);
    expect(items.find(({ id }) => id === declaration)?.score).toBe(87.5);
  }, PATIENCE);
  expect(await stack.database.task.count({ where: { name: 'lookIntoInterest', closedAt: null } })).toBe(0);
});

it('HN-BASE-03.2 HN-BASE-03.3 HN-BASE-03.4 four are selected, at a tie for the fourth place with a reason; a fifth is refused; base and city are told', async () => {
  const select = (id: string, reason?: string) =>
    act('province', call, 'selectBase', { declaration: id, ...(reason !== undefined && { reason }) });
  const [best = '', next = '', tied = ''] = more;
  // Who has an interest in one of the bases makes no list of the others either (XC-05.5).
  await (await stack.as('province2')).post('/api/conflicts', { party: BASE, relation: '子女任职于该单位' });
  const interested = await refusalOf(act('province2', call, 'selectBase', { declaration: best }));
  expect(interested).toMatchObject({ code: 'CONFLICT_OF_INTEREST', problem: { facts: { bases: [BASE] } } });
  for (const id of [best, next, declaration]) await select(id);
  expect((await refusalOf(select(tied))).code).toBe('REASON_REQUIRED');
  await select(tied, '服务企业更多。');
  expect((await refusalOf(select(second, '得分相同。'))).code).toBe('LIMIT_REACHED');
  await act('province', call, 'closeSelection', { reason: '按专家评审得分。' });
  await caseWhen(stack, declaration, { stage: 'FINALISING' }, 'provincereviewer');
  for (const account of ['base', 'department']) {
    const mail = await vi.waitFor(async () => {
      const mails = await mailsAbout(stack, account, '申报入选');
      const found = mails.find(({ text }) => text.includes(declaration));
      return found ?? Promise.reject(new Error(`No mail to ${account} about ${declaration} has come.`));
    }, PATIENCE);
    expectWords(stack, mail, declaration, ['一式三份', '2019年5月10日']);
  }
});

it('HN-BASE-05.3 a holder that declared again and was not selected keeps its title until its own end', async () => {
  await caseWhen(stack, second, { outcome: 'NOT_SELECTED' }, 'provincereviewer');
  expectWords(stack, await mailAbout(stack, 'base2', '未入选'), second, ['雨花基地']);
  const seen = await caseOf(stack, title, 'province');
  expect(seen).toMatchObject({ stage: 'REDECLARED', closedAt: null, facts: { validTo: '2019-12-31' } });
});

it('HN-BASE-04.1 HN-BASE-04.2 HN-BASE-04.3 paper on 9 May and the disc on 11 May are late, and a manager takes them', async () => {
  await stack.advanceTo('2019-05-09T10:00:00+08:00');
  const reminded = await plannedNotices(stack, declaration, 'deadlineReminder');
  expect(reminded.map((line) => line.slice(0, 16)).slice(-2)).toEqual(['2019-05-07T09:00', '2019-05-09T09:00']);
  await act('provincereviewer', declaration, 'recordFinalPaper', { copies: 2, receivedOn: '2019-05-09' });
  expect((await caseOf(stack, declaration, 'provincereviewer')).stage).toBe('FINALISING');
  expectWords(stack, await mailAbout(stack, 'base', '定稿材料不齐'), declaration, ['收到2份，须一式3份']);
  await act('provincereviewer', declaration, 'recordFinalPaper', { copies: 3, receivedOn: '2019-05-09' });
  await stack.advanceTo('2019-05-11T15:00:00+08:00');
  await caseWhen(stack, declaration, { stage: 'FINAL_LATE' }, 'provincereviewer');
  await act('provincereviewer', declaration, 'recordDisc', { receivedOn: '2019-05-11' });
  await act('province', declaration, 'acceptLate', { reason: '快递延误。' });
  expect(await caseOf(stack, declaration, 'base')).toMatchObject({ outcome: 'FINAL_FILED' });
  expect((await stack.database.registerEntry.findFirstOrThrow({ where: { register: 'hn-base.calls' } })).status).toBe(
    'CLOSED',
  );
});

it('HN-BASE-05.2 HN-BASE-05.3 its holder is reminded on Monday 30 September, and the title of the base that was not selected ends with 31 December 2019, and not before', async () => {
  const entry = () => stack.database.registerEntry.findFirstOrThrow({ where: { register: 'hn-base.titles' } });
  await stack.advanceTo('2019-12-31T23:59:00+08:00');
  expect(await caseOf(stack, title, 'province')).toMatchObject({ stage: 'REDECLARED', closedAt: null });
  expect(await entry()).toMatchObject({ status: 'REDECLARED', validTo: '2019-12-31' });
  expect(await plannedNotices(stack, title, 'titleExpiring')).toEqual(['2019-09-30T09:00 base2']);
  await stack.advanceTo('2020-01-01T00:00:00+08:00');
  await caseWhen(stack, title, { outcome: 'EXPIRED' }, 'province');
  expect(await entry()).toMatchObject({ status: 'EXPIRED', validTo: '2019-12-31' });
});
