/** A provider leaves the register, and two years later what identifies it is deleted by a decision: HN-NET-10 on the real stack. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { caseOf, refusalOf } from '../support/cases.ts';
import { expectWholeTimeline, openStage, providerFiling } from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const SUPPLIER = '91430102MA4L8XK93A';
const reason = '保存期已满，无保留必要。';

let stack: TestStack;
let trade: string;
let registration: string;
let files: string[];

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2024-02-29T09:00:00+08:00' });
  trade = await completedTrade();
  await stack.advanceTo('2025-07-01T09:00:00+08:00');
  await leftRegister();
});
afterAll(() => stack.stop());

interface Retained {
  readonly caseId: string;
  readonly hold: string | null;
}

type Kept = 'IDENTITY' | 'TRANSACTION';

const standing = async (of: Kept = 'IDENTITY'): Promise<Retained[]> =>
  (await (await stack.as('hub')).get<{ items: Retained[] }>(`/api/hn-net/retention/cases?class=${of}&limit=50`)).items;

async function proposed(of: Kept = 'IDENTITY'): Promise<string> {
  const hub = await stack.as('hub');
  const { caseId } = await hub.post<{ caseId: string }>('/api/cases/dataDeletion', { class: of, why: '到期清理' });
  await hub.act(caseId, 'reckonDeletion');
  return caseId;
}

/** A trade whose case is completed today. */
async function completedTrade(): Promise<string> {
  const consumer = await stack.as('consumer');
  const { caseId } = await consumer.post<{ caseId: string }>('/api/cases/complaint', {
    ...{ platform: 'hn-hub', provider: SUPPLIER, reason: 'NOT_AS_PROMISED', account: '报告逾期。' },
    ...{ claim: '退还费用', happenedOn: '2024-02-20' },
  });
  await consumer.act(caseId, 'withdrawComplaint');
  return caseId;
}

/** The provider registers and leaves the same day. */
async function leftRegister(): Promise<void> {
  const [supplier, window] = [await stack.as('supplier'), await stack.as('window')];
  const form = await providerFiling(stack);
  registration = (await supplier.post<{ caseId: string }>('/api/cases/providerRegistration', form)).caseId;
  await window.act(registration, 'register');
  await supplier.act(registration, 'leave');
  files = (await window.get<{ items: { id: string }[] }>(`/api/cases/${registration}/files`)).items.map(({ id }) => id);
  expect(files.length).toBeGreaterThan(0);
}

it('HN-NET-10.3 what is completed on 2024-02-29 is kept to the end of 2026-02-28, and can be deleted from 2026-03-01', async () => {
  const [hub, manager] = [await stack.as('hub'), await stack.as('hubmanager')];
  await stack.advanceTo('2026-02-28T23:50:00+08:00');
  const early = await proposed('TRANSACTION');
  expect((await caseOf(stack, early, 'hub')).facts).toMatchObject({ reckoned: { due: 0, held: { NOT_YET: 1 } } });
  expect(await refusalOf(manager.act(early, 'confirmDeletion', { reason }))).toMatchObject({ status: 409 });
  await hub.act(early, 'cancelDeletion', { reason: '保存期未满。' });

  await stack.advanceTo('2026-03-01T00:00:00+08:00');
  expect(await standing('TRANSACTION')).toMatchObject([{ caseId: trade, hold: null }]);
  const deletion = await proposed('TRANSACTION');
  await manager.act(deletion, 'confirmDeletion', { reason });
  await vi.waitFor(
    async () => expect(await caseOf(stack, deletion, 'hub')).toMatchObject({ outcome: 'DELETED' }),
    PATIENCE,
  );
  expect(await caseOf(stack, trade, 'hub')).toMatchObject({ forms: [], deleted: { decisionId: deletion } });
});

it('HN-NET-10.2 a provider that leaves on 2025-07-01 is kept whole to the last moment of 2027-07-01', async () => {
  expect(await standing()).toEqual([]);

  await stack.advanceTo('2027-07-01T23:50:00+08:00');
  const early = await proposed();
  const seen = await caseOf(stack, early, 'hub');
  expect(seen.facts).toMatchObject({ reckoned: { asOf: '2027-07-01', due: 0, held: { NOT_YET: 1 } } });
  const refused = await refusalOf((await stack.as('hubmanager')).act(early, 'confirmDeletion', { reason }));
  expect(refused).toMatchObject({ status: 409, code: 'CONDITION_NOT_MET' });
  await (await stack.as('hub')).act(early, 'cancelDeletion', { reason: '保存期未满。' });
});

