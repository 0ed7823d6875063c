/** XC-05.5 the inbox: its queues by the clock and the calendar of the platform, its orders, and how many there are. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;
let reviewer: Caller;
let manager: Caller;
let caseId: string;

beforeAll(async () => {
  databases = await startDatabases();
});
afterAll(() => databases.stop());

/** Due dates of tasks that everybody is shown. Of 2025-09-26, a Friday, the third working day after is 30 September: the 28th is worked. */
const dues = [
  ['overdue', '2025-09-26T10:00:00.000+08:00'],
  ['today', '2025-09-26T10:00:00.001+08:00'],
  ['today', '2025-09-27T00:00:00.000+08:00'],
  ['soon', '2025-09-27T00:00:00.001+08:00'],
  ['soon', '2025-10-01T00:00:00.000+08:00'],
  ['later', '2025-10-01T00:00:00.001+08:00'],
] as const;

beforeEach(async () => {
  api = await databases.api({ now: '2025-09-26T10:00:00+08:00' });
  const provider = await api.as('provider');
  reviewer = await api.as('reviewer');
  manager = await api.as('manager');
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
  // Written latest first, so that no order comes of itself.
  await api.database.task.createMany({
    data: dues.toReversed().map(([, dueAt], nth) => ({
      ...{ id: `${caseId}:interview:${dues.length - nth}`, caseId, name: 'interview', entry: dues.length - nth },
      ...{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH' },
      ...{ openedAt: new Date(Date.UTC(2025, 8, 20, nth)), dueAt: new Date(dueAt) },
    })),
  });
});

interface Item {
  readonly id: string;
  readonly dueAt: string | null;
}

async function read(
  caller: Caller,
  query: string,
): Promise<{ items: Item[]; nextCursor: string | null; total: number }> {
  const { status, body } = await caller.get(`/api/tasks?${query}`);
  expect(status).toBe(200);
  return body;
}

/** Every page of a list, with so many a page. */
async function pages(caller: Caller, query: string, limit: number): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await read(caller, `${query}&limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`);
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}

describe('the queues of the inbox', () => {
  it('XC-01.4 XC-02.1 XC-05.5 are bounded by the end of the day and of the third working day, a make-up Sunday among them', async () => {
    for (const queue of ['overdue', 'today', 'soon', 'later'] as const) {
      const { items, total } = await read(reviewer, `view=all&queue=${queue}&sort=due`);
      const expected = dues.filter(([of]) => of === queue).map(([, dueAt]) => dueAt);
      expect([queue, items.map(({ dueAt }) => dueAt), total]).toEqual([queue, expected, expected.length]);
    }
    const { body } = await reviewer.get('/api/tasks/counts?view=all');
    expect(body).toEqual({
      total: 7,
      queues: { overdue: 1, today: 2, soon: 2, later: 1, undated: 1 },
      ends: {
        overdue: '2025-09-26T10:00:00.000+08:00',
        today: '2025-09-27T00:00:00.000+08:00',
        soon: '2025-10-01T00:00:00.000+08:00',
      },
    });
    api.setNow('2025-10-01T00:00:00+08:00');
    expect((await reviewer.get('/api/tasks/counts?view=all')).body.queues).toMatchObject({ overdue: 5, later: 0 });
  });

  it('A-08 XC-05.5 tell nobody but managers of an internal target: in no queue, no order, no bound', async () => {
    const target = '2025-10-11T00:00:00.000+08:00';
    const counts = async (caller: Caller) => (await caller.get('/api/tasks/counts?view=all')).body.queues;
    expect(await counts(manager)).toMatchObject({ later: 2, undated: 0 });
    expect(await counts(reviewer)).toMatchObject({ later: 1, undated: 1 });
    expect((await read(reviewer, 'view=all&queue=undated')).items).toMatchObject([{ dueAt: null }]);
    const before = 'view=all&sort=due&dueBefore=2026-01-01T00:00:00%2B08:00';
    expect((await read(manager, before)).items.at(-1)?.dueAt).toBe(target);
    expect((await read(reviewer, before)).items).toHaveLength(6);
    expect((await read(reviewer, 'view=all&sort=due')).items.at(-1)?.dueAt).toBeNull();
  });

  it('XC-05.5 count what the filters choose, and nobody’s but within reach', async () => {
    const counts = async (query: string) => (await reviewer.get(`/api/tasks/counts?${query}`)).body.total;
    expect(await counts('view=mine')).toBe(0);
    expect(await counts('view=all&name=interview')).toBe(6);
    expect(await counts('view=all&name=interview,preliminaryReview')).toBe(7);
    expect(await counts('view=all&kind=storeSetup')).toBe(0);
    expect(await counts('view=all&kind=storeSetup,storeApplication')).toBe(7);
    expect(await counts('view=all&dueBefore=2025-09-27T00:00:00%2B08:00')).toBe(2);
    expect((await (await api.as('window')).get('/api/tasks/counts?view=all')).body.total).toBe(0);
    expect((await (await api.as('provider')).get('/api/tasks/counts')).status).toBe(403);
  });
});

