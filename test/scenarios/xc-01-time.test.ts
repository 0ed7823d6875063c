/** Time arithmetic (XC-01) as the deadlines of real cases show it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../rules/time/index.ts';
import {
  appointment,
  apply,
  deadlineOf,
  institutions,
  openedBy,
  openStore,
  passInterview,
  passPreliminaryReview,
  recommend,
  settled,
  timelineOf,
  trialFiling,
} from '../support/applications.ts';
import { plannedAt } from '../support/cases.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

/** The days of a deadline that count, in order. */
function countedDays(deadline: { explanation: { day: string; counted: boolean }[] }): string[] {
  return deadline.explanation.filter(({ counted }) => counted).map(({ day }) => day);
}

describe('autumn 2025', () => {
  let stack: TestStack;
  let setupId: string;
  let applicationId: string;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-07-28T09:00:00+08:00' });
  });
  afterAll(() => stack.stop());

  it('XC-01.5 moves the end of a two-month trial from the holiday 2025-10-01 to Thu 2025-10-09', async () => {
    await recommend(stack);
    const { trialId } = await openStore(stack, '2025-08-01T10:00:00+08:00', trialFiling);
    const trial = await deadlineOf(stack, trialId, 'trial');
    expect(trial).toMatchObject({ lastDay: '2025-10-09', dueAt: '2025-10-10T00:00:00.000+08:00', provisional: false });
    const around = trial.explanation.filter(({ day }: { day: string }) => day >= '2025-10-01');
    expect(around.map(({ day, counted }: { day: string; counted: boolean }) => [day, counted])).toEqual([
      // The corresponding day, then why it does not stand.
      ['2025-10-01', true],
      ...Array.from({ length: 8 }, (_, index) => [addDays('2025-10-01', index), false]),
      ['2025-10-09', true],
    ]);
  });

  it('XC-01.7 holds a deadline of a clock time to the second: 14:00:00 is in time, and from 14:00:01 one is absent', async () => {
    const reviewer = await stack.as('reviewer');
    applicationId = await apply(stack, { as: 'provider2' });
    await passPreliminaryReview(stack, applicationId, '2025-08-29T14:00:00+08:00');
    expect(await deadlineOf(stack, applicationId, 'interview')).toMatchObject({
      dueAt: '2025-08-29T14:00:00.000+08:00',
      words: { zh: expect.stringContaining('2025年8月29日 14:00') },
    });
    await stack.advanceTo('2025-08-29T13:59:00+08:00');
    await expect(reviewer.act(applicationId, 'recordAbsence')).rejects.toMatchObject({
      status: 409,
      code: 'NOT_NOW',
      problem: { facts: { at: '2025-08-29T14:00:00.000+08:00' } },
    });
    await stack.advanceTo('2025-08-29T14:00:01+08:00');
    expect(await reviewer.act(applicationId, 'recordAbsence')).toMatchObject({ stage: 'NO_SHOW_PENDING' });
    const passed = (await timelineOf(stack, applicationId)).find(
      ({ type, detail }) => type === 'DEADLINE_PASSED' && detail?.['deadline'] === 'interview',
    );
    expect(passed?.at).toMatch(/^2025-08-29T14:00:00/);
  });

  it('XC-01.1 takes the Shanghai day of an approval at 2025-09-25T16:30Z, which is 2025-09-26', async () => {
    const reviewer = await stack.as('reviewer');
    await reviewer.act(applicationId, 'excuseAbsence', {
      interview: { ...appointment('2025-09-25T16:30:00Z'), confirmOutsideHours: true },
      reason: '住院治疗，已提交证明',
    });
    await stack.advanceTo('2025-09-25T16:30:00Z');
    await passInterview(stack, applicationId);
    await settled(stack);
    ({ setupId } = openedBy(applicationId));
    const setup = await deadlineOf(stack, setupId, 'setup');
    expect(setup.startedAt).toMatch(/^2025-09-26T00:30:0\d\.\d{3}\+08:00$/);
    expect(setup).toMatchObject({ lastDay: '2025-10-10', dueAt: '2025-10-11T00:00:00.000+08:00' });
    expect(countedDays(setup)).toEqual(['2025-09-28', '2025-09-29', '2025-09-30', '2025-10-09', '2025-10-10']);
  });

  it('XC-01.4 ends the last day at 24:00: running just before 2025-10-10T16:00:00Z, exceeded from then', async () => {
    const reviewer = await stack.as('reviewer');
    await stack.advanceTo('2025-10-10T15:58:00Z');
    expect(await reviewer.get(`/api/cases/${setupId}`)).toMatchObject({
      stage: 'SETUP_OPEN',
      deadlines: [{ name: 'setup', status: 'OPEN', overdue: false, workingDaysLeft: 0 }, { name: 'setupLimit' }],
    });
    await stack.advanceTo('2025-10-10T16:00:00Z');
    expect(await reviewer.get(`/api/cases/${setupId}`)).toMatchObject({ stage: 'SETUP_LATE_RECTIFICATION' });
    const passed = (await timelineOf(stack, setupId)).find(({ type }) => type === 'DEADLINE_PASSED');
    expect(passed?.at.slice(0, 19)).toBe('2025-10-11T00:00:00');
  });
});

