/** XC-05.6 a case whose workflow somebody cancels in Temporal: records and workflow part at a step, not inside one. */
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Worker } from '@temporalio/worker';
import { runsOf } from '../replay/histories.ts';
import { apply } from '../support/applications.ts';
import { caseOf, caseWhen, refusalOf } from '../support/cases.ts';
import { whileRecordsAreHeld } from '../support/held-records.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-07-28T09:00:00+08:00' });
});
afterAll(() => stack.stop());

it('XC-05.6 a step that was begun is finished and answered though its workflow is cancelled meanwhile', async () => {
  const id = await apply(stack);
  await caseWhen(stack, id, { revision: 1 });
  const reviewer = await stack.as('reviewer');
  const handle = stack.temporal.workflow.getHandle(`case/${id}`);
  const answer = await whileRecordsAreHeld(
    stack,
    id,
    () => reviewer.act<{ revision: number }>(id, 'checkMaterials', { items: { licence: 'OK' } }),
    async () => {
      await handle.cancel();
    },
  );
  expect(answer.revision).toBe(2);
  expect((await caseOf(stack, id)).revision).toBe(2);
  await expect(handle.result()).rejects.toThrow();
  const runs = await runsOf(stack);
  const workflowBundle = { codePath: inject('services').bundle };
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, runs))
    expect([workflowId, error]).toEqual([workflowId, undefined]);
});

it('XC-05.6 a decision that comes to a workflow together with its cancellation is refused with what to do', async () => {
  const id = await apply(stack, { as: 'provider2' });
  await caseWhen(stack, id, { revision: 1 });
  const reviewer = await stack.as('reviewer');
  await stack.stopWorkers();
  const refusal = refusalOf(reviewer.act(id, 'checkMaterials', { items: { licence: 'OK' } }));
  await stack.temporal.workflow.getHandle(`case/${id}`).cancel();
  await stack.startWorkers();
  expect(await refusal).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
  expect((await caseOf(stack, id)).revision).toBe(1);
});
