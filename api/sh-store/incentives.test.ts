import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Caller } from '../testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { CODES } from '../testing/samples.ts';
import { addStore, factOf, reportFacts } from '../testing/stores.ts';

let databases: TestDatabases;
let api: TestApi;
let admin: Caller;

beforeAll(async () => {
  databases = await startDatabases();
});

beforeEach(async () => {
  api = await databases.api({ now: '2026-03-10T12:00:00+08:00' });
  admin = await api.as('admin');
  await addStore(api, 'sto-1', CODES.provider);
});

afterAll(() => databases.stop());

async function earn(storeId: string, orders: number, follows = 0): Promise<void> {
  const facts = [
    ...Array.from({ length: orders }, (_, place) =>
      factOf('ORDER_COMPLETED', { storeId, orderId: `${storeId}-${place}` }),
    ),
    ...Array.from({ length: follows }, (_, place) =>
      factOf('FOLLOW', { storeId, userId: `u-${place}`, userType: 'PERSONAL' }),
    ),
  ];
  expect((await reportFacts(admin, facts)).status).toBe(200);
}

/** A case about the store `sto-1` as the records have it. */
async function addCase(id: string, kind: string, columns: object): Promise<void> {
  const now = new Date('2026-03-01T02:00:00Z');
  await api.database.case.create({
    data: {
      ...{ id, number: `案${id}`, kind, regime: 'SH_STORE', stage: 'OPEN', subject: CODES.provider, title: '启明' },
      ...{ bodyId: 'sh-centre', region: 'SH/PUDONG', about: 'store:sto-1', ruleVersion: 1, calendarVersion: 1 },
      ...{ openedAt: now, opening: { ground: 'RECT_LATE_SETUP' }, revision: 1 },
      ...columns,
    },
  });
}

async function shortlist(account = 'manager', query = ''): Promise<{ id: string; points: number }[]> {
  const { status, body } = await (await api.as(account)).get(`/api/stores/shortlist${query}`);
  expect(status).toBe(200);
  return (body.items as { id: string; points: number }[]).map(({ id, points }) => ({ id, points }));
}

it('SH-STORE-16.4 proposes a store from 2001 points, the anniversary that is not booked yet counted in', async () => {
  await addStore(api, 'sto-2', CODES.provider2);
  // 1995 and 1996 points; the anniversary of 1 March 2026 was booked with the report and gives 5.
  await earn('sto-1', 199, 5);
  await earn('sto-2', 199, 6);
  expect(await shortlist()).toEqual([{ id: 'sto-2', points: 2001 }]);
  api.setNow('2027-03-01T00:00:00+08:00');
  const lines = await api.database.pointsEntry.count();
  expect(await shortlist()).toEqual([
    { id: 'sto-2', points: 2006 },
    { id: 'sto-1', points: 2005 },
  ]);
  expect(await api.database.pointsEntry.count()).toBe(lines);
  const { body } = await (await api.as('manager')).get('/api/stores/shortlist?limit=1');
  expect(await shortlist('manager', `?limit=1&cursor=${body.nextCursor}`)).toEqual([{ id: 'sto-1', points: 2005 }]);
  expect((await (await api.as('provider')).get('/api/stores/shortlist')).status).toBe(403);
  expect((await (await api.as('district')).get('/api/stores/shortlist')).status).toBe(403);
});

it('SH-STORE-16.4 keeps off the list who is under rectification, had a complaint upheld in the year, is being cleared, or was cleared', async () => {
  await earn('sto-1', 201);
  const listed = async () => (await shortlist()).length === 1;
  expect(await listed()).toBe(true);
  await addCase('rec-1', 'rectification', { stage: 'NOTIFIED' });
  expect(await listed()).toBe(false);
  await api.database.case.update({ where: { id: 'rec-1' }, data: { closedAt: new Date(), outcome: 'RELEASED' } });
  expect(await listed()).toBe(true);
  const upheld = (decidedAt: string, responsible = 'STORE') => ({
    ...{ stage: 'UPHELD', outcome: 'UPHELD', closedAt: new Date() },
    state: { facts: { finding: { responsible, decidedAt } } },
  });
  await addCase('cmp-1', 'storeComplaint', upheld('2025-12-31T23:59:59.000+08:00'));
  await addCase('cmp-2', 'storeComplaint', upheld('2026-02-01T10:00:00.000+08:00', 'COMPLAINANT'));
  expect(await listed()).toBe(true);
  await addCase('cmp-3', 'storeComplaint', upheld('2026-01-01T00:00:00.000+08:00'));
  expect(await listed()).toBe(false);
  api.setNow('2027-01-01T00:00:00+08:00');
  expect(await listed()).toBe(true);
  const clear = (clearingSince: Date | null, status = 'TRIAL') =>
    api.database.store.update({ where: { id: 'sto-1' }, data: { status, clearingSince } });
  // Confirmed, and letter and e-mail are on their way.
  await clear(new Date());
  expect(await listed()).toBe(false);
  await clear(null);
  expect(await listed()).toBe(true);
  await clear(null, 'CLEARED');
  expect(await listed()).toBe(false);
});

