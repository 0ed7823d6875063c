/** Tasks that their holder delegates to a colleague and gets back, over HTTP (XC-05.5). */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settleCovers } from '../prisma/settle-covers.ts';
import { carryOutSome } from './bulk/carry-out.ts';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';

const NOW = '2025-09-26T10:00:00.000+08:00';
const centre = { bodyId: 'sh-centre', region: 'SH' } as const;
const office = { role: 'reviewer', ...centre } as const;
const asked = { to: 'demo-reviewer2', note: '请核对营业执照的经营范围。' };
const answered = { opinion: '经营范围与申报的服务相符。' };
const LI = { id: 'demo-reviewer', name: '李审核' };
const WANG = { id: 'demo-reviewer2', name: '王审核' };

let databases: TestDatabases;
let api: TestApi;
let manager: Caller;
let reviewer: Caller;
let reviewer2: Caller;
let provider: Caller;
let caseId: string;

beforeAll(async () => {
  databases = await startDatabases();
});
beforeEach(async () => {
  api = await databases.api({ now: NOW });
  provider = await api.as('provider');
  [manager, reviewer, reviewer2] = [await api.as('manager'), await api.as('reviewer'), await api.as('reviewer2')];
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
  await api.setOffices('reviewer', office);
  await api.setOffices('reviewer2', office);
});
afterEach(() => api.stop());

afterAll(() => databases.stop());

const taskId = () => encodeURIComponent(`${caseId}:preliminaryReview:1`);
const post = (who: Caller, what: string, body?: object) => who.post(`/api/tasks/${taskId()}/${what}`, body);
const codeOf = async (answer: Promise<{ status: number; body: any }>) => (await answer).body.code as string | undefined;
const revision = async () => (await api.database.case.findUniqueOrThrow({ where: { id: caseId } })).revision;
const inbox = async (who: Caller, view: string) => (await who.get(`/api/tasks?view=${view}`)).body.items as any[];
const actionsOf = async (who: Caller) =>
  ((await who.get(`/api/cases/${caseId}`)).body.actions as { name: string }[]).map(({ name }) => name);
const mails = async () => {
  const sent = await api.database.notice.findMany({
    where: { template: { in: ['taskDelegated', 'taskHandedBack', 'delegationEnded'] } },
    orderBy: { ordinal: 'asc' },
  });
  return sent.map(({ template, recipientId, data }) => ({ template, recipientId, data: data as any }));
};

async function made(name: string, ...offices: object[]): Promise<string> {
  const admin = await api.as('admin');
  const email = `${name}@example.org`;
  return (await admin.post('/api/accounts', { name, email, password: 'long-enough-password', offices })).body.id;
}

async function held(): Promise<void> {
  expect((await post(reviewer, 'claim')).status).toBe(200);
}

