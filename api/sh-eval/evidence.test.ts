/** What an entry is scored on: its filed materials open for who scores, the sheets for nobody before both are in (SH-EVAL-04.3, 08.1, 08.2). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filing } from '../../rules/sh-eval/filing.fixture.ts';
import { indicatorTitles } from '../../rules/sh-eval/scores.ts';
import { assessor, entryStands, openCampaign, openEntry } from '../testing/assessment-entry.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { uploaded } from '../testing/samples.ts';

const ID = 'ase-scored';
const SCORING = `/api/sh-eval/entries/${ID}/scoring`;
const each = (marks: number) =>
  Object.fromEntries(Object.keys(indicatorTitles).map((code) => [code, marks])) as Record<string, number>;

interface Scoring {
  readonly weights: { readonly zh: string };
  readonly dimensions: readonly {
    readonly indicators: readonly {
      readonly code: string;
      readonly weight: number | null;
      readonly materials: readonly { readonly key: string; readonly files: readonly { readonly id: string }[] }[];
      readonly points: readonly { readonly points: number | null }[];
    }[];
  }[];
  readonly filed: number;
  readonly sheets: readonly { readonly assessor: { readonly name: string }; readonly mean: number }[] | null;
}

let databases: TestDatabases;
let api: TestApi;
let licence = '';

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2021-01-20T10:00:00.000+08:00' });
  await openCampaign(api);
  licence = await uploaded(await api.as('provider'), '营业执照.pdf');
  await openEntry(api, ID, [{ ...filing({ materials: { licence: [licence] } }), basis: 'NEW', year: 2020 }]);
  const fixed = {
    asOf: '2020-12-31',
    stores: [],
    year: 700,
    cumulative: 1200,
    byAngle: { ORDERS: 500, PRODUCTS: 200 },
  };
  await entryStands(api, ID, 'VERIFICATION', assessor, { points: { provisional: null, fixed } });
});
afterAll(() => databases.stop());

const read = async (account: string) => (await (await api.as(account)).get(SCORING)).body as Scoring;

it('SH-EVAL-08.1 SH-EVAL-08.2 SH-EVAL-08.4 each indicator has its documents and its points, and no weight as long as none is set', async () => {
  const { dimensions, weights } = await read('assessor');
  const indicators = dimensions.flatMap((one) => one.indicators);
  expect([dimensions.length, indicators.length]).toEqual([5, 13]);
  expect(new Set(indicators.map(({ weight }) => weight))).toEqual(new Set([null]));
  expect(weights.zh).toContain('未设定');
  const of = (code: string) => indicators.find((one) => one.code === code);
  expect(of('QUALIFICATION')?.materials[0]).toMatchObject({
    key: 'licence',
    files: [{ id: licence, name: '营业执照.pdf', inPlace: true }],
  });
  expect([of('VOLUME'), of('PROCESS')].map((one) => one?.points[0]?.points)).toEqual([500, 0]);
});

it('SH-EVAL-08.2 who scores opens the materials that were filed; who has nothing to do with the entry does not', async () => {
  const status = async (account: string) =>
    (await (await api.as(account)).get(`/api/files/${licence}?caseId=${ID}&inline=true`)).status;
  expect([await status('assessor'), await status('xuhui'), await status('provider2')]).toEqual([200, 404, 404]);
  const { body } = await (await api.as('assessor')).get(`/api/cases/${ID}/files`);
  expect((body.items as { id: string }[]).map(({ id }) => id)).toEqual([licence]);
});

it('SH-STORE-03.2 a material of somebody else is not made one’s own by naming it', async () => {
  const foreign = await uploaded(await api.as('provider2'));
  const changes = { ...filing({ materials: { licence: [foreign] } }), basis: 'NEW' };
  await entryStands(api, ID, 'ENTRY_DRAFT', assessor);
  const refused = await (await api.as('provider')).post(`/api/cases/${ID}/actions/reviseEntry`, { changes });
  expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([422, 'changes.materials.licence.0']);
  await entryStands(api, ID, 'VERIFICATION', assessor);
});

it('SH-EVAL-08.1 nobody reads a sheet before both are in, and then who handles the entry reads both', async () => {
  const done = async (account: string, action: string, input: object) => {
    const { status, body } = await (await api.as(account)).post(`/api/cases/${ID}/actions/${action}`, input);
    expect(status, JSON.stringify(body)).toBe(200);
  };
  const verification = { authentic: true, asked: 20, satisfaction: 95, findings: '属实。', fileIds: [] };
  await done('assessor', 'recordVerification', verification);
  await done('assessor', 'fileSheet', { scores: each(81.25), note: '材料齐全。' });
  for (const account of ['assessor', 'assessor2']) {
    const seen = await read(account);
    expect([seen.filed, seen.sheets]).toEqual([1, null]);
    expect(JSON.stringify(seen)).not.toMatch(/81\.25|材料齐全/);
  }
  await done('assessor2', 'fileSheet', { scores: each(90) });
  const { sheets } = await read('assessor2');
  expect(sheets?.map(({ mean }) => mean)).toEqual([81.25, 90]);
  expect(sheets?.[0]?.assessor.name).toContain('吴测评');
  expect((await (await api.as('provider')).get(SCORING)).status).toBe(403);
});
