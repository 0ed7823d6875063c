/** How the Anhui network is run, on the real stack: needs, activities, tasks, changes, lists, and the year of it evaluated (AH-OPS). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sheetFor } from '../../rules/ah/indicators.ts';
import { norms, summaryParts, summarySubjects } from '../../rules/ah/norms.ts';
import { actingOn } from '../support/acting.ts';
import { settled, timelineOf, uploadPdf } from '../support/applications.ts';
import { figuresOf, joinNetwork, memberOf } from '../support/anhui-network.ts';
import { countFor, HEFEI, RESIDENT, RESIDENT2 } from '../support/anhui-records.ts';
import { caseOf, caseWhen, refusalOf } from '../support/cases.ts';
import { mailAbout } from '../support/mails.ts';
import { addAccount } from '../support/network.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const CHANGED = '2025-09-26';
const sheet = sheetFor('INSTITUTION').items;
const weights = {
  ...Object.fromEntries(sheet.map((item) => [`evaluation.weights.INSTITUTION.${item}`, 10])),
  ...{ 'evaluation.points.media': 1, 'evaluation.points.titles': 1, 'evaluation.points.complaints': 5 },
  ...{ 'evaluation.limits.excellent': 90, 'evaluation.limits.qualified': 60 },
};
const because = { reason: '依据得分和材料。' };

let stack: TestStack;
/** The need that was served, the change that nobody reported, and the evaluations of the two institutions. */
const ids = { need: '', change: '', excellent: '', unqualified: '' };

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00' });
  await (await stack.as('admin')).put('/api/rules/AH', { values: weights, note: '评价分值' });
  await joinNetwork(stack, ['resident', 'resident2']);
  const office = { role: 'reviewer', bodyId: 'ah-platform', region: 'AH' } as const;
  await addAccount(stack, 'examiner', '省综合服务平台 余审核', office);
});
afterAll(() => stack.stop());

const { file, act } = actingOn(() => stack);

/** The open deadlines of a case by their last days. */
async function lastDays(as: string, id: string): Promise<Record<string, string>> {
  const { deadlines } = await (await stack.as(as)).get(`/api/cases/${id}`);
  return Object.fromEntries(deadlines.map((one: { name: string; lastDay: string }) => [one.name, one.lastDay]));
}

async function lineOf(as: string, id: string, type: string) {
  return (await timelineOf(stack, id, as)).find((line) => line.type === type);
}

async function pieceOf(as: string, id: string, piece: string): Promise<void> {
  await act(as, id, 'uploadEvidence', { piece, fileIds: [await uploadPdf(await stack.as(as), `${piece}.pdf`)] });
}

/** Which members stand on a list, as the department reads it. */
async function onList(list: 'WHITE' | 'BLACK') {
  const { items } = await (await stack.as('anhui')).get(`/api/ah/members?list=${list}`);
  return items.map(({ party }: { party: string }) => party);
}

it('AH-OPS-07.1 the regime is on record with the number of its document, as a trial text', async () => {
  const { items } = await (await stack.as('anhui')).get('/api/regulations');
  const { documents } = items.find(({ regime }: { regime: string }) => regime === 'AH');
  expect(documents[0]).toMatchObject({
    ...{ code: 'AH-OPS', edition: { zh: '皖经信服务〔2019〕107号' }, standing: { zh: '试行', code: 'IN_FORCE' } },
  });
});

it('AH-OPS-02.2 AH-OPS-04.1 a need that was taken is matched once it is served, and then the enterprise is visited within ten working days', async () => {
  const matched = async () => (await (await stack.as('anhuiplatform')).get('/api/ah/needs')).matched;
  ids.need = await file('consumer', 'serviceNeed', { category: 'TECHNOLOGY', need: '需要新材料检测方案。' });
  await act('anhuiplatform', ids.need, 'offerNeed', { provider: RESIDENT });
  await act('resident', ids.need, 'takeOrder');
  expect(await caseOf(stack, ids.need, 'resident')).toMatchObject({ stage: 'ORDER_TAKEN' });
  expect([await matched(), (await figuresOf(stack, RESIDENT, 2025))['matches']]).toEqual([0, 0]);
  await act('resident', ids.need, 'completeService', { completedOn: '2025-09-22' });
  expect([await matched(), (await figuresOf(stack, RESIDENT, 2025))['matches']]).toEqual([1, 1]);
  expect((await caseOf(stack, ids.need, 'anhuiplatform')).tasks).toMatchObject([{ name: 'returnVisit' }]);
  expect(await lastDays('anhuiplatform', ids.need)).toEqual({ visit: '2025-10-11' });
  await act('consumer', ids.need, 'evaluateService', { satisfied: true });
  await act('anhuiplatform', ids.need, 'recordVisit', { visitedOn: '2025-09-22', account: '企业满意。' });
  expect(await caseOf(stack, ids.need, 'anhuiplatform')).toMatchObject({ outcome: 'EVALUATED', tasks: [] });
});

