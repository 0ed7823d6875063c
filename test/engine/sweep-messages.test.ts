/** What very many cases are told at once is carried out in their records, and their workflows hear of it afterwards (XC-05.6). */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createCaseRelay } from '../../activities/relay-cases.ts';
import { createSweep } from '../../activities/sweep.ts';
import { openSetUps } from '../../bench/set-ups.ts';
import type { Transaction } from '../../prisma/client.ts';
import { stackClock } from '../../prisma/clock.ts';
import { systemActor } from '../../rules/roles.ts';
import { instantOf } from '../../rules/time/index.ts';
import { GET_STATE, workflowIdOf } from '../../workflows/engine/messages.ts';
import type { CaseState } from '../../workflows/engine/state.ts';
import { openInRecords } from '../support/open-in-records.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const APPROVED = instantOf(Date.parse('2025-11-03T10:00:00+08:00'));
/** More than a page of the sweep, and fewer than two. */
const CASES = 52;
const A_PAGE = 50;

let stack: TestStack;
let ids: string[];

beforeAll(async () => {
  stack = await startTestStack({ startAt: APPROVED, environment: { SWEEP: 'false' } });
  await stack.stopWorkers();
  const { database } = stack;
  ids = await openSetUps(database, stack.api.context.gateway, CASES, APPROVED);
  for (const id of ids) await openInRecords(database, id);
  // As a sweep opens them: the relay is to start their workflows.
  await database.case.updateMany({ where: { id: { in: ids } }, data: { workflowStarted: false } });
});
afterAll(() => stack.stop());

function sweep(database = stack.database) {
  return createSweep({
    database,
    clock: stackClock(database, 'training'),
    chainHash: 'sha256',
    log: { error: (about: unknown) => expect.unreachable(JSON.stringify(about)) } as never,
    giveWay: { restAfter: () => Promise.resolve() },
    stopping: new AbortController().signal,
  });
}

function relay(stopping = new AbortController().signal) {
  const { database, databaseUrl, temporal: client, queuePrefix } = stack;
  return createCaseRelay({
    ...{ database, databaseUrl, client, queuePrefix, clock: stackClock(database, 'training') },
    log: { error: (about: unknown) => expect.unreachable(JSON.stringify(about)) } as never,
    isBehindDue: () => false,
    giveWay: { restAfter: () => Promise.resolve() },
    stopping,
  });
}

/** Sweeps until nothing is left to do. @returns how many steps were made */
async function drain(one: ReturnType<typeof sweep>): Promise<number> {
  let steps = 0;
  for (let made = 1; made > 0; steps += made) made = await one.sweepPage();
  return steps;
}

/** Leaves each of these cases a message; `key` says which, and messages are in the order of their keys. */
async function tell(to: readonly string[], key: string, action = 'calendarLoaded'): Promise<void> {
  await stack.database.caseMessage.createMany({
    data: to.map((id) => ({
      ...{ id: `${key}:${id}`, toCaseId: id, action, input: {} },
      ...{ actor: { ...systemActor('calendar') }, createdAt: new Date(APPROVED) },
    })),
  });
}

/** Messages of these keys that are carried out or not, or told or not. */
function messages(where: object): Promise<{ id: string; toCaseId: string; refusal: string | null }[]> {
  return stack.database.caseMessage.findMany({ where, select: { id: true, toCaseId: true, refusal: true } });
}

async function recordedState(id: string): Promise<CaseState> {
  const { state } = await stack.database.case.findUniqueOrThrow({ where: { id }, select: { state: true } });
  return state as unknown as CaseState;
}

it('XC-05.6 as many messages as the relay delivers at once are left to it', async () => {
  await tell(ids.slice(0, 3), '1');
  expect(await drain(sweep())).toBe(0);
});

