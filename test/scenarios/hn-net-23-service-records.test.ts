/** The evidence of services and its time, and what support rests on (HN-NET-23, 24.2), from 2025-09-26 to 2026-02-28 through the public API. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { timelineOf, uploadPdf } from '../support/applications.ts';
import { caseOf, refusalOf } from '../support/cases.ts';
import { expectWholeTimeline, mailTo, plannedNotices, registerSupplier, supplier } from '../support/network.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
/** Contract of 2025-09-26, acceptance of 2025-10-13. */
let autumn: string;
/** Contracts of Friday 2026-02-13: uploaded on the last evening, and ten minutes after midnight. */
let early: string;
let late: string;

/** A record that the provider begins. */
const begin = async (form: object): Promise<string> => {
  const client = await stack.as('supplier');
  return (await client.post<{ caseId: string }>('/api/cases/serviceRecord', { item: '材料检测', ...form })).caseId;
};
const upload = async (id: string, kind: string) => {
  const client = await stack.as('supplier');
  await client.act(id, 'uploadEvidence', { kind, format: 1, fileIds: [await uploadPdf(client, '资料.pdf')] });
};
const accept = async (id: string) => (await stack.as('window')).act(id, 'acceptEvidence');
/** How a record stands, as the platform sees it. */
const seen = async (id: string): Promise<any> => (await stack.as('window')).get(`/api/cases/${id}`);
const lastDayOf = async (id: string, name: string) =>
  (await seen(id)).deadlines.find((one: { name: string }) => one.name === name)?.lastDay;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-26T14:00:00+08:00' });
  await registerSupplier(stack);
});
afterAll(() => stack.stop());

it('HN-NET-23.4 contract 2025-09-26 and acceptance 2025-10-13: limits 2025-10-10 and 2025-10-20, each by itself', async () => {
  autumn = await begin({ launchedOn: '2025-09-26' });
  expect(await lastDayOf(autumn, 'launchEvidence')).toBe('2025-10-10');
  expect(await lastDayOf(autumn, 'performanceEvidence')).toBeUndefined();
  await stack.advanceTo('2025-10-10T22:00:00+08:00');
  await upload(autumn, 'CONTRACT');
  await stack.advanceTo('2025-10-13T10:00:00+08:00');
  await (await stack.as('supplier')).act(autumn, 'recordPerformance', { performedOn: '2025-10-13' });
  expect(await lastDayOf(autumn, 'performanceEvidence')).toBe('2025-10-20');
  expect((await seen(autumn)).facts.groups).toMatchObject({ LAUNCH: { uploadedOn: '2025-10-10', isLate: false } });
});

it('HN-NET-23.2 HN-NET-23.3 without a file of group 1 a record is incomplete; one file of group 2 makes that group present', async () => {
  const one = await begin({ launchedOn: '2025-10-10', performedOn: '2025-10-13' });
  await upload(one, 'SIGNATURE_SHEET');
  expect(await seen(one)).toMatchObject({
    stage: 'RECORD_OPEN',
    facts: { groups: { LAUNCH: { uploadedOn: null }, PERFORMANCE: { uploadedOn: '2025-10-13' } } },
  });
  const incomplete = await refusalOf(accept(one));
  expect(incomplete).toMatchObject({ status: 409, code: 'CONDITION_NOT_MET' });
  expect(incomplete.problem).toMatchObject({
    facts: { missing: ['LAUNCH'] },
    message: { zh: '服务记录不完整，缺少：开展服务的依据。' },
  });
  await upload(one, 'NOTICE');
  expect(await seen(one)).toMatchObject({ stage: 'SUBMITTED', tasks: [{ name: 'examine' }] });
  await accept(one);
  expect(await seen(one)).toMatchObject({ outcome: 'UPLOADED_IN_TIME' });
});

it('HN-NET-23.5 HN-NET-24.2 of 10 services of which 2 late, 8 are a basis for support; the system reckons it and nobody can write it', async () => {
  await upload(autumn, 'REPORT');
  await accept(autumn);
  // With the two above, ten: six more in time, and two whose contract is older than five working days.
  const launched = [...Array<string>(6).fill('2025-10-11'), '2025-09-26', '2025-09-26'];
  await Promise.all(
    launched.map(async (launchedOn) => {
      const id = await begin({ launchedOn, performedOn: '2025-10-13' });
      await upload(id, 'CONTRACT');
      await upload(id, 'REPORT');
      await accept(id);
    }),
  );
  const window = await stack.as('window');
  const october = { from: '2025-10-01', to: '2025-10-31', provider: supplier.party };
  const path = `/api/hn-net/statistics?${String(new URLSearchParams(october))}`;
  const { times, eligible, late: tardy } = await window.get(path);
  expect([times.count, eligible.count, tardy.count]).toEqual([10, 8, 2]);
  const list = new URLSearchParams(tardy.list as Record<string, string>);
  const { items } = await window.get(`/api/hn-net/service-records?${String(list)}`);
  expect(items.map(({ inTime }: { inTime: boolean }) => inTime)).toEqual([false, false]);

  for (const who of ['supplier', 'window', 'hub', 'departmentmanager']) {
    const client = await stack.as(who);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await client.exchange(method, path)).status, `${who}: ${method}`).toBe(405);
  }
  const claimed = await refusalOf(begin({ launchedOn: '2025-10-11', performedOn: '2025-10-13', inTime: true }));
  expect(claimed).toMatchObject({ status: 422, code: 'INVALID_INPUT' });
});