async function delegated(): Promise<any> {
  await held();
  const answer = await post(reviewer, 'delegate', asked);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

describe('XC-05.5 delegating a task', () => {
  it('answers with the task as it stands, names by their ids, and what it is to the reader', async () => {
    expect(await delegated()).toMatchObject({
      assignee: LI,
      yourPart: 'GIVEN_AWAY',
      delegation: { to: WANG, by: LI, note: asked.note, at: NOW, answer: null },
    });
  });

  it('the delegate finds it among their own, the holder marked as given away, and others not at all', async () => {
    await delegated();
    for (const view of ['inbox', 'mine', 'delegated'])
      expect(await inbox(reviewer2, view), view).toMatchObject([
        { caseId, assignee: LI, yourPart: 'DELEGATE', delegation: { by: LI, note: asked.note } },
      ]);
    for (const view of ['inbox', 'mine', 'givenAway'])
      expect(await inbox(reviewer, view), view).toMatchObject([{ caseId, yourPart: 'GIVEN_AWAY' }]);
    expect(await inbox(reviewer, 'delegated')).toEqual([]);
    expect(await inbox(reviewer2, 'givenAway')).toEqual([]);
    expect(await inbox(manager, 'inbox')).toEqual([]);
    expect(await inbox(manager, 'all')).toMatchObject([{ yourPart: null, delegation: { to: WANG } }]);
  });

  it('stands on the page of the case for those who handle it, and its parties read nothing of it', async () => {
    await delegated();
    await post(reviewer2, 'hand-back', answered);
    const seen = (await manager.get(`/api/cases/${caseId}`)).body;
    const delegation = { to: WANG, by: LI, answer: { by: WANG, opinion: answered.opinion, at: NOW } };
    expect(seen.tasks).toMatchObject([{ assignee: LI, delegation }]);
    expect(seen.people).toEqual(expect.arrayContaining([LI, WANG]));
    expect((await provider.get(`/api/cases/${caseId}`)).body.tasks).toEqual([]);
    const forParty = JSON.stringify((await provider.get(`/api/cases/${caseId}/timeline?limit=200`)).body.items);
    for (const word of [asked.note, answered.opinion, 'TASK_', 'taskDelegated', 'taskHandedBack', 'reviewer2'])
      expect(forParty, word).not.toContain(word);
    expect((await provider.get(`/api/notices?caseId=${caseId}`)).body.items).not.toEqual(
      expect.arrayContaining([expect.objectContaining({ template: 'taskHandedBack' })]),
    );
  });

  it('the timeline names both, with note and opinion', async () => {
    await delegated();
    await post(reviewer2, 'hand-back', answered);
    const { items } = (await manager.get(`/api/cases/${caseId}/timeline?limit=200`)).body;
    const said = items
      .filter(({ type }: { type: string }) => type.startsWith('TASK_DELEGAT') || type === 'TASK_HANDED_BACK')
      .map(({ title, actor }: any) => [title.zh, actor.name]);
    expect(said).toEqual([
      ['委派待办：线上初审。备注：请核对营业执照的经营范围', '李审核'],
      ['待办已委派：线上初审（王审核）', '李审核'],
      ['交回受托待办：线上初审。意见：经营范围与申报的服务相符', '王审核'],
    ]);
  });

  it('the delegate and who delegated are told by mail, in the names of people', async () => {
    await delegated();
    await post(reviewer2, 'hand-back', answered);
    expect(await mails()).toMatchObject([
      { template: 'taskDelegated', recipientId: 'demo-reviewer2', data: { by: '李审核', note: asked.note } },
      { template: 'taskHandedBack', recipientId: 'demo-reviewer', data: { by: '王审核', ...answered } },
    ]);
  });

  it('the actions offered are those that can be done', async () => {
    const words = ['delegateTask', 'handBackTask', 'recallTask'];
    const offered = async (who: Caller) => (await actionsOf(who)).filter((name) => words.includes(name));
    expect(await offered(reviewer)).toEqual([]);
    await held();
    expect(await offered(reviewer)).toEqual(['delegateTask']);
    expect(await offered(manager)).toEqual([]);
    await post(reviewer, 'delegate', asked);
    expect(await offered(reviewer)).toEqual(['recallTask']);
    expect(await offered(manager)).toEqual(['recallTask']);
    expect(await offered(reviewer2)).toEqual(['handBackTask']);
    expect(await actionsOf(reviewer2)).not.toContain('passPreliminaryReview');
    await post(reviewer2, 'hand-back', answered);
    expect(await offered(reviewer2)).toEqual([]);
    expect(await offered(reviewer)).toEqual(['delegateTask']);
  });

  it('the delegate does not decide, on no route; the holder does', async () => {
    await delegated();
    const rejection = { reason: '营业执照与申报信息不符' };
    const reject = (who: Caller) => who.post(`/api/cases/${caseId}/actions/rejectApplication`, rejection);
    const refused = await reject(reviewer2);
    expect([refused.status, refused.body.code, refused.body.facts]).toEqual([
      409,
      'TASK_OF_ANOTHER',
      { task: 'preliminaryReview', delegated: true },
    ]);
    const bulk = { action: 'rejectApplication', input: rejection, items: [{ caseId, revision: await revision() }] };
    const preview = (await reviewer2.post('/api/bulk-decisions/preview', bulk)).body.items[0];
    expect(preview.refusal.code).toBe('TASK_OF_ANOTHER');
    expect((await reject(reviewer)).status).toBe(200);
    expect(await mails()).toMatchObject([
      { template: 'taskDelegated' },
      { template: 'delegationEnded', recipientId: 'demo-reviewer2', data: { delegate: '王审核' } },
    ]);
    expect(await inbox(reviewer2, 'mine')).toEqual([]);
  });

  it('is recalled by the holder or a manager, and nobody else', async () => {
    await delegated();
    expect(await codeOf(post(reviewer2, 'recall'))).toBe('TASK_OF_ANOTHER');
    expect(await codeOf(post(await api.as('hubmanager'), 'recall'))).toBe('OUT_OF_SCOPE');
    expect((await post(reviewer, 'recall')).body).toMatchObject({ yourPart: 'HOLDER', delegation: null });
    expect(await codeOf(post(reviewer, 'recall'))).toBe('NOT_NOW');
    expect(await codeOf(post(reviewer2, 'hand-back', answered))).toBe('NOT_NOW');
    await post(reviewer, 'delegate', asked);
    expect((await post(manager, 'recall')).status).toBe(200);
  });

  it('goes the same way as an action of the case, and in bulk', async () => {
    await held();
    const input = { task: 'preliminaryReview', ...asked };
    const items = [{ caseId, revision: await revision(), entry: 1 }];
    const hub = await made('hub', { role: 'reviewer', bodyId: 'hn-hub', region: 'HN' });
    const wrong = { action: 'delegateTask', input: { ...input, to: hub }, items };
    expect((await reviewer.post('/api/bulk-decisions/preview', wrong)).body.items[0].refusal.code).toBe(
      'INVALID_INPUT',
    );
    expect((await reviewer.post('/api/bulk-decisions', { ...wrong, input, waitMinutes: 0 })).status).toBe(202);
    while ((await carryOutSome(api.context)) > 0);
    expect(await inbox(reviewer2, 'delegated')).toHaveLength(1);
    const act = (who: Caller, name: string, body: object) => who.post(`/api/cases/${caseId}/actions/${name}`, body);
    const back = { task: 'preliminaryReview', ...answered };
    expect((await act(reviewer2, 'handBackTask', back)).status).toBe(200);
    expect(await codeOf(act(reviewer, 'delegateTask', { ...input, to: hub }))).toBe('INVALID_INPUT');
    expect((await act(reviewer, 'delegateTask', input)).status).toBe(200);
    expect((await act(reviewer, 'recallTask', { task: 'preliminaryReview' })).status).toBe(200);
  });
});

describe('XC-05.5 whom a task is not delegated to', () => {
  const to = (id: string) => codeOf(post(reviewer, 'delegate', { ...asked, to: id }));

  it('oneself, nobody, another body, another district, another role, a member, an account that is disabled', async () => {
    await held();
    const before = await revision();
    const elsewhere = await made('elsewhere', { ...office, bodyId: 'sh-commission' });
    const district = await made('district', { ...office, region: 'SH/XUHUI' });
    const gone = await made('gone', office);
    await (await api.as('admin')).post(`/api/accounts/${gone}/disable`);
    const all = ['demo-reviewer', 'nobody', elsewhere, district, 'demo-manager', 'demo-provider', gone, 'demo-admin'];
    for (const id of all) expect(await to(id), id).toBe('INVALID_INPUT');
    expect(await revision()).toBe(before);
    expect(await mails()).toEqual([]);
  });

  it('who has an interest in the party, however it came about', async () => {
    await held();
    await reviewer2.post('/api/conflicts', { party: CODES.provider, relation: '配偶任职于该机构' });
    expect(await to('demo-reviewer2')).toBe('CONFLICT_OF_INTEREST');
    const member = await made('member', office);
    await api.database.office.create({
      data: { id: 'off-member', userId: member, role: 'provider', party: CODES.provider },
    });
    expect(await to(member)).toBe('CONFLICT_OF_INTEREST');
  });

  it('whom four eyes keep out', async () => {
    await held();
    await api.setOffices('provider2', office);
    const row = await api.database.case.findUniqueOrThrow({ where: { id: caseId } });
    const state = row.state as { participants: Record<string, string[]> };
    const participants = { ...state.participants, filer: [...(state.participants['filer'] ?? []), 'demo-provider2'] };
    await api.database.case.update({
      where: { id: caseId },
      data: { state: { ...(row.state as object), participants } },
    });
    expect(await to('demo-provider2')).toBe('FOUR_EYES');
    const { items } = (await reviewer.get(`/api/tasks/${taskId()}/colleagues`)).body;
    expect(items.map(({ id }: { id: string }) => id)).toEqual(['demo-reviewer2']);
  });

  it('while it is not held, by who does not hold it, a second time, on by the delegate', async () => {
    expect(await to('demo-reviewer2')).toBe('NOT_NOW');
    await held();
    const another = await made('another', office);
    expect(await codeOf(post(reviewer2, 'delegate', { ...asked, to: another }))).toBe('TASK_OF_ANOTHER');
    expect(await codeOf(post(manager, 'delegate', asked))).toBe('TASK_OF_ANOTHER');
    expect(await to('demo-reviewer2')).toBeUndefined();
    expect(await to(another)).toBe('ALREADY_OPEN');
    expect(await codeOf(post(reviewer2, 'delegate', { ...asked, to: another }))).toBe('TASK_OF_ANOTHER');
  });

  it.each([
    ['delegate', {}, ['note', 'to']],
    ['delegate', { to: 'demo-reviewer2', note: ' \u200b ' }, ['note']],
    ['delegate', { to: 'demo-reviewer2', note: '字'.repeat(501) }, ['note']],
    ['delegate', { ...asked, task: 'preliminaryReview' }, ['task']],
    ['delegate', { to: ['demo-reviewer2'], note: 7 }, ['note', 'to']],
    ['hand-back', {}, ['opinion']],
    ['hand-back', { opinion: '' }, ['opinion']],
    ['hand-back', { opinion: '字'.repeat(2001) }, ['opinion']],
    ['hand-back', { ...answered, to: 'demo-reviewer' }, ['to']],
  ])('wrong input to %s changes nothing: %j', async (what, body, fields) => {
    await held();
    const before = await revision();
    const answer = await post(reviewer, what, body);
    expect([answer.status, answer.body.code]).toEqual([422, 'INVALID_INPUT']);
    const found = answer.body.errors.map(({ field }: { field: string }) => field);
    expect([...new Set(found)].sort()).toEqual(fields);
    expect(await revision()).toBe(before);
  });

  it('a task that there is not, or that is closed', async () => {
    expect((await reviewer.post('/api/tasks/none/delegate', asked)).status).toBe(404);
    await delegated();
    await reviewer.post(`/api/cases/${caseId}/actions/rejectApplication`, { reason: '不符' });
    for (const [what, body] of [
      ['delegate', asked],
      ['hand-back', answered],
      ['recall', {}],
    ] as const)
      expect(await codeOf(post(what === 'hand-back' ? reviewer2 : reviewer, what, body)), what).toBe('NOT_NOW');
  });
});

describe('XC-05.5 the colleagues to choose from', () => {
  it('are those who could take it, to who holds it alone', async () => {
    await held();
    const third = await made('third', office);
    await made('elsewhere', { ...office, bodyId: 'sh-commission' });
    const colleagues = async (who: Caller, query = '') => who.get(`/api/tasks/${taskId()}/colleagues${query}`);
    const ids = async () => new Set(((await colleagues(reviewer)).body.items as { id: string }[]).map(({ id }) => id));
    expect(await ids()).toEqual(new Set(['demo-reviewer2', third]));
    expect((await colleagues(reviewer, '?q=王')).body.items).toEqual([{ ...WANG, offices: [office], openTasks: 0 }]);
    await reviewer2.post('/api/conflicts', { party: CODES.provider, relation: '配偶任职于该机构' });
    expect(await ids()).toEqual(new Set([third]));
    expect((await colleagues(reviewer2)).body.code).toBe('TASK_OF_ANOTHER');
    expect((await colleagues(manager)).body.code).toBe('TASK_OF_ANOTHER');
    expect((await colleagues(provider)).status).toBe(403);
  });
});

describe('XC-05.5 what becomes of a delegation', () => {
  const ended = async () => (await mails()).filter(({ template }) => template === 'delegationEnded');

  it('the delegate is disabled or moves: the holder has it back and is told', async () => {
    await delegated();
    await (await api.as('admin')).post('/api/accounts/demo-reviewer2/disable');
    await api.gateway.relay();
    expect(await inbox(reviewer, 'mine')).toMatchObject([{ yourPart: 'HOLDER', delegation: null }]);
    expect(await ended()).toMatchObject([
      { recipientId: 'demo-reviewer', data: { why: { zh: '受托人已停用或调离' } } },
    ]);
  });

  it('the delegate declares an interest: the same', async () => {
    await delegated();
    await reviewer2.post('/api/conflicts', { party: CODES.provider, relation: '配偶任职于该机构' });
    await api.gateway.relay();
    expect(await inbox(reviewer, 'mine')).toMatchObject([{ delegation: null }]);
    expect(await ended()).toMatchObject([{ data: { why: { en: 'the delegate has an interest in a party' } } }]);
  });

  it('the holder is disabled: the task is in the queue, and the delegate is told', async () => {
    await delegated();
    await (await api.as('admin')).post('/api/accounts/demo-reviewer/disable');
    await api.gateway.relay();
    expect(await inbox(reviewer2, 'delegated')).toEqual([]);
    expect(await inbox(reviewer2, 'unclaimed')).toMatchObject([{ assignee: null, delegation: null }]);
    expect(await ended()).toMatchObject([{ recipientId: 'demo-reviewer2' }]);
  });

  it('one who loses the office at the moment of delegating does not keep it', async () => {
    await held();
    await api.setOffices('reviewer2', { ...office, region: 'SH/XUHUI' });
    const person = { kind: 'person', id: 'demo-reviewer', offices: [office] } as const;
    const input = { task: 'preliminaryReview', ...asked };
    await api.gateway.act({ caseId, action: 'delegateTask', key: 'late', actor: person, input });
    expect(await api.database.caseMessage.count({ where: { action: 'holderLeft' } })).toBe(1);
    await api.gateway.relay();
    expect(await inbox(reviewer, 'mine')).toMatchObject([{ yourPart: 'HOLDER', delegation: null }]);
  });

  it('a delegate who is away is covered: the cover finds it and hands it back; with the cover ends the view', async () => {
    await delegated();
    await api.setOffices('district', { ...office, region: 'SH/XUHUI' });
    const [cover, who] = ['demo-district', await api.as('district')];
    const named = { coverId: cover, firstDay: '2025-09-26', lastDay: '2025-09-28', rule: '《值班办法》第三条' };
    expect((await reviewer2.post('/api/covers', named)).status).toBe(201);
    expect(await inbox(who, 'inbox')).toMatchObject([{ yourPart: 'DELEGATE', delegation: { to: WANG } }]);
    api.setNow('2025-09-29T00:00:00.000+08:00');
    expect(await settleCovers(api.database, '2025-09-29T00:00:00.000+08:00')).toBe(1);
    await api.gateway.relay();
    expect(await inbox(who, 'inbox')).toEqual([]);
    expect(await codeOf(post(who, 'hand-back', answered))).toBe('OUT_OF_SCOPE');
    api.setNow('2025-09-28T23:59:59.000+08:00');
    expect((await post(who, 'hand-back', answered)).status).toBe(200);
    expect((await manager.get('/api/tasks?view=all')).body.items).toMatchObject([
      { delegation: { to: WANG, answer: { by: { id: cover } } } },
    ]);
  });
});
