/** The declarations of a call by their scores: the ties are said, and why one of equals was chosen (HN-BASE-03). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Entry } from '../../rules/hn-base/selection.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { tableTaken, wordsTaken } from '../testing/taken-away.ts';

const REASON = '服务企业更多。';

let databases: TestDatabases;
let api: TestApi;
let call = '';

interface Ranking {
  readonly quota: number;
  readonly isTiedAtQuota: boolean;
  readonly items: readonly {
    readonly name: string;
    readonly place: number | null;
    readonly isTied: boolean;
    readonly isSelected: boolean;
    readonly decision: { readonly reason: string | null } | null;
  }[];
}

const entry = (n: number, score: number | null): Entry => ({
  ...{ declaration: `bdc-${n}`, base: `B${n}`, name: `基地${n}`, city: 'hn-dept-changsha', score, selected: false },
});

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2026-02-13T18:00:00+08:00' });
  const days = { filingDay: '2026-04-24', finalDay: '2026-05-08' };
  const form = { year: 2026, document: '2026年度通知', ...days };
  const { body } = await (await api.as('provincereviewer')).post('/api/cases/baseCall', form);
  call = String(body.caseId);
});
afterAll(() => databases.stop());

/** The call in review, with these declarations. */
async function stands(entries: readonly Entry[]): Promise<void> {
  const { state } = await api.database.case.findUniqueOrThrow({ where: { id: call } });
  const before = state as { facts: object };
  const facts = { ...before.facts, entries: entries.map((one) => ({ ...one })) };
  await api.database.case.update({
    where: { id: call },
    data: { stage: 'REVIEW', state: { ...before, stage: 'REVIEW', facts } },
  });
}

const read = async () =>
  (await (await api.as('provincereviewer')).get(`/api/hn-base/calls/${call}/ranking`)).body as Ranking;

it('HN-BASE-03.3 equals stand at the same place, and who was chosen among them stands there with the reason', async () => {
  await stands([entry(5, 85), entry(1, 95), entry(4, 85), entry(2, 90), entry(3, 88), entry(6, null)]);
  const before = await read();
  expect([before.quota, before.isTiedAtQuota]).toEqual([4, true]);
  expect(before.items.map(({ name, place, isTied }) => [name, place, isTied])).toEqual([
    ['基地1', 1, false],
    ['基地2', 2, false],
    ['基地3', 3, false],
    ['基地4', 4, true],
    ['基地5', 4, true],
    ['基地6', null, false],
  ]);
  await stands([entry(5, 85), entry(1, 95), entry(4, 85), entry(2, 90), entry(3, 88)]);
  const manager = await api.as('province');
  const select = async (declaration: string, reason?: string) =>
    (await manager.post(`/api/cases/${call}/actions/selectBase`, { declaration, ...(reason && { reason }) })).status;
  expect(await select('bdc-1')).toBe(200);
  expect(await select('bdc-5')).toBe(422);
  expect(await select('bdc-5', REASON)).toBe(200);
  const { items } = await read();
  expect(items.map(({ name, isSelected, decision }) => [name, isSelected, decision && decision.reason])).toEqual([
    ['基地1', true, null],
    ['基地2', false, null],
    ['基地3', false, null],
    ['基地4', false, null],
    ['基地5', true, REASON],
  ]);
});

it('HN-BASE-03.2 the ranking is taken away as a workbook, and the list of the recommended as a document', async () => {
  const path = `/api/hn-base/calls/${call}`;
  const [head = [], ...lines] = await tableTaken(api, 'provincereviewer', `${path}/ranking/export?format=xlsx`);
  const at = (line: readonly unknown[], name: string) => line[head.indexOf(name)] ?? '';
  expect(lines.map((line) => [at(line, '名次'), at(line, '并列'), at(line, '名称'), at(line, '推荐')])).toEqual([
    [1, '', '基地1', '推荐'],
    [2, '', '基地2', ''],
    [3, '', '基地3', ''],
    [4, '并列', '基地4', ''],
    [4, '并列', '基地5', '推荐'],
  ]);
  expect(at(lines[4] ?? [], '理由')).toBe(REASON);
  const words = await wordsTaken(api, 'provincereviewer', `${path}/recommended.pdf`);
  for (const shown of ['推荐名单', '2026年度通知', '2家（名额4家）', '基地1', '基地5']) expect(words).toContain(shown);
  expect(words).not.toContain('基地2');
  for (const taken of ['ranking/export', 'recommended.pdf']) {
    expect((await (await api.as('department')).get(`${path}/${taken}`)).status).toBe(403);
  }
});

it('HN-BASE-03.2 is for the body that makes the call', async () => {
  for (const [account, status] of [
    ['department', 403],
    ['base', 403],
  ] as const) {
    expect((await (await api.as(account)).get(`/api/hn-base/calls/${call}/ranking`)).status).toBe(status);
  }
});
