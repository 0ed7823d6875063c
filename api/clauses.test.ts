/** The regulations clause by clause: open to everybody, what carries each, the cases of one's own reach, and the full text. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-09-01T10:00:00+08:00' });
});
afterAll(() => databases.stop());

const clausesIn = async (regime: string) => (await api.anyone.get(`/api/regulations/${regime}/clauses`)).body;
async function clauseOf(regime: string, clause: string) {
  const { items } = await clausesIn(regime);
  return items.find((one: { clause: string }) => one.clause === clause);
}

describe('the documents', () => {
  it('SH-STORE-17.1 HN-NET-27.2 are open to everybody, each with its standing', async () => {
    const { status, body } = await api.anyone.get('/api/regulations');
    expect(status).toBe(200);
    const documents = body.items.flatMap((one: { documents: object[] }) => one.documents);
    expect(documents).toMatchObject([
      { code: 'SH-STORE', standing: { code: 'CONSULTATION_DRAFT', on: '2020-07-08' }, fullText: null },
      { code: 'SH-EVAL', standing: { code: 'IN_FORCE', on: '2020-11-10' } },
      { code: 'HN-NET', standing: { code: 'IN_FORCE', on: '2015-01-23' } },
      { code: 'HN-BASE', standing: { code: 'IN_FORCE' } },
      { code: 'AH-OPS', standing: { code: 'IN_FORCE' } },
      { code: 'AH-EVAL', standing: { code: 'IN_FORCE' } },
      { code: 'EC-CENTRE', standing: { code: 'IN_FORCE' } },
    ]);
  });

  it('SH-STORE-17.1 the standing is the one that a manager recorded last', async () => {
    const manager = await api.as('manager');
    const closed = { status: 'CLOSED', on: '2025-08-31', reason: '征求意见期满' };
    expect((await manager.post('/api/regulations/SH_STORE/status', closed)).status).toBe(201);
    const { body } = await api.anyone.get('/api/regulations');
    expect(body.items[0].documents[0].standing).toMatchObject({ code: 'CLOSED', on: '2025-08-31' });
  });

  it('XC-06.2 say how many of their clauses nothing carries', async () => {
    const { items } = await clausesIn('HN_NET');
    const { body } = await api.anyone.get('/api/regulations');
    const [document] = body.items.find((one: { regime: string }) => one.regime === 'HN_NET').documents;
    expect(document.clauses).toBe(items.length);
    expect(document.uncarried).toBe(items.filter(({ carried }: { carried: string }) => carried === 'NONE').length);
    expect(document.uncarried).toBeGreaterThan(0);
  });
});

describe('a clause', () => {
  it('XC-06.2 names the rule values, deadlines, actions, notices and grounds that carry it', async () => {
    const clause = await clauseOf('SH_STORE', 'SH-STORE 四.5(2)');
    expect(clause).toMatchObject({ within: '四.5', carried: 'ITSELF', quote: '店铺的有责投诉2次以上' });
    expect(clause.requirements).toContain('SH-STORE-10.2');
    expect(clause.interpretations.map(({ code }: { code: string }) => code)).toContain('A-29');
    expect(clause.rules).toContainEqual(expect.objectContaining({ key: 'complaint.upheldCount', value: 2 }));
    // It rests on an interpretation, and serves a requirement of the clause.
    expect(clause.rules).toContainEqual(expect.objectContaining({ key: 'complaint.windowMonths' }));
    expect(clause.deadlines).toContainEqual(expect.objectContaining({ kind: 'storeComplaint', name: 'handling' }));
    expect(clause.actions).toContainEqual(expect.objectContaining({ kind: 'storeComplaint', name: 'upholdComplaint' }));
    expect(clause.notices).toContainEqual(expect.objectContaining({ name: 'complaintFinding' }));
    expect(clause.grounds.length).toBeGreaterThan(0);
  });

  it('XC-06.2 that nothing carries is shown as that, and one whose parts are carried as that', async () => {
    expect(await clauseOf('HN_NET', 'HN-NET 第二十条')).toMatchObject({
      ...{ carried: 'NONE', rules: [], deadlines: [], actions: [], notices: [], grounds: [], functions: [] },
    });
    expect(await clauseOf('HN_NET', 'HN-NET 第十九条')).toMatchObject({ carried: 'PARTS', actions: [] });
  });

  it('SH-STORE-17.2 names what the platform does for it beside its cases', async () => {
    const { carried, functions } = await clauseOf('SH_STORE', 'SH-STORE 通知');
    expect(carried).toBe('ITSELF');
    expect(functions).toContainEqual({ title: { zh: '更改办法文本的状态', en: 'Change the status of a regulation' } });
  });

  it('A-08 shows everybody no internal target', async () => {
    const { deadlines, rules } = await clauseOf('SH_STORE', 'SH-STORE 二.2');
    expect(deadlines.map(({ name }: { name: string }) => name)).toEqual(['supplement']);
    expect(rules.map(({ key }: { key: string }) => key)).toEqual(['supplement.days']);
  });

  it('XC-06.2 shows the values of the newest version of the rules', async () => {
    const before = await clausesIn('SH_STORE');
    const change = { values: { 'complaint.upheldCount': 3 }, note: '演练' };
    expect((await (await api.as('admin')).put('/api/rules/SH_STORE', change)).status).toBe(200);
    const { ruleVersion } = await clausesIn('SH_STORE');
    expect(ruleVersion).toBe(Number(before.ruleVersion) + 1);
    const { rules } = await clauseOf('SH_STORE', 'SH-STORE 四.5(2)');
    expect(rules).toContainEqual(expect.objectContaining({ key: 'complaint.upheldCount', value: 3 }));
  });

  it('answers for a regime that there is not that there is none', async () => {
    expect((await api.anyone.get('/api/regulations/NONE/clauses')).status).toBe(404);
  });
});

describe('the cases of a clause', () => {
  let caseId: string;
  let reviewer: Caller;
  const counts = async (caller: Caller) => (await caller.get('/api/regulations/SH_STORE/clauses/counts')).body.items;
  const countOf = async (caller: Caller, clause: string) =>
    (await counts(caller)).find((one: { clause: string }) => one.clause === clause);
  const listed = async (caller: Caller, query: Record<string, string>) =>
    (await caller.get(`/api/cases?${new URLSearchParams(query).toString()}`)).body;

  beforeAll(async () => {
    reviewer = await api.as('reviewer');
    const provider = await api.as('provider');
    ({ caseId } = (await provider.post('/api/applications', await application(provider, CODES.provider))).body);
    const asked = { items: ['审计报告'], reason: '缺页' };
    const { status } = await reviewer.post(`/api/cases/${caseId}/actions/requestSupplement`, asked);
    expect(status).toBe(200);
  });

  it('XC-05.5 are counted and listed within the reach of the reader alone', async () => {
    const own = await api.as('provider');
    const asked = { event: 'SUPPLEMENT_REQUESTED', effect: 'DECIDED', cases: 1 };
    for (const caller of [reviewer, own])
      expect(await countOf(caller, 'SH-STORE 二.2')).toMatchObject({ cases: 1, acts: [asked] });
    expect(await counts(await api.as('provider2'))).toEqual([]);
    for (const [caller, total] of [
      [reviewer, 1],
      [own, 1],
      [await api.as('provider2'), 0],
    ] as const)
      expect((await listed(caller, { clause: 'SH-STORE 二.2' })).total).toBe(total);
    expect((await api.anyone.get('/api/regulations/SH_STORE/clauses/counts')).status).toBe(401);
  });

  it('XC-05.1 can be narrowed to what was done under it', async () => {
    const clause = 'SH-STORE 二.2';
    expect((await listed(reviewer, { clause, cited: 'SUPPLEMENT_REQUESTED' })).items).toMatchObject([{ id: caseId }]);
    expect((await listed(reviewer, { clause, cited: 'APPLICATION_REJECTED' })).total).toBe(0);
    expect((await listed(reviewer, { clause: 'SH-STORE 四.6' })).total).toBe(0);
  });

  it('XC-05.1 a line that cites several clauses counts for each, once a case', async () => {
    const line = { caseId, at: new Date(), actor: {}, title: {}, prevHash: '', hash: '' };
    const cited = { ...line, type: 'CONDITION_WAIVED', clause: 'SH-STORE 一.1(1)、一.1(3)' };
    for (const seq of [901, 902]) await api.database.timelineEvent.create({ data: { ...cited, seq } });
    await api.database.timelineEvent.create({ data: { ...line, seq: 903, type: 'TASK_OPENED', clause: '—' } });
    const waived = { event: 'CONDITION_WAIVED', effect: 'WAIVED', cases: 1 };
    for (const clause of ['SH-STORE 一.1(1)', 'SH-STORE 一.1(3)'])
      expect(await countOf(reviewer, clause)).toMatchObject({ cases: 1, acts: [waived] });
    const rows = await api.database.caseClause.findMany({ where: { caseId }, select: { clause: true } });
    expect(rows.filter(({ clause }) => !/^SH-STORE \S+$/.test(clause))).toEqual([]);
  });

  it('XC-05.3 neither API nor worker writes what a timeline cites', async () => {
    const row = { caseId, clause: 'SH-STORE 四.6', event: '*' };
    await expect(api.context.database.caseClause.create({ data: row })).rejects.toThrow(/permission denied/);
  });
});

describe('the full text', () => {
  const path = '/api/regulations/SH_STORE/texts';
  const loaded = { clause: 'SH-STORE 四.5(2)', text: '（2）店铺的有责投诉2次以上；', source: '征求意见通知附件' };

  it('XC-06.2 is loaded by an administrator, and everybody reads the newest beside the summary', async () => {
    const admin = await api.as('admin');
    expect((await admin.post(path, { ...loaded, text: '错的' })).status).toBe(201);
    expect((await admin.post(path, loaded)).body).toMatchObject({ version: 2, text: loaded.text });
    expect((await clauseOf('SH_STORE', loaded.clause)).fullText).toMatchObject({ version: 2, source: loaded.source });
    expect((await admin.post(path, { ...loaded, clause: 'SH-STORE', text: '全文' })).status).toBe(201);
    const { body } = await api.anyone.get('/api/regulations');
    expect(body.items[0].documents[0].fullText).toMatchObject({ version: 1, text: '全文' });
    expect(await api.database.clauseText.findMany({ where: { clause: loaded.clause } })).toHaveLength(2);
  });

  it('XC-05.5 is loaded by nobody else, and for no clause that there is not', async () => {
    for (const account of ['manager', 'reviewer', 'provider'])
      expect((await (await api.as(account)).post(path, loaded)).status).toBe(403);
    const { status, body } = await (await api.as('admin')).post(path, { ...loaded, clause: 'HN-NET 第二十条' });
    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('XC-05.3 stays as it was loaded', async () => {
    await expect(api.database.$executeRaw`UPDATE "ClauseText" SET "text" = ''`).rejects.toThrow(
      /never changed or removed/,
    );
  });
});
