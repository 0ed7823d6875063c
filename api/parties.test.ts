/** Parties by name, for the fields that name one (XC-05.1, XC-05.5). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-09-26T10:00:00.000+08:00' });
  const provider = await api.as('provider');
  const filed = await provider.post('/api/applications', await application(provider, CODES.provider));
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  const entry = { regime: 'HN_NET', bodyId: 'hn-hub', region: 'HN', data: {}, caseId: 'prv-1', changedAt: new Date() };
  await api.database.registerEntry.createMany({
    data: [
      {
        ...entry,
        id: 'e-1',
        register: 'hn-net.providers',
        party: CODES.other,
        name: '长沙公开服务商',
        status: 'LISTED',
      },
      {
        ...entry,
        id: 'e-2',
        register: 'hn-net.consumers',
        party: 'person:x',
        name: '长沙消费者',
        status: 'REGISTERED',
      },
      { ...entry, id: 'e-3', register: 'ah.members', party: 'person:gone', name: '长沙退网机构', status: 'LEFT' },
    ],
  });
});
afterAll(() => databases.stop());

async function found(who: Caller, q?: string): Promise<string[]> {
  const { status, body } = await who.get(`/api/parties${q === undefined ? '' : `?q=${encodeURIComponent(q)}`}`);
  expect(status).toBe(200);
  return (body.items as { party: string }[]).map(({ party }) => party);
}

it('XC-05.1 finds a party of the cases of the reader by name, pinyin and credit code', async () => {
  const reviewer = await api.as('reviewer');
  for (const q of [undefined, '启明', 'qiming', CODES.provider])
    expect(await found(reviewer, q), q).toContain(CODES.provider);
  expect(await found(reviewer, '没有这家')).toEqual([]);
});

it('XC-05.5 tells nobody of a party whose cases they may not read', async () => {
  for (const account of ['provider2', 'consumer', 'hubmanager'])
    expect(await found(await api.as(account), '启明'), account).toEqual([]);
  expect((await api.anyone.get('/api/parties')).status).toBe(401);
});

it('XC-05.5 tells everybody with an account of who stands on a public register, and of nobody on another', async () => {
  const parties = await found(await api.as('consumer'), '长沙');
  expect(parties.filter((key) => !key.startsWith('unit:'))).toEqual([CODES.other]);
});

it('XC-05.1 HN-NET-16.6 finds a body by its name, and shows none to who looks for nothing', async () => {
  const hub = await api.as('hub');
  for (const q of ['浏阳市中小企业综合窗口', 'unit:hn-liuyang'])
    expect(await found(hub, q), q).toContain('unit:hn-liuyang');
  expect((await found(hub)).filter((key) => key.startsWith('unit:'))).toEqual([]);
});