const proposal = { programmes: ['ASSESSMENT', 'PUBLICITY'], year: 2026, reason: '服务成效突出' };
const propose = async (account: string, body: object = proposal, store = 'sto-1') =>
  (await api.as(account)).post(`/api/stores/${store}/recommendations`, body);

it('SH-STORE-16.1 SH-STORE-16.3 proposed by one and recommended by another, the store is invited and shown on the home page', async () => {
  await earn('sto-1', 501);
  const { status, body } = await propose('reviewer');
  expect(status).toBe(201);
  const act = async (action: string, input: object) =>
    (await api.as('manager')).post(`/api/cases/${body.caseId}/actions/${action}`, input);
  const recommended = await act('recommendStore', { ...proposal, reason: '同意' });
  expect(recommended.status).toBe(200);
  expect(await api.database.registerEntry.findMany()).toMatchObject([
    {
      ...{ register: 'sh-eval.assessment-invitations', party: CODES.provider, status: 'INVITED' },
      data: { year: 2026, storeId: 'sto-1', points: 5015 },
    },
  ]);
  const shown = async () =>
    ((await api.anyone.get('/api/stores/publicised')).body.items as { id: string }[]).map(({ id }) => id);
  expect(await shown()).toEqual(['sto-1']);
  await addCase('rec-1', 'rectification', { stage: 'NOTIFIED' });
  expect(await shown()).toEqual([]);
  expect((await admin.get('/api/stores/sto-1')).body.publicised).toBe(false);
  await api.database.case.update({ where: { id: 'rec-1' }, data: { closedAt: new Date() } });
  expect((await admin.get('/api/stores/sto-1')).body.publicised).toBe(true);
  expect((await act('endPublicity', { reason: '期满' })).status).toBe(200);
  expect(await shown()).toEqual([]);
  const notices = await api.database.notice.findMany({ where: { caseId: body.caseId }, orderBy: { ordinal: 'asc' } });
  expect(notices.map(({ template }) => template)).toEqual(['storeRecommended', 'publicityEnded']);
});

it('SH-STORE-16.3 a store under rectification is not put on the home page', async () => {
  await addCase('rec-1', 'rectification', { stage: 'NOTIFIED' });
  const { body } = await propose('reviewer');
  const manager = await api.as('manager');
  const path = `/api/cases/${body.caseId}/actions/recommendStore`;
  const refused = await manager.post(path, { ...proposal, reason: '同意' });
  expect([refused.status, refused.body.code]).toEqual([409, 'CONDITION_NOT_MET']);
  expect((await manager.post(path, { ...proposal, programmes: ['FUND'], reason: '同意' })).status).toBe(200);
});

it('SH-STORE-16.4 one proposal at a time, of an open store, in the scope of who proposes, with a programme and a reason', async () => {
  for (const account of ['provider', 'district', 'admin']) expect((await propose(account)).status).toBe(403);
  expect((await propose('reviewer', { ...proposal, programmes: [] })).status).toBe(422);
  expect((await propose('reviewer', { ...proposal, reason: ' ' })).status).toBe(422);
  expect((await propose('reviewer', { ...proposal, year: 1999 })).status).toBe(422);
  expect((await propose('reviewer', proposal, 'sto-none')).status).toBe(404);
  expect(await api.database.case.count({ where: { kind: 'storeRecommendation' } })).toBe(0);
  const answers = await Promise.all([propose('reviewer'), propose('manager')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  await api.database.store.update({ where: { id: 'sto-1' }, data: { status: 'CLEARED', offlineAt: new Date() } });
  await api.database.case.updateMany({ where: { kind: 'storeRecommendation' }, data: { closedAt: new Date() } });
  expect((await propose('reviewer')).body.code).toBe('CONDITION_NOT_MET');
});
