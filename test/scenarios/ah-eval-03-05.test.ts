/** A quarter of the Anhui network on the real stack: what proves its activities, and the bulletin of its figures (AH-EVAL-03, 05). */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { actingOn } from '../support/acting.ts';
import { settled, timelineOf, uploadPdf } from '../support/applications.ts';
import { HEFEI, RESIDENT, RESIDENT2 } from '../support/anhui-records.ts';
import { caseOf, caseWhen, refusalOf } from '../support/cases.ts';
import { figuresOf, joinNetwork } from '../support/anhui-network.ts';
import { mailAbout } from '../support/mails.ts';
import { plannedNotices } from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const HELD = '2025-09-28';
const attendance = [{ body: 'ah-platform-hefei', enterprises: 30, persons: 40 }];
const document = '皖经信服务函〔2025〕88号';

let stack: TestStack;
let bulletin = '';
let offline = '';

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-20T09:00:00+08:00' });
  await joinNetwork(stack, ['resident']);
  bulletin = await file('anhuiplatform', 'quarterlyBulletin', { year: 2025, quarter: 3 });
});
afterAll(() => stack.stop());

const { file, act } = actingOn(() => stack);

function plan(as: string, mode: 'ONLINE' | 'OFFLINE', name: string): Promise<string> {
  return file(as, 'memberActivity', { name, kind: 'THEMED', mode, plannedOn: HELD, content: '政策宣讲。' });
}

async function upload(as: string, id: string, ...pieces: string[]): Promise<void> {
  for (const piece of pieces) {
    const fileIds = [await uploadPdf(await stack.as(as), `${piece}.pdf`)];
    await act(as, id, 'uploadEvidence', { piece, fileIds });
  }
}

/** The bulletin of the third quarter as the provincial platform reads it: the figures of each member by their names. */
async function thirdQuarter() {
  const body = await (await stack.as('anhuiplatform')).get('/api/ah/bulletins/2025-Q3');
  const columns: string[] = body.sums.map(({ figure }: { figure: string }) => figure);
  const rows = body.groups.flatMap((group: { rows: { party: string; figures: number[] }[] }) => group.rows);
  const byParty: Record<string, Record<string, number>> = Object.fromEntries(
    rows.map(({ party, figures }: { party: string; figures: number[] }) => [
      party,
      Object.fromEntries(figures.map((n, nth) => [columns[nth] ?? nth, n])),
    ]),
  );
  return { ...body, columns, byParty } as { asOf: string | null; notes: { note: string }[]; columns: string[] } & {
    byParty: typeof byParty;
  };
}

it('AH-EVAL-05.1 the figure of the running quarter changes with the event: an institution that is brought in counts at once', async () => {
  expect(await caseOf(stack, bulletin, 'anhuiplatform')).toMatchObject({ stage: 'COMPILING' });
  expect((await figuresOf(stack, HEFEI, 2025))['resources']).toBe(1);
  expect((await thirdQuarter()).byParty[HEFEI]).toMatchObject({ resources: 1 });
  await joinNetwork(stack, ['resident2']);
  expect((await figuresOf(stack, HEFEI, 2025))['resources']).toBe(2);
  expect((await thirdQuarter()).byParty[HEFEI]).toMatchObject({ resources: 2 });
});

it('AH-EVAL-03.1 evidence of an offline activity is refused without an entry online', async () => {
  offline = await plan('resident', 'OFFLINE', '政策进园区');
  await stack.advanceTo(`${HELD}T17:00:00+08:00`);
  await act('resident', offline, 'recordHeld', { heldOn: HELD, checkedIn: 30, attendance });
  const fileIds = [await uploadPdf(await stack.as('resident'), '照片.pdf')];
  const attempt = (await stack.as('resident')).act(offline, 'uploadEvidence', { piece: 'PHOTOS', fileIds });
  expect(await refusalOf(attempt)).toMatchObject({ code: 'CONDITION_NOT_MET' });
  await act('resident', offline, 'publishActivity');
  await upload('resident', offline, 'PHOTOS');
});

