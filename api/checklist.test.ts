/** A form is held against the checklist of its kind while it is filled in (SH-EVAL-04.3). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filing } from '../rules/sh-eval/filing.fixture.ts';
import { commission, entryStands, openCampaign, openEntry } from './testing/assessment-entry.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { uploaded } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2020-12-01T10:00:00.000+08:00' });
});
afterAll(() => databases.stop());

interface Line {
  readonly key: string;
  readonly state: string;
  readonly lacking: readonly { readonly zh: string }[];
}

it('SH-EVAL-04.3 says of each line how it stands, and of a file in the wrong form what is wrong', async () => {
  const provider = await api.as('provider');
  const read = async (form: object) =>
    (await provider.post('/api/intakes/assessmentEntry/checklist', form)).body.items as readonly Line[];
  expect((await read({})).filter(({ state }) => state === 'FILED')).toEqual([]);
  const pdf = await uploaded(provider, '营业执照.pdf');
  const own = (await read({ materials: { licence: [pdf] } })).find(({ key }) => key === 'licence');
  expect([own?.state, own?.lacking[0]?.zh]).toEqual(['MISSING', expect.stringContaining('“营业执照.pdf”不是')]);
  // The name of a file of somebody else is nobody's to read.
  const foreign = await uploaded(await api.as('provider2'), '他人.pdf');
  expect(JSON.stringify(await read({ materials: { licence: [foreign] } }))).not.toContain('他人');
});

it('is there for kinds that have one, as the list of kinds says', async () => {
  const { body } = await api.anyone.get('/api/intakes');
  const kinds = body.items as readonly { readonly kind: string; readonly hasChecklist: boolean }[];
  expect(kinds.filter(({ hasChecklist }) => hasChecklist).map(({ kind }) => kind)).toEqual(['assessmentEntry']);
  const { status } = await (await api.as('provider')).post('/api/intakes/complaint/checklist', {});
  expect(status).toBe(404);
});

it('SH-EVAL-04.3 SH-EVAL-05.1 what was handed in is judged on its day, and alike for everybody who reads the case', async () => {
  const id = 'ase-listed';
  const provider = await api.as('provider');
  const fees = await uploaded(provider, '收费标准.pdf');
  await openCampaign(api);
  await openEntry(api, id, [{ ...filing({ materials: { fees: [fees] } }), basis: 'NEW', year: 2020 }]);
  const [electronicAt, later] = ['2020-12-01T10:00:00.000+08:00', '2022-12-01T10:00:00.000+08:00'];
  const lines = async (account: string) =>
    (await (await api.as(account)).get(`/api/cases/${id}/checklist`)).body.items as readonly Line[];
  api.setNow(electronicAt);
  const before = await lines('provider');
  expect(before.find(({ key }) => key === 'fees')?.lacking[0]?.zh).toContain('“收费标准.pdf”不是');
  await entryStands(api, id, 'COMPLIANCE_REVIEW', commission, { electronicAt });
  api.setNow(later);
  for (const account of ['provider', 'pudong', 'commission'])
    expect([account, await lines(account)]).toEqual([account, before]);
  expect((await (await api.as('provider2')).get(`/api/cases/${id}/checklist`)).status).toBe(404);
  expect((await (await api.as('commission')).get('/api/cases/asc-1/checklist')).status).toBe(404);
});
