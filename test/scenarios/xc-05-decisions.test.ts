/** Decisions, roles and timeline (XC-05): a trial store that reaches its targets, a store that never sets up. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { TRAINING_PASSWORD } from '../../prisma/seed.ts';
import { epochMs } from '../../rules/time/index.ts';
import { ApiClient } from '../support/api-client.ts';
import {
  appointment,
  apply,
  institutions,
  noticesOf,
  openedBy,
  openStore,
  passInterview,
  reachFigures,
  recommend,
  reportAll,
  review,
  settled,
  timelineOf,
  trialFiling,
  type OpenedStore,
} from '../support/applications.ts';
import { urlAs } from '../support/databases.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
let trial: OpenedStore;
let idle: OpenedStore;
let clearanceId: string;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-07-21T09:00:00+08:00' });
});
afterAll(() => stack.stop());

it('XC-05.1 takes a rejection only with a reason, from a named reviewer, on a clause', async () => {
  const caseId = await apply(stack, { as: 'provider2' });
  const reviewer = await stack.as('reviewer');
  for (const input of [{}, { reason: '' }, { reason: '   ' }]) {
    await expect(reviewer.act(caseId, 'rejectApplication', input)).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ field: 'reason' }] },
    });
  }
  expect(await reviewer.get(`/api/cases/${caseId}`)).toMatchObject({ stage: 'PRELIM_REVIEW', closedAt: null });
  const manager = await stack.as('manager');
  await expect(manager.act(caseId, 'rejectApplication', { reason: '材料不实' })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
  });

  await reviewer.act(caseId, 'rejectApplication', { reason: '营业执照与申报信息不符' });
  const decided = (await timelineOf(stack, caseId)).filter(({ type }) => type === 'APPLICATION_REJECTED');
  expect(decided).toMatchObject([
    {
      actor: { kind: 'person', id: 'demo-reviewer', role: 'reviewer', name: '李审核' },
      clause: 'SH-STORE 二.2',
      detail: { reason: '营业执照与申报信息不符' },
    },
  ]);
});

it('XC-05.5 lets nobody act or read beyond role, institution, body, region and own recommendation', async () => {
  await recommend(stack);
  trial = await openStore(stack, '2025-08-01T10:00:00+08:00', trialFiling);
  const { trialId, applicationId } = trial;
  const district = await stack.as('district');
  expect(await district.get(`/api/cases/${trialId}`)).toMatchObject({ kind: 'trialOperation', actions: [] });
  await expect(district.act(trialId, 'regularise')).rejects.toMatchObject({ status: 403, code: 'NOT_ALLOWED' });

  // Another provider may not even know of it.
  const other = await stack.as('provider2');
  await expect(other.get(`/api/cases/${trialId}`)).rejects.toMatchObject({ status: 404 });
  await expect(other.act(applicationId, 'withdraw')).rejects.toMatchObject({ status: 404 });
  const { items } = await other.get('/api/cases');
  expect(new Set(items.map(({ subject }: { subject: string }) => subject))).toEqual(
    new Set([institutions.provider2.creditCode]),
  );

  // Reviewers of another district of the same body, and of another body.
  const admin = await stack.as('admin');
  const strangers = [
    {
      name: '徐汇审核员',
      email: 'xuhui-reviewer@demo.anjuan.test',
      office: { bodyId: 'sh-centre', region: 'SH/XUHUI' },
    },
    {
      name: '委员会审核员',
      email: 'commission-reviewer@demo.anjuan.test',
      office: { bodyId: 'sh-commission', region: 'SH' },
    },
  ];
  for (const { name, email, office } of strangers) {
    const offices = [{ role: 'reviewer', ...office }];
    await admin.post('/api/accounts', { name, email, offices, password: TRAINING_PASSWORD });
    const client = await ApiClient.signIn(stack.baseUrl, email);
    await expect(client.get(`/api/cases/${trialId}`)).rejects.toMatchObject({ status: 403, code: 'OUT_OF_SCOPE' });
    await expect(client.act(trialId, 'regularise')).rejects.toMatchObject({ status: 403, code: 'OUT_OF_SCOPE' });
    expect((await client.get(`/api/cases?subject=${institutions.provider.creditCode}`)).items).toEqual([]);
  }
  const manager = await stack.as('manager');
  expect(await manager.get(`/api/cases/${trialId}`)).toMatchObject({ id: trialId });
});

it('XC-05.2 opens a case to be confirmed when a ground is detected and imposes nothing by itself', async () => {
  // Figures of the trial first: its store is set up in time.
  await stack.advanceTo('2025-08-04T10:00:00+08:00');
  await reachFigures(stack, trial.storeId, { points: 1501, orders: 100, products: 10 });

  const applicationId = await apply(stack, { as: 'provider2', figures: { enterprisesServed: 99 } });
  await review(stack, applicationId);
  const [manager, reviewer] = [await stack.as('manager'), await stack.as('reviewer')];
  await manager.act(applicationId, 'overrideCondition', { item: 'served', reason: '服务面广，成效显著' });
  await reviewer.act(applicationId, 'passPreliminaryReview', { interview: appointment('2025-08-14T10:00:00+08:00') });
  await reviewer.act(applicationId, 'rescheduleInterview', {
    interview: appointment('2025-08-15T10:00:00+08:00'),
    reason: '会场检修',
  });
  await stack.advanceTo('2025-08-15T10:00:00+08:00');
  await passInterview(stack, applicationId);
  await settled(stack);
  idle = openedBy(applicationId);

  // 15 working days from Fri 2025-08-15 are over with Fri 2025-09-05.
  await stack.advanceTo('2025-09-05T23:58:00+08:00');
  expect((await reviewer.get('/api/cases?kind=clearance')).items).toEqual([]);
  await stack.advanceTo('2025-09-06T00:00:00+08:00');
  const { items } = await reviewer.get('/api/cases?kind=clearance');
  expect(items).toMatchObject([
    { stage: 'PENDING_CONFIRMATION', about: `store:${idle.storeId}`, outcome: null, closedAt: null },
  ]);
  clearanceId = items[0].id;
  const tasks = await reviewer.get(`/api/tasks?caseId=${clearanceId}`);
  expect(tasks.items).toMatchObject([{ name: 'clearanceConfirmation', role: 'reviewer', assigneeId: null }]);
  const provider = await stack.as('provider2');
  expect(await provider.get(`/api/stores/${idle.storeId}`)).toMatchObject({ status: 'NORMAL' });
  expect((await provider.get('/api/bars')).items).toEqual([]);
  // Weeks later it is still a person's to decide.
  await stack.advanceTo('2025-10-08T09:00:00+08:00');
  expect(await provider.get(`/api/stores/${idle.storeId}`)).toMatchObject({ status: 'NORMAL' });
  expect(await reviewer.get(`/api/cases/${clearanceId}`)).toMatchObject({ stage: 'PENDING_CONFIRMATION' });
});

it('XC-05.3 lists every entry in order, with actor and time, and lets nobody change one', async () => {
  const manager = await stack.as('manager');
  const { items } = await manager.get(`/api/cases?about=store:${idle.storeId}&kind=rectification`);
  const rectificationId: string = items[0].id;
  const expected: Record<string, readonly string[]> = {
    [idle.applicationId]: [
      ...['CASE_OPENED', 'NOTICE_PLANNED', 'DEADLINE_SET', 'TASK_OPENED', 'MATERIALS_CHECKED', 'CREDIT_CHECKED'],
      ...[
        'CONDITION_JUDGED',
        'CONDITION_OVERRIDDEN',
        'PRELIMINARY_REVIEW_PASSED',
        'STAGE_CHANGED',
        'INTERVIEW_RESCHEDULED',
      ],
      ...['DEADLINE_CANCELLED', 'INTERVIEW_ATTENDED', 'MATERIALS_VERIFIED', 'COMMITMENT_SIGNED', 'INTERVIEW_PASSED'],
      ...['STORE_OPENED', 'CASE_LINKED', 'CASE_CLOSED'],
    ],
    [idle.setupId]: [
      'CASE_OPENED',
      'DEADLINE_SET',
      'REMINDER_DUE',
      'DEADLINE_PASSED',
      'STAGE_CHANGED',
      'CASE_LINKED',
      'NOTICE_PLANNED',
    ],
    [rectificationId]: ['CASE_OPENED', 'RECTIFICATION_OPENED', 'DEADLINE_SET', 'DEADLINE_PASSED', 'STAGE_CHANGED'],
    [clearanceId]: ['CASE_OPENED', 'CLEARANCE_GROUND_DETECTED', 'TASK_OPENED', 'NOTICE_PLANNED'],
  };
  for (const [caseId, types] of Object.entries(expected)) {
    const lines = await timelineOf(stack, caseId);
    const numbers = lines.map(({ seq }) => seq);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    // A notice is one line, whether planned or sent; both stay in the chain.
    expect(lines.filter(({ type }) => type === 'NOTICE_SENT')).toEqual([]);
    const moments = lines.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort());
    expect(lines.every(({ actor, title }) => actor.id !== '' && title.zh !== '' && title.en !== '')).toBe(true);
    expect(lines.map(({ type }) => type)).toEqual(expect.arrayContaining([...types]));
    expect(await manager.get(`/api/cases/${caseId}/timeline/verify`)).toMatchObject({
      intact: true,
      lines: await stack.database.timelineEvent.count({ where: { caseId } }),
    });
  }
  // A document and an override say who and what.
  const lines = await timelineOf(stack, idle.applicationId);
  expect(lines.find(({ type }) => type === 'COMMITMENT_SIGNED')?.detail).toMatchObject({ fileId: expect.any(String) });
  expect(lines.find(({ type }) => type === 'CONDITION_OVERRIDDEN')).toMatchObject({
    actor: { id: 'demo-manager', name: '周主任' },
    detail: { item: 'served', reason: '服务面广，成效显著' },
  });

  const admin = await stack.as('admin');
  for (const method of ['PUT', 'PATCH', 'POST', 'DELETE']) {
    for (const path of [`/api/cases/${clearanceId}/timeline`, `/api/cases/${clearanceId}/timeline/1`]) {
      const { status } = await admin.exchange(method, path, { title: { zh: '改', en: 'changed' } });
      expect([404, 405], `${method} ${path}`).toContain(status);
    }
  }
  const { passwords } = inject('services');
  for (const role of ['api', 'worker'] as const) {
    const client = new pg.Client({ connectionString: urlAs(role, stack.databaseUrl, passwords) });
    await client.connect();
    const change = `"TimelineEvent" SET "type" = 'CHANGED' WHERE "caseId" = '${clearanceId}'`;
    await expect(client.query(`UPDATE ${change}`)).rejects.toThrow(/permission denied/);
    await expect(client.query('DELETE FROM "TimelineEvent"')).rejects.toThrow(/permission denied/);
    await client.end();
  }
  // Not even the owner of the tables.
  await expect(stack.database.timelineEvent.deleteMany({ where: { caseId: clearanceId } })).rejects.toThrow(
    /never changed or removed/,
  );
});

it('XC-05.6 evaluates a trial due 2025-10-09 once, on the figures of 24:00, though the workers were down from 23:00 to 03:00', async () => {
  await stack.advanceTo('2025-10-09T23:00:00+08:00');
  await stack.stopWorkers();
  // The time goes on while nobody works: 24:00 passes, and things happen after it.
  const moved = stack.advanceTo('2025-10-10T03:00:00+08:00');
  await vi.waitFor(async () => expect((await stack.now()) >= '2025-10-10T00:00').toBe(true), 20_000);
  const offsetMs = BigInt(epochMs('2025-10-10T03:00:00.000+08:00') - Date.now());
  await stack.database.trainingClock.update({ where: { id: 1 }, data: { offsetMs } });
  await reportAll(stack, trial.storeId, [
    { type: 'ORDER_COMPLETED', orderId: 'too-late', occurredAt: '2025-10-10T01:00:00+08:00' },
    { type: 'PRODUCT_DELISTED', productId: `p${trial.storeId.slice(-8)}-1`, occurredAt: '2025-10-10T01:00:00+08:00' },
  ]);
  const reviewer = await stack.as('reviewer');
  expect(await reviewer.get(`/api/cases/${trial.trialId}`)).toMatchObject({ stage: 'TRIAL_RUNNING' });
  await stack.startWorkers();
  await moved;
  await stack.stopWorkers();
  await stack.startWorkers();
  await stack.advanceTo('2025-10-10T09:00:00+08:00');

  const lines = await timelineOf(stack, trial.trialId);
  const taken = lines.filter(({ type }) => type === 'TRIAL_FIGURES_TAKEN');
  expect(taken).toMatchObject([
    { detail: { asOf: '2025-10-10T00:00:00.000+08:00', points: 1501, orders: 100, products: 10, passed: true } },
  ]);
  expect(lines.filter(({ type }) => type === 'DEADLINE_PASSED')).toHaveLength(1);
  expect(await reviewer.get(`/api/cases/${trial.trialId}`)).toMatchObject({ stage: 'TRIAL_EVALUATION' });
  const { items } = await reviewer.get(`/api/tasks?caseId=${trial.trialId}`);
  expect(items).toMatchObject([{ name: 'trialDecision' }]);
  // No notice was lost or doubled by the stops.
  const notices = await noticesOf(stack, trial.trialId);
  expect(notices.map(({ template, plannedAt }) => `${plannedAt.slice(0, 10)} ${template}`).sort()).toEqual([
    '2025-08-01 recommendedTrialStarted',
    '2025-08-01 trialStarted',
    '2025-09-25 recommendedTrialProgress',
    '2025-09-25 trialProgress',
    '2025-09-30 recommendedTrialProgress',
    '2025-09-30 trialProgress',
  ]);
  expect(notices.every(({ status }) => status === 'SENT')).toBe(true);
  const caught = (await stack.mailsTo('provider')).map(({ messageId }) => messageId);
  expect(new Set(caught).size).toBe(caught.length);
});

it('XC-05.5 refuses the regularisation by who recommended the store, also in another office since', async () => {
  // No door moves a person to another office with another role.
  await stack.database.office.updateMany({
    where: { userId: 'demo-district' },
    data: { role: 'reviewer', bodyId: 'sh-centre', region: 'SH' },
  });
  const moved = await ApiClient.signIn(stack.baseUrl, 'district@demo.anjuan.test');
  const seen = await moved.get(`/api/cases/${trial.trialId}`);
  expect(seen.actions.map(({ name }: { name: string }) => name)).not.toContain('regularise');
  await expect(moved.act(trial.trialId, 'regularise')).rejects.toMatchObject({ status: 403, code: 'FOUR_EYES' });
  const reviewer = await stack.as('reviewer');
  expect(await reviewer.act(trial.trialId, 'regularise')).toMatchObject({ outcome: 'REGULARISED' });
});

it('XC-05.4 lets a manager lift a bar in principle with a reason, and no firm one', async () => {
  await stack.advanceTo('2026-03-02T10:00:00+08:00');
  // Confirming a clearance is of a later release; this is the bar it will leave (SH-STORE-11.6), and a firm one beside it.
  const bar = {
    regime: 'SH_STORE',
    clause: 'SH-STORE 四.6',
    ground: 'CLEARANCE',
    firstDay: '2025-10-25',
    lastDay: '2026-10-24',
    caseId: clearanceId,
  };
  const createdAt = new Date('2025-10-24T10:00:00+08:00');
  await stack.database.bar.createMany({
    data: [
      { ...bar, id: 'bar-in-principle', firm: false, party: institutions.provider2.creditCode, createdAt },
      {
        ...bar,
        id: 'bar-firm',
        firm: true,
        clause: 'SH-STORE 二.3',
        party: institutions.provider.creditCode,
        createdAt,
      },
    ],
  });
  const filing = { as: 'provider2', figures: { fiscalYear: 2025 } } as const;
  await expect(apply(stack, filing)).rejects.toMatchObject({
    code: 'BARRED',
    problem: { facts: { firstAdmissibleDay: '2026-10-25' } },
  });
  const [manager, reviewer] = [await stack.as('manager'), await stack.as('reviewer')];
  const reason = '已提供整改证明，原逾期系平台故障所致';
  await expect(reviewer.post('/api/bars/bar-in-principle/lift', { reason })).rejects.toMatchObject({ status: 403 });
  await expect(manager.post('/api/bars/bar-in-principle/lift', {})).rejects.toMatchObject({ status: 422 });
  await expect(manager.post('/api/bars/bar-firm/lift', { reason })).rejects.toMatchObject({
    status: 403,
    code: 'NOT_ALLOWED',
  });
  expect(await manager.post('/api/bars/bar-in-principle/lift', { reason })).toMatchObject({
    running: false,
    liftReason: reason,
  });

  const lifts = (await timelineOf(stack, clearanceId)).filter(({ type }) => type === 'BAR_LIFTED');
  expect(lifts).toMatchObject([{ actor: { id: 'demo-manager' }, detail: { barId: 'bar-in-principle', reason } }]);
  expect(lifts[0]?.at.slice(0, 10)).toBe('2026-03-02');
  expect(await manager.get(`/api/cases/${clearanceId}/timeline/verify`)).toMatchObject({ intact: true });
  await expect(manager.post('/api/bars/bar-in-principle/lift', { reason })).rejects.toMatchObject({
    code: 'ALREADY_DONE',
  });
  await stack.advanceTo('2026-03-03T10:00:00+08:00');
  const caseId = await apply(stack, filing);
  expect(await (await stack.as('provider2')).get(`/api/cases/${caseId}`)).toMatchObject({ stage: 'PRELIM_REVIEW' });
});
