/** The working-day calendar (XC-02): what it counts, what it does not know, and what happens when it changes. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { isWorkingDay, type CalendarData } from '../../rules/time/index.ts';
import { deadlineOf, noticesOf, openStore, timelineOf } from '../support/applications.ts';
import { mailAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
let setupId: string;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2026-02-02T09:00:00+08:00' });
});
afterAll(() => stack.stop());

/** The arrangement of a year as it stands, to be loaded again with more days off. */
async function arrangement(year: number, moreOff: string): Promise<Record<string, unknown>> {
  const admin = await stack.as('admin');
  const { years } = await admin.get<{ years: Record<string, { off: string; work: string }> }>('/api/calendar');
  const { off = '', work = '' } = years[String(year)] ?? {};
  return { year, off: `${off} ${moreOff}`, work, source: `国务院办公厅关于${year}年放假安排的调整通知` };
}

const arrangement2027 = {
  year: 2027,
  // Mon 2027-01-04 off: the provisional last day cannot stand.
  off: '0101-0104 0205-0211 0405 0501-0505 0609 0915-0917 1001-1007',
  work: '0130 0508 0925',
  source: '国务院办公厅关于2027年部分节假日安排的通知',
};

it('XC-02.4 answers for the reference days from a calendar with a version', async () => {
  const { version, years, lastPublishedDay } = await (
    await stack.as('provider')
  ).get<CalendarData & { lastPublishedDay: string }>('/api/calendar');
  expect({ version, lastPublishedDay }).toEqual({ version: 1, lastPublishedDay: '2026-12-31' });
  const days = ['2025-09-28', '2025-10-08', '2025-10-11', '2026-02-14', '2026-02-16', '2026-02-28'];
  expect(days.map((day) => isWorkingDay({ version, years }, day))).toEqual([true, false, true, true, false, true]);
});

