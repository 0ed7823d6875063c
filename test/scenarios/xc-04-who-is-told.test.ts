/** Who is told, and whether it counts: people who are gone, addresses that are wrong, mails that are overtaken (XC-04.3, XC-03.3, XC-05.5). */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { NOTICES_CHANNEL } from '../../prisma/channels.ts';
import {
  appointment,
  apply,
  applicationBody,
  institutions,
  noticesOf,
  review,
  settled,
  timelineOf,
  uploadPdf,
  type Rehearsal,
} from '../support/applications.ts';
import { ApiClient } from '../support/api-client.ts';
import { caseWhen, refusalOf } from '../support/cases.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { mailTo } from '../support/mails.ts';
import { addAccount, individual, registerSupplier, supplier } from '../support/network.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

const OFFICE = 'office@qiming.example.org';

let stack: TestStack;

/** An application of an institution whose form names this contact. */
async function applied(as: 'provider' | 'provider2', contactEmail: string, stage: Rehearsal = stack): Promise<string> {
  const institution = { ...institutions[as], contactName: '张三', contactPhone: '021-55667788', contactEmail };
  return apply(stage, { as, body: { institution } });
}

async function invite(caseId: string, at: string): Promise<void> {
  await review(stack, caseId);
  await (await stack.as('reviewer')).act(caseId, 'passPreliminaryReview', { interview: appointment(at) });
}

/** Recipient and state of every notice of a template, once these are they. */
function noticesBecome(caseId: string, template: string, expected: readonly string[], as?: string): Promise<void> {
  return vi.waitFor(async () => {
    const rows = await noticesOf(stack, caseId, template, as);
    expect(rows.map(({ recipientEmail, status }) => `${recipientEmail} ${status}`).sort()).toEqual(
      [...expected].sort(),
    );
  }, PATIENCE);
}

async function reachTask(caseId: string): Promise<{ detail: { notices: { template: string }[] } }[]> {
  const { items } = await (await stack.as('reviewer')).get(`/api/tasks?caseId=${caseId}&name=reachRecipient`);
  return items;
}

/** Ends the waits between two tries, which a test does not sit out. */
async function endWaits(caseId: string): Promise<void> {
  await stack.database.notice.updateMany({
    where: { caseId, status: 'PLANNED' },
    data: { nextAttemptAt: new Date(Date.now() - 1_000) },
  });
  await stack.database.$executeRaw`SELECT pg_notify(${NOTICES_CHANNEL}, '')`;
}

