/** Records and workflow that do not say the same: what a case mends by itself, and what `reconcile` finds and repairs. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { commitTransition } from '../../activities/commit.ts';
import { requestId } from '../../api/case-gateway.ts';
import { recordedCase } from '../../prisma/case-input.ts';
import { stackClock } from '../../prisma/clock.ts';
import { reconcile } from '../../worker/reconciliation.ts';
import * as engine from '../../workflows/engine/engine.ts';
import { storeApplication } from '../../workflows/sh-store/store-application/process.ts';
import { forRecords } from '../../workflows/engine/transition.ts';
import { apply, timelineOf } from '../support/applications.ts';
import { caseOf, caseWhen } from '../support/cases.ts';
import { openInRecords } from '../support/open-in-records.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

let stack: TestStack;
let caseId: string;
const items = { licence: 'OK' };

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-07-28T09:00:00+08:00' });
});
afterAll(() => stack.stop());
beforeEach(async () => {
  caseId = await apply(stack);
});
// An institution has one open application at a time.
afterEach(async () => {
  await (await stack.as('provider')).act(caseId, 'withdraw');
});

function look(repair: boolean) {
  const { database, temporal: client, queuePrefix } = stack;
  return reconcile({ database, client, clock: stackClock(database, 'training'), queuePrefix }, { repair });
}

async function verified(): Promise<boolean> {
  return (await (await stack.as('manager')).get(`/api/cases/${caseId}/timeline/verify`)).intact;
}

/** The step is written; whoever asked for it, and the workflow, never hear so. */
async function writtenAndLost(key: string): Promise<void> {
  const { state } = (await recordedCase(stack.database, caseId)) ?? {};
  if (state === undefined) throw new Error('The case is not open.');
  const actor = {
    kind: 'person',
    id: 'demo-reviewer',
    offices: [{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH' }],
  } as const;
  const envelope = { actor, key: requestId('demo-reviewer', key), input: { items } };
  const now = await stack.now();
  const transition = engine.act(storeApplication, state, 'checkMaterials', envelope, undefined, now);
  await commitTransition(stack.database, forRecords(transition));
}

it('XC-05.6 a decision whose answer was lost with the worker stands, is not made twice, and keeps no other waiting', async () => {
  const reviewer = await stack.as('reviewer');
  await writtenAndLost('lost');
  // Another request comes first: it is carried out on what is recorded.
  await reviewer.act(caseId, 'checkMaterials', { items: { staff: 'OK' } }, { key: 'other' });
  // Then whoever asked for the lost one asks again.
  const again = await reviewer.act<{ revision: number }>(caseId, 'checkMaterials', { items }, { key: 'lost' });
  expect(again.revision).toBe(3);
  const lines = await timelineOf(stack, caseId);
  expect(lines.filter(({ type }) => type === 'MATERIALS_CHECKED').map(({ detail }) => detail?.['items'])).toEqual([
    { licence: 'OK' },
    { staff: 'OK' },
  ]);
  expect(await verified()).toBe(true);
});

it('XC-05.6 a case whose opening was recorded and lost with the worker takes the first request that was made meanwhile', async () => {
  await (await stack.as('provider')).act(caseId, 'withdraw');
  await stack.stopWorkers();
  const filed = apply(stack);
  const { id } = await vi.waitFor(() => stack.database.case.findFirstOrThrow({ where: { revision: 0 } }), PATIENCE);
  await openInRecords(stack.database, id);
  caseId = await filed;
  const answer = (await stack.as('reviewer')).act<{ revision: number }>(caseId, 'checkMaterials', { items });
  await Promise.all([answer, stack.startWorkers()]);
  expect((await answer).revision).toBe(2);
});

it('XC-05.1 a signal that is no request, or of no action, changes nothing and holds nothing up', async () => {
  const handle = stack.temporal.workflow.getHandle(`case/${caseId}`);
  await handle.signal('withdraw');
  await handle.signal('withdraw', { key: 1 });
  await handle.signal('constructor', { key: 'c', actor: { kind: 'system', id: 'x', role: 'system' }, input: {} });
  await handle.signal('noSuchAction', { key: 'k', actor: { kind: 'system', id: 'x', role: 'system' }, input: {} });
  await (await stack.as('reviewer')).act(caseId, 'checkMaterials', { items });
  const types = (await timelineOf(stack, caseId)).map(({ type }) => type);
  expect(types).toContain('SIGNAL_REFUSED');
  expect(types).toContain('MATERIALS_CHECKED');
});

it('XC-05.6 reconcile finds nothing where nothing is wrong', async () => {
  expect(await look(false)).toEqual({ compared: 1, differences: [] });
});

it('XC-05.6 reconcile writes records that were changed by another hand again from the workflow, and the timeline says so', async () => {
  const { dueAt } = await stack.database.case.findUniqueOrThrow({ where: { id: caseId } });
  await stack.database.case.update({ where: { id: caseId }, data: { stage: 'ATTENDED', dueAt: new Date(0) } });
  await stack.database.task.updateMany({ where: { caseId }, data: { closedAt: new Date() } });
  await stack.database.deadline.create({
    data: {
      ...(await stack.database.deadline.findFirstOrThrow({ where: { caseId }, omit: { pauses: true, period: true } })),
      entry: 7,
      period: {},
      pauses: [],
    },
  });
  const { differences } = await look(false);
  expect(differences).toMatchObject([
    { caseId, repaired: false, found: expect.stringMatching(/stage recorded as ATTENDED/) },
  ]);
  for (const what of ['dueAt', 'tasks', 'deadlines']) expect(differences[0]?.found).toContain(`${what} recorded as`);
  expect((await look(true)).differences).toMatchObject([{ caseId, repaired: true }]);
  expect(await look(false)).toMatchObject({ differences: [] });
  expect(await caseOf(stack, caseId)).toMatchObject({ stage: 'PRELIM_REVIEW' });
  expect((await stack.database.case.findUniqueOrThrow({ where: { id: caseId } })).dueAt).toEqual(dueAt);
  expect((await timelineOf(stack, caseId)).at(-1)).toMatchObject({ type: 'RECORDS_REBUILT' });
  expect(await verified()).toBe(true);
});

it('XC-05.6 reconcile starts the workflow of an open case that has ended, and the case goes on where it stood', async () => {
  const reviewer = await stack.as('reviewer');
  await reviewer.act(caseId, 'checkMaterials', { items });
  await stack.temporal.workflow.getHandle(`case/${caseId}`).terminate('an operator’s mistake');
  await expect(reviewer.act(caseId, 'checkMaterials', { items })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect((await look(true)).differences).toMatchObject([
    { caseId, found: expect.stringMatching(/TERMINATED/), repaired: true },
  ]);
  await reviewer.act(caseId, 'checkMaterials', { items });
  await caseWhen(stack, caseId, { revision: 3 });
  expect(await verified()).toBe(true);
});

it('XC-05.6 reconcile lets a case that Temporal has forgotten part of go on from the records', async () => {
  await writtenAndLost('forgotten');
  const { differences } = await look(true);
  // It was told to look at its records, and is not behind them any more.
  expect(differences).toEqual([]);
  const { revision } = await (
    await stack.as('reviewer')
  ).act<{ revision: number }>(caseId, 'checkMaterials', { items });
  expect(revision).toBe(3);
  expect(await verified()).toBe(true);
});