it('XC-02.1 counts the make-up Saturday and skips the Spring Festival: Fri 2026-02-13 + 5 is 2026-02-27', async () => {
  ({ setupId } = await openStore(stack, '2026-02-13T10:00:00+08:00'));
  const setup = await deadlineOf(stack, setupId, 'setup');
  const counted = setup.explanation
    .filter((day: { counted: boolean }) => day.counted)
    .map(({ day }: { day: string }) => day);
  expect(counted).toEqual(['2026-02-14', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27']);
  expect(setup).toMatchObject({ lastDay: '2026-02-27', provisional: false });
});

it('XC-02.3 moves a running deadline from 2026-02-27 to Sat 2026-02-28 when that Friday becomes a day off', async () => {
  const admin = await stack.as('admin');
  const body = await arrangement(2026, '0227');
  const preview = await admin.post('/api/calendar/preview', body);
  expect(preview.moves).toContainEqual(
    expect.objectContaining({
      caseId: setupId,
      deadline: 'setup',
      from: '2026-02-28T00:00:00.000+08:00',
      to: '2026-03-01T00:00:00.000+08:00',
      lastDay: '2026-02-28',
      becomesLate: false,
    }),
  );
  expect(await deadlineOf(stack, setupId, 'setup')).toMatchObject({ lastDay: '2026-02-27' });

  expect(await admin.post('/api/calendar/apply', { ...body, scope: 'all' })).toMatchObject({ version: 2 });
  await vi.waitFor(
    async () => expect(await deadlineOf(stack, setupId, 'setup')).toMatchObject({ lastDay: '2026-02-28' }),
    20_000,
  );
  const moved = (await timelineOf(stack, setupId)).find(
    ({ type, detail }) => type === 'DEADLINE_MOVED' && detail?.['deadline'] === 'setup',
  );
  expect(moved).toMatchObject({
    detail: { from: '2026-02-28T00:00:00.000+08:00', to: '2026-03-01T00:00:00.000+08:00', calendarVersion: 2 },
  });
  expect(moved?.title.zh).toMatch(/2026年2月27日 24:00.*2026年2月28日 24:00/);
  const mail = await mailAbout(stack, 'provider', '期限变更通知：完成店铺装修及产品上架');
  expect(mail.text).toContain('2026年2月27日 24:00');
  expect(mail.text).toContain('2026年2月28日 24:00');

  // The timer was armed anew: nothing at the old moment, rectification at the new one.
  const reviewer = await stack.as('reviewer');
  await stack.advanceTo('2026-02-28T23:59:00+08:00');
  expect(await reviewer.get(`/api/cases/${setupId}`)).toMatchObject({ stage: 'SETUP_OPEN' });
  await stack.advanceTo('2026-03-01T00:00:00+08:00');
  expect(await reviewer.get(`/api/cases/${setupId}`)).toMatchObject({ stage: 'SETUP_LATE_RECTIFICATION' });
});

it('XC-02.2 flags a deadline of Fri 2026-12-25 that reaches into 2027 as provisional and asks an administrator', async () => {
  await stack.advanceTo('2026-12-14T09:00:00+08:00');
  ({ setupId } = await openStore(stack, '2026-12-25T10:00:00+08:00', { as: 'provider2' }));
  const setup = await deadlineOf(stack, setupId, 'setup');
  // 28 to 31 December are sure; 1 January is a statutory holiday whatever the arrangement will say.
  expect(setup).toMatchObject({ provisional: true, lastDay: '2027-01-04' });
  expect(setup.words.zh).toContain('暂定');
  expect((await mailAbout(stack, 'provider2', '开店审核通过')).text).toContain('暂定');
  const { items } = await (await stack.as('admin')).get(`/api/tasks?name=loadCalendar&caseId=${setupId}`);
  expect(items).toMatchObject([{ role: 'admin', case: { kind: 'storeSetup' } }]);
});

it('XC-02.3 settles it with the arrangement of 2027 and sends no reminder twice', async () => {
  const admin = await stack.as('admin');
  const reminders = async () =>
    (await timelineOf(stack, setupId))
      .filter(({ type, detail }) => type === 'REMINDER_DUE' && detail?.['deadline'] === 'setup')
      .map(({ at, detail }) => [at.slice(0, 16), detail?.['rungs']]);
  await stack.advanceTo('2026-12-30T10:00:00+08:00');
  expect(await reminders()).toEqual([['2026-12-30T09:00', ['two-working-days-left']]]);

  // The very day becomes a day off after its reminder went out: the rung would now fall on 31 December.
  await admin.post('/api/calendar/apply', { ...(await arrangement(2026, '1230')), scope: 'all' });
  await vi.waitFor(
    async () => expect(await deadlineOf(stack, setupId, 'setup')).toMatchObject({ lastDay: '2027-01-05' }),
    20_000,
  );
  await admin.post('/api/calendar/apply', { ...arrangement2027, scope: 'all' });
  await vi.waitFor(
    async () =>
      expect(await deadlineOf(stack, setupId, 'setup')).toMatchObject({ lastDay: '2027-01-06', provisional: false }),
    20_000,
  );
  const moves = (await timelineOf(stack, setupId)).filter(
    ({ type, detail }) => type === 'DEADLINE_MOVED' && detail?.['deadline'] === 'setup',
  );
  expect(moves.map(({ detail }) => [detail?.['from'], detail?.['to']])).toEqual([
    ['2027-01-05T00:00:00.000+08:00', '2027-01-06T00:00:00.000+08:00'],
    ['2027-01-06T00:00:00.000+08:00', '2027-01-07T00:00:00.000+08:00'],
  ]);
  const { items } = await admin.get(`/api/tasks?name=loadCalendar&caseId=${setupId}`);
  expect(items).toEqual([]);

  await stack.advanceTo('2027-01-06T10:00:00+08:00');
  expect(await reminders()).toEqual([
    ['2026-12-30T09:00', ['two-working-days-left']],
    ['2027-01-06T09:00', ['last-day']],
  ]);
  const mailed = (await noticesOf(stack, setupId, 'deadlineReminder')).map(({ plannedAt }) => plannedAt.slice(0, 10));
  expect(mailed).toEqual(['2026-12-30', '2027-01-06']);
});
