/** The public registers: which there are, and that each can be read by everybody. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publicRegisters } from './regimes.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
});
afterAll(() => databases.stop());

it('HN-NET-06.1 the registers are listed for everybody by name and title, and each name leads to its entries', async () => {
  const { status, body } = await api.anyone.get('/api/registers');
  expect(status).toBe(200);
  const listed = body.items as { register: string; title: { zh: string; en: string } }[];
  expect(listed.map(({ register }) => register)).toEqual(Object.keys(publicRegisters));
  expect(listed).toContainEqual({
    register: 'hn-net.providers',
    title: { zh: '服务商登记册', en: 'Register of providers' },
  });
  for (const { register, title } of listed) {
    const entries = await api.anyone.get(`/api/registers/${register}`);
    expect([entries.status, entries.body.title, entries.body.items]).toEqual([200, title, []]);
  }
  expect((await api.anyone.get('/api/registers/hn-net.consumers')).status).toBe(404);
});
