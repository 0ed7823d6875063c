/** What the intake refuses is not brought in by changing the entry afterwards: it cannot be handed in (SH-EVAL-01.1, 12.1). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filing } from '../../rules/sh-eval/filing.fixture.ts';
import { openEntry } from '../testing/assessment-entry.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { CODES } from '../testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2020-12-10T10:00:00.000+08:00' });
});
afterAll(() => databases.stop());

const FIELDS = ['basis', 'report.overview.recognition', 'report.overview.creditCode'];
const fresh = { recognition: 'FIRST_TIME', firstRecognisedOn: null } as const;
const filed = { ...filing({ overview: fresh }), basis: 'NEW' };

/** Which of {@link FIELDS} keep the entry of these versions from being handed in. */
async function wrongIn(id: string, ...forms: readonly object[]): Promise<string[]> {
  await openEntry(api, id, forms);
  const { body } = await (await api.as('provider')).get(`/api/cases/${id}`);
  type Action = { name: string; blockedBy: { code: string; facts: { issues?: { field: string }[] } | null }[] };
  const { blockedBy } = (body.actions as Action[]).find(({ name }) => name === 'submitEntry')!;
  return blockedBy
    .flatMap(({ facts }) => facts?.issues ?? [])
    .flatMap(({ field }) => FIELDS.filter((at) => at === field));
}

it('SH-EVAL-01.1 SH-EVAL-12.1 an entry that was changed is held against the register and its institution anew', async () => {
  expect(await wrongIn('ase-filed', filed)).toEqual([]);
  expect(await wrongIn('ase-recognised', filed, { ...filed, basis: 'RECOGNISED' })).toEqual(FIELDS.slice(0, 2));
  const other = { ...filing({ overview: { ...fresh, creditCode: CODES.provider2 } }), basis: 'NEW' };
  expect(await wrongIn('ase-other', filed, other)).toEqual(FIELDS.slice(2));
});
