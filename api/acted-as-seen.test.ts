/** A decision that holds for the case as its person saw it (SH-STORE-10, XC-05.2). */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;
let provider: Caller;
let reviewer: Caller;
let reviewer2: Caller;
let caseId: string;

beforeAll(async () => {
  databases = await startDatabases();
});

beforeEach(async () => {
  api = await databases.api({ now: '2025-09-26T10:00:00+08:00' });
  [provider, reviewer, reviewer2] = await Promise.all([api.as('provider'), api.as('reviewer'), api.as('reviewer2')]);
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
});

afterAll(() => databases.stop());

const shown = async (caller = reviewer): Promise<number> => (await caller.get(`/api/cases/${caseId}`)).body.revision;
const lines = () => api.database.timelineEvent.count({ where: { caseId } });

function act(caller: Caller, action: string, input: object, seenRevision?: number, headers = {}) {
  const query = seenRevision === undefined ? '' : `?seenRevision=${seenRevision}`;
  return caller.post(`/api/cases/${caseId}/actions/${action}${query}`, input, headers);
}

const supplement = { items: ['营业执照扫描件不清'], reason: '请补充后再报' };
const rejection = { reason: '材料不实' };

it('XC-05.2 is refused with what has happened since, and nothing is changed', async () => {
  const seen = await shown();
  const returned = await act(reviewer2, 'requestSupplement', supplement);
  expect(returned.status, JSON.stringify(returned.body)).toBe(200);
  const [before, revision] = [await lines(), await shown()];
  const { status, body } = await act(provider, 'withdraw', {}, seen);
  expect([status, body.code]).toEqual([409, 'STALE']);
  expect(body.facts).toMatchObject({ seenRevision: seen, revision });
  expect(body.message.zh).toMatch(/补充.*未予办理；请查看后再决定/);
  expect(body.message.en).toMatch(/supplement.*look at it and decide again/i);
  expect([await lines(), await shown()]).toEqual([before, revision]);
  // Decided on what is there now, it is done.
  expect((await act(provider, 'withdraw', {}, revision)).status).toBe(200);
});

it('XC-05.2 is done where nothing has happened that it rests on: somebody has taken the task meanwhile', async () => {
  const seen = await shown();
  const [task] = await api.database.task.findMany({ where: { caseId, closedAt: null } });
  expect((await reviewer.post(`/api/tasks/${task?.id}/claim`)).status).toBe(200);
  expect(await shown()).toBeGreaterThan(seen);
  const done = await act(reviewer, 'rejectApplication', rejection, seen);
  expect(done.status, JSON.stringify(done.body)).toBe(200);
});

it('XC-05.2 a repeat of what was done is answered as the first time, and a revision is a whole number', async () => {
  const seen = await shown();
  const key = { 'Idempotency-Key': 'reject-1' };
  const first = await act(reviewer, 'rejectApplication', rejection, seen, key);
  expect(first.status, JSON.stringify(first.body)).toBe(200);
  const again = await act(reviewer, 'rejectApplication', rejection, seen, key);
  expect([again.status, again.body.revision]).toEqual([200, first.body.revision]);
  for (const wrong of [-1, 1.5]) expect((await act(reviewer, 'rejectApplication', rejection, wrong)).status).toBe(422);
});
