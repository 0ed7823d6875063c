/**
 * One store's life twice: with workers that keep cases in memory, and with workers that keep one workflow, so that a case is replayed
 * from its first event whenever another workflow had a task before it. Both must tell the same story and send the same notices.
 *
 * Not with workers that keep none: there the SDK gives a case up while its local activity runs, and calls that a fault of its own;
 * each such task is begun again by Temporal after ten seconds.
 */
import { afterAll, expect, it, vi } from 'vitest';
import {
  appointment,
  openStore,
  publishDecoration,
  reachFigures,
  recommend,
  report,
  settled,
  trialFiling,
} from '../support/applications.ts';
import { caseWhen, withoutIds } from '../support/cases.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

const stacks: TestStack[] = [];
afterAll(() => Promise.all(stacks.map((stack) => stack.stop())));

/** A trial store that is late with its set-up, is put right, reaches its targets and is regularised. */
async function life(stack: TestStack): Promise<void> {
  const [reviewer, reviewer2] = [await stack.as('reviewer'), await stack.as('reviewer2')];
  await recommend(stack, 'provider', { documentNumber: '浦科经推〔2025〕7号' });
  const { applicationId, storeId, setupId, trialId } = await openStore(stack, '2025-08-01T10:00:00+08:00', trialFiling);
  await expect(
    reviewer.act(applicationId, 'rescheduleInterview', {
      interview: appointment('2025-08-04T10:00:00+08:00'),
      reason: 'x',
    }),
  ).rejects.toThrow();
  await stack.advanceTo('2025-08-12T10:00:00+08:00');
  await publishDecoration(stack, storeId);
  await report(stack, storeId, 'PRODUCT_SUBMITTED', { productId: 'late' });
  await settled(stack);
  await stack.advanceTo('2025-08-14T10:00:00+08:00');
  await report(stack, storeId, 'PRODUCT_LISTED', { productId: 'late' });
  await caseWhen(stack, setupId, { stage: 'SETUP_DONE' });
  const rectificationId = setupId.replace('set-', 'rec-');
  await caseWhen(stack, rectificationId, { stage: 'SUBMITTED_FOR_CHECK' });
  await reviewer.act(rectificationId, 'claimTask', { task: 'rectificationCheck' });
  await reviewer.act(rectificationId, 'releaseRectification', { reason: '已改正' });
  // The supervision of the store tells each level that it sees: it is given the time to see the same ones in both lives.
  await settled(stack);
  await reachFigures(stack, storeId, { points: 1210, orders: 100, products: 10 });
  await settled(stack);
  await reachFigures(stack, storeId, { points: 1501, orders: 100, products: 10 });
  await settled(stack);
  await stack.advanceTo('2025-10-10T09:00:00+08:00');
  await caseWhen(stack, trialId, { stage: 'TRIAL_EVALUATION' });
  await reviewer2.act(trialId, 'regularise');
  await caseWhen(stack, trialId, { stage: 'REGULARISED' });
  await vi.waitFor(
    async () => expect(await stack.database.notice.count({ where: { status: { not: 'SENT' } } })).toBe(0),
    PATIENCE,
  );
}

/** Everything the life left behind, without what differs for good reasons: ids made at random, and seconds of the clock. */
async function told({ database }: TestStack) {
  const plain = (value: unknown): unknown =>
    JSON.parse(
      withoutIds(JSON.stringify(value))
        .replace(/ntc-[0-9a-f]{24}/g, 'NOTICE')
        .replace(/(\d{4}-\d\d-\d\dT\d\d:\d\d):\d\d(\.\d+)?/g, '$1'),
    );
  // When a notice leaves the outbox is the mail lane's affair, not the case's: that it did is compared with the notices.
  const lines = await database.timelineEvent.findMany({
    where: { type: { not: 'NOTICE_SENT' } },
    orderBy: [{ caseId: 'asc' }, { seq: 'asc' }],
    select: {
      caseId: true,
      at: true,
      type: true,
      title: true,
      detail: true,
      clause: true,
      requirement: true,
      actor: true,
    },
  });
  const notices = await database.notice.findMany({
    orderBy: [{ caseId: 'asc' }, { key: 'asc' }],
    select: {
      caseId: true,
      key: true,
      template: true,
      recipientEmail: true,
      data: true,
      plannedAt: true,
      status: true,
    },
  });
  const cases = await database.case.findMany({
    orderBy: { id: 'asc' },
    select: { kind: true, stage: true, outcome: true, revision: true, wakeAt: true, dueAt: true, closedAt: true },
  });
  const deadlines = await database.deadline.findMany({
    orderBy: [{ caseId: 'asc' }, { name: 'asc' }, { entry: 'asc' }],
    select: { name: true, entry: true, status: true, dueAt: true, lastDay: true, pauses: true },
  });
  const tasks = await database.task.findMany({
    orderBy: { id: 'asc' },
    select: { name: true, entry: true, role: true, assigneeId: true, closedAt: true, closedById: true },
  });
  return {
    lines: lines.map(plain),
    notices: notices.map(plain),
    cases: cases.map(plain),
    deadlines: deadlines.map(plain),
    tasks: tasks.map(plain),
  };
}

it('XC-05.6 a life replayed from its first event again and again is told as one kept in memory', async () => {
  for (const maxCachedWorkflows of [800, 1]) {
    const stack = await startTestStack({ startAt: '2025-07-28T09:00:00+08:00', maxCachedWorkflows });
    stacks.push(stack);
    await life(stack);
  }
  const [cached, replayed] = await Promise.all(stacks.map(told));
  expect(cached?.lines.length).toBeGreaterThan(60);
  expect(cached?.notices.length).toBeGreaterThan(10);
  expect(replayed).toEqual(cached);
}, 300_000);
