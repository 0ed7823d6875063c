/** Kept phrases: one's own, and those of the body, which its managers keep (XC-06.3). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
});
afterAll(() => databases.stop());

const keep = async (account: string, phrase: object) => (await api.as(account)).post('/api/phrases', phrase);
const listed = async (account: string, query = ''): Promise<{ text: string; isMine: boolean }[]> =>
  (await (await api.as(account)).get(`/api/phrases${query}`)).body.items;
const texts = async (account: string, query = '') => (await listed(account, query)).map(({ text }) => text);

it('XC-06.3 one’s own are one’s own, those of the body are for all of it and kept by its managers', async () => {
  const own = await keep('reviewer', { text: '材料齐全。\n符合受理条件。' });
  expect(own.status, JSON.stringify(own.body)).toBe(201);
  const ofBody = await keep('manager', { text: '依据《办法》第三条', bodyId: 'sh-centre' });
  expect(ofBody.status, JSON.stringify(ofBody.body)).toBe(201);
  expect(await listed('reviewer')).toMatchObject([
    { text: '材料齐全。\n符合受理条件。', isMine: true },
    { text: '依据《办法》第三条', isMine: false },
  ]);
  expect(await texts('reviewer2')).toEqual(['依据《办法》第三条']);
  expect(await texts('hubmanager')).toEqual([]);

  const reviewer = await api.as('reviewer');
  const path = `/api/phrases/${ofBody.body.id}`;
  expect((await reviewer.patch(path, { text: '改' })).status).toBe(404);
  expect((await reviewer.delete(path)).status).toBe(404);
  expect((await (await api.as('hubmanager')).delete(path)).status).toBe(404);
  const changed = await (await api.as('manager')).patch(path, { text: '依据《办法》第四条' });
  expect(changed.body).toMatchObject({ text: '依据《办法》第四条', bodyId: 'sh-centre', isMine: true });
  expect((await reviewer.delete(`/api/phrases/${own.body.id}`)).status).toBe(204);
  expect(await texts('reviewer')).toEqual(['依据《办法》第四条']);
});

it('is kept for a body by its own managers alone, whom the list says so', async () => {
  expect((await keep('reviewer', { text: '常用', bodyId: 'sh-centre' })).body.code).toBe('OUT_OF_SCOPE');
  expect((await keep('hubmanager', { text: '常用', bodyId: 'sh-centre' })).body.code).toBe('OUT_OF_SCOPE');
  const { body } = await (await api.as('manager')).get('/api/phrases');
  expect(body.bodies).toMatchObject([{ id: 'sh-centre' }]);
  expect((await (await api.as('reviewer')).get('/api/phrases')).body.bodies).toEqual([]);
});

it('is asked for by kind of case and action, with those for any', async () => {
  await keep('reviewer2', { text: '任何' });
  const forOne = await keep('reviewer2', { text: '不予受理', kind: 'storeApplication', action: 'rejectApplication' });
  expect(forOne.body.forTitle.zh).toMatch(/：/);
  await keep('reviewer2', { text: '投诉', kind: 'complaint' });
  const query = '?kind=storeApplication&action=rejectApplication';
  expect((await texts('reviewer2', query)).sort()).toEqual(['不予受理', '任何', '依据《办法》第四条'].sort());
  expect((await texts('reviewer2', '?kind=storeApplication&action=other')).includes('不予受理')).toBe(false);
});

it('names what is wrong', async () => {
  const faults = async (phrase: object) => (await keep('reviewer', phrase)).body.errors;
  expect(await faults({ text: '' })).toMatchObject([{ field: 'text' }]);
  expect(await faults({ text: 'x', kind: 'constructor' })).toMatchObject([{ field: 'kind' }]);
  expect(await faults({ text: 'x', kind: 'storeApplication', action: 'toString' })).toMatchObject([
    { field: 'action' },
  ]);
  expect(await faults({ text: 'x', action: 'rejectApplication' })).toMatchObject([{ field: 'action' }]);
});

it('is nothing for those outside the bodies', async () => {
  for (const account of ['provider', 'admin', 'auditor'])
    expect((await (await api.as(account)).get('/api/phrases')).status).toBe(403);
});