describe('an institution whose people change', () => {
  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00' });
  });
  afterAll(() => stack.stop());

  it('XC-04.3 XC-05.5 a notice goes to the party: its accounts in use and the contact of its form, not to who is gone', async () => {
    const { creditCode } = institutions.provider;
    await addAccount(stack, 'provider-b', '周明', { role: 'provider', party: creditCode });
    const caseId = await applied('provider', OFFICE);
    await noticesBecome(caseId, 'applicationReceived', [
      'provider@demo.anjuan.test SENT',
      'provider-b@demo.anjuan.test SENT',
      `${OFFICE} SENT`,
    ]);
    const admin = await stack.as('admin');
    await admin.post('/api/accounts/demo-provider/disable', {});
    await invite(caseId, '2025-09-26T10:00:00+08:00');
    await noticesBecome(caseId, 'interviewNotice', ['provider-b@demo.anjuan.test SENT', `${OFFICE} SENT`]);
    await stack.advanceTo('2025-09-26T10:30:00+08:00');
    await (await stack.as('reviewer')).act(caseId, 'recordAbsence');
    await noticesBecome(caseId, 'absenceRecorded', ['provider-b@demo.anjuan.test SENT', `${OFFICE} SENT`]);
    await mailTo(stack, OFFICE, '面审缺席');
    expect((await stack.mailsTo('provider')).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('开店申请收件回执'),
    ]);
    expect(await reachTask(caseId)).toEqual([]);
  });

  it('XC-05.5 who stays reads what the institution was told; who has moved to another reads it no more', async () => {
    const admin = await stack.as('admin');
    await admin.post('/api/accounts/demo-provider/enable', {});
    const again = await ApiClient.signIn(stack.baseUrl, 'provider@demo.anjuan.test');
    const told = async (client: { get(path: string): Promise<any> }) =>
      (await client.get('/api/notices?limit=100')).items.map(({ template }: { template: string }) => template).sort();
    const all = ['absenceRecorded', 'applicationReceived', 'interviewNotice', 'interviewReminder'];
    expect(await told(await stack.as('provider-b'))).toEqual(expect.arrayContaining(all));
    expect(await told(again)).toEqual(expect.arrayContaining(all));
    await admin.exchange('PATCH', '/api/accounts/demo-provider', {
      offices: [{ role: 'provider', party: '91350100M000100Y43' }],
    });
    expect(await told(again)).toEqual([]);
  });

  it('XC-04.3 SH-STORE-05.4 if nobody can be reached a task opens, and no bar is taken from silence until somebody was', async () => {
    const caseId = await applied('provider2', 'provider2@demo.anjuan.test');
    await settled(stack);
    await (await stack.as('admin')).post('/api/accounts/demo-provider2/disable', {});
    await invite(caseId, '2025-10-09T10:00:00+08:00');
    await noticesBecome(caseId, 'interviewNotice', [' FAILED']);
    await vi.waitFor(
      async () =>
        expect(await reachTask(caseId)).toMatchObject([{ detail: { notices: [{ template: 'interviewNotice' }] } }]),
      20_000,
    );
    await stack.advanceTo('2025-10-09T10:30:00+08:00');
    const reviewer = await stack.as('reviewer');
    await reviewer.act(caseId, 'recordAbsence');
    await stack.advanceTo('2025-10-16T09:00:00+08:00');
    const finding = () => reviewer.act(caseId, 'findAbsenceWithoutCause', { reason: '未到场，也未说明' });
    expect(await refusalOf(finding())).toMatchObject({ status: 409, code: 'STEP_MISSING' });
    expect(
      (await (await stack.as('manager')).get(`/api/bars?party=${institutions.provider2.creditCode}`)).items,
    ).toEqual([]);
    await noticesBecome(caseId, 'absenceRecorded', [' FAILED']);
    await vi.waitFor(
      async () => expect((await reachTask(caseId))[0]?.detail.notices.length).toBeGreaterThan(1),
      20_000,
    );
    await reviewer.act(caseId, 'recordContact', { note: '已上门送达，法定代表人签收' });
    expect(await reachTask(caseId)).toEqual([]);
    await finding();
    await caseWhen(stack, caseId, { outcome: 'DEEMED_ABANDONED' });
  });

  it('SH-STORE-04.5 XC-04.3 an application does not lapse while the request to supplement it has reached nobody', async () => {
    const admin = await stack.as('admin');
    await admin.post('/api/accounts/demo-provider2/enable', {});
    const bars = await stack.database.bar.updateMany({ data: { liftedAt: new Date('2025-10-16T00:00:00Z') } });
    expect(bars.count).toBe(1);
    const again = await ApiClient.signIn(stack.baseUrl, 'provider2@demo.anjuan.test');
    const stage = { ...stack, as: (name: string) => (name === 'provider2' ? Promise.resolve(again) : stack.as(name)) };
    const caseId = await applied('provider2', 'provider2@demo.anjuan.test', stage);
    await settled(stack);
    await admin.post('/api/accounts/demo-provider2/disable', {});
    const reviewer = await stack.as('reviewer');
    await reviewer.act(caseId, 'requestSupplement', { items: ['审计报告'], reason: '缺少审计报告' });
    await noticesBecome(caseId, 'supplementRequested', [' FAILED']);
    const { deadlines } = await reviewer.get(`/api/cases/${caseId}`);
    const { dueAt } = deadlines.find(({ name }: { name: string }) => name === 'supplement');
    await stack.advanceTo(dueAt);
    await caseWhen(stack, caseId, { stage: 'RETURNED_FOR_SUPPLEMENT', outcome: null });
    const lines = await timelineOf(stack, caseId);
    expect(lines.map(({ title }) => title.zh)).toContainEqual(expect.stringContaining('通知尚未送达'));

    // The account is in use again: the request is sent to it, and the ten days run from then.
    await admin.post('/api/accounts/demo-provider2/enable', {});
    const mail = await mailTo(stack, 'provider2@demo.anjuan.test', '请补充申请材料');
    expect(mail.text).toContain('审计报告');
    await vi.waitFor(async () => expect(await reachTask(caseId)).toEqual([]), 20_000);
    await mailTo(stack, 'provider2@demo.anjuan.test', '期限恢复计时');
    const running = (await reviewer.get(`/api/cases/${caseId}`)).deadlines;
    expect(running.find(({ name }: { name: string }) => name === 'supplement').dueAt > dueAt).toBe(true);
  });
});

