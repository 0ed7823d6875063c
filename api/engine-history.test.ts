import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';
import { failureConverter } from '../workflows/failure-converter.ts';
import { eventOf } from './engine-history.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;
beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ environment: { TEMPORAL_UI_URL: 'https://temporal.example.org/' } });
});
afterAll(() => databases.stop());

const event = (type: string, attributes: object) => ({
  ...{ eventId: '7', eventTime: '2025-09-01T02:00:00.000Z', eventType: `EVENT_TYPE_${type}` },
  anyEventAttributes: attributes,
});

it.each([
  [
    'ACTIVITY_TASK_SCHEDULED',
    { activityType: { name: 'commit' }, input: { payloads: [{ data: 'c2VjcmV0' }] } },
    'commit',
  ],
  [
    'WORKFLOW_EXECUTION_SIGNALED',
    { signalName: 'factsArrived', input: { payloads: [{ data: 'c2VjcmV0' }] } },
    'factsArrived',
  ],
  [
    'WORKFLOW_EXECUTION_UPDATE_ACCEPTED',
    { acceptedRequest: { input: { name: 'acceptApplication', args: { payloads: [{ data: 'c2VjcmV0' }] } } } },
    'acceptApplication',
  ],
  [
    'MARKER_RECORDED',
    { markerName: 'core_local_activity', details: { data: { payloads: [{ data: 'c2VjcmV0' }] } } },
    'core_local_activity',
  ],
])('of %s shows what it is about and no payload', (type, attributes, name) => {
  const shown = eventOf(event(type, attributes));
  expect(shown).toEqual({ id: 7, at: '2025-09-01T10:00:00.000+08:00', type, name, attempt: null, failure: null });
});

it('tells failures with what they come from, and which try it was', () => {
  const failure = { message: 'Activity task failed', cause: { message: 'connect ECONNREFUSED' } };
  expect(eventOf(event('ACTIVITY_TASK_FAILED', { failure })).failure).toBe(
    'Activity task failed ← connect ECONNREFUSED',
  );
  expect(eventOf(event('WORKFLOW_TASK_FAILED', { cause: 'NON_DETERMINISTIC_ERROR' })).failure).toBe(
    'NON_DETERMINISTIC_ERROR',
  );
  expect(eventOf(event('ACTIVITY_TASK_STARTED', { attempt: 3 })).attempt).toBe(3);
});

it('tells the type of a failure of the product, whose words are encrypted', () => {
  const thrown = failureConverter.errorToFailure(
    ApplicationFailure.fromError(new TypeError('张三 typed this')),
    defaultPayloadConverter,
  );
  expect(eventOf(event('WORKFLOW_TASK_FAILED', { failure: thrown })).failure).toBe('TypeError');
  const failure = { message: 'Activity task failed', cause: thrown };
  expect(eventOf(event('ACTIVITY_TASK_FAILED', { failure })).failure).toBe('Activity task failed ← TypeError');
  expect(eventOf(event('ACTIVITY_TASK_FAILED', { failure: { message: 'Encoded failure' } })).failure).toBe(
    'Encoded failure',
  );
});

it('XC-05.5 is for administrators, of cases that there are, with the page of Temporal’s own console', async () => {
  const provider = await api.as('provider');
  const { caseId } = (await provider.post('/api/applications', await application(provider, CODES.provider))).body;
  const path = `/api/cases/${caseId}/history`;
  for (const account of ['provider', 'reviewer', 'manager', 'auditor'])
    expect((await (await api.as(account)).get(path)).status).toBe(403);
  const admin = await api.as('admin');
  const { status, body } = await admin.get(path);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body).toMatchObject({
    uiUrl: `https://temporal.example.org/namespaces/default/workflows/${encodeURIComponent(`case/${caseId}`)}`,
  });
  expect((await admin.get('/api/cases/app-none/history')).status).toBe(404);
  api.gateway.isReady = false;
  expect((await admin.get(path)).body.code).toBe('UNAVAILABLE');
  api.gateway.isReady = true;
});
