/** What is asked of a case that was filed a moment ago waits until it is open: nobody is sent away to come back (XC-05.6). */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { caseInput } from '../../prisma/case-input.ts';
import { stackClock } from '../../prisma/clock.ts';
import type { Requester } from '../../rules/roles.ts';
import type { Envelope } from '../../workflows/engine/engine.ts';
import { workflowIdOf, type Accepted } from '../../workflows/engine/messages.ts';
import { startCase } from '../../workflows/start-case.ts';
import { timelineOf } from '../support/applications.ts';
import { fileInRecords, openInRecords } from '../support/open-in-records.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-07-28T09:00:00+08:00', environment: { SWEEP: 'false' } });
});
afterAll(() => stack.stop());

const CHECK = { items: { licence: 'OK' } };
const REVIEWER: Requester = {
  kind: 'person',
  id: 'demo-reviewer',
  offices: [{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH' }],
};

it('XC-05.6 a decision that comes before the case is open is made once it is, and answered', async () => {
  await stack.stopWorkers();
  const id = await fileInRecords(stack, 'app-not-open', '91310000MA1K00000X');
  const known = await stack.database.requestKey.count();
  const answer = (await stack.as('reviewer')).act(id, 'checkMaterials', CHECK);
  await vi.waitFor(async () => expect(await stack.database.requestKey.count()).toBeGreaterThan(known), PATIENCE);
  await stack.startWorkers();
  await answer;
  expect((await timelineOf(stack, id)).map(({ type }) => type)).toContain('MATERIALS_CHECKED');
});

it('XC-05.6 a case that stands open in the records takes a decision while its workflow still opens it', async () => {
  const id = await fileInRecords(stack, 'app-open-in-records', '91350100M000100Y43');
  const { database, temporal, queuePrefix } = stack;
  const handle = temporal.workflow.getHandle(workflowIdOf(id));
  await database.$executeRaw`REVOKE SELECT ON "Case" FROM anjuan_worker`;
  const input = await caseInput(database, stackClock(database, 'training'), id);
  await startCase(temporal, input ?? expect.fail('not filed'), queuePrefix);
  await vi.waitFor(async () => {
    const { pendingActivities } = (await handle.describe()).raw;
    expect(pendingActivities?.map(({ activityType }) => activityType?.name)).toEqual(['commit']);
  }, PATIENCE);
  await openInRecords(database, id);
  const envelope = { actor: REVIEWER, key: 'check-1', input: CHECK, recordedRevision: 1, clockOffsetMs: null };
  const taken = await handle.startUpdate<Accepted, [Envelope]>('checkMaterials', {
    args: [envelope],
    waitForStage: 'ACCEPTED',
  });
  await database.$executeRaw`GRANT SELECT ON "Case" TO anjuan_worker`;
  expect(await taken.result()).toMatchObject({ revision: 2 });
});