describe('a mail server that is choosy', () => {
  let server: MailServer;
  let isBusy = false;
  /** Whose mailbox is busy while it is. */
  const busy = ['provider@demo.anjuan.test', 'supplier@demo.anjuan.test'];
  const isOf = (name: string) => `${name}@demo.anjuan.test`;
  const to = (name: string) =>
    server.received.filter(({ to: [address] }) => address === isOf(name)).map(({ mail }) => mail.subject ?? '');

  beforeAll(async () => {
    server = await startMailServer({
      onRecipient: (address) => {
        if (address === 'wrong@demo.anjuan.test') return 550;
        return isBusy && busy.includes(address) ? 451 : undefined;
      },
    });
    stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00', environment: { SMTP_URL: server.url } });
  });
  afterAll(async () => {
    await stack.stop();
    await server.close();
  });

  it('XC-03.3 SH-STORE-05.7 an invitation that was overtaken is not sent, and what is told keeps its order', async () => {
    const caseId = await apply(stack);
    await noticesBecome(caseId, 'applicationReceived', [`${isOf('provider')} SENT`]);
    isBusy = true;
    await invite(caseId, '2025-10-16T10:00:00+08:00');
    const tried = async () => (await noticesOf(stack, caseId, 'interviewNotice'))[0];
    await vi.waitFor(async () => expect(await tried()).toMatchObject({ status: 'PLANNED', attempts: 1 }), 20_000);
    const reviewer = await stack.as('reviewer');
    await reviewer.act(caseId, 'rescheduleInterview', {
      interview: appointment('2025-10-17T10:00:00+08:00'),
      reason: '会场检修',
    });
    await noticesBecome(caseId, 'interviewNotice', [`${isOf('provider')} CANCELLED`]);
    isBusy = false;
    await (await stack.as('provider')).act(caseId, 'withdraw', { reason: '暂不开店' });
    await noticesBecome(caseId, 'applicationWithdrawn', [`${isOf('provider')} SENT`]);
    const told = to('provider').map((subject) => subject.replace(/^【案卷】|｜.*$/g, ''));
    expect(told.filter((subject) => subject.includes('线下面审通知'))).toEqual([]);
    expect(told.at(-1)).toContain('开店申请已撤回');
    expect(told.at(-2)).toContain('线下面审取消通知');
    const lines = await timelineOf(stack, caseId);
    expect(lines.filter(({ type }) => type === 'NOTICE_CANCELLED')[0]).toMatchObject({
      title: { zh: expect.stringContaining('线下面审通知') },
      detail: { template: 'interviewNotice', why: { zh: expect.stringContaining('改期') } },
    });
  });

  it('XC-03.3 SH-STORE-04.5 reminders of a supplement that was answered meanwhile are not sent', async () => {
    const caseId = await apply(stack);
    const reviewer = await stack.as('reviewer');
    await reviewer.act(caseId, 'requestSupplement', { items: ['审计报告'], reason: '缺少审计报告' });
    await noticesBecome(caseId, 'supplementRequested', [`${isOf('provider')} SENT`]);
    isBusy = true;
    const { deadlines } = await reviewer.get(`/api/cases/${caseId}`);
    const { dueAt } = deadlines.find(({ name }: { name: string }) => name === 'supplement');
    await stack.advanceTo(new Date(Date.parse(dueAt) - 3_600_000).toISOString());
    await vi.waitFor(
      async () => expect((await noticesOf(stack, caseId, 'deadlineReminder')).length).toBeGreaterThan(0),
      20_000,
    );
    const reminders = await noticesOf(stack, caseId, 'deadlineReminder');
    const provider = await stack.as('provider');
    const fileId = await uploadPdf(provider, '审计报告.pdf');
    await provider.act(caseId, 'answerSupplement', { note: '已补充审计报告', files: { qualifications: [fileId] } });
    isBusy = false;
    await endWaits(caseId);
    await noticesBecome(
      caseId,
      'deadlineReminder',
      reminders.map(() => `${isOf('provider')} CANCELLED`),
    );
    expect(to('provider').filter((subject) => subject.includes('期限提醒'))).toEqual([]);
  });

  it('XC-03.3 HN-NET-05.10 a request that the provider has declined meanwhile is not sent to it to be accepted', async () => {
    await registerSupplier(stack);
    const consumer = await stack.as('consumer');
    await consumer.post('/api/cases/consumerRegistration', individual);
    const need = { category: 'TECHNOLOGY', need: '需要对一批样品作成分检测。', platform: 'hn-liuyang' };
    const { caseId } = await consumer.post<{ caseId: string }>('/api/cases/serviceRequest', need);
    isBusy = true;
    const county = await stack.as('county');
    const manager = 'countymanager';
    const transfer = { provider: supplier.party, reason: '该服务商有检测资质。' };
    await county.act(caseId, 'transferToProvider', transfer);
    const asked = async () => noticesOf(stack, caseId, 'requestAssigned', manager);
    await vi.waitFor(async () => expect(await asked()).toMatchObject([{ status: 'PLANNED', attempts: 1 }]), PATIENCE);
    await (await stack.as('supplier')).act(caseId, 'declineRequest', { reason: '检测设备检修。' });
    await county.act(caseId, 'transferToProvider', transfer);
    isBusy = false;
    await endWaits(caseId);
    // Given out again it is asked for anew, with the time that runs now.
    await noticesBecome(
      caseId,
      'requestAssigned',
      [`${isOf('supplier')} CANCELLED`, `${isOf('supplier')} SENT`],
      manager,
    );
    await noticesBecome(caseId, 'requestReturned', [`${isOf('consumer')} SENT`, `${isOf('supplier')} SENT`], manager);
    expect(to('supplier').filter((subject) => subject.includes('请受理服务需求'))).toHaveLength(1);
  });

  it('XC-04.3 an address is put right: what could not be delivered goes there, once, and the task closes', async () => {
    const admin = await stack.as('admin');
    const change = (email: string) => admin.exchange('PATCH', '/api/accounts/demo-provider2', { email });
    expect((await change('a@b-.cn')).status).toBe(422);
    expect((await change(`${'a'.repeat(74)}@example.org`)).status).toBe(422);
    expect((await change('provider@demo.anjuan.test')).status).toBe(409);
    const provider2 = await stack.as('provider2');
    expect((await change('wrong@demo.anjuan.test')).status).toBe(200);
    const body = await applicationBody(stack, { as: 'provider2' });
    const institution = { ...(body['institution'] as object), contactEmail: 'wrong@demo.anjuan.test' };
    const { caseId } = await provider2.post('/api/applications', { ...body, institution });
    await noticesBecome(caseId, 'applicationReceived', ['wrong@demo.anjuan.test FAILED']);
    await vi.waitFor(async () => expect(await reachTask(caseId)).toHaveLength(1), 20_000);
    expect((await change('right@demo.anjuan.test')).status).toBe(200);
    await noticesBecome(caseId, 'applicationReceived', ['right@demo.anjuan.test SENT']);
    await vi.waitFor(async () => expect(await reachTask(caseId)).toEqual([]), 20_000);
    expect((await change('right@demo.anjuan.test')).status).toBe(200);
    await noticesBecome(caseId, 'applicationReceived', ['right@demo.anjuan.test SENT']);
    expect(to('right')).toEqual([expect.stringContaining('开店申请收件回执')]);
    const types = (await timelineOf(stack, caseId)).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['NOTICE_FAILED', 'UNDELIVERED_NOTICE_SETTLED']));
    await provider2.act(caseId, 'withdraw', {});
  });

  it('XC-04.3 the last notice of a case that is closed reaches the contact of its form once that is put right', async () => {
    const body = await applicationBody(stack, { as: 'provider2' });
    const institution = { ...(body['institution'] as object), contactEmail: 'wrong@demo.anjuan.test' };
    const provider2 = await stack.as('provider2');
    const { caseId } = await provider2.post('/api/applications', { ...body, institution });
    await provider2.act(caseId, 'withdraw', {});
    const own = 'right@demo.anjuan.test SENT';
    await noticesBecome(caseId, 'applicationWithdrawn', [own, 'wrong@demo.anjuan.test FAILED']);
    await provider2.act(caseId, 'correctContact', { email: 'desk@demo.anjuan.test' });
    const desk = 'desk@demo.anjuan.test SENT';
    await noticesBecome(caseId, 'applicationWithdrawn', [desk, own, 'wrong@demo.anjuan.test CANCELLED']);
    expect(to('desk').filter((subject) => subject.includes('撤回'))).toHaveLength(1);
    await vi.waitFor(async () => expect(await reachTask(caseId)).toEqual([]), 20_000);
    expect(await provider2.get(`/api/cases/${caseId}`)).toMatchObject({ outcome: 'WITHDRAWN' });
  });

  it('XC-04.3 HN-NET-05.3 so is the address in a form that staff filled in for a caller, who is written to in their language', async () => {
    const county = await stack.as('county');
    const wrong = { name: 'John Smith', email: 'wrong@demo.anjuan.test', locale: 'en' };
    const need = {
      category: 'TECHNOLOGY',
      need: '需要对一批样品作成分检测。',
      platform: 'hn-liuyang',
      channel: 'HOTLINE',
    };
    const { caseId } = await county.post<{ caseId: string }>('/api/cases/serviceRequest', {
      ...need,
      requester: wrong,
    });
    const manager = 'countymanager';
    await noticesBecome(caseId, 'requestReceived', ['wrong@demo.anjuan.test FAILED'], manager);
    const { code } = await refusalOf(
      (await stack.as('consumer')).act(caseId, 'correctContact', { email: 'a@example.org' }),
    );
    expect(code).toBe('NOT_FOUND');
    await county.act(caseId, 'correctContact', { email: 'caller@demo.anjuan.test' });
    const told = ['caller@demo.anjuan.test SENT', 'wrong@demo.anjuan.test CANCELLED'];
    await noticesBecome(caseId, 'requestReceived', told, manager);
    expect(to('caller')).toEqual([expect.stringMatching(/^Your service request has been received/)]);
    const timeline = await timelineOf(stack, caseId, manager);
    const line = timeline.find(({ type }) => type === 'CONTACT_CORRECTED');
    expect(line).toMatchObject({ title: { zh: '联系人已更正：联系邮箱' } });
    expect(JSON.stringify(timeline)).not.toContain('caller@demo');
  });
});
