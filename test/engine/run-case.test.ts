/** The life of a case on a real server where it is hard: requests at the same moment, roll-overs, records out of step. */
import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { runsOf } from '../replay/histories.ts';
import { openStore, reachFigures, recommend, trialFiling, timelineOf } from '../support/applications.ts';
import { caseOf, caseWhen } from '../support/cases.ts';
import { applyRollingOverAt } from '../replay/scenarios.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

const { EventType } = temporal.api.enums.v1;

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-07-28T09:00:00+08:00' });
});
afterAll(() => stack.stop());

it('XC-05.6 requests that race with roll-overs are each carried out once and each answered', async () => {
  const id = await applyRollingOverAt(stack, 15, 'app-races');
  const reviewer = await stack.as('reviewer');
  const items = { licence: 'OK' };
  const revisions: number[] = [];
  // Bursts: the case rolls over whenever nobody is being answered, which is while the next burst is under way.
  for (let burst = 0; burst < 6; burst += 1) {
    const answers = [0, 1, 2, 3].map((one) =>
      reviewer.act<{ revision: number }>(id, 'checkMaterials', { items }, { key: `race-${burst}-${one}` }),
    );
    for (const { revision } of await Promise.all(answers)) revisions.push(revision);
  }
  expect(revisions).toHaveLength(24);
  expect((await caseOf(stack, id)).revision).toBe(25);
  const lines = await timelineOf(stack, id);
  expect(lines.filter(({ type }) => type === 'MATERIALS_CHECKED')).toHaveLength(24);
  await vi.waitFor(async () => {
    const { raw } = await stack.temporal.workflow.getHandle(`case/${id}`).describe();
    expect(raw.workflowExecutionInfo?.firstRunId).not.toBe(raw.workflowExecutionInfo?.execution?.runId);
  }, PATIENCE);
  await (await stack.as('provider')).act(id, 'withdraw');
});

it('SH-STORE-07.12 XC-05.6 a reopening that waits behind the closing decision leaves a case that lives on', async () => {
  await recommend(stack);
  const { trialId, storeId } = await openStore(stack, '2025-08-01T10:00:00+08:00', trialFiling);
  await reachFigures(stack, storeId, { points: 1501, orders: 100, products: 10 });
  await stack.advanceTo('2025-10-10T00:00:30+08:00');
  await caseWhen(stack, trialId, { stage: 'TRIAL_EVALUATION' });
  // Both stand in the history before a worker looks: they are carried out one behind the other, in one task.
  await stack.stopWorkers();
  const handle = stack.temporal.workflow.getHandle(`case/${trialId}`);
  await handle.signal('regularise', { actor: reviewerOf('reviewer'), key: 's-1', input: {} });
  await handle.signal('reopenEvaluation', {
    actor: reviewerOf('reviewer2'),
    key: 's-2',
    input: { reason: '数据更正' },
  });
  await stack.startWorkers();

  await vi.waitFor(
    async () =>
      expect((await timelineOf(stack, trialId)).map(({ type }) => type)).toContain('TRIAL_EVALUATION_REOPENED'),
    PATIENCE,
  );
  await caseWhen(stack, trialId, { stage: 'TRIAL_EVALUATION', outcome: null });
  await (await stack.as('reviewer')).act(trialId, 'regularise');
  await caseWhen(stack, trialId, { stage: 'REGULARISED', outcome: 'REGULARISED' });
});

