/** Bulk decisions over HTTP: previewed, taken back, carried out case by case as the person's own actions. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../rules/refusal.ts';
import { carryOutSome } from './bulk/carry-out.ts';
import { MOST_CASES } from './bulk/bulk-schema.ts';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { insertRegistrations } from './testing/registrations.ts';

const NOW = '2025-09-26T10:00:00.000+08:00';

let databases: TestDatabases;
let api: TestApi;
let county: Caller;
let ids: string[];

beforeAll(async () => {
  databases = await startDatabases();
});

beforeEach(async () => {
  api = await databases.api({ now: NOW });
  county = await api.as('county');
  ids = await api.database.$transaction((tx) => insertRegistrations(tx, api.gateway, { count: 4, openedAt: NOW }));
  for (const id of ids) await api.gateway.opened(id);
});

afterEach(() => api.stop());

afterAll(() => databases.stop());

const items = (...of: string[]) => of.map((caseId) => ({ caseId, revision: 1 }));
const confirm = (...of: string[]) => ({ action: 'confirmIdentity', input: { note: '已核对' }, items: items(...of) });
const end = (...of: string[]) => ({
  action: 'endRegistration',
  input: { ground: 'IDENTITY_UNTRUE', reason: '查无此人' },
  items: items(...of),
});

async function decided(body: object, caller = county, headers = {}): Promise<string> {
  const answer = await caller.post('/api/bulk-decisions', { ...body, waitMinutes: 0 }, headers);
  expect(answer.status, JSON.stringify(answer.body)).toBe(202);
  return answer.body.id as string;
}

async function carriedOut(id: string, caller = county) {
  while ((await carryOutSome(api.context)) > 0);
  return (await caller.get(`/api/bulk-decisions/${id}`)).body;
}

const revisions = async () => {
  const rows = await api.database.case.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
  return rows.map(({ revision }) => revision);
};

describe('POST /api/bulk-decisions/preview', () => {
  it('XC-05.1 tells for each case what would come of it, by the step the case itself takes, and changes nothing', async () => {
    await county.post(`/api/cases/${ids[1]}/actions/confirmIdentity`, {});
    const { status, body } = await county.post('/api/bulk-decisions/preview', end(...ids.slice(0, 3)));
    expect([status, body.counts]).toEqual([200, { wouldBeDone: 2, stale: 1, refused: 0, notices: 2 }]);
    expect(body.items).toMatchObject([
      {
        caseId: ids[0],
        case: { number: expect.stringContaining('号'), title: expect.any(String) },
        result: 'WOULD_BE_DONE',
        refusal: null,
        stage: 'ENDED_BY_PLATFORM',
        stageTitle: { zh: '信息不实，平台已终止注册' },
        moves: true,
        closes: true,
        notices: [{ template: 'registrationEnded', recipients: 1 }],
      },
      {
        caseId: ids[1],
        result: 'STALE',
        refusal: { code: 'STALE', facts: { seenRevision: 1, revision: 2 } },
        stage: null,
      },
      { caseId: ids[2], result: 'WOULD_BE_DONE' },
    ]);
    expect(await revisions()).toEqual([1, 2, 1, 1]);
    expect(await api.database.bulkDecision.count()).toBe(0);
    expect(await api.database.notice.count({ where: { template: 'registrationEnded' } })).toBe(0);
  });

  it('XC-05.1 names what is missing for a case, and what the input lacks', async () => {
    await county.post(`/api/cases/${ids[0]}/actions/confirmIdentity`, {});
    const of = async (body: object) => (await county.post('/api/bulk-decisions/preview', body)).body.items[0];
    const confirmed = { ...confirm(), items: [{ caseId: ids[0], revision: 2 }] };
    expect(await of(confirmed)).toMatchObject({ result: 'REFUSED', refusal: { code: 'ALREADY_DONE' } });
    expect(await of({ ...end(ids[1]!), input: { ground: 'IDENTITY_UNTRUE' } })).toMatchObject({
      result: 'REFUSED',
      refusal: { code: 'INVALID_INPUT', errors: [{ field: 'input.reason' }] },
    });
    expect(await of({ ...confirm(ids[1]!), action: 'checkMaterials' })).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
  });
});

describe('POST /api/bulk-decisions', () => {
  it('XC-05.1 decides each case as by its own action: same line, with the id of the bulk', async () => {
    await county.post(`/api/cases/${ids[3]}/actions/confirmIdentity`, { note: '已核对' });
    const id = await decided(confirm(...ids.slice(0, 3)));
    expect((await carriedOut(id)).counts).toMatchObject({ waiting: 0, done: 3 });
    const lineOf = async (caseId: string | undefined) => {
      const { items: lines } = (await county.get(`/api/cases/${caseId}/timeline?order=desc`)).body;
      return lines.find(({ type }: { type: string }) => type === 'CONSUMER_IDENTITY_CONFIRMED');
    };
    const [single, bulk] = [await lineOf(ids[3]), await lineOf(ids[0])];
    expect([bulk.title, bulk.actor, bulk.clause]).toEqual([single.title, single.actor, single.clause]);
    expect(bulk.detail).toEqual({ ...single.detail, bulk: id });
    const head = (await county.get('/api/bulk-decisions')).body.items;
    const actionTitle = { zh: '确认信息可信', en: 'Find the information plausible' };
    expect(head).toMatchObject([{ id, actionTitle, status: 'ENDED', counts: { done: 3 } }]);
  });

  it('XC-05.1 names the cases that have moved on since they were seen, and leaves them as they are', async () => {
    await county.post(`/api/cases/${ids[0]}/actions/confirmIdentity`, {});
    await county.post(`/api/cases/${ids[1]}/actions/endRegistration`, {
      ground: 'IDENTITY_UNTRUE',
      reason: '查无此人',
    });
    const before = await revisions();
    const told = await carriedOut(await decided(end(...ids)));
    expect(told.items).toMatchObject([
      {
        caseId: ids[0],
        status: 'STALE',
        refusal: { code: 'STALE', message: { zh: expect.stringContaining('第 2 版') } },
      },
      { caseId: ids[1], status: 'STALE', revision: null },
      { caseId: ids[2], status: 'DONE', revision: 2, refusal: null },
      { caseId: ids[3], status: 'DONE' },
    ]);
    expect(await revisions()).toEqual([before[0], before[1], 2, 2]);
  });

  it('XC-05.6 one key is one bulk decision', async () => {
    const headers = { 'Idempotency-Key': 'once' };
    const first = await decided(confirm(...ids), county, headers);
    expect(await decided(confirm(...ids), county, headers)).toBe(first);
    expect(await api.database.bulkDecision.count()).toBe(1);
    const other = await county.post('/api/bulk-decisions', { ...end(...ids), waitMinutes: 0 }, headers);
    expect(other.body.code).toBe('KEY_REUSED');
  });

  it('XC-05.6 a process that dies with a case in hand, before or after it was decided, loses and doubles nothing', async () => {
    const id = await decided(confirm(...ids));
    // One dies after the case was decided and before it could say so; the other before it asked.
    const person = {
      kind: 'person',
      id: 'demo-county',
      offices: [{ role: 'reviewer', bodyId: 'hn-liuyang', region: 'HN/CHANGSHA/LIUYANG' }],
    } as const;
    const given = {
      caseId: ids[0]!,
      action: 'confirmIdentity',
      actor: person,
      input: { note: '已核对' },
      seenRevision: 1,
      bulk: id,
    };
    await api.gateway.act({ ...given, key: `bulk:${id}:1` });
    await api.database.bulkDecisionItem.updateMany({
      where: { bulkId: id, seq: { lte: 2 } },
      data: { takenAt: new Date(Date.now() - 60_000), attempts: 1 },
    });
    const told = await carriedOut(id);
    expect(told.items.map(({ status, revision }: { status: string; revision: number }) => [status, revision])).toEqual(
      ids.map(() => ['DONE', 2]),
    );
    const lines = await api.database.timelineEvent.count({ where: { type: 'CONSUMER_IDENTITY_CONFIRMED' } });
    expect([lines, await revisions()]).toEqual([4, [2, 2, 2, 2]]);
  });

  it('XC-05.6 what another process has in hand is left to it', async () => {
    const id = await decided(confirm(...ids));
    await api.database.bulkDecisionItem.updateMany({ where: { bulkId: id, seq: 1 }, data: { takenAt: new Date() } });
    expect((await carriedOut(id)).counts).toMatchObject({ waiting: 1, done: 3 });
  });

  it('XC-05.6 an engine that is away is asked again; a fault of ours is named after some attempts', async () => {
    const id = await decided(confirm(ids[0]!));
    const again = () =>
      api.database.bulkDecisionItem.updateMany({ where: { bulkId: id }, data: { takenAt: new Date(0) } });
    api.gateway.nextFailure = new Refusal('OUTCOME_UNKNOWN', { message: { zh: '未知', en: 'unknown' } });
    expect((await carriedOut(id)).counts).toMatchObject({ waiting: 1 });
    for (let attempt = 2; attempt <= 5; attempt += 1) {
      await again();
      api.gateway.nextFailure = new Error('broken');
      await carryOutSome(api.context);
    }
    expect((await carriedOut(id)).items).toMatchObject([{ status: 'FAILED', refusal: { code: 'INTERNAL' } }]);
    expect((await revisions())[0]).toBe(1);
  });

  it('XC-05.6 several processes share the work and no case is asked twice', async () => {
    const id = await decided(confirm(...ids));
    await Promise.all([carryOutSome(api.context), carryOutSome(api.context), carryOutSome(api.context)]);
    expect((await carriedOut(id)).counts).toMatchObject({ done: 4 });
    expect(api.gateway.acted).toHaveLength(4);
  });
});

describe('taking back', () => {
  it('XC-05.1 before its time nothing is done, and it can be taken back case by case, then as a whole', async () => {
    const { body } = await county.post('/api/bulk-decisions', end(...ids));
    expect(body).toMatchObject({ status: 'WAITING', counts: { waiting: 4 } });
    expect(Date.parse(body.runsAt) - Date.now()).toBeGreaterThan(4 * 60_000);
    expect(await carryOutSome(api.context)).toBe(0);
    const take = (given?: object) => county.post(`/api/bulk-decisions/${body.id}/cancel`, given);
    expect((await take({ caseIds: [ids[1], 'con-other'] })).body).toMatchObject({
      takenBack: [ids[1]],
      counts: { waiting: 3, cancelled: 1 },
    });
    expect((await take()).body.counts).toMatchObject({ waiting: 0, cancelled: 4 });
    expect((await take()).body.code).toBe('ALREADY_DONE');
    await api.database.bulkDecision.updateMany({ data: { runsAt: new Date(0) } });
    expect((await carriedOut(body.id)).items.map(({ status }: { status: string }) => status)).toEqual(
      ids.map(() => 'CANCELLED'),
    );
    expect(await revisions()).toEqual([1, 1, 1, 1]);
  });

  it('XC-05.1 what is being carried out cannot be taken back', async () => {
    const id = await decided(confirm(...ids));
    await api.database.bulkDecisionItem.updateMany({ where: { bulkId: id, seq: 1 }, data: { takenAt: new Date() } });
    const { body } = await county.post(`/api/bulk-decisions/${id}/cancel`);
    expect(body.takenBack).toEqual(ids.slice(1));
  });

  it('XC-03 where a deadline ends before that, it begins before the deadline', async () => {
    await api.database.case.update({ where: { id: ids[0]! }, data: { dueAt: new Date(Date.parse(NOW) + 240_000) } });
    const { body } = await county.post('/api/bulk-decisions', end(...ids));
    expect(Date.parse(body.runsAt) - Date.now()).toBeLessThanOrEqual(120_000);
  });
});

describe('XC-05.5 no rights by this door', () => {
  it('each case is asked as its person, by the offices of then', async () => {
    const id = await decided(confirm(...ids));
    await api.setOffices('county', { role: 'reviewer', bodyId: 'hn-hub', region: 'HN' });
    const told = await carriedOut(id);
    expect(told.items.map(({ refusal }: { refusal: { code: string } }) => refusal.code)).toEqual(
      ids.map(() => 'OUT_OF_SCOPE'),
    );
    expect(told.items.map((item: { case: unknown }) => item.case)).toEqual(ids.map(() => null));
    expect(await revisions()).toEqual([1, 1, 1, 1]);
  });

  it('an account that was disabled since decides nothing', async () => {
    const id = await decided(confirm(...ids));
    await (await api.as('admin')).post('/api/accounts/demo-county/disable');
    expect(await carryOutSome(api.context)).toBe(4);
    expect(await api.database.bulkDecisionItem.count({ where: { bulkId: id, status: 'REFUSED' } })).toBe(4);
    expect(await revisions()).toEqual([1, 1, 1, 1]);
  });

  it('who may not decide a case one by one may not decide it in bulk, nor look at what it would bring', async () => {
    for (const account of ['reviewer', 'hubmanager', 'countymanager']) {
      const caller = await api.as(account);
      const preview = (await caller.post('/api/bulk-decisions/preview', confirm(...ids))).body;
      expect([account, preview.counts]).toEqual([account, { wouldBeDone: 0, stale: 0, refused: 4, notices: 0 }]);
      const told = await carriedOut(await decided(confirm(...ids), caller), caller);
      expect([account, told.counts.refused]).toEqual([account, 4]);
    }
    expect(await revisions()).toEqual([1, 1, 1, 1]);
  });

  it('a task that somebody else holds is refused for that case alone', async () => {
    const hub = { role: 'reviewer', bodyId: 'hn-liuyang', region: 'HN' } as const;
    await api.setOffices('reviewer2', hub);
    const claim = await (
      await api.as('reviewer2')
    ).post(`/api/tasks/${encodeURIComponent(`${ids[0]}:checkIdentity:1`)}/claim`);
    expect(claim.status).toBe(200);
    const body = confirm(...ids);
    body.items[0]!.revision = 2;
    const told = await carriedOut(await decided(body));
    expect(told.counts).toMatchObject({ done: 3, refused: 1 });
    expect(told.items[0].refusal.code).toBe('TASK_OF_ANOTHER');
  });

  it('is its owner’s alone', async () => {
    const id = await decided(confirm(...ids));
    const manager = await api.as('countymanager');
    expect((await manager.get(`/api/bulk-decisions/${id}`)).status).toBe(404);
    expect((await manager.post(`/api/bulk-decisions/${id}/cancel`)).status).toBe(404);
    expect((await manager.get('/api/bulk-decisions')).body.items).toEqual([]);
  });
});

describe('wrong input changes nothing', () => {
  it.each<[string, (body: Record<string, unknown>) => object, string]>([
    ['no case', (body) => ({ ...body, items: [] }), 'items'],
    ['a case twice', (body) => ({ ...body, items: items(ids[0]!, ids[0]!) }), 'items'],
    [
      'too many',
      (body) => ({ ...body, items: items(...Array.from({ length: MOST_CASES + 1 }, (_, n) => `c-${n}`)) }),
      'items',
    ],
    [
      'a revision before the first',
      (body) => ({ ...body, items: [{ caseId: ids[0], revision: 0 }] }),
      'items.0.revision',
    ],
    ['a wait without end', (body) => ({ ...body, waitMinutes: 61 }), 'waitMinutes'],
    ['a file', (body) => ({ ...body, input: { fileIds: ['fil-1'] } }), 'input.fileIds.0'],
    ['an unknown field', (body) => ({ ...body, all: true }), 'all'],
  ])('%s', async (_what, change, field) => {
    const { status, body } = await county.post('/api/bulk-decisions', change(confirm(...ids)));
    expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
    expect(await api.database.bulkDecision.count()).toBe(0);
  });

  it('an action that no case has', async () => {
    const { status } = await county.post('/api/bulk-decisions', { ...confirm(...ids), action: 'constructor' });
    expect(status).toBe(404);
  });

  it('tasks are taken in bulk too, each entry once', async () => {
    const claim = {
      action: 'claimTask',
      input: { task: 'checkIdentity' },
      items: ids.map((caseId) => ({ caseId, revision: 1, entry: 1 })),
    };
    expect((await carriedOut(await decided(claim))).counts).toMatchObject({ done: 4 });
    expect((await county.get('/api/tasks?view=mine')).body.items).toHaveLength(4);
    const late = { ...claim, action: 'releaseTask', items: [{ caseId: ids[0], revision: 2, entry: 2 }] };
    expect((await carriedOut(await decided(late))).items).toMatchObject([
      { status: 'REFUSED', refusal: { code: 'NOT_NOW' } },
    ]);
  });
});
