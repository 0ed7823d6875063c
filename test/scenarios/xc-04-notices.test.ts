/** Notices (XC-04): what is kept of each, what a failure does, and in which language they speak. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { NOTICES_CHANNEL } from '../../prisma/channels.ts';
import { storeApplicationNotices } from '../../workflows/sh-store/store-application/notices.ts';
import {
  appointment,
  apply,
  deadlineOf,
  noticesOf,
  openedBy,
  openStore,
  passInterview,
  review,
  settled,
  timelineOf,
} from '../support/applications.ts';
import { relatedId } from '../support/cases.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { mailAbout, wordsOf } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

describe('a mail server that takes everything', () => {
  let stack: TestStack;
  let applicationId: string;

  beforeAll(async () => {
    stack = await startTestStack({ startAt: '2025-08-18T09:00:00+08:00' });
  });
  afterAll(() => stack.stop());

  it('XC-04.1 keeps subject, body, address and SMTP result of the interview notice of 2025-08-20 10:00', async () => {
    applicationId = await apply(stack);
    await review(stack, applicationId);
    await stack.advanceTo('2025-08-20T10:00:00+08:00');
    const reviewer = await stack.as('reviewer');
    await reviewer.act(applicationId, 'passPreliminaryReview', { interview: appointment('2025-09-10T10:00:00+08:00') });
    const mail = await mailAbout(stack, 'provider', '线下面审通知');
    const line = await vi.waitFor(async () => {
      const lines = await timelineOf(stack, applicationId);
      const planned = lines.find(
        ({ type, detail }) => type === 'NOTICE_PLANNED' && detail?.['template'] === 'interviewNotice',
      );
      if (planned?.notices[0]?.status !== 'SENT') throw new Error('The timeline does not show that it was sent yet.');
      return planned;
    }, 20_000);
    expect(line.at.slice(0, 16)).toBe('2025-08-20T10:00');
    const id = String(line.notices[0]?.id);
    expect(line.notices).toMatchObject([
      { id, status: 'SENT', subject: mail.subject, address: 'provider@demo.anjuan.test', error: null },
    ]);
    expect(line.notices[0]?.response).toMatch(/^250 /);

    const manager = await stack.as('manager');
    const notice = await manager.get(`/api/notices/${id}`);
    expect(notice).toMatchObject({
      caseId: applicationId,
      requirement: 'SH-STORE-04.3',
      templateVersion: storeApplicationNotices.interviewNotice.version,
      channel: 'EMAIL',
      recipientEmail: 'provider@demo.anjuan.test',
      status: 'SENT',
      attempts: 1,
      subject: mail.subject,
      messageId: mail.messageId,
    });
    expect(notice.sentAt.slice(0, 16)).toBe('2025-08-20T10:00');
    expect(notice.response).toMatch(/^250 /);
    // What is kept is what was sent.
    expect(wordsOf(notice.html)).toBe(wordsOf(mail.html));
    expect(notice.text.trim()).toBe(mail.text.trim());
    expect(mail.text).toContain('2025年9月10日 10:00');
  });

  it('XC-04.4 names clause and reason in the language of the reader, Chinese unless asked otherwise', async () => {
    const admin = await stack.as('admin');
    await admin.exchange('PATCH', '/api/accounts/demo-reviewer2', { locale: 'en' });
    await stack.advanceTo('2025-09-10T10:00:00+08:00');
    await passInterview(stack, applicationId);
    await settled(stack);
    const { setupId } = openedBy(applicationId);
    const { dueAt } = await deadlineOf(stack, setupId, 'setupLimit');
    await stack.advanceTo(dueAt);

    const chinese = await mailAbout(stack, 'reviewer', '清退情形待确认');
    for (const words of [
      '新店铺超过15个工作日未完成首次店铺装修及产品上架',
      '依据《办法》四.5(1)',
      '依据：《办法》四.5(1)',
      '店铺装修未发布',
      '已上架产品 0 个',
    ]) {
      expect(chinese.text).toContain(words);
    }
    expect(chinese.html).toContain('lang="zh-CN"');
    // The store reads of the reviewers' notice on its own timeline that it went out; not to whom, and not where.
    const clearanceId = await relatedId(stack, setupId, 'clearance');
    const sent = async () => {
      const lines = await timelineOf(stack, clearanceId, 'provider');
      const told = lines.find(({ detail }) => detail?.['template'] === 'clearanceDetected');
      expect(told).toMatchObject({ notices: [], noticeStates: [{ status: 'SENT', count: 2 }] });
      return lines;
    };
    const seen = JSON.stringify(await vi.waitFor(sent, 20_000));
    for (const hidden of ['李审核', '王审核', 'reviewer@', 'reviewer2@', '250 ']) expect(seen).not.toContain(hidden);
    const english = await mailAbout(stack, 'reviewer2', 'Ground for clearance to be confirmed');
    for (const words of [
      'First decoration and listing not done after more than 15 working days',
      'under 四.5(1) of the Measures',
      'Legal basis: 四.5(1) of the Measures, that is, the Shanghai Enterprise Service Cloud store measures (trial)',
      'Decoration not published',
      '0 products listed, at least 1 needed',
    ]) {
      expect(english.text).toContain(words);
    }
    expect(english.html).toContain('lang="en"');
  });
});

describe('a mail server that refuses two recipients', () => {
  let stack: TestStack;
  let server: MailServer;
  let isGone = false;

  beforeAll(async () => {
    server = await startMailServer({
      onRecipient: (address) => {
        if (address === 'provider@demo.anjuan.test') return isGone ? 550 : 451;
        return address === 'reviewer2@demo.anjuan.test' ? 550 : undefined;
      },
    });
    stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00', environment: { SMTP_URL: server.url } });
  });
  afterAll(async () => {
    await stack.stop();
    await server.close();
  });

  it('XC-04.3 gives up after 5 refusals, opens a task and shows the notice as not delivered', async () => {
    const caseId = await apply(stack);
    const tried = async () => (await noticesOf(stack, caseId, 'applicationReceived'))[0];
    for (let attempt = 1; attempt <= 5; attempt++) {
      // Counted as it is handed over, and waiting again once it was refused.
      const status = attempt === 5 ? 'FAILED' : 'PLANNED';
      await vi.waitFor(async () => expect(await tried()).toMatchObject({ attempts: attempt, status }), PATIENCE);
      if (attempt === 5) break;
      expect(await tried()).toMatchObject({ status: 'PLANNED', sentAt: null, response: expect.stringMatching(/^451/) });
      // The wait grows from try to try; it is not sat out here.
      const [wait] = await stack.database.$queryRaw<{ ms: number }[]>`
        SELECT EXTRACT(EPOCH FROM "nextAttemptAt" - now())::float8 * 1000 AS ms FROM "Notice"
        WHERE "caseId" = ${caseId} AND "template" = 'applicationReceived'`;
      expect(wait?.ms).toBeGreaterThan([0, 1_000, 10_000, 60_000, 300_000][attempt] ?? 0);
      await stack.database.notice.updateMany({
        where: { caseId, template: 'applicationReceived' },
        data: { nextAttemptAt: new Date(Date.now() - 1_000) },
      });
      await stack.database.$executeRaw`SELECT pg_notify(${NOTICES_CHANNEL}, '')`;
    }
    await vi.waitFor(async () => expect(await tried()).toMatchObject({ status: 'FAILED' }), 20_000);
    expect(await tried()).toMatchObject({ sentAt: null, attempts: 5, lastError: expect.stringMatching(/^451/) });
    expect(server.recipients.filter((address) => address === 'provider@demo.anjuan.test')).toHaveLength(5);

    const reviewer = await stack.as('reviewer');
    const task = await vi.waitFor(async () => {
      const { items } = await reviewer.get(`/api/tasks?caseId=${caseId}&name=reachRecipient`);
      if (items.length === 0) throw new Error('No task yet.');
      return items[0];
    }, 20_000);
    expect(task).toMatchObject({ role: 'reviewer', detail: { notices: [{ template: 'applicationReceived' }] } });
    const lines = await timelineOf(stack, caseId);
    expect(lines.filter(({ type }) => type === 'NOTICE_FAILED')).toHaveLength(1);
    // Said once, though the case heard of it too (XC-05.3).
    expect(lines.filter(({ title }) => title.zh.includes('未能送达'))).toHaveLength(1);
    expect(lines.find(({ detail }) => detail?.['template'] === 'applicationReceived')).toMatchObject({
      type: 'NOTICE_PLANNED',
      noticeStates: [{ status: 'FAILED', count: 1 }],
    });
    expect(lines.find(({ type }) => type === 'NOTICE_FAILED')?.title.zh).toContain('未能送达');
  });

  it('XC-04.3 opens the task in a case that was closed by the very step whose notice bounces, and leaves it closed', async () => {
    const [mine] = (await (await stack.as('provider')).get('/api/cases?kind=storeApplication')).items;
    const caseId: string = mine.id;
    isGone = true;
    await (await stack.as('provider')).act(caseId, 'withdraw', { reason: '暂不开店' });
    const reviewer = await stack.as('reviewer');
    const open = async () => (await reviewer.get(`/api/tasks?caseId=${caseId}&name=reachRecipient`)).items;
    await vi.waitFor(
      async () =>
        expect(await open()).toMatchObject([
          { detail: { notices: [{ template: 'applicationReceived' }, { template: 'applicationWithdrawn' }] } },
        ]),
      20_000,
    );
    expect(await reviewer.get(`/api/cases/${caseId}`)).toMatchObject({ outcome: 'WITHDRAWN' });
    await reviewer.act(caseId, 'recordContact', { note: '已电话告知' });
    expect(await open()).toEqual([]);
    const seen = await reviewer.get(`/api/cases/${caseId}`);
    expect(seen).toMatchObject({ outcome: 'WITHDRAWN', closedAt: expect.any(String) });
    expect((await timelineOf(stack, caseId)).at(-1)).toMatchObject({ type: 'TASK_CLOSED' });
  });

  it('XC-04.2 tracks each way by itself: a bounce stays a bounce, the other is not undone, and the task stays until dealt with', async () => {
    const { setupId } = await openStore(stack, '2025-09-26T15:00:00+08:00', { as: 'provider2' });
    const { dueAt } = await deadlineOf(stack, setupId, 'setupLimit');
    await stack.advanceTo(dueAt);
    const reviewer = await stack.as('reviewer');
    const { items } = await reviewer.get('/api/cases?kind=clearance');
    const caseId: string = items[0].id;
    // One notice, two recipients: one row each, one of them bounces.
    const rows = await vi.waitFor(async () => {
      const found = await noticesOf(stack, caseId, 'clearanceDetected');
      expect(found.map(({ recipientEmail, status }) => [recipientEmail, status]).sort()).toEqual([
        ['reviewer2@demo.anjuan.test', 'FAILED'],
        ['reviewer@demo.anjuan.test', 'SENT'],
      ]);
      return found;
    }, 20_000);
    const bounced = rows.find(({ status }) => status === 'FAILED');
    expect(bounced).toMatchObject({ attempts: 1, sentAt: null, response: expect.stringMatching(/^550/) });
    const tasks = async () => (await reviewer.get(`/api/tasks?caseId=${caseId}&view=all`)).items;
    await vi.waitFor(async () => {
      expect((await tasks()).map(({ name }: { name: string }) => name).sort()).toEqual([
        'clearanceConfirmation',
        'reachRecipient',
      ]);
    }, 20_000);
    expect((await tasks()).find(({ name }: { name: string }) => name === 'reachRecipient')).toMatchObject({
      detail: { notices: [{ noticeId: bounced?.id, template: 'clearanceDetected' }] },
    });

    // Told by letter: that is a record of its own and makes no delivered e-mail out of the bounced one.
    await reviewer.act(caseId, 'recordContact', { note: '挂号信 XA123456789 已签收' });
    expect((await tasks()).map(({ name }: { name: string }) => name)).toEqual(['clearanceConfirmation']);
    expect(await noticesOf(stack, caseId, 'clearanceDetected')).toEqual(rows);
    const contact = (await timelineOf(stack, caseId)).filter(({ type }) => type === 'RECIPIENT_REACHED_OTHERWISE');
    expect(contact).toMatchObject([{ actor: { id: 'demo-reviewer' }, detail: { note: '挂号信 XA123456789 已签收' } }]);
  });
});