it('AH-OPS-01.6 AH-OPS-01.3 of a task of 200 enterprises for 2025 the provincial platform sees 150 of 200, institution by institution', async () => {
  const tasks = await file('anhui', 'yearlyTasks', { member: RESIDENT, year: 2025, served: 200 });
  await file('anhui', 'yearlyTasks', { member: RESIDENT2, year: 2025, products: 3 });
  const served = { figure: 'served', done: 1, task: 200, percent: 0 };
  // The enterprise whose need was served above; as many more as half a year brings come in bulk.
  expect((await memberOf(stack, RESIDENT, 2025)).tasks).toMatchObject([served]);
  await countFor(stack.database, RESIDENT, 'served', 149, '2025-06-02');
  const shown = { figure: 'served', done: 150, task: 200, percent: 75 };
  expect((await memberOf(stack, RESIDENT, 2025)).tasks).toMatchObject([shown]);
  expect((await memberOf(stack, RESIDENT2, 2025)).tasks).toMatchObject([{ figure: 'products', done: 0, task: 3 }]);
  await act('anhuiplatform', tasks, 'checkProgress');
  expect((await caseOf(stack, tasks, 'anhuiplatform')).facts.progress).toEqual([shown]);
});

it('AH-OPS-02.1 a survey for the fourth quarter gives every city platform and institution a task with a date', async () => {
  const survey = await file('anhuiplatform', 'memberSurvey', {
    ...{ topic: '2025年第四季度服务需求征集', questions: '最需要哪些服务？', until: '2025-10-31' },
  });
  await settled(stack);
  const parts = await stack.database.case.findMany({ where: { parentId: survey } });
  const partOf = new Map(parts.map(({ subject, id }) => [subject, id]));
  expect([...partOf.keys()].sort()).toEqual([RESIDENT, RESIDENT2, HEFEI].sort());
  const account = { [RESIDENT]: 'resident', [RESIDENT2]: 'resident2', [HEFEI]: 'hefei' };
  for (const [party, as] of Object.entries(account)) {
    const id = partOf.get(party) ?? '';
    expect(await lastDays(as, id)).toEqual({ collection: '2025-10-31' });
    expect((await caseOf(stack, id, as)).actions.map(({ name }) => name)).toContain('completeSurvey');
    expect((await mailAbout(stack, as, '请开展服务需求调查')).text).toContain('2025年10月31日');
  }
  expect((await caseOf(stack, partOf.get(HEFEI) ?? '', 'hefei')).tasks).toMatchObject([{ name: 'collectNeeds' }]);
});

it('AH-OPS-02.3 who takes part in a major activity of the province is linked to it, and it counts as cooperation', async () => {
  const activity = await file('anhuiplatform', 'memberActivity', {
    ...{ name: '全省服务月', kind: 'THEMED', mode: 'OFFLINE', plannedOn: CHANGED, content: '政策宣讲和对接。' },
    ...{ onPlan: true, partners: [HEFEI, RESIDENT] },
  });
  expect((await mailAbout(stack, 'resident', '参与单位')).text).toContain('全省服务月');
  await act('anhuiplatform', activity, 'publishActivity');
  await stack.advanceTo(`${CHANGED}T17:00:00+08:00`);
  const attendance = [{ body: 'ah-platform-hefei', enterprises: 30, persons: 40 }];
  await act('anhuiplatform', activity, 'recordHeld', { heldOn: CHANGED, checkedIn: 30, attendance });
  for (const piece of ['LIST', 'PHOTOS', 'SUMMARY']) await pieceOf('anhuiplatform', activity, piece);
  await act('examiner', activity, 'acceptEvidence', { onPlan: true });
  const counted = [HEFEI, RESIDENT, RESIDENT2].map(
    async (party) => (await figuresOf(stack, party, 2025))['cooperation'],
  );
  expect(await Promise.all(counted)).toEqual([1, 1, 0]);
});

