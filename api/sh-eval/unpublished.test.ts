/** What the institution reads of the result of its assessment before it is published: nothing (SH-EVAL-09.2, 08.7, decision 0060). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Body } from '../../rules/roles.ts';
import { campaign2020 } from '../../rules/sh-eval/campaign.ts';
import { assessor, CAMPAIGN, commission, entryStands, openCampaign, openEntry } from '../testing/assessment-entry.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { uploaded } from '../testing/samples.ts';

const ID = 'ase-unpublished';
const NOW = '2021-01-20T10:00:00.000+08:00';
const LINK = 'https://sheitc.example.cn/2020';
const KEPT = ['verification', 'sheets', 'grade'];
const KEPT_LINES = ['SERVICE_VERIFIED', 'GRADE_SET'];

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: NOW });
  await openCampaign(api);
  await openEntry(api, ID);
  await stands('VERIFICATION', assessor);
  const evaluator = await api.as('assessor');
  const fileIds = [await uploaded(evaluator, '回访记录.pdf')];
  const found = { authentic: true, asked: 20, satisfaction: 61, findings: '回访属实。', fileIds };
  await done(evaluator, 'recordVerification', found);
  await stands('GRADING', commission, { sheets: [{ assessor: 'demo-assessor', scores: { SYSTEMS: 61 }, note: null }] });
  await done(await api.as('commission'), 'setGrade', { grade: 'GOOD', reason: '各项均衡。' });
});
afterAll(() => databases.stop());

const stands = (stage: string, body: Body, facts: object = {}) => entryStands(api, ID, stage, body, facts);

async function done(caller: Awaited<ReturnType<TestApi['as']>>, action: string, input: object): Promise<void> {
  const { status, body } = await caller.post(`/api/cases/${ID}/actions/${action}`, input);
  expect(status, JSON.stringify(body)).toBe(200);
}

/** What the public reads of the year: names and grades. */
async function listed() {
  const { body } = await api.anyone.get('/api/sh-eval/assessments/2020');
  return (body.items as { name: string; grade: string }[]).map(({ name, grade }) => [name, grade]);
}

/** The campaign is published: its entries hear of it one after the other. */
async function publishCampaign(): Promise<void> {
  const published = { at: NOW, link: LINK, term: { validFrom: '2020-01-01', validTo: '2021-12-31' } };
  const state = { facts: { ...campaign2020, published } };
  await api.database.case.update({ where: { id: CAMPAIGN.id }, data: { stage: 'PUBLISHED', state } });
}

/** All that an account reads of the case: its facts, the types of its lines, its files. */
async function readBy(account: string) {
  const caller = await api.as(account);
  const read = async (path = '') => (await caller.get(`/api/cases/${ID}${path}`)).body;
  const [seen, timeline, files] = [await read(), await read('/timeline'), await read('/files')];
  return {
    facts: KEPT.filter((name) => name in (seen.facts as object)),
    lines: (timeline.items as { type: string }[]).map(({ type }) => type).filter((type) => KEPT_LINES.includes(type)),
    files: (files.items as { name: string }[]).map(({ name }) => name),
    all: JSON.stringify([seen, timeline, files]),
  };
}

/** The years whose results the public finds. */
async function years() {
  const { body } = await api.anyone.get('/api/sh-eval/assessments');
  return (body.items as { year: number }[]).map(({ year }) => year);
}

describe('before the publication', () => {
  it('SH-EVAL-09.2 SH-EVAL-08.7 the institution reads neither marks, nor grade, nor verification; the commission does', async () => {
    expect(await readBy('commission')).toMatchObject({ facts: KEPT, lines: KEPT_LINES, files: ['回访记录.pdf'] });
    const own = await readBy('provider');
    expect(own).toMatchObject({ facts: [], lines: [], files: [] });
    expect(own.all).not.toMatch(/各项均衡|回访|SYSTEMS/);
  });

  it('SH-EVAL-09.1 the public list is empty', async () => {
    expect(await listed()).toEqual([]);
    expect(await years()).toEqual([]);
  });
});

describe('once the campaign is published', () => {
  it('SH-EVAL-01.3 SH-EVAL-09.1 the public reads every grade at that instant, also of an entry that has not heard of it', async () => {
    await publishCampaign();
    expect(await years()).toEqual([2020]);
    expect(await listed()).toEqual([['上海启明企业服务有限公司', 'GOOD']]);
    await stands('GRADING', commission);
    expect(await listed()).toEqual([]);
    await stands('RESULTS_SET', commission);
  });

  it('SH-EVAL-09.2 the institution reads them once the result is published', async () => {
    const published = { at: NOW, link: LINK, listed: true };
    await stands('RESULTS_SET', commission, { published });
    expect(await listed()).toEqual([['上海启明企业服务有限公司', 'GOOD']]);
    expect(await readBy('provider')).toMatchObject({ facts: KEPT, lines: KEPT_LINES, files: ['回访记录.pdf'] });
  });
});
