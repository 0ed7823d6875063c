/** A caller that waits a second is told within it that the engine is behind, and learns later what became of the request. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../rules/time/index.ts';
import { apply } from '../support/applications.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ startAt: instantOf(Date.parse('2025-11-03T10:00:00+08:00')) });
});
afterAll(() => stack.stop());

it('XC-05.6 who prefers to wait a second is answered first, and the same key carries the decision out once', async () => {
  const caseId = await apply(stack);
  const { token } = await stack.as('reviewer');
  await stack.stopWorkers();
  const ask = (key: string, prefer: Record<string, string>) =>
    fetch(`${stack.baseUrl}/api/cases/${caseId}/actions/requestSupplement`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        ...prefer,
      },
      body: JSON.stringify({ items: ['审计报告'], reason: '未附' }),
    });
  const patient = ask('patient', {});
  const first = await Promise.race([ask('hurried', { Prefer: 'wait=1' }), patient]);
  expect(first.status).toBe(504);
  expect(first.headers.get('retry-after')).toBe('5');
  expect(await first.json()).toMatchObject({ code: 'OUTCOME_UNKNOWN', facts: { key: 'hurried' } });
  await patient;
  await stack.startWorkers();
  const answered = await ask('hurried', {});
  expect([200, 409]).toContain(answered.status);
  const lines = await stack.database.timelineEvent.count({ where: { caseId, type: 'SUPPLEMENT_REQUESTED' } });
  expect(lines).toBe(1);
});