it('AH-OPS-05.1 AH-OPS-05.4 a new legal representative of 2025-09-26 is to be reported by 2025-10-16; what the bureau found and nobody reported is noted', async () => {
  const change = { change: 'LEGAL_REPRESENTATIVE', oldValue: '周敏', newValue: '吴桐', effectiveOn: CHANGED };
  ids.change = await file('hefeibureau', 'changeFiling', { member: RESIDENT2, ...change });
  expect(await lastDays('resident2', ids.change)).toEqual({ report: '2025-10-16' });
  expect((await mailAbout(stack, 'resident2', '发现未报备的变更')).text).toContain('2025年10月16日');
  await stack.advanceTo('2025-10-16T23:59:00+08:00');
  const own = await file('resident', 'changeFiling', change);
  expect((await caseOf(stack, own, 'resident')).facts).toMatchObject({ dueOn: '2025-10-16', isLate: false });
  expect((await caseOf(stack, ids.change, 'hefeibureau')).facts).toMatchObject({ noted: false });
  await stack.advanceTo('2025-10-17T00:00:00+08:00');
  expect((await caseOf(stack, ids.change, 'hefeibureau')).facts).toMatchObject({ noted: true });
  expect((await lineOf('hefeibureau', ids.change, 'CHANGE_UNREPORTED'))?.clause).toBe('AH-OPS 第十五条');
});

it('AH-OPS-06.1 a listing stands with its reason, its clause, the day it is from and who decided', async () => {
  const form = { member: RESIDENT2, ground: 'FABRICATED', account: '活动图片系拼接。' };
  const listing = await file('anhui', 'listing', form);
  expect(await onList('BLACK')).toEqual([]);
  await act('anhuimanager', listing, 'enlist', { reason: '图片经鉴别为伪造。' });
  expect((await memberOf(stack, RESIDENT2, 2025)).listed).toMatchObject([
    { list: 'BLACK', from: '2025-10-17', until: null, groundTitle: { zh: '数据或者材料造假' } },
  ]);
  const where = { register: 'ah.listings.black', party: RESIDENT2 };
  const entry = await stack.database.registerEntry.findFirstOrThrow({ where, include: { changes: true } });
  expect(entry).toMatchObject({
    ...{ status: 'BLACKLISTED', validFrom: '2025-10-17', changes: [{ reason: '图片经鉴别为伪造。' }] },
    data: { clause: 'AH-OPS 动态管理', decidedBy: 'demo-anhuimanager' },
  });
  expect(await lineOf('anhui', listing, 'MEMBER_LISTED')).toMatchObject({
    ...{ clause: 'AH-OPS 动态管理', actor: { name: '省经信厅 程处长' } },
  });
  expect((await mailAbout(stack, 'resident2', '黑名单')).text).toContain('图片经鉴别为伪造');
});

it('AH-OPS-04.3 the yearly summary has fields for team, facilities, resources, honest service and the control of risks, and none is left out', async () => {
  await stack.advanceTo('2026-01-05T10:00:00+08:00');
  await settled(stack);
  const found = await stack.database.case.findMany({ where: { kind: 'annualEvaluation' } });
  const idOf = (party: string) => found.find(({ subject }) => subject === party)?.id ?? '';
  Object.assign(ids, { excellent: idOf(RESIDENT), unqualified: idOf(RESIDENT2) });
  const seen = await caseOf(stack, ids.excellent, 'resident');
  const offered = JSON.stringify(seen.actions.find(({ name }) => name === 'submitSummary'));
  for (const [part, title] of Object.entries(summaryParts))
    expect([part, offered]).toEqual([part, expect.stringContaining(title.zh)]);
  for (const subject of Object.values(summarySubjects)) expect(offered).toContain(subject.zh);
  const parts = Object.fromEntries(Object.keys(summaryParts).map((name) => [name, `${name}：见附件。`]));
  for (const [as, id] of [
    ['resident', ids.excellent],
    ['resident2', ids.unqualified],
  ] as const) {
    const serviceFileIds = [await uploadPdf(await stack.as(as), '服务证明.pdf')];
    for (const part of ['basics', 'team', 'standards', 'resources']) {
      const { [part]: _, ...rest } = parts;
      const attempt = (await stack.as(as)).act(id, 'submitSummary', { parts: rest, serviceFileIds });
      expect(await refusalOf(attempt)).toMatchObject({ code: 'INVALID_INPUT' });
    }
    await act(as, id, 'submitSummary', { parts, serviceFileIds });
  }
  expect((await caseOf(stack, ids.excellent, 'resident')).forms[0]?.data.parts).toEqual(parts);
});