it('HN-NET-10.6 on 2027-07-02 an open mediation refuses the deletion, and so does a seal', async () => {
  await stack.advanceTo('2027-07-02T00:00:00+08:00');
  expect(await standing()).toMatchObject([{ caseId: registration, hold: null }]);
  const [consumer, hub, manager] = await Promise.all(['consumer', 'hub', 'hubmanager'].map((name) => stack.as(name)));
  const complaint = await consumer!.post<{ caseId: string }>('/api/cases/complaint', {
    ...{ platform: 'hn-hub', provider: SUPPLIER, reason: 'NOT_AS_PROMISED', account: '检测报告有误。' },
    ...{ claim: '退还费用', happenedOn: '2025-06-20' },
  });
  await hub!.act(complaint.caseId, 'registerComplaint');
  await consumer!.act(complaint.caseId, 'applyForMediation');
  const mediation = complaint.caseId.replace('cpl-', 'med-');
  await vi.waitFor(() => consumer!.get(`/api/cases/${mediation}`), PATIENCE);
  expect(await standing()).toMatchObject([{ caseId: registration, hold: 'OPEN_CASE' }]);
  const deletion = await proposed();
  const refused = await refusalOf(manager!.act(deletion, 'confirmDeletion', { reason }));
  expect(refused.problem.message).toMatchObject({ en: expect.stringContaining('open case: 1') as string });
  await hub!.act(deletion, 'cancelDeletion', { reason: '争议未了结。' });

  await consumer!.act(mediation, 'withdrawApplication');
  await vi.waitFor(
    async () => expect(await caseOf(stack, complaint.caseId, 'hub')).toMatchObject({ stage: 'INVESTIGATING' }),
    PATIENCE,
  );
  await consumer!.act(complaint.caseId, 'withdrawComplaint');
  await vi.waitFor(async () => expect(await standing()).toMatchObject([{ hold: null }]), PATIENCE);
  const seal = await manager!.post<{ id: string }>('/api/hn-net/retention/seals', {
    party: SUPPLIER,
    reason: '审计调阅',
  });
  expect(await standing()).toMatchObject([{ hold: 'SEALED' }]);
  await manager!.post(`/api/hn-net/retention/seals/${seal.id}/lift`, { reason: '审计结束' });
  expect(await standing()).toMatchObject([{ hold: null }]);
});

it('HN-NET-10.4 HN-NET-10.6 then it goes by a decision of two, with the backups named; the chain stays whole', async () => {
  const { database } = stack;
  await database.$executeRaw`SELECT "note_backups"('[{"name": "anjuan-20270701T190000Z", "takenAt": "2027-07-01T19:00:00Z", "keptUntil": "2027-07-31T19:00:00Z"}]')`;
  const [hub, manager] = [await stack.as('hub'), await stack.as('hubmanager')];
  const deletion = await proposed();
  expect((await caseOf(stack, deletion, 'hub')).facts).toMatchObject({
    reckoned: { all: 1, due: 1, copies: [{ name: 'anjuan-20270701T190000Z' }] },
  });
  expect((await refusalOf(hub.act(deletion, 'confirmDeletion', { reason }))).status).toBe(403);
  await manager.act(deletion, 'confirmDeletion', { reason });
  await vi.waitFor(
    async () => expect(await caseOf(stack, deletion, 'hub')).toMatchObject({ outcome: 'DELETED' }),
    PATIENCE,
  );
  const lines = (await hub.get<{ items: { title: { zh: string } }[] }>(`/api/cases/${deletion}/timeline?limit=50`))
    .items;
  expect(JSON.stringify(lines)).toContain(`已删除 1 件的记录和文件 ${files.length} 个`);
  expect(JSON.stringify(lines)).toContain('备份 1 份');

  expect(await caseOf(stack, registration, 'window')).toMatchObject({
    ...{ outcome: 'DEREGISTERED', forms: [], deleted: { decisionId: deletion, forms: 1, files: files.length } },
  });
  expect(await database.file.count({ where: { id: { in: files } } })).toBe(0);
  expect(await database.deletedFile.count({ where: { fileId: { in: files } } })).toBe(files.length);
  await expectWholeTimeline(stack, registration, 'window');
  expect(await openStage(stack).without().get(`/api/registers/hn-net.providers?limit=200`)).toMatchObject({
    items: [{ party: SUPPLIER, status: 'DEREGISTERED' }],
  });
  expect(await standing()).toEqual([]);
});
