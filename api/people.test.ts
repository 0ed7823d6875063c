/** People and the work they hold: who leaves gives it back, who assigns sees names. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;
let admin: Caller;
let manager: Caller;
let reviewer2: Caller;
let caseId: string;

beforeAll(async () => {
  databases = await startDatabases();
});

beforeEach(async () => {
  api = await databases.api({ now: '2025-09-26T10:00:00+08:00' });
  const provider = await api.as('provider');
  admin = await api.as('admin');
  manager = await api.as('manager');
  reviewer2 = await api.as('reviewer2');
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
});

afterAll(() => databases.stop());

const office = { role: 'reviewer', bodyId: 'sh-centre', region: 'SH' } as const;
const taskId = () => encodeURIComponent(`${caseId}:preliminaryReview:1`);
const reject = (caller: Caller) => caller.post(`/api/cases/${caseId}/actions/rejectApplication`, { reason: '不符' });

async function claimed(account = 'reviewer'): Promise<void> {
  const caller = await api.as(account);
  expect((await caller.post(`/api/tasks/${taskId()}/claim`)).status).toBe(200);
}

async function holder(): Promise<string | null> {
  const { assigneeId } = await api.database.task.findUniqueOrThrow({
    where: { id: `${caseId}:preliminaryReview:1` },
    select: { assigneeId: true },
  });
  return assigneeId;
}

async function messages(): Promise<number> {
  return api.database.caseMessage.count({ where: { toCaseId: caseId, action: 'holderLeft', handledAt: null } });
}

describe('whoever leaves', () => {
  const leavings: [string, () => Promise<unknown>][] = [
    ['is disabled', () => admin.post('/api/accounts/demo-reviewer/disable')],
    [
      'moves to another body',
      () => admin.patch('/api/accounts/demo-reviewer', { offices: [{ ...office, bodyId: 'sh-commission' }] }),
    ],
    [
      'keeps another district alone',
      () => admin.patch('/api/accounts/demo-reviewer', { offices: [{ ...office, region: 'SH/XUHUI' }] }),
    ],
    [
      'takes another role',
      () => admin.patch('/api/accounts/demo-reviewer', { offices: [{ ...office, role: 'manager' }] }),
    ],
    ['holds no office any more', () => admin.patch('/api/accounts/demo-reviewer', { offices: [] })],
  ];

  it.each(leavings)('XC-05.5 and %s gives what they hold back to the queue, with a line', async (_how, leave) => {
    await claimed();
    expect((await reject(reviewer2)).body.code).toBe('TASK_OF_ANOTHER');
    await leave();
    // It waits in the outbox, written with the change itself: it is delivered even if this process dies now.
    expect(await messages()).toBe(1);
    await api.gateway.relay();
    expect([await holder(), await messages()]).toEqual([null, 0]);
    const { items } = (await manager.get(`/api/cases/${caseId}/timeline?order=desc&limit=1`)).body;
    expect(items).toMatchObject([
      {
        type: 'TASK_RELEASED',
        title: { zh: '待办退回，待他人领取：线上初审（原办理人已停用或调离）' },
        actor: { kind: 'system' },
        requirement: 'XC-05.5',
        detail: { task: 'preliminaryReview', heldBy: 'demo-reviewer' },
      },
    ]);
    expect((await reviewer2.get('/api/tasks?view=unclaimed')).body.items).toHaveLength(1);
    expect((await reject(reviewer2)).status).toBe(200);
  });

  it('XC-05.5 keeps what they can still do', async () => {
    await claimed();
    const more = [office, { ...office, bodyId: 'sh-commission' }];
    for (const change of [{ name: '李审核员' }, { locale: 'en' }, { offices: more }]) {
      expect((await admin.patch('/api/accounts/demo-reviewer', change)).status).toBe(200);
    }
    expect([await messages(), await holder()]).toEqual([0, 'demo-reviewer']);
  });

  it('XC-05.5 has nothing given to them afterwards, neither by a process that remembers them nor by a claim on its way', async () => {
    await claimed();
    const reviewer = await api.as('reviewer');
    const returned = { items: ['审计报告'], reason: '缺页' };
    expect((await reviewer.post(`/api/cases/${caseId}/actions/requestSupplement`, returned)).status).toBe(200);
    await admin.post('/api/accounts/demo-reviewer/disable');
    expect(await messages()).toBe(0);
    // The review goes on with whoever had it before.
    const provider = await api.as('provider');
    expect((await provider.post(`/api/cases/${caseId}/actions/answerSupplement`, { note: '已补' })).status).toBe(200);
    expect(await messages()).toBe(1);
    await api.gateway.relay();
    const { items } = (await reviewer2.get('/api/tasks?view=unclaimed')).body;
    expect(items).toMatchObject([{ name: 'preliminaryReview', entry: 2, assignee: null }]);
    // A claim that was under way when the account was disabled.
    const person = { kind: 'person', id: 'demo-reviewer', offices: [office] } as const;
    const input = { task: 'preliminaryReview' };
    await api.gateway.act({ caseId, action: 'claimTask', key: 'late', actor: person, input });
    await api.gateway.relay();
    expect((await reviewer2.get('/api/tasks?view=unclaimed')).body.items).toHaveLength(1);
  });
});

describe('GET /api/people', () => {
  const ids = (items: { id: string }[]) => items.map(({ id }) => id);
  const people = async (query: string, caller = manager) =>
    ids((await caller.get(`/api/people${query}`)).body.items as { id: string }[]);

  async function made(name: string, ...offices: object[]): Promise<string> {
    const email = `${name}@example.org`;
    const { body } = await admin.post('/api/accounts', { name, email, password: 'long-enough-password', offices });
    return body.id as string;
  }

  it('XC-05.5 names the people of the body and region to who assigns, and tells nobody else', async () => {
    const xuhui = await made('xuhui', { ...office, region: 'SH/XUHUI' });
    await made('elsewhere', { ...office, bodyId: 'sh-commission' });
    await made('hunan', { role: 'reviewer', bodyId: 'hn-hub', region: 'HN' });
    expect(new Set(await people('?role=reviewer'))).toEqual(new Set(['demo-reviewer', 'demo-reviewer2', xuhui]));
    expect(await people('?role=manager')).toEqual(['demo-manager']);
    expect(await people('?role=admin')).toEqual(['demo-admin']);
    expect(await people('?q=王')).toEqual(['demo-reviewer2']);
    const { body } = await manager.get('/api/people?q=王');
    expect(body.items).toEqual([{ id: 'demo-reviewer2', name: '王审核', offices: [office], openTasks: 0 }]);
    await claimed();
    expect((await manager.get('/api/people?q=李')).body.items).toMatchObject([{ id: 'demo-reviewer', openTasks: 1 }]);
    for (const account of ['reviewer', 'provider', 'consumer', 'district', 'admin']) {
      expect((await (await api.as(account)).get('/api/people')).status, account).toBe(403);
    }
  });

  it('XC-05.5 shows the manager of a district its own people and those of the city, of no other district', async () => {
    const pudong = await made('pudong', { ...office, region: 'SH/PUDONG' });
    await made('xuhui', { ...office, region: 'SH/XUHUI' });
    await api.setOffices('manager', { role: 'manager', bodyId: 'sh-centre', region: 'SH/PUDONG' });
    expect(new Set(await people('?role=reviewer'))).toEqual(new Set([pudong, 'demo-reviewer', 'demo-reviewer2']));
  });

  it('XC-05.1 lists for a task exactly those to whom it can be assigned', async () => {
    await made('minhang', { ...office, region: 'SH/MINHANG' });
    await admin.post('/api/accounts/demo-reviewer/disable');
    expect(await people(`?taskId=${taskId()}`)).toEqual(['demo-reviewer2']);
    for (const to of await people('?role=reviewer')) {
      const { status } = await manager.post(`/api/tasks/${taskId()}/assign`, { to });
      expect([to, status]).toEqual([to, to === 'demo-reviewer2' ? 200 : 422]);
    }
    expect((await manager.get('/api/people?taskId=none')).status).toBe(404);
    const hub = await api.as('hubmanager');
    expect((await hub.get(`/api/people?taskId=${taskId()}`)).status).toBe(403);
  });

  it('XC-05.5 leaves out for a task who has an interest in the party, however it came about, and whom four eyes keep out', async () => {
    const [declared, member, recommender, later] = [
      await made('declared', office),
      await made('member', office),
      await made('recommender', office),
      await made('later', office),
    ];
    const interest = { accountId: declared, party: CODES.provider, relation: '配偶任职于该机构' };
    expect((await manager.post('/api/conflicts', interest)).status).toBe(201);
    const notYet = { ...interest, accountId: later, firstDay: '2025-12-01' };
    expect((await manager.post('/api/conflicts', notYet)).status).toBe(201);
    await api.database.office.create({
      data: { id: 'off-member', userId: member, role: 'provider', party: CODES.provider },
    });
    await api.database.recommendation.create({
      data: {
        ...{ id: 'rec-9', creditCode: CODES.provider, level: 'DISTRICT', department: '科经委', documentNumber: '9' },
        ...{ fileId: 'f', reason: '强', recommenderId: recommender, bodyId: 'sh-pudong' },
        createdAt: new Date('2025-09-01T10:00:00+08:00'),
      },
    });
    await api.setOffices('provider', office);
    const free = new Set(['demo-reviewer', 'demo-reviewer2', later]);
    expect(new Set(await people(`?taskId=${taskId()}`))).toEqual(free);
    const others = [declared, member, recommender, 'demo-provider'];
    expect(await people('?role=reviewer')).toEqual(expect.arrayContaining([...free, ...others]));
    for (const to of others) {
      const { body } = await manager.post(`/api/tasks/${taskId()}/assign`, { to });
      expect(['CONFLICT_OF_INTEREST', 'FOUR_EYES'], to).toContain(body.code);
    }
  });

  it('XC-05.3 who holds a task and who did what is named wherever an id is', async () => {
    await claimed();
    const assignee = { id: 'demo-reviewer', name: '李审核' };
    expect((await manager.get('/api/tasks?view=all')).body.items).toMatchObject([{ assignee }]);
    const seen = (await manager.get(`/api/cases/${caseId}`)).body;
    expect(seen.tasks).toMatchObject([{ assigneeId: 'demo-reviewer', assignee }]);
    expect(seen.people).toEqual(
      expect.arrayContaining([assignee, { id: 'demo-provider', name: '上海启明企业服务有限公司' }]),
    );
    const provider = await api.as('provider');
    expect((await provider.get(`/api/cases/${caseId}`)).body).toMatchObject({ tasks: [], people: [] });
  });
});
