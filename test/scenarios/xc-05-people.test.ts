/** Who leaves while work is in hand (XC-05.5): disabled or moved, in the midst of a case, with the relay away. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { apply, timelineOf } from '../support/applications.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-01T09:00:00+08:00' });
});
afterAll(() => stack.stop());

const taskOf = (caseId: string, entry = 1) => encodeURIComponent(`${caseId}:preliminaryReview:${entry}`);
const rejected = { reason: '营业执照与申报信息不符' };

/** Once the task waits in the inbox of the second reviewer, held by nobody. */
async function backInQueue(caseId: string): Promise<void> {
  const reviewer2 = await stack.as('reviewer2');
  await vi.waitFor(async () => {
    const { items } = await reviewer2.get(`/api/tasks?view=unclaimed&caseId=${caseId}`);
    expect(items).toMatchObject([{ name: 'preliminaryReview', assigneeId: null }]);
  }, PATIENCE);
}

it('XC-05.5 a reviewer is disabled: what they held goes back, with a line, also after the worker was away', async () => {
  const caseId = await apply(stack);
  const [admin, reviewer, reviewer2] = [
    await stack.as('admin'),
    await stack.as('reviewer'),
    await stack.as('reviewer2'),
  ];
  await reviewer.post(`/api/tasks/${taskOf(caseId)}/claim`);
  await expect(reviewer2.act(caseId, 'rejectApplication', rejected)).rejects.toMatchObject({ code: 'TASK_OF_ANOTHER' });

  await stack.stopWorkers();
  await admin.post('/api/accounts/demo-reviewer/disable');
  await stack.startWorkers();
  await backInQueue(caseId);
  const released = (await timelineOf(stack, caseId)).filter(({ type }) => type === 'TASK_RELEASED');
  expect(released).toMatchObject([
    {
      title: { en: 'Task back in the queue: Preliminary review (whoever held it was disabled or has moved)' },
      detail: { heldBy: 'demo-reviewer' },
    },
  ]);
  await reviewer2.act(caseId, 'rejectApplication', rejected);
  await admin.post('/api/accounts/demo-reviewer/enable');
});

it('XC-05.5 a reviewer moves while the applicant answers: the review that comes back to them goes on to the queue', async () => {
  const caseId = await apply(stack, { as: 'provider2' });
  const [admin, provider2, reviewer2] = [
    await stack.as('admin'),
    await stack.as('provider2'),
    await stack.as('reviewer2'),
  ];
  await reviewer2.post(`/api/tasks/${taskOf(caseId)}/claim`);
  await reviewer2.act(caseId, 'requestSupplement', { items: ['审计报告'], reason: '缺页' });
  const elsewhere = [{ role: 'reviewer', bodyId: 'sh-commission', region: 'SH' }];
  await admin.patch('/api/accounts/demo-reviewer2', { offices: elsewhere });
  await provider2.act(caseId, 'answerSupplement', { note: '已补充' });
  await admin.patch('/api/accounts/demo-reviewer2', {
    offices: [{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH' }],
  });
  await backInQueue(caseId);
  const manager = await stack.as('manager');
  const { items } = await manager.get(`/api/people?taskId=${taskOf(caseId, 2)}`);
  expect(items.map(({ id, name }: { id: string; name: string }) => [id, name])).toEqual([
    ['demo-reviewer', '李审核'],
    ['demo-reviewer2', '王审核'],
  ]);
  const assigned = await manager.post(`/api/tasks/${taskOf(caseId, 2)}/assign`, { to: 'demo-reviewer2' });
  expect(assigned).toMatchObject({ assignee: { id: 'demo-reviewer2', name: '王审核' } });
});
