/** What was over when a request came is over for it, however late the case hears of the time (XC-03, XC-05.6). The sweep is left out: it would be first. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { setTrainingClock } from '../../prisma/clock.ts';
import { epochMs, instantOf, type Instant } from '../../rules/time/index.ts';
import { apply, timelineOf } from '../support/applications.ts';
import { caseWhen } from '../support/cases.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-11-03T10:00:00+08:00', environment: { SWEEP: 'false' } });
});
afterAll(() => stack.stop());

/** An application that was returned, and when the time to answer ends. */
async function returned(as: 'provider' | 'provider2'): Promise<{ readonly caseId: string; readonly dueAt: Instant }> {
  const caseId = await apply(stack, { as });
  await (await stack.as('reviewer')).act(caseId, 'requestSupplement', { items: ['审计报告'], reason: '未附' });
  const dueAt = await vi.waitFor(async () => {
    const { dueAt: end } = await stack.database.deadline.findFirstOrThrow({ where: { caseId, name: 'supplement' } });
    expect(end).not.toBeNull();
    return instantOf(end?.getTime() ?? 0);
  }, PATIENCE);
  return { caseId, dueAt };
}

/** Moves the clock as it moves while nobody works: no case is told. */
async function clockAt(dueAt: Instant, afterMs: number): Promise<void> {
  await setTrainingClock(stack.database, instantOf(epochMs(dueAt) + afterMs));
}

it('SH-STORE-04.5 XC-05.6 an answer that comes once its time is over finds the case lapsed, though nobody has noted the end yet', async () => {
  const { caseId, dueAt } = await returned('provider');
  await clockAt(dueAt, 1_000);
  const answer = (await stack.as('provider')).act(caseId, 'answerSupplement', { note: '已附' });
  await expect(answer).rejects.toMatchObject({ code: 'CASE_CLOSED' });
  await caseWhen(stack, caseId, { outcome: 'LAPSED' });
  const types = (await timelineOf(stack, caseId)).map(({ type }) => type);
  expect(types).toContain('DEADLINE_PASSED');
  expect(types).not.toContain('SUPPLEMENT_ANSWERED');
});

it('SH-STORE-04.5 XC-05.6 an answer that came in time and waited until its time was over is taken', async () => {
  const { caseId, dueAt } = await returned('provider2');
  await clockAt(dueAt, -60_000);
  await stack.stopWorkers();
  const known = await stack.database.requestKey.count();
  const answer = (await stack.as('provider2')).act(caseId, 'answerSupplement', { note: '已附' });
  await vi.waitFor(async () => expect(await stack.database.requestKey.count()).toBeGreaterThan(known), PATIENCE);
  await clockAt(dueAt, 1_000);
  await stack.startWorkers();
  await answer;
  await caseWhen(stack, caseId, { stage: 'PRELIM_REVIEW', outcome: null });
});
