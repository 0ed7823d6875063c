/** What whoever reads an entry sees of its checks: the conditions item by item, and what a reviewer must look at (SH-EVAL-02, 03.3). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filing, type FilingChanges } from '../../rules/sh-eval/filing.fixture.ts';
import { entryStands, openEntry, pudong } from '../testing/assessment-entry.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2020-12-10T10:00:00.000+08:00' });
});
afterAll(() => databases.stop());

async function entry(id: string, changes: FilingChanges): Promise<void> {
  await openEntry(
    api,
    id,
    [filing(), filing(changes)].map((data) => ({ ...data, basis: 'NEW' })),
  );
}

async function seen(id: string, account = 'pudong') {
  const { status, body } = await (await api.as(account)).get(`/api/cases/${id}`);
  expect(status, JSON.stringify(body)).toBe(200);
  const { eligibility, warnings } = body.extras;
  const item = (key: string) => eligibility.items.find((one: { key: string }) => one.key === key);
  return { eligibility, warnings: warnings.map(({ en }: { en: string }) => en), item };
}

it('SH-EVAL-03.3 warns of a company under the associations, in the newest version, and of nothing else', async () => {
  await entry('ase-company', { overview: { category: 'ASSOCIATION' } });
  for (const account of ['pudong', 'provider']) {
    expect((await seen('ase-company', account)).warnings).toEqual([
      expect.stringContaining('this institution is neither'),
    ]);
  }
  await entry('ase-association', { overview: { category: 'ASSOCIATION', nature: 'ASSOCIATION' } });
  expect((await seen('ase-association')).warnings).toEqual([]);
});

it('SH-EVAL-02.2 SH-EVAL-02.3 the conditions count today for a draft, then from the day of the submission, with what was relaxed', async () => {
  await entry('ase-young', {
    overview: { establishedOn: '2019-12-08', nature: 'ASSOCIATION', fullTimeStaff: 7, professionals: 7 },
  });
  const draft = await seen('ase-young');
  expect([draft.item('operatingYears').status, draft.item('fullTimeStaff').status]).toEqual(['MET', 'NOT_MET']);
  const facts = { electronicAt: '2020-12-07T10:00:00.000+08:00', headcountWaived: '会员单位人员协助。' };
  await entryStands(api, 'ase-young', 'DISTRICT_REVIEW', pudong, facts);
  const handedIn = await seen('ase-young');
  expect(handedIn.item('operatingYears').status).toBe('NOT_MET');
  expect(handedIn.item('fullTimeStaff')).toMatchObject({
    status: 'WAIVED',
    relaxedFor: { zh: expect.stringContaining(facts.headcountWaived) },
  });
  expect(handedIn.eligibility.overall).toBe('INELIGIBLE');
});

it('SH-EVAL-02 shows no checks of an entry of which nothing is filed', async () => {
  await openEntry(api, 'ase-bare');
  const { body } = await (await api.as('pudong')).get('/api/cases/ase-bare');
  expect(body.extras).toEqual({});
});
