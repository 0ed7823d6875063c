/** The sweep does what is due from the records: beside a second one, beside the case itself, and whatever becomes of one of them (XC-03, XC-05.6). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSweep } from '../../activities/sweep.ts';
import { openSetUps } from '../../bench/set-ups.ts';
import { setTrainingClock, stackClock } from '../../prisma/clock.ts';
import { epochMs, instantOf, type Instant } from '../../rules/time/index.ts';
import { GET_STATE, workflowIdOf } from '../../workflows/engine/messages.ts';
import type { CaseState } from '../../workflows/engine/state.ts';
import { apply } from '../support/applications.ts';
import { openInRecords } from '../support/open-in-records.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const APPROVED = instantOf(Date.parse('2025-11-03T10:00:00+08:00'));
/** The five days end at the end of 2025-11-10. */
const MIDNIGHT = instantOf(Date.parse('2025-11-11T00:00:00+08:00'));

let stack: TestStack;
const failures: unknown[] = [];

beforeAll(async () => {
  stack = await startTestStack({ startAt: APPROVED, environment: { SWEEP: 'false' } });
  await stack.stopWorkers();
});
afterAll(() => stack.stop());

function setClock(to: Instant): Promise<void> {
  return setTrainingClock(stack.database, to);
}

function sweep() {
  const { database } = stack;
  return createSweep({
    database,
    clock: stackClock(database, 'training'),
    chainHash: 'sha256',
    log: { error: (about: unknown) => failures.push(about) } as never,
    giveWay: { restAfter: () => Promise.resolve() },
    stopping: new AbortController().signal,
  });
}

/** Set-ups that stand open in the records, as their workflows would have written them. */
async function setUps(count: number): Promise<string[]> {
  const { database } = stack;
  const ids = await openSetUps(database, stack.api.context.gateway, count, APPROVED);
  for (const id of ids) await openInRecords(database, id);
  return ids;
}

/** Sweeps until nothing is left to do. @returns how many steps were made */
async function drain(one: ReturnType<typeof sweep>): Promise<number> {
  let steps = 0;
  for (let made = 1; made > 0; steps += made) made = await one.sweepPage();
  return steps;
}

async function linesOf(ids: readonly string[], type: string): Promise<string[]> {
  const lines = await stack.database.timelineEvent.findMany({
    where: { caseId: { in: [...ids] }, type },
    select: { caseId: true },
  });
  return lines.map(({ caseId }) => caseId).sort();
}

async function isIntact(caseId: string): Promise<boolean> {
  return (await (await stack.as('manager')).get(`/api/cases/${caseId}/timeline/verify`)).intact;
}

it('XC-05.6 SH-STORE-06.2 two sweeps at one midnight make each step once, and nothing a moment before', async () => {
  await setClock(APPROVED);
  const ids = await setUps(60);
  await setClock(instantOf(epochMs(MIDNIGHT) - 60_000));
  await Promise.all([drain(sweep()), drain(sweep())]);
  expect(await linesOf(ids, 'DEADLINE_PASSED')).toEqual([]);
  await setClock(MIDNIGHT);
  const made = await Promise.all([drain(sweep()), drain(sweep())]);
  // The set-up's step, and the opening of the rectification that follows from it.
  expect(made[0] + made[1]).toBe(120);
  expect(await linesOf(ids, 'DEADLINE_PASSED')).toEqual([...ids].sort());
  expect(
    await stack.database.case.count({ where: { parentId: { in: ids }, kind: 'rectification', revision: 1 } }),
  ).toBe(60);
  for (const id of ids.slice(0, 3)) expect(await isIntact(id)).toBe(true);
});

it('XC-05.6 a case that somebody is writing is passed over and keeps none of the others waiting', async () => {
  await setClock(APPROVED);
  const [held = '', ...others] = await setUps(6);
  await setClock(MIDNIGHT);
  const one = sweep();
  await stack.database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "id" = ${held} FOR UPDATE`;
    expect(await drain(one)).toBe(10);
  });
  expect(await linesOf([held, ...others], 'DEADLINE_PASSED')).toEqual([...others].sort());
  expect(await drain(one)).toBe(2);
  expect(await linesOf([held], 'DEADLINE_PASSED')).toEqual([held]);
});

it('XC-05.6 a case whose step fails is left to its alarm, and the rest of its page is done', async () => {
  await setClock(APPROVED);
  const [broken = '', ...others] = await setUps(6);
  const { state } = await stack.database.case.findUniqueOrThrow({ where: { id: broken }, select: { state: true } });
  const wrong = JSON.parse(JSON.stringify(state).replaceAll('"setup"', '"nobodyKnowsThis"')) as object;
  await stack.database.case.update({ where: { id: broken }, data: { state: wrong } });
  await setClock(MIDNIGHT);
  failures.length = 0;
  expect(await drain(sweep())).toBe(10);
  expect(failures).toMatchObject([{ id: broken }]);
  expect(await linesOf([broken, ...others], 'DEADLINE_PASSED')).toEqual([...others].sort());
  await stack.database.case.update({ where: { id: broken }, data: { state: state as object } });
  expect(await drain(sweep())).toBe(2);
});

it('XC-05.6 SH-STORE-04.2 a request to a case that has not looked since the sweep is carried out on what is recorded', async () => {
  await setClock(APPROVED);
  await stack.startWorkers();
  const caseId = await apply(stack);
  const [reviewer, provider] = [await stack.as('reviewer'), await stack.as('provider')];
  await reviewer.act(caseId, 'requestSupplement', { items: ['审计报告'], reason: '未附' });
  const { wakeAt } = await stack.database.case.findUniqueOrThrow({ where: { id: caseId } });
  // The last of the ladder: whatever is due until the supplement is over.
  await setClock(instantOf(Date.parse('2025-12-31T10:00:00+08:00')));
  expect(await drain(sweep())).toBeGreaterThan(0);
  const swept = await stack.database.case.findUniqueOrThrow({ where: { id: caseId } });
  expect(swept.wakeAt).not.toEqual(wakeAt);
  const handle = stack.temporal.workflow.getHandle(workflowIdOf(caseId));
  expect((await handle.query<CaseState>(GET_STATE)).revision).toBeLessThan(swept.revision);
  const { revision } = await provider.act<{ revision: number }>(caseId, 'answerSupplement', { note: '已附' });
  expect(revision).toBe(swept.revision + 1);
  // The case has gone on from its records, and makes no step of its own beside those of the sweep.
  await stack.advanceTo('2025-12-31T12:00:00+08:00');
  expect((await linesOf([caseId], 'DEADLINE_PASSED')).length).toBeLessThanOrEqual(1);
  expect(await isIntact(caseId)).toBe(true);
});
