/** Annex 1 as its district takes it away: those whom it recommends (SH-EVAL-06.3). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filing } from '../../rules/sh-eval/filing.fixture.ts';
import { CAMPAIGN, openCampaign, openEntry } from '../testing/assessment-entry.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { CODES } from '../testing/samples.ts';
import { tableTaken } from '../testing/taken-away.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2020-12-17T10:00:00.000+08:00' });
  await openCampaign(api);
});
afterAll(() => databases.stop());

/** An entry of Pudong as if its district had come so far with it. */
async function entered(id: string, name: string, party: string, closed: object, facts: object): Promise<void> {
  await openEntry(api, id, [{ year: 2020, ...filing({ overview: { name } }) }], { name, party });
  const { state } = await api.database.case.findUniqueOrThrow({ where: { id } });
  const before = state as { facts: object };
  const now = { ...before, facts: { ...before.facts, ...facts } };
  await api.database.case.update({ where: { id }, data: { ...closed, state: now } });
}

it('SH-EVAL-06.3 who withdrew after the recommendation stands in the table no more, who was not admitted does', async () => {
  const recommended = { recommendedAt: '2020-12-15T10:00:00.000+08:00' };
  const closedAt = new Date('2020-12-16T02:00:00Z');
  await entered('ase-1', '推荐机构', CODES.provider, {}, recommended);
  await entered('ase-2', '撤回机构', CODES.provider2, { closedAt, outcome: 'WITHDRAWN' }, recommended);
  await entered('ase-3', '未纳入机构', CODES.other, { closedAt, outcome: 'NOT_ADMITTED' }, recommended);
  await entered('ase-4', '审核中机构', '91310115MA1FL4XY5T', {}, { recommendedAt: null });
  const path = `/api/sh-eval/campaigns/${CAMPAIGN.id}/recommendations.xlsx?district=SH/PUDONG`;
  const rows = await tableTaken(api, 'pudong', path);
  expect(rows.slice(4).map(([, name]) => name)).toEqual(expect.arrayContaining(['推荐机构', '未纳入机构']));
  expect(rows).toHaveLength(6);
});
