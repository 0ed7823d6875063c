/** Saved views: of an account, checked as the list they are for checks its query. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

const NOW = '2025-09-01T10:00:00.000+08:00';
const VIEW = {
  name: '今天到期的初审',
  area: 'tasks',
  query: { queue: 'today', kind: 'storeApplication', sort: 'due' },
};

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: NOW });
});
afterAll(() => databases.stop());

const save = async (account: string, view: object) => (await api.as(account)).post('/api/views', view);
const listed = async (account: string, query = '') =>
  (await (await api.as(account)).get(`/api/views${query}`)).body.items;

it('XC-06.3 a view is kept as it was saved, is its owner’s alone, and opens the list it is for', async () => {
  const { status, body } = await save('reviewer', VIEW);
  expect([status, body]).toEqual([201, { ...VIEW, id: expect.stringMatching(/^viw-/), createdAt: NOW }]);
  const cases = await save('reviewer', { name: VIEW.name, area: 'cases', query: { open: 'true', q: 'ｓｈ' } });
  expect(cases.status, JSON.stringify(cases.body)).toBe(201);
  expect(await listed('reviewer')).toEqual([cases.body, body]);
  expect(await listed('reviewer', '?area=tasks')).toEqual([body]);
  expect(await listed('reviewer2')).toEqual([]);
  const opened = await (await api.as('reviewer')).get(`/api/tasks?${new URLSearchParams(body.query).toString()}`);
  expect(opened.status).toBe(200);
  expect((await (await api.as('reviewer2')).delete(`/api/views/${body.id}`)).status).toBe(404);
  expect((await (await api.as('reviewer')).delete(`/api/views/${body.id}`)).status).toBe(204);
  expect((await (await api.as('reviewer')).delete(`/api/views/${body.id}`)).status).toBe(404);
  expect(await listed('reviewer')).toEqual([cases.body]);
});

it.each([
  ['a filter that the list has not', { ...VIEW, query: { colour: 'red' } }, 'query.colour'],
  ['a filter of the other list', { ...VIEW, query: { open: 'true' } }, 'query.open'],
  ['a value that the list refuses', { ...VIEW, query: { queue: 'never' } }, 'query.queue'],
  ['an order of the other list', { ...VIEW, area: 'cases', query: { sort: 'priority' } }, 'query.sort'],
  ['a place in the list', { ...VIEW, query: { cursor: 'x' } }, 'query.cursor'],
  ['a value that is no text', { ...VIEW, query: { queue: 7 } }, 'query.queue'],
  ['another area', { ...VIEW, area: 'bars' }, 'area'],
  ['no name', { ...VIEW, name: ' ' }, 'name'],
  ['too long a name', { ...VIEW, name: '长'.repeat(61) }, 'name'],
])('XC-06.3 a view with %s is not saved', async (_what, view, field) => {
  const before = await api.database.savedView.count();
  const { status, body } = await save('manager', view);
  expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
  expect(await api.database.savedView.count()).toBe(before);
});

it('XC-06.3 a name is had once an area, and fifty views in all, however many are saved at once', async () => {
  const twice = await Promise.all([save('manager', VIEW), save('manager', VIEW)]);
  expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(twice.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'ALREADY_DONE' });
  expect((await save('admin', VIEW)).status).toBe(201);
  for (let nth = 2; nth <= 49; nth += 1)
    expect((await save('manager', { ...VIEW, name: `第${nth}个` })).status).toBe(201);
  const last = await Promise.all(['甲', '乙'].map((name) => save('manager', { ...VIEW, name })));
  expect(last.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(last.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'LIMIT_REACHED' });
  expect(await listed('manager')).toHaveLength(50);
});
