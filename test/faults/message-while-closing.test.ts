/** A message reaches a case in the moment in which it closes: the engine drops the task that closes it, and the request in it. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { stackClock } from '../../prisma/clock.ts';
import { reconcile } from '../../worker/reconciliation.ts';
import { FACTS_ARRIVED, workflowIdOf } from '../../workflows/engine/messages.ts';
import { apply, timelineOf } from '../support/applications.ts';
import { caseOf } from '../support/cases.ts';
import { whileRecordsAreHeld } from '../support/held-records.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-07-28T09:00:00+08:00' });
});
afterAll(() => stack.stop());

// On a machine that is very slow the task may end before the message comes: then the moment was missed, and is tried again.
const MOMENT = { retry: 2 };

/** Messages that come in that moment, all at once. */
const FLOOD = 200;

it(
  'XC-05.6 a decision that closes a case under a flood of messages is answered, made once, and the case is over',
  MOMENT,
  async () => {
    const caseId = await apply(stack);
    const handle = stack.temporal.workflow.getHandle(workflowIdOf(caseId));
    const provider = await stack.as('provider');
    const { revision } = await whileRecordsAreHeld(
      stack,
      caseId,
      () => provider.act<{ revision: number }>(caseId, 'withdraw'),
      async () => {
        await Promise.all(Array.from({ length: FLOOD }, () => handle.signal(FACTS_ARRIVED)));
      },
    );
    expect(revision).toBe((await caseOf(stack, caseId)).revision);
    // The task that carried the decision did fail, and perhaps the next one, since the flood goes on.
    const { events } = await handle.fetchHistory();
    const signalled = (events ?? []).filter(({ workflowExecutionSignaledEventAttributes: signal }) => signal);
    expect(events?.filter(({ workflowTaskFailedEventAttributes: failed }) => failed)).not.toHaveLength(0);
    const decided = (await timelineOf(stack, caseId)).filter(({ detail }) => detail?.['action'] === 'withdraw');
    expect(decided).toHaveLength(1);
    expect(signalled.length).toBeGreaterThanOrEqual(FLOOD);
    await vi.waitFor(async () => expect((await handle.describe()).status.name).toBe('COMPLETED'), PATIENCE);
  },
);

it('XC-05.6 nobody asks again for such a decision: it stands, and reconcile ends the workflow of the closed case', async () => {
  const caseId = await apply(stack);
  const handle = stack.temporal.workflow.getHandle(workflowIdOf(caseId));
  const { subject: party } = await stack.database.case.findUniqueOrThrow({ where: { id: caseId } });
  const actor = { kind: 'person', id: 'demo-provider', offices: [{ role: 'provider', party }] };
  const asked = whileRecordsAreHeld(
    stack,
    caseId,
    () => handle.executeUpdate('withdraw', { args: [{ actor, key: 'once', input: {} }] }),
    () => handle.signal(FACTS_ARRIVED),
  );
  await expect(asked).rejects.toMatchObject({ cause: { code: 9 } });
  const { database, temporal: client, queuePrefix } = stack;
  const dependencies = { database, client, clock: stackClock(database, 'training'), queuePrefix };
  // It is told to look at its records, and ends with them; nothing is left to be repaired.
  await vi.waitFor(async () => {
    expect((await reconcile(dependencies, { repair: true })).differences).toEqual([]);
    expect((await handle.describe()).status.name).not.toBe('RUNNING');
  }, PATIENCE);
  const decided = (await timelineOf(stack, caseId)).filter(({ detail }) => detail?.['action'] === 'withdraw');
  expect(decided).toHaveLength(1);
});