it('HN-NET-23.6 HN-NET-23.1 a contract of Friday 2026-02-13 ends on 2026-02-27, with reminders on the 25th and the last day', async () => {
  await stack.advanceTo('2026-02-13T15:00:00+08:00');
  early = await begin({ launchedOn: '2026-02-13' });
  late = await begin({ launchedOn: '2026-02-13' });
  // The 14th is a make-up Saturday; the holiday lasts to the 23rd.
  expect(await lastDayOf(early, 'launchEvidence')).toBe('2026-02-27');
  await stack.advanceTo('2026-02-27T23:00:00+08:00');
  expect(await plannedNotices(stack, late, 'deadlineReminder')).toEqual([
    '2026-02-25T09:00 supplier',
    '2026-02-27T09:00 supplier',
  ]);
  const reminder = await mailTo(stack, 'supplier@demo.anjuan.test', '期限提醒', 2);
  expect(reminder.text).toContain('2026年2月27日');
  expect(reminder.text).toContain('不作为补助、示范平台和表彰奖励的依据');
});

it('HN-NET-23.1 HN-NET-05.8 uploaded on 2026-02-27 at 23:00 it is in time, on 2026-02-28 at 00:10 it is late and marked so', async () => {
  await upload(early, 'CONTRACT');
  expect((await seen(early)).facts.groups.LAUNCH).toMatchObject({ uploadedOn: '2026-02-27', isLate: false });
  await stack.advanceTo('2026-02-28T00:10:00+08:00');
  expect(await seen(early)).toMatchObject({ stage: 'RECORD_OPEN' });
  expect(await seen(late)).toMatchObject({ stage: 'MISSING', tasks: [{ name: 'followUp' }] });
  await mailTo(stack, 'supplier@demo.anjuan.test', '逾期');
  await upload(late, 'CONTRACT');
  expect((await seen(late)).facts.groups.LAUNCH).toMatchObject({ uploadedOn: '2026-02-28', isLate: true });
});

it('HN-NET-23.7 after submission the provider cannot change a day; the platform corrects it with a reason, and late stays late', async () => {
  const [supplierClient, window] = [await stack.as('supplier'), await stack.as('window')];
  for (const id of [early, late]) {
    await supplierClient.act(id, 'recordPerformance', { performedOn: '2026-02-28' });
    await upload(id, 'REPORT');
  }
  const again = supplierClient.act(late, 'recordPerformance', { performedOn: '2026-02-27' });
  expect((await refusalOf(again)).status).toBe(409);
  const dated = { group: 'LAUNCH', to: '2026-02-24', reason: '合同日期填写有误。' };
  expect(await refusalOf(supplierClient.act(late, 'correctBasis', dated))).toMatchObject({ status: 403 });
  const { reason, ...unreasoned } = dated;
  expect(reason).not.toBe('');
  expect(await refusalOf(window.act(late, 'correctBasis', unreasoned))).toMatchObject({ status: 422 });
  await window.act(late, 'correctBasis', dated);
  await accept(late);
  expect(await caseOf(stack, late, 'window')).toMatchObject({
    outcome: 'UPLOADED_LATE',
    facts: {
      groups: { LAUNCH: { basisOn: '2026-02-24', isLate: true } },
      corrections: [{ group: 'LAUNCH', from: '2026-02-13', to: '2026-02-24', reason: dated.reason }],
    },
  });
  const lines = await timelineOf(stack, late, 'window');
  const [refused, corrected] = ['SIGNAL_REFUSED', 'BASIS_CORRECTED'].map((type) =>
    lines.find((line) => line.type === type),
  );
  expect(refused).toMatchObject({ actor: { id: 'demo-supplier' }, detail: { action: 'correctBasis' } });
  expect(corrected).toMatchObject({ actor: { id: 'demo-window' } });
  expect((await mailTo(stack, 'supplier@demo.anjuan.test', '更正')).text).toContain(dated.reason);
  expect((await supplierClient.exchange('DELETE', `/api/cases/${late}`)).status).toBe(405);
  await expectWholeTimeline(stack, late, 'window');
});