function reviewerOf(account: string) {
  return {
    kind: 'person',
    id: `demo-${account}`,
    offices: [{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH' }],
  };
}

it('XC-05.6 records out of step stop a step and not the case: it waits, and what was asked for is done once they are right', async () => {
  const { setupId, storeId } = await openStore(stack, '2025-10-20T10:00:00+08:00', { as: 'provider2' });
  const handle = stack.temporal.workflow.getHandle(`case/${setupId}`);
  const notice = (key: string) => ({
    actor: { kind: 'system', id: 'app-x', role: 'system' },
    key,
    input: { noticeId: key, template: 'storeOpened' },
  });
  await handle.signal('noticeFailed', notice('n-1'));
  await caseWhen(stack, setupId, { revision: 2 });
  await stack.database.case.update({ where: { id: setupId }, data: { revision: 1 } });
  await handle.signal('noticeFailed', notice('n-2'));
  await vi.waitFor(async () => {
    const { events } = await handle.fetchHistory();
    const timers = (events ?? []).filter(({ eventType }) => eventType === EventType.EVENT_TYPE_TIMER_STARTED);
    expect(
      timers.map(({ timerStartedEventAttributes }) => Number(timerStartedEventAttributes?.startToFireTimeout?.seconds)),
    ).toContain(60);
  }, PATIENCE);
  expect((await handle.describe()).status.name).toBe('RUNNING');
  await stack.database.case.update({ where: { id: setupId }, data: { revision: 2 } });
  // While that step waits its minute, others go on.
  const admin = await stack.as('admin');
  await admin.lines('/api/platform-events', [
    JSON.stringify({
      source: 't',
      sourceId: '1',
      storeId,
      type: 'DECORATION_PUBLISHED',
      occurredAt: await stack.now(),
    }),
    JSON.stringify({
      source: 't',
      sourceId: '2',
      storeId,
      type: 'PRODUCT_LISTED',
      productId: 'p',
      occurredAt: await stack.now(),
    }),
  ]);
  await caseWhen(stack, setupId, { stage: 'SETUP_DONE' });
});

it('XC-05.6 a database that does not answer is waited for in an ordinary activity; the decision is made once it is back', async () => {
  const { setupId } = await openStore(stack, '2025-11-03T10:00:00+08:00', { as: 'provider2' });
  const handle = stack.temporal.workflow.getHandle(`case/${setupId}`);
  await stack.database.$executeRaw`REVOKE UPDATE ON "Case" FROM anjuan_worker`;
  await handle.signal('noticeFailed', {
    actor: { kind: 'system', id: 'app-x', role: 'system' },
    key: 'n-1',
    input: { noticeId: 'n-1', template: 'storeOpened' },
  });
  await vi.waitFor(async () => {
    const { pendingActivities } = (await handle.describe()).raw;
    expect(pendingActivities?.map(({ activityType }) => activityType?.name)).toEqual(['commit']);
  }, PATIENCE);
  await stack.database.$executeRaw`GRANT UPDATE ON "Case" TO anjuan_worker`;
  await caseWhen(stack, setupId, { revision: 2 });
  const line = { caseId: setupId, type: 'NOTICE_UNDELIVERABLE' };
  expect(await stack.database.timelineEvent.count({ where: line })).toBe(1);
});

it('SH-STORE-11.10 XC-05.6 what records refuse that the case does of itself waits until it is told why, and then ends it', async () => {
  const { setupId, storeId } = await openStore(stack, '2025-12-01T10:00:00+08:00', { as: 'provider2' });
  const store = (clearingSince: Date | null) =>
    stack.database.store.update({ where: { id: storeId }, data: { clearingSince } });
  await store(new Date('2025-12-05T10:00:00+08:00'));
  // Five working days have gone by: a rectification would be opened beside the clearance.
  const advanced = stack.advanceTo('2025-12-09T00:00:00+08:00');
  const handle = stack.temporal.workflow.getHandle(`case/${setupId}`);
  await vi.waitFor(
    async () => {
      const { events = [] } = await handle.fetchHistory();
      expect(JSON.stringify(events)).toContain('CONDITION_NOT_MET');
    },
    { timeout: 20_000, interval: 100 },
  );
  expect((await handle.describe()).status.name).toBe('RUNNING');
  const input = { clearanceCaseId: 'clr-x', grounds: ['CLEAR_8_VIOLATION'] };
  await handle.signal('storeCleared', {
    actor: { kind: 'system', id: 'clr-x', role: 'system' },
    key: 'cleared',
    input,
  });
  await caseWhen(stack, setupId, { outcome: 'STORE_CLEARED' });
  await advanced;
  await store(null);
  expect(await stack.database.case.count({ where: { about: `store:${storeId}`, kind: 'rectification' } })).toBe(0);
});

it('XC-05.6 whatever came of these races replays', async () => {
  const runs = await runsOf(stack);
  expect(runs.filter(({ workflowId }) => workflowId === 'case/app-races').length).toBeGreaterThan(1);
  const codePath = inject('services').bundle;
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { codePath } }, runs)) {
    expect([workflowId, error]).toEqual([workflowId, undefined]);
  }
});