it('AH-EVAL-03.3 an online activity that was published, signed up for and checked in to counts once it was evaluated, too', async () => {
  const online = async (name: string, evaluate: boolean) => {
    const id = await plan('resident2', 'ONLINE', name);
    await act('resident2', id, 'publishActivity');
    await act('resident2', id, 'openSignUp');
    await act('resident2', id, 'recordSignUps', { enterprises: 35 });
    await act('resident2', id, 'recordHeld', { heldOn: HELD, checkedIn: 30, attendance });
    if (evaluate) await act('resident2', id, 'recordEvaluations', { evaluations: 10, satisfied: 9 });
    await upload('resident2', id, 'LIST', 'PHOTOS', 'SUMMARY');
    await act('anhuiplatform', id, 'acceptEvidence', { onPlan: false });
    expect(await caseOf(stack, id, 'resident2')).toMatchObject({ outcome: 'CLOSED' });
  };
  await online('线上政策课', false);
  expect((await figuresOf(stack, RESIDENT2, 2025))['activities']).toBe(0);
  await online('线上融资课', true);
  expect((await figuresOf(stack, RESIDENT2, 2025))['activities']).toBe(1);
});

it('AH-EVAL-05.4 AH-EVAL-05.2 the figures are as of 30 September 24:00, eight for each body, and the draft is due on 2025-10-21', async () => {
  await stack.advanceTo('2025-10-01T00:00:00+08:00');
  const seen = await (await stack.as('anhuiplatform')).get(`/api/cases/${bulletin}`);
  expect(seen).toMatchObject({ stage: 'DRAFT', deadlines: [{ name: 'draft', lastDay: '2025-10-21' }] });
  const { asOf, columns, byParty } = await thirdQuarter();
  expect(asOf).toBe('2025-10-01T00:00:00.000+08:00');
  expect(columns).toEqual([
    ...['matches', 'served', 'activities', 'users', 'resources', 'cooperation', 'collections', 'products'],
  ]);
  expect(Object.keys(byParty).sort()).toEqual([RESIDENT, RESIDENT2, HEFEI].sort());
  for (const figures of Object.values(byParty)) expect(Object.keys(figures)).toHaveLength(8);
  expect(byParty).toMatchObject({ [HEFEI]: { resources: 2 }, [RESIDENT]: { activities: 0 } });
});

it('AH-EVAL-03.2 AH-EVAL-03.5 of Sunday 2025-09-28 the last day is Saturday 2025-10-11, reminded of on the 9th and the 11th; photos alone are late', async () => {
  await stack.advanceTo('2025-10-11T23:59:00+08:00');
  const seen = await (await stack.as('resident')).get(`/api/cases/${offline}`);
  expect(seen).toMatchObject({ stage: 'EVIDENCE_DUE', deadlines: [{ name: 'evidence', lastDay: '2025-10-11' }] });
  // Those before it was held were of the day of the activity.
  const reminded = (await plannedNotices(stack, offline, 'deadlineReminder')).filter((line) => line > HELD);
  expect(reminded).toEqual(['2025-10-09T09:00 resident', '2025-10-11T09:00 resident']);
  await stack.advanceTo('2025-10-12T00:00:00+08:00');
  const late = await caseWhen(stack, offline, { stage: 'MISSING' }, 'anhuiplatform');
  expect(late.facts).toMatchObject({ evidenceLate: true, uploaded: { PHOTOS: HELD } });
  expect((await mailAbout(stack, 'resident', '逾期')).text).toContain('政策进园区');
});

