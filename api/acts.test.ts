/** What an account can do outside a case, as forms to be drawn (XC-05.1). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-09-15T10:00:00+08:00' });
});
afterAll(() => databases.stop());

async function actsOf(account: string) {
  const { status, body } = await (await api.as(account)).get('/api/acts');
  expect(status).toBe(200);
  return body.items as { path: string; title: { zh: string }; form: { properties?: Record<string, unknown> } }[];
}

it.each([
  ['district', ['/api/conflicts', '/api/covers', '/api/recommendations']],
  ['authority', ['/api/conflicts', '/api/covers', '/api/recommendations']],
  ['expert', ['/api/conflicts']],
  ['consumer', []],
  ['provider', []],
  ['auditor', []],
])('XC-05.1 gives %s the forms of what its offices open, and no other', async (account, paths) => {
  expect((await actsOf(account)).map(({ path }) => path).sort()).toEqual(paths);
});

it('XC-05.1 gives each form with the names of its fields, as the request takes them', async () => {
  const invite = (await actsOf('reviewer')).find(({ path }) => path === '/api/invitations');
  expect(invite?.title.zh).toBe('主动邀约');
  expect(Object.keys(invite?.form.properties ?? {})).toEqual(['institution', 'reasons', 'note', 'locale', 'for']);
});
