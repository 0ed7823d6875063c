import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { uploaded } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
});

beforeEach(async () => {
  api = await databases.api({ now: '2025-10-01T12:00:00+08:00' });
});

afterAll(() => databases.stop());

const regulation = '/api/regulations/SH_STORE';
const statusOf = async () => (await (await api.as('provider')).get(regulation)).body;

async function adoption(changes: object = {}) {
  const manager = await api.as('manager');
  const body = {
    ...{ status: 'ADOPTED', on: '2025-09-01', from: '2025-10-01', title: '上海市企业服务云店铺管理办法' },
    ...{ documentNumber: '沪企服〔2025〕1号', fileId: await uploaded(manager), ruleVersion: 1, reason: '正式印发' },
    ...changes,
  };
  return manager.post(`${regulation}/status`, body);
}

it('SH-STORE-17.1 the record reads consultation draft of 2020-07-08, and a manager attaches the adopted version', async () => {
  expect(await statusOf()).toMatchObject({
    ...{
      regime: 'SH_STORE',
      status: 'CONSULTATION_OPEN',
      on: '2020-07-08',
      adopted: null,
      ruleVersion: 1,
      history: [],
    },
  });
  const { status, body } = await adoption();
  expect([status, body.adopted.documentNumber]).toEqual([201, '沪企服〔2025〕1号']);
  expect(await statusOf()).toMatchObject({
    ...{ status: 'ADOPTED', on: '2025-09-01', adopted: { from: '2025-10-01', ruleVersion: 1 } },
    history: [{ status: 'ADOPTED', reason: '正式印发', at: '2025-10-01T12:00:00.000+08:00' }],
  });
  const { items } = (await (await api.as('admin')).get('/api/rules')).body;
  expect(items[0]).toMatchObject({ regime: 'SH_STORE', status: { code: 'ADOPTED', on: '2025-09-01' } });
  expect((await (await api.as('admin')).get('/api/regulations/HN_NET')).body).toMatchObject({ history: [] });
});

it('SH-STORE-17.1 an adopted version names the rules that cases begin under, and no others', async () => {
  const admin = await api.as('admin');
  await admin.put('/api/rules/SH_STORE', { values: { 'trial.orders': 120 }, note: '正式文本' });
  const old = await adoption({ ruleVersion: 1 });
  expect([old.status, old.body.code]).toEqual([409, 'NOT_NOW']);
  expect((await adoption({ ruleVersion: 2 })).status).toBe(201);
  expect((await statusOf()).ruleVersion).toBe(2);
  // A later text replaces the adopted one.
  expect((await adoption({ ruleVersion: 2, on: '2025-09-30', documentNumber: '沪企服〔2025〕2号' })).status).toBe(201);
  expect((await statusOf()).history).toHaveLength(2);
});

it('SH-STORE-17.1 refuses what cannot be: a day ahead or before the last, a file that is not there, another than a manager', async () => {
  for (const changes of [{ on: '2025-10-02' }, { on: '2020-07-07' }, { fileId: 'fil-none' }, { reason: ' ' }])
    expect((await adoption(changes)).status).toBe(422);
  const close = { status: 'CLOSED', on: '2025-09-01', reason: '期满' };
  for (const account of ['admin', 'reviewer', 'provider'])
    expect((await (await api.as(account)).post(`${regulation}/status`, close)).status).toBe(403);
  const manager = await api.as('manager');
  expect((await manager.post('/api/regulations/HN_NET/status', close)).status).toBe(403);
  expect((await manager.post('/api/regulations/NONE/status', close)).status).toBe(404);
  expect((await statusOf()).history).toEqual([]);
  expect((await manager.post(`${regulation}/status`, close)).status).toBe(201);
  expect((await manager.post(`${regulation}/status`, close)).body.code).toBe('ALREADY_DONE');
  expect((await manager.post(`${regulation}/status`, { ...close, status: 'CONSULTATION_OPEN' })).status).toBe(201);
  await expect(api.context.database.$executeRaw`DELETE FROM "TextStatus"`).rejects.toThrow(/permission denied/);
});

const comment = {
  author: '王小明',
  contact: 'wang@example.org',
  channel: 'EMAIL',
  receivedOn: '2025-09-15',
  text: '建议放宽面积要求。',
};

it('SH-STORE-17.2 a comment received by e-mail stands in the register with its date, and is answered', async () => {
  const reviewer = await api.as('reviewer');
  const entered = await reviewer.post(`${regulation}/comments`, comment);
  expect(entered.status).toBe(201);
  await reviewer.post(`${regulation}/comments`, {
    ...comment,
    receivedOn: '2025-09-16',
    channel: 'TELEPHONE',
    contact: undefined,
  });
  const list = async (query = '') =>
    (await reviewer.get(`${regulation}/comments${query}`)).body.items as { id: string }[];
  expect(await list()).toMatchObject([
    { receivedOn: '2025-09-16', contact: null },
    { ...comment, answers: [] },
  ]);
  const answers = `${regulation}/comments/${entered.body.id}/answers`;
  expect((await reviewer.post(answers, { text: '已采纳。' })).status).toBe(201);
  expect((await (await api.as('manager')).post(answers, { text: '补充：见正式文本。' })).body.answers).toMatchObject([
    { text: '补充：见正式文本。' },
    { text: '已采纳。', at: '2025-10-01T12:00:00.000+08:00' },
  ]);
  expect((await list('?answered=false')).map(({ id }) => id)).not.toContain(entered.body.id);
  expect((await list('?answered=true')).map(({ id }) => id)).toEqual([entered.body.id]);
  const first = (await reviewer.get(`${regulation}/comments?limit=1`)).body;
  expect((await list(`?limit=1&cursor=${first.nextCursor}`)).map(({ id }) => id)).toEqual([entered.body.id]);
});

it('SH-STORE-17.2 keeps who commented out of the log and the audit log, and from everybody but staff', async () => {
  const reviewer = await api.as('reviewer');
  const entered = await reviewer.post(`${regulation}/comments`, comment);
  expect(JSON.stringify(await api.database.auditEntry.findMany())).not.toMatch(/王小明|wang@example/);
  expect(api.logged()).not.toMatch(/王小明|wang@example/);
  for (const account of ['provider', 'consumer', 'district', 'admin'])
    expect((await (await api.as(account)).get(`${regulation}/comments`)).status).toBe(403);
  expect((await reviewer.post(`${regulation}/comments`, { ...comment, receivedOn: '2025-10-02' })).status).toBe(422);
  expect((await reviewer.post(`${regulation}/comments`, { ...comment, text: ' ' })).status).toBe(422);
  expect((await reviewer.post(`${regulation}/comments/com-none/answers`, { text: '好' })).status).toBe(404);
  expect(
    (await reviewer.post(`/api/regulations/HN_NET/comments/${entered.body.id}/answers`, { text: '好' })).status,
  ).toBe(403);
});
