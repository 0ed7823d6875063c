/** Bulk decisions on the whole stack (XC-05.1, XC-05.6): an exact selection, a result for each case, whatever dies meanwhile. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { insertRegistrations } from '../../api/testing/registrations.ts';
import { openInRecords } from '../support/open-in-records.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-26T09:00:00+08:00' });
});
afterAll(() => stack.stop());

/** So many are begun at a time: as people file, not as a flood. */
const BATCH = 40;

/** Registrations in batches, each handed on before the next. */
async function inBatches(
  count: number,
  mark: string,
  then: (ids: readonly string[]) => Promise<void>,
): Promise<string[]> {
  const { gateway } = stack.api.context;
  const ids: string[] = [];
  for (let from = 1; from <= count; from += BATCH) {
    const openedAt = await stack.now();
    const some = { count: Math.min(BATCH, count - from + 1), mark, from, openedAt };
    const batch = await stack.database.$transaction((tx) => insertRegistrations(tx, gateway, some), {
      timeout: 30_000,
    });
    await then(batch);
    ids.push(...batch);
  }
  return ids;
}

/** Cases that are open, each at its first revision, opened by its workflow. */
function opened(count: number, mark: string): Promise<string[]> {
  return inBatches(count, mark, (batch) =>
    expect
      .poll(() => stack.database.case.count({ where: { id: { in: [...batch] }, revision: 1 } }), {
        timeout: 60_000,
        interval: 50,
      })
      .toBe(batch.length),
  );
}

/** Cases that stand open in the records: nobody is to ask them. Workers are away meanwhile. */
async function recordedOpen(count: number, mark: string): Promise<string[]> {
  await stack.stopWorkers();
  const ids = await inBatches(count, mark, async (batch) => {
    for (const id of batch) await openInRecords(stack.database, id);
  });
  await stack.startWorkers();
  return ids;
}

const of = (ids: readonly string[]) => ids.map((caseId) => ({ caseId, revision: 1 }));

interface Told {
  readonly status: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly items: readonly {
    readonly caseId: string;
    readonly status: string;
    readonly refusal: { readonly code: string } | null;
  }[];
}

function ended(id: string): Promise<Told> {
  return vi.waitFor(
    async () => {
      const told = await (await stack.as('county')).get<Told>(`/api/bulk-decisions/${id}`);
      if (told.status !== 'ENDED') throw new Error(JSON.stringify(told.counts));
      return told;
    },
    { timeout: 120_000, interval: 100 },
  );
}

it(
  'XC-05.1 200 of 1,000 cases are decided in bulk with 3 gone stale: 197 done, 3 named, 800 untouched',
  { timeout: 420_000 },
  async () => {
    const others = await recordedOpen(800, 'other');
    const chosen = await opened(200, 'chosen');
    const ids = [...others, ...chosen];
    const gone = [chosen[0]!, chosen[99]!, chosen[199]!];
    const county = await stack.as('county');
    const body = { action: 'confirmIdentity', input: { note: '已核对' }, items: of(chosen), waitMinutes: 0 };
    const preview = await county.post('/api/bulk-decisions/preview', {
      action: body.action,
      input: body.input,
      items: body.items,
    });
    expect(preview.counts).toEqual({ wouldBeDone: 200, stale: 0, refused: 0, notices: 0 });
    for (const id of gone) await county.act(id, 'confirmIdentity', { note: '逐案核对' });

    const { id } = await county.post('/api/bulk-decisions', body, { key: 'two-hundred' });
    expect((await county.post('/api/bulk-decisions', body, { key: 'two-hundred' })).id).toBe(id);
    const told = await ended(id);
    expect(told.counts).toEqual({ waiting: 0, done: 197, stale: 3, refused: 0, cancelled: 0, failed: 0 });
    const stale = told.items.filter(({ status }) => status === 'STALE').map(({ caseId }) => caseId);
    expect(stale.sort()).toEqual([...gone].sort());

    const rows = await stack.database.case.findMany({
      where: { id: { in: ids } },
      select: { id: true, revision: true },
    });
    const at = (revision: number) => rows.filter((row) => row.revision === revision).map((row) => row.id);
    expect(at(1).sort()).toEqual([...others].sort());
    expect(at(2).sort()).toEqual([...chosen].sort());
    const lines = await stack.database.timelineEvent.findMany({
      where: { caseId: { in: ids }, type: 'CONSUMER_IDENTITY_CONFIRMED' },
      select: { caseId: true, detail: true },
    });
    expect(lines).toHaveLength(200);
    const inBulk = lines.filter(({ detail }) => (detail as { bulk?: string }).bulk === id).map(({ caseId }) => caseId);
    expect(inBulk.sort()).toEqual(chosen.filter((one) => !gone.includes(one)).sort());
  },
);

it(
  'XC-05.6 API and worker end in the midst of a bulk decision: nothing is lost, nothing is done twice',
  { timeout: 240_000 },
  async () => {
    const ids = await opened(60, 'sixty');
    const county = await stack.as('county');
    const body = { action: 'confirmIdentity', input: {}, items: of(ids), waitMinutes: 0 };
    const { id } = await county.post('/api/bulk-decisions', body);
    const done = () => stack.database.bulkDecisionItem.count({ where: { bulkId: id, status: 'DONE' } });
    await expect.poll(done, { timeout: 60_000, interval: 10 }).toBeGreaterThan(0);
    await stack.restart({});
    expect(await done()).toBeLessThan(60);
    expect((await ended(id)).counts).toMatchObject({ done: 60 });
    const lines = await stack.database.timelineEvent.groupBy({
      by: ['caseId'],
      where: { caseId: { in: ids }, type: 'CONSUMER_IDENTITY_CONFIRMED' },
      _count: true,
    });
    expect(lines.map(({ _count }) => _count)).toEqual(ids.map(() => 1));
  },
);
