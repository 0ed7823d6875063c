/** A case that waits for months does not keep the code it was begun with: its run is rolled over by age, and nothing of it is lost. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { rollOldRunsOver } from '../../activities/relay-cases.ts';
import { apply } from '../support/applications.ts';
import { caseOf } from '../support/cases.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00' });
});
afterAll(() => stack.stop());

it('HN-NET-06.1 XC-05.6 a run that has grown old is rolled over while nothing happens in it, and the case goes on', async () => {
  const caseId = await apply(stack);
  const handle = stack.temporal.workflow.getHandle(`case/${caseId}`);
  const { runId } = await handle.describe();
  const { temporal: client, queuePrefix } = stack;
  // None is as old as it must be; with an age of nothing, every run is. The server's list is a moment behind.
  expect(await rollOldRunsOver({ client, queuePrefix })).toBe(0);
  await vi.waitFor(async () => expect(await rollOldRunsOver({ client, queuePrefix }, 0)).toBe(1), PATIENCE);
  await vi.waitFor(async () => expect((await handle.describe()).runId).not.toBe(runId), PATIENCE);
  const before = await caseOf(stack, caseId);
  const reviewer = await stack.as('reviewer');
  await reviewer.act(caseId, 'checkMaterials', { items: { licence: 'OK' } });
  expect(await caseOf(stack, caseId)).toMatchObject({ stage: before.stage, revision: before.revision + 1 });
});
