/** Reminders to providers (XC-03), on two stores approved at the same moment: one sets up in time, the other does not. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  deadlineOf,
  listProduct,
  noticesOf,
  openTwoStores,
  publishDecoration,
  settled,
  timelineOf,
  type OpenedStore,
} from '../support/applications.ts';
import { expectWords, mailAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
let late: OpenedStore;
let done: OpenedStore;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-15T09:00:00+08:00' });
  [late, done] = await openTwoStores(stack, '2025-09-26T15:00:00+08:00');
});
afterAll(() => stack.stop());

it('XC-03.1 plans the reminders of an approval on 2025-09-26 for 09:00 of working days, none in the holiday', async () => {
  const provider = await stack.as('provider');
  const { ahead } = await provider.get(`/api/cases/${late.setupId}/timeline`);
  const planned = (deadline: string) =>
    ahead
      .filter((line: { kind: string; deadline: string }) => line.kind === 'REMINDER' && line.deadline === deadline)
      .map(({ at }: { at: string }) => at);
  expect(planned('setup')).toEqual(['2025-09-30T09:00:00.000+08:00', '2025-10-10T09:00:00.000+08:00']);
  expect(planned('setupLimit')).toEqual([
    '2025-10-16T09:00:00.000+08:00',
    '2025-10-21T09:00:00.000+08:00',
    '2025-10-23T09:00:00.000+08:00',
  ]);
  const opening = await noticesOf(stack, late.setupId, 'storeOpened');
  expect(opening.map(({ plannedAt }) => plannedAt.slice(0, 10))).toEqual(['2025-09-26']);
});

it('XC-03.3 reminds nobody of a duty that was met on 2025-09-29, and once per slot though the worker restarts twice', async () => {
  await stack.advanceTo('2025-09-29T15:00:00+08:00');
  await publishDecoration(stack, done.storeId);
  await listProduct(stack, done.storeId, 'p1');
  await settled(stack);
  expect(await (await stack.as('provider2')).get(`/api/cases/${done.setupId}`)).toMatchObject({
    outcome: 'SETUP_DONE',
  });

  await stack.advanceTo('2025-09-30T08:59:00+08:00');
  await stack.stopWorkers();
  await stack.startWorkers();
  await stack.advanceTo('2025-09-30T09:00:00+08:00');
  await stack.stopWorkers();
  await stack.startWorkers();
  await stack.advanceTo('2025-09-30T18:00:00+08:00');

  expect(await noticesOf(stack, done.setupId, 'deadlineReminder')).toEqual([]);
  const due = (await timelineOf(stack, late.setupId)).filter(({ type }) => type === 'REMINDER_DUE');
  expect(due.map(({ at }) => at.slice(0, 16))).toEqual(['2025-09-30T09:00']);
  await mailAbout(stack, 'provider', '期限提醒');
  const mails = await stack.mailsTo('provider');
  expect(mails.filter(({ subject }) => subject.includes('期限提醒'))).toHaveLength(1);
  expect((await stack.mailsTo('provider2')).filter(({ subject }) => subject.includes('期限提醒'))).toEqual([]);
});

it('XC-03.2 names case, duty, exact deadline, days left, consequence with its clause, and the way to the case', async () => {
  const mail = await mailAbout(stack, 'provider', '期限提醒');
  expectWords(stack, mail, late.setupId, [
    late.setupId,
    '完成店铺装修及产品上架',
    '2025年10月10日 24:00（北京时间 UTC+8）',
    '还剩 2 个工作日',
    '超过5个工作日未完成的，做整顿处理',
    '依据：《办法》四.3',
  ]);
});

it('XC-03.4 sends duties as service messages, which nothing suppresses', async () => {
  const mails = [...(await stack.mailsTo('provider')), ...(await stack.mailsTo('provider2'))];
  const { applicationId, setupId } = late;
  const rows = [...(await noticesOf(stack, applicationId)), ...(await noticesOf(stack, setupId))];
  expect(rows.length).toBeGreaterThan(3);
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['SENT']));
  for (const { text, headers } of mails) {
    expect(text).toContain('这是与贵方办理事项有关的服务通知，不是商业信息，不因拒收商业信息而停发。');
    // Mail programs offer to unsubscribe where these stand; from a duty nobody can.
    expect(Object.keys(headers)).not.toContain('list-unsubscribe');
    expect(headers['precedence']).toBeUndefined();
  }
  // Somebody who refuses commercial mail is reminded of the last day all the same.
  const provider = await stack.as('provider');
  const { body: me } = await provider.exchange('PATCH', '/api/me', { refusesCommercialMail: true });
  expect(me).toMatchObject({ refusesCommercialMail: true });
  await stack.advanceTo('2025-10-10T09:00:00+08:00');
  expectWords(stack, await mailAbout(stack, 'provider', '今天是最后一天'), setupId, ['2025年10月10日 24:00']);
});

it('XC-03.1 has mailed on 2025-09-26, 2025-09-30 and 2025-10-10 and on no day of the holiday', async () => {
  await stack.advanceTo('2025-10-10T12:00:00+08:00');
  const mailed = await noticesOf(stack, late.setupId);
  expect(mailed.map(({ template, plannedAt }) => [template, plannedAt.slice(0, 10)])).toEqual([
    ['storeOpened', '2025-09-26'],
    ['deadlineReminder', '2025-09-30'],
    ['deadlineReminder', '2025-10-10'],
  ]);
  expect(mailed.slice(1).map(({ plannedAt }) => plannedAt.slice(11, 16))).toEqual(['09:00', '09:00']);
  expect(await deadlineOf(stack, late.setupId, 'setup')).toMatchObject({ status: 'OPEN', workingDaysLeft: 0 });
});
