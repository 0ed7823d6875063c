/** Many people act on one case at once while it rolls over: each is answered with what became of it (XC-05.6). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROLL_OVER, workflowIdOf } from '../../workflows/engine/messages.ts';
import { applyRollingOverAt } from '../replay/scenarios.ts';
import { timelineOf } from '../support/applications.ts';
import { caseOf } from '../support/cases.ts';
import { ProblemError } from '../../dev/rehearsal/api-client.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-07-28T09:00:00+08:00' });
});
afterAll(() => stack.stop());

const AT_ONCE = 24;
const BURSTS = 4;

it('XC-05.6 of 24 requests at once each is carried out once, or refused with what to do, and never a fault', async () => {
  const id = await applyRollingOverAt(stack, 15, 'app-flood');
  const handle = stack.temporal.workflow.getHandle(workflowIdOf(id));
  const reviewer = await stack.as('reviewer');
  let done = 0;

  /** Until it is done, under the same key, as whoever is told to try again does. */
  async function act(burst: number, one: number): Promise<void> {
    const key = `flood-${burst}-${one}`;
    for (;;) {
      try {
        await reviewer.act(id, 'checkMaterials', { items: { licence: 'OK' } }, { key });
        done += 1;
        return;
      } catch (failure) {
        if (!(failure instanceof ProblemError)) throw failure;
        // Told what to do: send it again under the same key.
        expect(['UNAVAILABLE', 'OUTCOME_UNKNOWN'], JSON.stringify(failure.problem)).toContain(failure.code);
      }
    }
  }

  for (let burst = 0; burst < BURSTS; burst += 1) {
    const all = Array.from({ length: AT_ONCE }, (_, one) => act(burst, one));
    await handle.signal(ROLL_OVER);
    await Promise.all(all);
  }
  expect(done).toBe(AT_ONCE * BURSTS);
  const lines = (await timelineOf(stack, id)).filter(({ type }) => type === 'MATERIALS_CHECKED');
  expect(lines).toHaveLength(AT_ONCE * BURSTS);
  expect((await caseOf(stack, id)).revision).toBe(1 + AT_ONCE * BURSTS);
}, 240_000);