it('AH-EVAL-03.4 what is uploaded late counts as an activity and not as a timely report', async () => {
  await stack.advanceTo('2025-10-12T10:00:00+08:00');
  await upload('resident', offline, 'LIST', 'SUMMARY');
  await act('anhuiplatform', offline, 'acceptEvidence', { onPlan: false });
  expect((await figuresOf(stack, RESIDENT, 2025))['activities']).toBe(1);
  const counted = await stack.database.networkFigure.findMany({ where: { key: offline }, orderBy: { figure: 'asc' } });
  expect(counted).toMatchObject([
    { party: RESIDENT, figure: 'activities', n: 1, day: HELD },
    { party: RESIDENT, figure: 'evidenceLate', n: 1, day: HELD },
  ]);
});

it('AH-EVAL-05.4 a correction after the draft goes into a note, and the figures of the draft stay', async () => {
  const note = '合肥科创 9 月活动应为 1 场。';
  await act('anhuiplatform', bulletin, 'addNote', { note });
  const { notes, byParty } = await thirdQuarter();
  expect(notes).toMatchObject([{ note }]);
  expect(byParty[RESIDENT]).toMatchObject({ activities: 0 });
});

it('AH-EVAL-05.3 AH-OPS-01.1 a draft is not issued before the department has approved it; then every body hears', async () => {
  const issue = async (as: string) => refusalOf((await stack.as(as)).act(bulletin, 'issueBulletin', { document }));
  expect(await issue('anhuiplatform')).toMatchObject({ code: 'NOT_NOW' });
  await act('anhuiplatform', bulletin, 'submitBulletin');
  expect(await issue('anhui')).toMatchObject({ code: 'NOT_NOW' });
  const platformManager = await stack.as('anhuiplatformmanager');
  const approval = await refusalOf(platformManager.act(bulletin, 'approveBulletin'));
  expect(approval).toMatchObject({ status: 403, code: 'OUT_OF_SCOPE' });
  const resident = await stack.as('resident');
  expect(await refusalOf(resident.get('/api/ah/bulletins/2025-Q3'))).toMatchObject({ status: 404 });
  await act('anhuimanager', bulletin, 'approveBulletin');
  await act('anhui', bulletin, 'issueBulletin', { document });
  await settled(stack);
  // Whoever acts for a member is told, an officer of a city platform too, and can read what the mail leads to (XC-04.3).
  for (const account of ['hefei', 'resident', 'resident2']) {
    const { text } = await mailAbout(stack, account, '季度通报');
    expect(text).toContain(document);
    expect(text).toContain('/anhui/bulletins/2025-Q3');
  }
  await vi.waitFor(async () => {
    expect(await resident.get('/api/ah/bulletins/2025-Q3')).toMatchObject({ issued: true, document });
  }, PATIENCE);
});

it('XC-05.1 XC-05.3 the timeline of the bulletin says which member each notice is for', async () => {
  const lines = await timelineOf(stack, bulletin, 'anhuiplatform');
  const issued = lines.filter(
    ({ type, detail }) => type === 'NOTICE_PLANNED' && detail?.['template'] === 'bulletinIssued',
  );
  expect(issued.map(({ title }) => title.zh.replace('通知：季度通报', '')).toSorted()).toEqual([
    '（合肥启航管理咨询有限公司）',
    '（合肥市中小企业综合服务平台）',
    '（合肥科创企业服务有限公司）',
  ]);
});

it('AH-EVAL-05.4 a correction after the issue stands in the note too, and every body is told', async () => {
  const note = '芜湖平台 8 月服务企业应为 12 家。';
  await act('anhuiplatform', bulletin, 'addNote', { note });
  for (const account of ['hefei', 'resident', 'resident2'])
    expect((await mailAbout(stack, account, '通报更正说明')).text).toContain(note);
  const seen = await (await stack.as('resident')).get('/api/ah/bulletins/2025-Q3');
  expect(seen).toMatchObject({ issued: true, notes: [{}, { note }] });
  expect((await thirdQuarter()).byParty[RESIDENT]).toMatchObject({ activities: 0 });
});