it('AH-OPS-05.4 the change that was not reported stands in the data of the evaluation', async () => {
  await stack.advanceTo('2026-01-12T10:00:00+08:00');
  for (const id of [ids.excellent, ids.unqualified]) await act('anhuiplatform', id, 'sendData');
  const noted = async (id: string) => (await caseOf(stack, id, 'anhuiplatform')).facts.data.unreported;
  expect(await noted(ids.unqualified)).toEqual([{ kind: 'LEGAL_REPRESENTATIVE', foundOn: '2025-10-17' }]);
  expect(await noted(ids.excellent)).toEqual([]);
});

it('AH-OPS-03.1 AH-OPS-03.2 three unified are ticked at the evaluation, and without the handling time it is four of five open', async () => {
  await stack.advanceTo('2026-01-20T10:00:00+08:00');
  const ticked = Object.keys(norms).filter((name) => name !== 'HANDLING_TIME');
  const marks = (each: number) => Object.fromEntries(sheet.map((item) => [item, each]));
  await act('anhui', ids.excellent, 'scoreSheet', { marks: marks(10), norms: ticked });
  await act('anhui', ids.unqualified, 'scoreSheet', { marks: marks(4), norms: [] });
  expect((await caseOf(stack, ids.excellent, 'anhui')).facts.norms).toEqual(ticked);
  const scored = JSON.stringify(await lineOf('anhui', ids.excellent, 'EVALUATION_SCORED'));
  for (const words of ['三统一 3/3，五公开 4/5', '公开服务办理时限']) expect(scored).toContain(words);
  expect(JSON.stringify(await lineOf('anhui', ids.unqualified, 'EVALUATION_SCORED'))).toContain('三统一 0/3');
});

it('AH-OPS-06.2 AH-OPS-06.4 of an excellent year the reward and the white list are put forward, and only a decision lists', async () => {
  for (const id of [ids.excellent, ids.unqualified]) await act('anhui', id, 'rank');
  await act('anhui', ids.excellent, 'giveGrade', { grade: 'EXCELLENT', ...because });
  await act('anhui', ids.excellent, 'notifyResult', because);
  await settled(stack);
  const { rankings } = await (await stack.as('anhui')).get('/api/ah/evaluations/2025');
  const [, { items }] = rankings;
  expect(items[0]).toMatchObject({ member: { party: RESIDENT }, grade: 'EXCELLENT', rewardProposed: true });
  const proposal = await stack.database.case.findFirstOrThrow({ where: { kind: 'listing', subject: RESIDENT } });
  expect(await caseOf(stack, proposal.id, 'anhui')).toMatchObject({ stage: 'PROPOSED', facts: { list: 'WHITE' } });
  expect(await onList('WHITE')).toEqual([]);
  await act('anhuimanager', proposal.id, 'enlist', because);
  expect(await onList('WHITE')).toEqual([RESIDENT]);
});

it('AH-OPS-06.3 of an unqualified year the cancellation opens, to be confirmed by a second person before it takes effect', async () => {
  await act('anhui', ids.unqualified, 'giveGrade', { grade: 'UNQUALIFIED', ...because });
  expect((await caseOf(stack, ids.unqualified, 'anhuimanager')).tasks).toMatchObject([{ name: 'confirm' }]);
  const early = await refusalOf((await stack.as('anhui')).act(ids.unqualified, 'notifyResult', because));
  expect(early.code).toBe('STEP_MISSING');
  expect(await memberOf(stack, RESIDENT2, 2025)).toMatchObject({ status: 'MEMBER' });
  await act('anhuimanager', ids.unqualified, 'confirmGrade', because);
  await act('anhui', ids.unqualified, 'notifyResult', because);
  await caseWhen(stack, ids.unqualified, { outcome: 'RESIDENCY_CANCELLED' }, 'anhui');
  await settled(stack);
  expect(await memberOf(stack, RESIDENT2, 2025)).toMatchObject({
    status: 'RESIDENCY_CANCELLED',
    endedOn: '2026-01-20',
  });
});