describe('the orders of the inbox', () => {
  it('XC-05.5 by due date run through pages of any size, those without a day last, each once', async () => {
    for (const caller of [reviewer, manager]) {
      const whole = (await read(caller, 'view=all&sort=due')).items;
      expect(whole.slice(0, 6).map(({ dueAt }) => dueAt)).toEqual(dues.map(([, dueAt]) => dueAt));
      for (const limit of [1, 2, 3, 6, 7]) expect(await pages(caller, 'view=all&sort=due', limit)).toEqual(whole);
    }
  });

  it('XC-05.5 by age and by priority do so, too', async () => {
    for (const sort of ['newest', 'priority']) {
      const whole = (await read(reviewer, `view=all&sort=${sort}`)).items;
      expect(whole).toHaveLength(7);
      expect(await pages(reviewer, `view=all&sort=${sort}`, 2)).toEqual(whole);
    }
    const [newest] = (await read(reviewer, 'view=all&sort=newest')).items;
    expect(newest?.id).toBe(`${caseId}:preliminaryReview:1`);
  });

  it('XC-05.5 take no cursor of another order, and no word that they do not know', async () => {
    const { nextCursor } = await read(reviewer, 'view=all&sort=due&limit=1');
    for (const query of [
      `sort=newest&cursor=${nextCursor}`,
      `sort=priority&cursor=${nextCursor}`,
      'sort=shortest',
      'queue=never',
      'dueBefore=tomorrow',
      'kind=,',
      'kind=a,,b',
      `kind=${'a,'.repeat(20)}a`,
      'kind=a&kind=b',
    ])
      expect([query, (await reviewer.get(`/api/tasks?${query}`)).status]).toEqual([query, 422]);
  });

  it('XC-05.5 say how many there are in all on the first page alone', async () => {
    const first = await read(reviewer, 'view=all&limit=3');
    expect([first.items.length, first.total]).toEqual([3, 7]);
    expect((await read(reviewer, `view=all&limit=3&cursor=${first.nextCursor}`)).total).toBeNull();
  });
});

describe('the queues of cases', () => {
  const ids = async (caller: Caller, query: string) =>
    ((await caller.get(`/api/cases?${query}`)).body.items as Item[]).map(({ id }) => id);

  it('XC-05.3 XC-05.5 count and list open cases by their deadlines, those overdue for a manager by an internal target too', async () => {
    const other = await api.as('provider2');
    const second = (await other.post('/api/applications', await application(other, CODES.provider2))).body.caseId;
    const third = `${caseId}-closed`;
    const row = await api.database.case.findUniqueOrThrow({ where: { id: caseId }, include: { bodies: true } });
    const { bodies, opening, state, ...rest } = row;
    await api.database.case.create({
      data: {
        ...{ ...rest, id: third, number: 'x', opening: opening as object, closedAt: new Date('2025-09-25T00:00:00Z') },
        bodies: { create: bodies.map(({ bodyId, region }) => ({ bodyId, region })) },
      },
    });
    expect(state).not.toBeNull();
    await api.database.task.deleteMany({ where: { name: 'interview' } });
    const due = (id: string, dueAt: string | null) =>
      api.database.case.update({ where: { id }, data: { dueAt: dueAt === null ? null : new Date(dueAt) } });
    await due(caseId, '2025-10-01T00:00:00.000+08:00');
    await due(second, null);

    const counts = async (caller: Caller, query = '') => (await caller.get(`/api/cases/counts?${query}`)).body;
    expect(await counts(reviewer)).toMatchObject({ total: 2, queues: { soon: 1, undated: 1 } });
    expect(await ids(reviewer, 'queue=soon')).toEqual([caseId]);
    expect(await ids(reviewer, 'queue=undated')).toEqual([second]);
    expect(await ids(reviewer, 'dueBefore=2025-10-01T00:00:01%2B08:00')).toEqual([caseId]);
    expect(await ids(reviewer, 'dueBefore=2025-10-01T00:00:00%2B08:00')).toEqual([]);
    expect(await ids(reviewer, 'kind=storeSetup,storeApplication&open=true&sort=due')).toEqual([caseId, second]);
    expect(await ids(reviewer, 'stage=PRELIM_REVIEW&open=true')).toHaveLength(2);
    expect((await reviewer.get('/api/cases?limit=1')).body.total).toBe(3);
    // Pages of one by deadline: each once, the one without a deadline behind.
    const first = (await reviewer.get('/api/cases?sort=due&open=true&limit=1')).body;
    const last = (await reviewer.get(`/api/cases?sort=due&open=true&limit=1&cursor=${first.nextCursor}`)).body;
    expect([first.items[0].id, last.items[0].id, last.nextCursor, last.total]).toEqual([caseId, second, null, null]);
    expect((await reviewer.get(`/api/cases?cursor=${first.nextCursor}`)).status).toBe(422);

    api.setNow('2025-10-11T00:00:00+08:00');
    await due(caseId, '2025-12-01T00:00:00.000+08:00');
    expect(await counts(reviewer)).toMatchObject({ queues: { overdue: 0, later: 1, undated: 1 } });
    expect(await counts(manager)).toMatchObject({ total: 2, queues: { overdue: 2, later: 0, undated: 0 } });
    expect(await counts(other)).toMatchObject({ total: 1 });
    expect(await counts(await api.as('window'))).toMatchObject({ total: 0 });
  });
});
