/** Covers and conflicts of interest over HTTP, on every route that could get around them (XC-05.5). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settleCovers } from '../prisma/settle-covers.ts';
import { carryOutSome } from './bulk/carry-out.ts';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';

const NOW = '2025-09-26T10:00:00.000+08:00';
const centre = { bodyId: 'sh-centre', region: 'SH' } as const;

let databases: TestDatabases;
let api: TestApi;
let manager: Caller;
let reviewer: Caller;
let reviewer2: Caller;
let caseId: string;

beforeAll(async () => {
  databases = await startDatabases();
});
beforeEach(async () => {
  api = await databases.api({ now: NOW });
  const provider = await api.as('provider');
  [manager, reviewer, reviewer2] = [await api.as('manager'), await api.as('reviewer'), await api.as('reviewer2')];
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
});
afterAll(() => databases.stop());

const taskId = () => encodeURIComponent(`${caseId}:preliminaryReview:1`);
const reject = (who: Caller) => who.post(`/api/cases/${caseId}/actions/rejectApplication`, { reason: '不符' });
const codeOf = async (answer: Promise<{ status: number; body: any }>) => (await answer).body.code as string | undefined;

async function inBulk(who: Caller): Promise<string[]> {
  const { revision } = (await manager.get(`/api/cases/${caseId}`)).body;
  const body = { action: 'rejectApplication', input: { reason: '不符' }, items: [{ caseId, revision }] };
  const preview = (await who.post('/api/bulk-decisions/preview', body)).body.items[0].refusal?.code;
  const { id } = (await who.post('/api/bulk-decisions', { ...body, waitMinutes: 0 })).body;
  while ((await carryOutSome(api.context)) > 0);
  return [preview, (await who.get(`/api/bulk-decisions/${id}`)).body.items[0].refusal?.code];
}

const declaration = { party: CODES.provider, relation: '配偶任职于该机构' };

describe('XC-05.5 conflict of interest', () => {
  it('open cases of the party in which its holder took part, or was asked by name, are told; others and closed ones are not', async () => {
    const row = await api.database.case.findUniqueOrThrow({ where: { id: caseId } });
    const base = { ...row, kind: 'assessmentEntry', opening: {}, workflowStarted: true, state: { participants: {} } };
    const open = async (id: string, changes: object, parties: readonly [string, string][]) => {
      const create = parties.map(([name, party]) => ({ name, party, follows: name === 'follower' }));
      await api.database.case.create({ data: { ...base, id, number: id, ...changes, parties: { create } } as never });
    };
    const scored = { state: { participants: { scorer: ['demo-reviewer', 'x'] } } };
    const [party, other] = [CODES.provider, CODES.other];
    await open('tst-scored', scored, [['institution', party]]);
    await open('tst-asked', {}, [
      ['base', party],
      ['panel', 'person:demo-reviewer'],
    ]);
    await open('tst-neither', {}, [['institution', party]]);
    await open('tst-of-another', scored, [['institution', other]]);
    await open('tst-follows', scored, [
      ['institution', other],
      ['follower', party],
    ]);
    await open('tst-closed', { ...scored, closedAt: new Date(NOW) }, [['institution', party]]);
    const told = async () =>
      (await api.database.caseMessage.findMany({ where: { action: 'interestDeclared' }, orderBy: { id: 'asc' } })).map(
        ({ toCaseId, input }) => [toCaseId, input],
      );
    await reviewer.post('/api/conflicts', { ...declaration, firstDay: '2025-10-10' });
    expect(await told()).toEqual([]);
    await reviewer.post('/api/conflicts', declaration);
    const input = { account: 'demo-reviewer' };
    expect(await told()).toEqual([
      ['tst-asked', input],
      ['tst-scored', input],
    ]);
  });

  it('who has declared one is refused on every route, and others are not', async () => {
    expect((await reviewer.post('/api/conflicts', declaration)).status).toBe(201);
    expect(await codeOf(reviewer.post(`/api/tasks/${taskId()}/claim`))).toBe('CONFLICT_OF_INTEREST');
    const claim = { task: 'preliminaryReview' };
    expect(await codeOf(reviewer.post(`/api/cases/${caseId}/actions/claimTask`, claim))).toBe('CONFLICT_OF_INTEREST');
    const to = { to: 'demo-reviewer' };
    expect(await codeOf(manager.post(`/api/tasks/${taskId()}/assign`, to))).toBe('CONFLICT_OF_INTEREST');
    const assign = manager.post(`/api/cases/${caseId}/actions/assignTask`, { ...claim, ...to });
    expect(await codeOf(assign)).toBe('CONFLICT_OF_INTEREST');
    expect(await codeOf(reject(reviewer))).toBe('CONFLICT_OF_INTEREST');
    expect(await inBulk(reviewer)).toEqual(['CONFLICT_OF_INTEREST', 'CONFLICT_OF_INTEREST']);
    const seen = (await reviewer.get(`/api/cases/${caseId}`)).body.actions;
    expect(seen).toEqual([]);
    expect((await api.database.case.findUniqueOrThrow({ where: { id: caseId } })).revision).toBe(1);
    expect((await reject(reviewer2)).status).toBe(200);
  });

  it('what they hold goes back to the queue, with a line', async () => {
    await reviewer.post(`/api/tasks/${taskId()}/claim`);
    await reviewer.post('/api/conflicts', declaration);
    await api.gateway.relay();
    const { items } = (await manager.get(`/api/cases/${caseId}/timeline?order=desc&limit=1`)).body;
    expect(items).toMatchObject([{ type: 'TASK_RELEASED', title: { zh: expect.stringContaining('利益关系') } }]);
    expect((await reviewer2.get('/api/tasks?view=unclaimed')).body.items).toHaveLength(1);
  });

  it('acting for the party, having filed for it and having recommended it count without any declaration', async () => {
    const office = { role: 'reviewer', ...centre } as const;
    await api.setOffices('reviewer', office, { role: 'provider', party: CODES.provider });
    expect(await codeOf(reject(reviewer))).toBe('CONFLICT_OF_INTEREST');
    await api.setOffices('provider', office);
    expect(['FOUR_EYES', 'CONFLICT_OF_INTEREST']).toContain(await codeOf(reject(await api.as('provider'))));
    await api.setOffices('reviewer', office);
    const letter = {
      creditCode: CODES.provider,
      level: 'DISTRICT',
      department: '科经委',
      documentNumber: '9',
      fileId: 'f',
    };
    await api.database.recommendation.create({
      data: {
        id: 'rec-9',
        ...letter,
        reason: '强',
        recommenderId: 'demo-reviewer',
        bodyId: 'sh-pudong',
        createdAt: new Date(NOW),
      },
    });
    expect(await codeOf(reject(reviewer))).toBe('CONFLICT_OF_INTEREST');
  });

  it('holds for its days, and until a manager of that person, who is somebody else, ends it', async () => {
    const later = { ...declaration, firstDay: '2025-10-09', lastDay: '2025-10-10' };
    expect((await reviewer.post('/api/conflicts', later)).status).toBe(201);
    const may = async () => (await reviewer.get(`/api/cases/${caseId}`)).body.actions.length > 0;
    expect(await may()).toBe(true);
    api.setNow('2025-10-10T23:59:59.000+08:00');
    expect(await may()).toBe(false);
    api.setNow('2025-10-11T00:00:00.000+08:00');
    expect(await may()).toBe(true);
    const { id } = (await manager.post('/api/conflicts', { ...declaration, accountId: 'demo-reviewer' })).body;
    expect(await may()).toBe(false);
    expect((await reviewer.post(`/api/conflicts/${id}/end`, { reason: '已不存在' })).status).toBe(403);
    expect((await manager.post(`/api/conflicts/${id}/end`, { reason: '已核实不存在' })).status).toBe(200);
    expect(await codeOf(manager.post(`/api/conflicts/${id}/end`, { reason: '再次' }))).toBe('ALREADY_DONE');
    expect(await may()).toBe(true);
    const own = (await manager.post('/api/conflicts', declaration)).body;
    expect(await codeOf(manager.post(`/api/conflicts/${own.id}/end`, { reason: '本人' }))).toBe('FOUR_EYES');
  });

  it('nobody declares for colleagues but their manager, and nobody ends before it begins', async () => {
    const of = { ...declaration, accountId: 'demo-reviewer2' };
    expect(await codeOf(reviewer.post('/api/conflicts', of))).toBe('OUT_OF_SCOPE');
    expect(await codeOf((await api.as('hubmanager')).post('/api/conflicts', of))).toBe('OUT_OF_SCOPE');
    expect((await manager.post('/api/conflicts', { ...of, accountId: 'demo-provider' })).status).toBe(422);
    const wrong = { ...declaration, firstDay: '2025-10-10', lastDay: '2025-10-09' };
    expect((await reviewer.post('/api/conflicts', wrong)).body.errors[0].field).toBe('lastDay');
    expect(await api.database.interest.count()).toBe(0);
  });
});

const absence = {
  coverId: 'demo-reviewer2',
  firstDay: '2025-09-26',
  lastDay: '2025-10-10',
  rule: '《值班办法》第三条',
};

const elsewhere = { role: 'reviewer', bodyId: 'sh-centre', region: 'SH/XUHUI' } as const;

describe('XC-05.5 cover for an absence', () => {
  /** The cover holds an office elsewhere in the same body: what they may do in the case is the absent one's alone. */
  async function covered(): Promise<string> {
    await api.setOffices('reviewer2', elsewhere);
    const answer = await reviewer.post('/api/covers', absence);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.id as string;
  }

  it('the cover sees and does what the absent one could, and the line says for whom, until when, by which rule', async () => {
    await api.setOffices('reviewer2', elsewhere);
    expect(await codeOf(reject(reviewer2))).toBe('OUT_OF_SCOPE');
    await reviewer.post(`/api/tasks/${taskId()}/claim`);
    await covered();
    expect((await reviewer2.get('/api/tasks')).body.items).toMatchObject([{ caseId, assigneeId: 'demo-reviewer' }]);
    expect((await reject(reviewer2)).status).toBe(200);
    const { items } = (await manager.get(`/api/cases/${caseId}/timeline?order=desc`)).body;
    const line = items.find(
      ({ detail }: { detail: { action?: string } | null }) => detail?.action === 'rejectApplication',
    );
    expect(line.actor).toMatchObject({
      id: 'demo-reviewer2',
      name: '王审核',
      title: { zh: '审核人员，代行李审核职务至 2025-10-10（依据：《值班办法》第三条）' },
      covering: { id: 'demo-reviewer', name: '李审核', lastDay: '2025-10-10' },
    });
  });

  it('both are told by mail, and the audit log tells it', async () => {
    await covered();
    const mails = await api.database.notice.findMany({
      where: { template: 'coverNamed' },
      orderBy: { recipientId: 'asc' },
    });
    expect(mails.map(({ recipientId }) => recipientId)).toEqual(['demo-reviewer', 'demo-reviewer2']);
    const entry = await api.database.auditEntry.findFirstOrThrow({ where: { action: 'COVER_NAMED' } });
    expect(entry).toMatchObject({
      objectId: 'demo-reviewer',
      after: { coverId: 'demo-reviewer2', rule: absence.rule },
    });
  });

  it('ends by itself at 24:00 of the last day, and what was taken under it goes back', async () => {
    await covered();
    expect((await reviewer2.post(`/api/tasks/${taskId()}/claim`)).status).toBe(200);
    await api.gateway.relay();
    expect((await reviewer2.get('/api/tasks?view=mine')).body.items).toHaveLength(1);
    api.setNow('2025-10-10T23:59:59.000+08:00');
    expect(await settleCovers(api.database, '2025-10-10T23:59:59.000+08:00')).toBe(0);
    expect((await reviewer2.get(`/api/cases/${caseId}`)).status).toBe(200);
    api.setNow('2025-10-11T00:00:00.000+08:00');
    expect((await reviewer2.get(`/api/cases/${caseId}`)).status).toBe(403);
    expect(await codeOf(reject(reviewer2))).toBe('OUT_OF_SCOPE');
    expect(await settleCovers(api.database, '2025-10-11T00:00:00.000+08:00')).toBe(1);
    expect(await settleCovers(api.database, '2025-10-11T00:00:00.000+08:00')).toBe(0);
    await api.gateway.relay();
    expect((await reviewer.get('/api/tasks?view=unclaimed')).body.items).toHaveLength(1);
  });

  it.each([
    ['is disabled', (admin: Caller) => admin.post('/api/accounts/demo-reviewer/disable')],
    ['has lost the office', (admin: Caller) => admin.patch('/api/accounts/demo-reviewer', { offices: [elsewhere] })],
    ['declares an interest', () => reviewer.post('/api/conflicts', declaration)],
  ])('what was taken under it goes back when who is away %s', async (_how, change) => {
    await covered();
    expect((await reviewer2.post(`/api/tasks/${taskId()}/claim`)).status).toBe(200);
    await api.gateway.relay();
    expect((await change(await api.as('admin'))).status).toBeLessThan(300);
    await api.gateway.relay();
    expect((await reviewer2.get('/api/tasks?view=mine')).body.items).toEqual([]);
    const { tasks } = (await manager.get(`/api/cases/${caseId}`)).body;
    expect(tasks).toMatchObject([{ name: 'preliminaryReview', assigneeId: null }]);
  });

  it('is ended early by who is away or their manager, and by nobody else', async () => {
    const id = await covered();
    expect(await codeOf(reviewer2.post(`/api/covers/${id}/end`))).toBe('OUT_OF_SCOPE');
    expect((await manager.post(`/api/covers/${id}/end`)).status).toBe(200);
    expect(await codeOf(reviewer.post(`/api/covers/${id}/end`))).toBe('ALREADY_DONE');
    expect((await reviewer2.get(`/api/cases/${caseId}`)).status).toBe(403);
    expect(await api.database.notice.count({ where: { template: 'coverEnded' } })).toBe(2);
  });

  it('an interest of the absent one keeps the cover out, and so does their own', async () => {
    await covered();
    await reviewer.post('/api/conflicts', declaration);
    expect(await codeOf(reject(reviewer2))).toBe('CONFLICT_OF_INTEREST');
  });

  it('gives no more than work on cases: nothing that is not the absent one’s work in them', async () => {
    await api.setOffices('reviewer2', { role: 'reviewer', bodyId: 'sh-centre', region: 'SH' });
    const named = { ...absence, absentId: 'demo-manager' };
    expect(await codeOf(reviewer.post('/api/covers', named))).toBe('OUT_OF_SCOPE');
    expect((await manager.post('/api/covers', absence)).status).toBe(201);
    // Who covers for a manager lifts no bars and names no covers.
    expect((await reviewer2.post('/api/bars/bar-1/lift', { reason: '已消除' })).status).toBe(403);
    const onward = { ...absence, absentId: 'demo-manager', coverId: 'demo-reviewer' };
    expect(await codeOf(reviewer2.post('/api/covers', onward))).toBe('OUT_OF_SCOPE');
  });

  it('is listed by name to who is away, to who acts and to their manager, with its phase and who may end it', async () => {
    const later = { ...absence, firstDay: '2025-09-29' };
    expect((await reviewer.post('/api/covers', later)).body).toMatchObject({ phase: 'COMING', mayEnd: true });
    const seen = async (who: Caller, query = '') => (await who.get(`/api/covers${query}`)).body.items as any[];
    const names = { absentName: '李审核', coverName: '王审核', rule: absence.rule };
    expect(await seen(reviewer)).toMatchObject([{ ...names, phase: 'COMING', mayEnd: true }]);
    expect(await seen(reviewer2)).toMatchObject([{ ...names, mayEnd: false }]);
    expect(await seen(manager)).toMatchObject([{ ...names, mayEnd: true }]);
    expect(await seen(manager, '?accountId=demo-manager')).toEqual([]);
    expect(await seen(await api.as('hubmanager'))).toEqual([]);
    expect(await codeOf(reviewer2.get('/api/covers?accountId=demo-reviewer'))).toBe('OUT_OF_SCOPE');
    api.setNow('2025-09-29T00:00:00.000+08:00');
    expect(await seen(reviewer)).toMatchObject([{ phase: 'RUNNING', mayEnd: true }]);
    api.setNow('2025-10-11T00:00:00.000+08:00');
    expect(await seen(reviewer)).toMatchObject([{ phase: 'ENDED', mayEnd: false }]);
  });

  it('offers the colleagues of who is away, and nobody else', async () => {
    const offered = async (who: Caller, query = '') => {
      const { items } = (await who.get(`/api/covers/colleagues${query}`)).body as { items: { id: string }[] };
      return items.map(({ id }) => id);
    };
    const ofReviewer = await offered(reviewer);
    expect(ofReviewer).toEqual(expect.arrayContaining(['demo-manager', 'demo-reviewer2']));
    expect(ofReviewer).not.toContain('demo-reviewer');
    expect(await offered(manager, '?absentId=demo-reviewer')).toEqual(ofReviewer);
    expect(await offered(reviewer, '?q=王')).toEqual(['demo-reviewer2']);
    // Each of them could be named, and who is not among them could not.
    for (const coverId of ofReviewer) {
      const { status, body } = await reviewer.post('/api/covers', { ...absence, coverId });
      expect(status, JSON.stringify(body)).toBe(201);
      await reviewer.post(`/api/covers/${body.id}/end`);
    }
    expect(await codeOf(reviewer.get('/api/covers/colleagues?absentId=demo-manager'))).toBe('OUT_OF_SCOPE');
  });

  it('no chain, no second one for the same days, nobody of another body, not oneself, no day that is over', async () => {
    await covered();
    const code = (who: Caller, changes: object) => codeOf(who.post('/api/covers', { ...absence, ...changes }));
    expect(await code(reviewer, {})).toBe('ALREADY_OPEN');
    expect(await code(reviewer2, { coverId: 'demo-manager' })).toBe('NOT_ALLOWED');
    expect(await code(manager, { coverId: 'demo-reviewer' })).toBe('NOT_ALLOWED');
    expect(await code(manager, { coverId: 'demo-county' })).toBe('INVALID_INPUT');
    expect(await code(manager, { coverId: 'demo-manager' })).toBe('INVALID_INPUT');
    expect(await code(manager, { coverId: 'demo-auditor' })).toBe('INVALID_INPUT');
    expect(await code(manager, { firstDay: '2025-09-01', lastDay: '2025-09-25' })).toBe('INVALID_INPUT');
    expect(await code(manager, { firstDay: '2025-10-09', lastDay: '2025-10-08' })).toBe('INVALID_INPUT');
    expect(await api.database.cover.count()).toBe(1);
  });
});