it('XC-05.6 more of them are carried out by two sweeps, each once and in their order', async () => {
  await tell(ids, '2');
  await tell(ids, '3', 'nobodyKnowsThis');
  const made = await Promise.all([drain(sweep()), drain(sweep())]);
  const left = await messages({ handledAt: null });
  expect(left.length).toBeLessThanOrEqual(A_PAGE);
  expect(made[0] + made[1]).toBe(3 + 2 * CASES - left.length);
  expect(await messages({ untold: true })).toHaveLength(made[0] + made[1]);
  for (const [nth, id] of ids.entries()) {
    const all = [...(nth < 3 ? ['1'] : []), '2', '3'].map((key) => `${key}:${id}`);
    const { handled } = await recordedState(id);
    expect(all.slice(0, handled.length)).toEqual(handled);
  }
});

it('XC-05.6 a message that a case refuses leaves its line, and is done with', async () => {
  const refused = await messages({ refusal: 'INVALID_INPUT', untold: true });
  expect(refused.length).toBeGreaterThan(0);
  for (const { id, toCaseId } of refused.slice(0, 3)) {
    expect((await recordedState(toCaseId)).handled).toContain(id);
    expect(await stack.database.timelineEvent.count({ where: { caseId: toCaseId, type: 'SIGNAL_REFUSED' } })).toBe(1);
  }
});

it('XC-05.6 what somebody carries out before a page that failed is done again, is left as it is', async () => {
  const { database } = stack;
  await tell(ids, '4');
  // Among the first of those that wait, so that it is on the page.
  const { toCaseId } = await database.caseMessage.findFirstOrThrow({
    where: { handledAt: null, toCaseId: { not: ids[0] ?? '' } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { toCaseId: true },
  });
  const meanwhile = { toCaseId, handledAt: null };
  const expected = await messages(meanwhile);
  expect(expected.length).toBeGreaterThan(0);
  let transactions = 0;
  const transaction = async (work: (tx: Transaction) => Promise<number>, options: object): Promise<number> => {
    transactions += 1;
    // The first one looks for what is due.
    if (transactions !== 2) return database.$transaction(work, options);
    const failing = database.$transaction(async (tx) => {
      expect(await work(tx)).toBeGreaterThan(0);
      throw new Error('The page fails.');
    }, options);
    await expect(failing).rejects.toThrow('The page fails.');
    await database.caseMessage.updateMany({ where: meanwhile, data: { handledAt: new Date() } });
    throw new Error('The page failed.');
  };
  const fails = new Proxy(database, {
    get: (target, name) => (name === '$transaction' ? transaction : (Reflect.get(target, name) as unknown)),
  });
  expect(await sweep(fails).sweepPage()).toBeGreaterThan(0);
  const untold = (await messages({ untold: true })).map(({ id }) => id);
  for (const { id } of expected) expect(untold).not.toContain(id);
  const { handled } = await recordedState(toCaseId);
  for (const { id } of expected) expect(handled).not.toContain(id);
  await drain(sweep());
});

it('XC-05.6 the workflows hear of it afterwards, and do nothing a second time', async () => {
  const [first = ''] = ids;
  const untold = (await messages({ untold: true })).length;
  // A relay that stops leaves them to the next one, after the cases that it starts and the messages that it delivers.
  const stopping = relay(AbortSignal.abort());
  for (let pass = 0; pass < 2; pass += 1) await stopping.drain();
  expect(await messages({ untold: true })).toHaveLength(untold);
  // What it hands over waits for the workers in Temporal.
  const one = relay();
  while (await one.drain());
  expect(await messages({ untold: true })).toEqual([]);
  await stack.startWorkers();
  await vi.waitFor(async () => expect(await messages({ handledAt: null })).toEqual([]), PATIENCE);
  const { handled, revision } = await recordedState(first);
  expect(handled).toEqual(['1', '2', '3', '4'].map((key) => `${key}:${first}`));
  const workflow = stack.temporal.workflow.getHandle(workflowIdOf(first));
  await vi.waitFor(async () => {
    expect(await workflow.query<CaseState>(GET_STATE)).toMatchObject({ revision, handled });
  }, PATIENCE);
  const reviewer = await stack.as('manager');
  expect(await reviewer.get(`/api/cases/${first}/timeline/verify`)).toMatchObject({ intact: true });
});
