/**
 * What a case costs, counted in the histories of real runs against the least that its course needs. Exact: one activity,
 * attribute, timer or task more than needed fails here.
 */
import { workflowIdOf } from '../../workflows/engine/messages.ts';
import { temporal } from '@temporalio/proto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { epochMs, instantOf } from '../../rules/time/index.ts';
import {
  appointment,
  apply,
  attendees,
  originals,
  publishDecoration,
  report,
  review,
  uploadPdf,
} from '../support/applications.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { costOf, floorOf, tally } from './cost.ts';
import { PATIENCE } from '../support/patience.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-08-18T10:00:00+08:00' });
});
afterAll(() => stack.stop());

function historyOf(caseId: string) {
  return stack.temporal.workflow.getHandle(`case/${caseId}`).fetchHistory();
}

/** Waits until the case has written so many transitions. */
async function atRevision(caseId: string, revision: number): Promise<void> {
  await vi.waitFor(async () => {
    const row = await stack.database.case.findUniqueOrThrow({ where: { id: caseId }, select: { revision: true } });
    expect(row.revision).toBe(revision);
  }, PATIENCE);
}

/** The records are written a moment before the task that wrote them is over. */
async function ended(caseId: string): Promise<void> {
  await stack.temporal.workflow.getHandle(workflowIdOf(caseId)).result();
}

/** A moment of the stack's clock a little ahead: its timer really runs. */
async function shortly(): Promise<string> {
  return instantOf(epochMs(await stack.now()) + 3_000);
}

it('an application of thirteen decisions, five timers and sixteen steps, two of them by the sweep, costs the least it can: 96 events, 33 actions', async () => {
  const id = await apply(stack);
  const [reviewer, provider] = [await stack.as('reviewer'), await stack.as('provider')];
  await reviewer.act(id, 'requestSupplement', { items: ['审计报告'], reason: '未附' });
  await provider.act(id, 'answerSupplement', { note: '已附' });
  await review(stack, id);
  await reviewer.act(id, 'passPreliminaryReview', { interview: appointment(await shortly()) });
  await atRevision(id, 10);
  await reviewer.act(id, 'rescheduleInterview', { interview: appointment(await shortly()), reason: '申请人请求' });
  await atRevision(id, 12);
  await reviewer.act(id, 'recordAttendance', { attendees });
  await reviewer.act(id, 'verifyMaterials', { items: originals });
  await reviewer.act(id, 'signCommitment', { fileId: await uploadPdf(reviewer, '承诺书.pdf') });
  await reviewer.act(id, 'passInterview');

  await ended(id);
  const history = await historyOf(id);
  const least = floorOf({
    decisions: 13,
    signals: 0,
    // The sweep made the two steps at the hours of the interview, before the alarm rang; each was looked up with the decision after it.
    timersFired: 0,
    timersCancelled: 5,
    steps: 14,
    readings: 2,
    idleReadings: 0,
  });
  expect(least).toEqual({ events: 96, actions: 33 });
  expect({ ...costOf(history), tally: tally(history) }).toEqual({ ...least, tally: expect.any(Object) as unknown });

  const setup = `set-${id.slice(id.indexOf('-') + 1)}`;
  await atRevision(setup, 1);
  const store = `sto-${id.slice(id.indexOf('-') + 1)}`;
  await publishDecoration(stack, store);
  await vi.waitFor(async () => expect(tally(await historyOf(setup))['MARKER_RECORDED']).toBe(2), PATIENCE);
  await report(stack, store, 'PRODUCT_LISTED', { productId: 'p-1' });
  await atRevision(setup, 2);

  await ended(setup);
  const setupHistory = await historyOf(setup);
  const leastOfSetup = floorOf({
    decisions: 0,
    signals: 2,
    timersFired: 0,
    timersCancelled: 1,
    steps: 2,
    readings: 2,
    idleReadings: 1,
  });
  expect({ ...costOf(setupHistory), tally: tally(setupHistory) }).toEqual({
    ...leastOfSetup,
    tally: expect.any(Object) as unknown,
  });
});

it('a decision that is refused costs nothing but the answer', async () => {
  const id = await apply(stack, { as: 'provider2' });
  // Started, its task, one marker, one timer: the row can be read a moment before the task is over.
  await vi.waitFor(async () => expect((await historyOf(id)).events).toHaveLength(6), PATIENCE);
  const reviewer = await stack.as('reviewer');
  await expect(reviewer.act(id, 'passInterview')).rejects.toMatchObject({ code: 'NOT_NOW' });
  await expect(reviewer.act(id, 'rejectApplication', { reason: ' ' })).rejects.toMatchObject({ status: 422 });
  expect((await historyOf(id)).events).toHaveLength(6);
});

it('counts an activity, an attribute and a second task of a step as what they are', () => {
  const { EventType } = temporal.api.enums.v1;
  const { HistoryEvent } = temporal.api.history.v1;
  const marker = (task: number) => ({
    eventType: EventType.EVENT_TYPE_MARKER_RECORDED,
    markerRecordedEventAttributes: { markerName: 'core_local_activity', workflowTaskCompletedEventId: task },
  });
  const events = [
    { eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED },
    marker(4),
    marker(4),
    marker(9),
    { eventType: EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED },
    { eventType: EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES },
    { eventType: EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED },
  ].map((event) => HistoryEvent.fromObject(event));
  expect(costOf({ events })).toEqual({ events: 7, actions: 5 });
});
