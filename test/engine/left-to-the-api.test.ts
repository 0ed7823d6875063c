/** XC-05.6 a case that somebody filed is started once: by the API that took it, or, if that is gone, by the relay a little later. */
import { WorkflowNotFoundError } from '@temporalio/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCaseRelay } from '../../activities/relay-cases.ts';
import { stackClock } from '../../prisma/clock.ts';
import { workflowIdOf } from '../../workflows/engine/messages.ts';
import { fileInRecords } from '../support/open-in-records.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-07-28T09:00:00+08:00' });
});
afterAll(() => stack.stop());

async function isStarted(id: string): Promise<boolean> {
  try {
    await stack.temporal.workflow.getHandle(workflowIdOf(id)).describe();
    return true;
  } catch (failure) {
    if (!(failure instanceof WorkflowNotFoundError)) throw failure;
    return false;
  }
}

it('XC-05.6 the relay leaves it to the API at first, and what nobody filed it starts at once', async () => {
  await stack.stopWorkers();
  const { database, databaseUrl, temporal: client, queuePrefix } = stack;
  const relay = createCaseRelay({
    ...{ database, databaseUrl, client, queuePrefix, clock: stackClock(database, 'training') },
    log: { error: (about: unknown) => expect.unreachable(JSON.stringify(about)) },
    isBehindDue: () => false,
    giveWay: { restAfter: () => Promise.resolve() },
    stopping: new AbortController().signal,
  });
  await fileInRecords(stack, 'app-filed', '91310000MA1K00000X');
  await fileInRecords(stack, 'app-of-nobody', '91350100M000100Y43');
  await database.case.update({ where: { id: 'app-of-nobody' }, data: { openedById: null } });
  await relay.drain();
  expect([await isStarted('app-filed'), await isStarted('app-of-nobody')]).toEqual([false, true]);
  await expect.poll(() => relay.drain().then(() => isStarted('app-filed')), PATIENCE).toBe(true);
});

it('XC-05.6 a case whose API was gone before it started it is opened all the same', async () => {
  await stack.startWorkers();
  await fileInRecords(stack, 'app-abandoned', '91310000MA1K11111A');
  const revision = async () =>
    (await stack.database.case.findUniqueOrThrow({ where: { id: 'app-abandoned' } })).revision;
  await expect.poll(revision, PATIENCE).toBe(1);
});