describe('winter 2025', () => {
  let stack: TestStack;
  let trialId: string;
  let invitationId: string;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-10-27T09:00:00+08:00' });
  });
  afterAll(() => stack.stop());

  it('XC-01.2 does not count the day of the event: approval on Mon 2025-11-03, day 5 on Mon 2025-11-10', async () => {
    const { setupId } = await openStore(stack, '2025-11-03T10:00:00+08:00');
    const setup = await deadlineOf(stack, setupId, 'setup');
    expect(setup.explanation[0]).toMatchObject({ day: '2025-11-03', counted: false });
    expect(setup.explanation.filter(({ counted }: { counted: boolean }) => counted)).toMatchObject([
      { day: '2025-11-04', ordinal: 1 },
      { day: '2025-11-05', ordinal: 2 },
      { day: '2025-11-06', ordinal: 3 },
      { day: '2025-11-07', ordinal: 4 },
      { day: '2025-11-10', ordinal: 5 },
    ]);
    expect(setup.lastDay).toBe('2025-11-10');
  });

  it('XC-01.6 ends a date that is not moved with its own 24:00, though Sat 2026-01-10 is not worked, and reminds on Friday', async () => {
    const [admin, reviewer] = [await stack.as('admin'), await stack.as('reviewer')];
    await stack.advanceTo('2025-12-11T10:00:00+08:00');
    // Of the dates of this release it is the end of an invitation that can be kept from moving.
    const fixed = { values: { 'time.rollForward.invitation': false }, note: '邀约到期日不顺延' };
    await admin.put('/api/rules/SH_STORE', fixed);
    const institution = { ...institutions.provider2, contactName: '李四', contactEmail: 'provider2@demo.anjuan.test' };
    const { caseId } = await reviewer.post('/api/invitations', { institution, reasons: ['POTENTIAL'] });
    invitationId = caseId;
    expect(await deadlineOf(stack, invitationId, 'acceptance')).toMatchObject({
      lastDay: '2026-01-10',
      dueAt: '2026-01-11T00:00:00.000+08:00',
      provisional: false,
    });
  });

  it('XC-01.3 ends two months from 2025-12-31 on 2026-02-28, since there is no 31 February', async () => {
    await recommend(stack, 'provider2');
    ({ trialId } = await openStore(stack, '2025-12-31T10:00:00+08:00', { ...trialFiling, as: 'provider2' }));
    const trial = await deadlineOf(stack, trialId, 'trial');
    expect(trial).toMatchObject({ lastDay: '2026-02-28', dueAt: '2026-03-01T00:00:00.000+08:00' });
    expect(trial.explanation.at(-1)).toMatchObject({
      day: '2026-02-28',
      counted: true,
      why: { en: expect.stringContaining('has no such day') },
    });
  });

  it('XC-01.6 leaves the date of Sat 2026-01-10 and reminds on the working day before, Fri 2026-01-09', async () => {
    const applicationId = await apply(stack, { figures: { fiscalYear: 2024 } });
    await passPreliminaryReview(stack, applicationId, '2026-01-10T10:00:00+08:00');
    const provider = await stack.as('provider');
    const { ahead } = await provider.get(`/api/cases/${applicationId}/timeline`);
    expect(ahead).toMatchObject([
      { kind: 'REMINDER', at: '2026-01-07T09:00:00.000+08:00' },
      { kind: 'REMINDER', at: '2026-01-09T09:00:00.000+08:00' },
      { kind: 'DEADLINE', at: '2026-01-10T10:00:00.000+08:00' },
    ]);
    await stack.advanceTo('2026-01-10T09:59:00+08:00');
    const planned = ['2026-01-07T09:00', '2026-01-09T09:00'];
    expect(await plannedAt(stack, invitationId, 'deadlineReminder')).toEqual(planned);
    expect(await plannedAt(stack, applicationId, 'interviewReminder')).toEqual(planned);
    expect(await deadlineOf(stack, applicationId, 'interview')).toMatchObject({
      status: 'OPEN',
      lastDay: '2026-01-10',
    });
  });

  it('XC-01.6 lets the date of Sat 2026-01-10 run to 24:00', async () => {
    const reviewer = await stack.as('reviewer');
    await stack.advanceTo('2026-01-10T23:58:00+08:00');
    expect(await reviewer.get(`/api/cases/${invitationId}`)).toMatchObject({ stage: 'INVITED' });
    await stack.advanceTo('2026-01-11T00:00:00+08:00');
    expect(await reviewer.get(`/api/cases/${invitationId}`)).toMatchObject({ stage: 'LAPSED' });
  });

  it('XC-01.5 does not move the end from Sat 2026-02-28, which is a make-up working day', async () => {
    const reviewer = await stack.as('reviewer');
    await stack.advanceTo('2026-02-28T23:59:00+08:00');
    expect(await reviewer.get(`/api/cases/${trialId}`)).toMatchObject({ stage: 'TRIAL_RUNNING' });
    await stack.advanceTo('2026-03-01T00:00:00+08:00');
    expect(await reviewer.get(`/api/cases/${trialId}`)).toMatchObject({ stage: 'TRIAL_FAILED' });
  });
});
