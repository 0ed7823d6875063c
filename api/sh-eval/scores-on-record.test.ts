/** Marks are reckoned from the records alone, and a mark that is changed once the sheets are open is seen by everybody who reads them (SH-EVAL-08.1, 03.2). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeReading } from '../../activities/readings.ts';
import type { Transaction } from '../../prisma/client.ts';
import { ranking } from '../../rules/ranking.ts';
import { indicatorTitles, meanOf, type Marks } from '../../rules/sh-eval/scores.ts';
import type { Instant } from '../../rules/time/index.ts';
import { registers } from '../../workflows/sh-eval/words.ts';
import { assessor, commission, openEntry } from '../testing/assessment-entry.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { CODES } from '../testing/samples.ts';

const ID = 'ase-scored';
const REASON = '漏看投诉处理制度，予以更正。';
const points = { asOf: '2020-12-31', stores: [], year: 0, cumulative: 0, byAngle: {} };
const verification = { authentic: true, asked: 20, satisfaction: 95, at: '2021-01-11T10:00:00.000+08:00' };
const marks = (each: number): Marks => Object.fromEntries(Object.keys(indicatorTitles).map((code) => [code, each]));

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2021-01-12T10:00:00.000+08:00' });
  await openEntry(api, ID);
  await stands('VERIFICATION', { points: { provisional: points, fixed: points }, verification });
  await done('assessor', 'fileSheet', { scores: marks(80) });
  await done('assessor2', 'fileSheet', { scores: marks(90) });
  await done('assessor', 'correctScore', { indicator: 'SYSTEMS', marks: 93, reason: REASON });
});
afterAll(() => databases.stop());

type Facts = Record<string, unknown> & { readonly sheets: readonly { readonly scores: Marks }[] };

async function factsOf(): Promise<Facts> {
  const { state } = await api.database.case.findUniqueOrThrow({ where: { id: ID } });
  return (state as unknown as { readonly facts: Facts }).facts;
}

/** The entry as if it had come so far, in the hands of the third party. */
async function stands(stage: string, facts: object): Promise<void> {
  const { state } = await api.database.case.findUniqueOrThrow({ where: { id: ID } });
  const before = state as { facts: object };
  const now = { ...before, stage, ...assessor, facts: { ...before.facts, ...facts } };
  await api.database.case.update({ where: { id: ID }, data: { stage, ...assessor, state: now } });
}

async function done(account: string, action: string, input: object): Promise<void> {
  const { status, body } = await (await api.as(account)).post(`/api/cases/${ID}/actions/${action}`, input);
  expect(status, JSON.stringify(body)).toBe(200);
}

interface Line {
  readonly type: string;
  readonly actor: { readonly id: string };
  readonly title: { readonly zh: string; readonly en: string };
}

async function correctionSeenBy(account: string): Promise<Line | undefined> {
  const { body } = await (await api.as(account)).get(`/api/cases/${ID}/timeline`);
  return (body.items as Line[]).find(({ type }) => type === 'SCORE_CORRECTED');
}

it('SH-EVAL-08.1 both assessors and the commission read who changed a mark, from what, and why', async () => {
  for (const account of ['assessor', 'assessor2', 'commission']) {
    const line = await correctionSeenBy(account);
    expect(JSON.stringify(line), account).toContain(REASON);
    expect(JSON.stringify(line), account).toContain('from 80 to 93');
    expect(line?.actor.id, account).toBe('demo-assessor');
  }
});

it('SH-EVAL-08.1 SH-EVAL-09.2 the institution reads the same line once the result is published, and none before', async () => {
  expect(await correctionSeenBy('provider')).toBeUndefined();
  const published = { at: '2021-02-01T10:00:00.000+08:00', link: 'https://sheitc.example.cn/2020', listed: true };
  const { state } = await api.database.case.findUniqueOrThrow({ where: { id: ID } });
  const before = state as { facts: object };
  const now = { ...before, stage: 'RESULTS_SET', ...commission, facts: { ...before.facts, published } };
  await api.database.case.update({ where: { id: ID }, data: { stage: 'RESULTS_SET', ...commission, state: now } });
  expect(JSON.stringify(await correctionSeenBy('provider'))).toContain(REASON);
});

it('SH-EVAL-03.2 SH-EVAL-08.1 the sheets on record give the mean and the rank of the case, however often they are read', async () => {
  const { sheets } = await factsOf();
  const ofCase = meanOf(sheets.map(({ scores }) => scores));
  const ofRecords = async () => {
    const { data } = await api.database.registerEntry.findUniqueOrThrow({
      where: { register_party: { register: registers.sheets, party: CODES.provider } },
    });
    const filed = (data as unknown as Record<string, Record<string, { readonly scores: Marks }>>)[ID] ?? {};
    return meanOf(Object.values(filed).map(({ scores }) => scores));
  };
  expect(await ofRecords()).toBe(ofCase);
  const others = [
    { id: 'ase-better', score: 86 },
    { id: 'ase-worse', score: 85 },
  ];
  const ranks = async () => ranking([...others, { id: ID, score: await ofRecords() }]);
  const first = await ranks();
  expect(first.map(({ id, place }) => [id, place])).toEqual([
    ['ase-better', 1],
    [ID, 2],
    ['ase-worse', 3],
  ]);
  expect(await ranks()).toEqual(first);
});

it('SH-EVAL-08.1 XC-05.5 a sheet that became void before it was opened, or was replaced, is none of those that are read', async () => {
  const sheet = { assessor: 'demo-assessor2', scores: marks(90), note: null };
  const register = { register: registers.sheets, party: CODES.provider };
  await api.database.registerEntry.update({
    where: { register_party: register },
    data: { data: { [ID]: { 'demo-assessor': null, 'demo-assessor2': { ...sheet, order: 1 } } } },
  });
  const request = { reading: 'scoreSheets', regime: 'SH_EVAL', caseId: ID, about: 'campaign:2020', before: null };
  const at = '2021-01-12T10:00:00.000+08:00' as Instant;
  expect(await takeReading(api.database as Transaction, { ...request, at })).toEqual([sheet]);
});
