import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type MailServer, type Received } from '../../test/support/mail-server.ts';
import { CASE_ID, planNotice, type FreshDatabase } from '../../test/support/notice-database.ts';
import { noticePost } from '../../test/support/notice-post.ts';
import { SENT_AT } from '../../test/support/notice-sender.ts';
import { addressCodeRow } from '../../rules/notices/address-code.ts';
import { sampleAddressCode, sampleCommon } from '../../rules/notices/samples.ts';
import type { Instant } from '../../rules/time/index.ts';
import { verifyChain } from '../timeline.ts';
import type { UndeliverableNotice } from './deliver-notices.ts';

const { databases, serve, send } = noticePost();

/** Awaits a state of a notice and answers its row; another final state fails at once, with its error. */
async function reaches({ database }: FreshDatabase, id: string, status: string) {
  const ends = (now: string) => now === status || now === 'SENT' || now === 'FAILED';
  await expect
    .poll(async () => ends((await row({ database }, id)).status), { timeout: 15_000, interval: 10 })
    .toBe(true);
  const reached = await row({ database }, id);
  expect(reached.status, reached.lastError ?? '').toBe(status);
  return reached;
}

function row({ database }: Pick<FreshDatabase, 'database'>, id: string) {
  return database.notice.findUniqueOrThrow({ where: { id } });
}

async function timeline({ database }: FreshDatabase) {
  const lines = await database.timelineEvent.findMany({ where: { caseId: CASE_ID }, orderBy: { seq: 'asc' } });
  const head = await database.case.findUniqueOrThrow({ where: { id: CASE_ID } });
  expect(verifyChain(lines, head)).toMatchObject({ intact: true });
  return lines;
}

function messageIds(server: MailServer): (string | undefined)[] {
  return server.received.map(({ mail }) => mail.messageId);
}

it('XC-04.1 stores what was sent with the result, and writes it on the timeline', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const id = await planNotice(fresh.database, 'interviewNotice');
  send(fresh, server);
  const notice = await reaches(fresh, id, 'SENT');

  // Under its own id at the sender's domain.
  expect(notice.messageId).toBe(`<${id}@example.org>`);
  const [item] = server.received;
  expect(item?.to).toEqual(['li.xiao@example.org']);
  // In the name of the body, which the recipient knows; the address is the one that is set.
  expect(item?.mail.from?.value).toEqual([{ name: '上海市中小企业发展服务中心', address: 'notices@example.org' }]);
  expect(item?.mail.messageId).toBe(notice.messageId);
  expect(item?.mail.subject).toBe(notice.subject);
  expect(item?.mail.text?.trim()).toBe(notice.text?.trim());
  expect(item?.mail.html).toContain('线下面审通知');
  expect(notice.html).toContain('线下面审通知');
  const [file] = notice.attachments as { content: string }[];
  expect(item?.mail.attachments.find(({ filename }) => filename === 'interview.ics')?.content.toString()).toBe(
    file?.content,
  );
  expect(notice).toMatchObject({ attempts: 1, outages: 0, sentAt: new Date(SENT_AT), lastError: null });
  expect(notice.response).toMatch(/^250/);

  expect(await timeline(fresh)).toMatchObject([
    {
      type: 'NOTICE_SENT',
      at: new Date(SENT_AT),
      actor: { kind: 'system', id: 'notices', role: 'system' },
      requirement: 'SH-STORE-04.3',
      clause: 'SH-STORE 二.2',
      detail: {
        noticeId: id,
        template: 'interviewNotice',
        channel: 'EMAIL',
      },
    },
  ]);
});

it('XC-05.3 a clock that was set back 40 days dates no line before its case, and no notice before it was planned', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const plannedAt = new Date('2025-08-20T02:00:00.000Z');
  const id = await planNotice(fresh.database, 'setupDone', { plannedAt });
  const clockSaid = '2025-07-11T10:00:00.000+08:00';
  send(fresh, server, { now: () => clockSaid });
  expect(await reaches(fresh, id, 'SENT')).toMatchObject({ sentAt: plannedAt });
  const { openedAt } = await fresh.database.case.findUniqueOrThrow({ where: { id: CASE_ID } });
  expect(await timeline(fresh)).toMatchObject([{ type: 'NOTICE_SENT', at: openedAt, detail: { clockSaid } }]);
});

it('XC-05.3 what was to be sent when the clock was set back 40 days is sent now, and not in 40 days', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const nextAttemptAt = new Date(Date.now() + 40 * 86_400_000);
  const id = await planNotice(fresh.database, 'setupDone', { nextAttemptAt });
  send(fresh, server);
  await reaches(fresh, id, 'SENT');
});

it('sends in the recipient’s language', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const id = await planNotice(fresh.database, 'noShowBar', { locale: 'en' });
  send(fresh, server);
  await reaches(fresh, id, 'SENT');
  expect(server.received[0]?.mail.text).toContain('Saturday 30 August 2025 to Saturday 28 February 2026');
});

it('is woken by a transition while it waits', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const first = await planNotice(fresh.database, 'setupDone');
  send(fresh, server);
  await reaches(fresh, first, 'SENT');
  await reaches(fresh, await planNotice(fresh.database, 'storeOpened'), 'SENT');
});

it('goes on listening after its connection was cut', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const first = await planNotice(fresh.database, 'setupDone');
  const warnings: string[] = [];
  const log = { info() {}, error() {}, warn: (_fields: object, message: string) => warnings.push(message) };
  send(fresh, server, { log });
  await reaches(fresh, first, 'SENT');
  await fresh.database.$queryRaw`
    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
  await reaches(fresh, await planNotice(fresh.database, 'storeOpened'), 'SENT');
  await expect.poll(() => warnings).toContain('the notice sender lost its listening connection and makes it again');
});

it('leaves a cancelled notice alone', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const cancelled = await planNotice(fresh.database, 'deadlineReminder', { status: 'CANCELLED' });
  const other = await planNotice(fresh.database, 'setupDone');
  send(fresh, server);
  await reaches(fresh, other, 'SENT');
  expect(server.received).toHaveLength(1);
  expect(await row(fresh, cancelled)).toMatchObject({ status: 'CANCELLED', html: null });
});

it('XC-04.3 gives up after five temporary refusals and raises it once', async () => {
  const fresh = await databases.fresh();
  const server = await serve({ onRecipient: () => 452 });
  const id = await planNotice(fresh.database, 'preliminaryRejected');
  const told: UndeliverableNotice[] = [];
  send(fresh, server, { onUndeliverable: async (notice) => void told.push(notice) });
  const notice = await reaches(fresh, id, 'FAILED');
  expect(notice).toMatchObject({ attempts: 5, sentAt: null });
  expect(notice.lastError).toContain('452');
  expect(server.recipients).toHaveLength(5);
  expect(told).toMatchObject([
    { id, caseId: CASE_ID, template: 'preliminaryRejected', recipientEmail: 'li.xiao@example.org', attempts: 5 },
  ]);
  const lines = await timeline(fresh);
  expect(lines.map(({ type }) => type)).toEqual(['NOTICE_FAILED']);
});

it.each([
  ['taken', undefined, 'SENT'],
  ['refused', 550, 'FAILED'],
] as const)(
  'XC-04.1 a notice that is %s leaves nothing on the timeline of who got it and where',
  async (_how, code, end) => {
    const fresh = await databases.fresh();
    const server = await serve({ onRecipient: () => code });
    const id = await planNotice(fresh.database, 'setupDone');
    send(fresh, server);
    const { recipientName, recipientEmail, response } = await reaches(fresh, id, end);
    const [line] = await timeline(fresh);
    expect(line?.detail).toEqual({
      noticeId: id,
      template: 'setupDone',
      channel: 'EMAIL',
    });
    const told = JSON.stringify(line);
    for (const part of [recipientName, recipientEmail, response ?? '']) {
      expect(part).not.toBe('');
      expect(told).not.toContain(part);
    }
  },
);

it('XC-04.3 sends after some temporary refusals what it had stored before the first try', async () => {
  const fresh = await databases.fresh();
  let refusals = 0;
  let refused = () => {};
  const firstRefusal = new Promise<void>((resolve) => (refused = resolve));
  const server = await serve({
    onRecipient() {
      refusals += 1;
      refused();
      return refusals <= 3 ? 450 : undefined;
    },
  });
  const id = await planNotice(fresh.database, 'setupDone');
  send(fresh, server, { retry: { temporaryMs: [100], outageMs: 20, outageMaxMs: 100, unknownMs: 20 } });
  await firstRefusal;
  await fresh.database.notice.update({
    where: { id },
    data: { data: { ...((await row(fresh, id)).data as object), institution: '改名之后' } },
  });
  const notice = await reaches(fresh, id, 'SENT');
  expect(notice.attempts).toBe(4);
  expect(server.received).toHaveLength(1);
  expect(server.received[0]?.mail.text).toContain(sampleCommon.institution);
  expect(server.received[0]?.mail.text).not.toContain('改名之后');
});

it('a permanent refusal fails at once', async () => {
  const fresh = await databases.fresh();
  const server = await serve({ onRecipient: (address) => (address.startsWith('gone') ? 550 : undefined) });
  const gone = await planNotice(fresh.database, 'setupDone', { recipientEmail: 'gone@example.org' });
  const here = await planNotice(fresh.database, 'setupDone');
  send(fresh, server);
  expect(await reaches(fresh, gone, 'FAILED')).toMatchObject({ attempts: 1 });
  await reaches(fresh, here, 'SENT');
  expect(server.recipients.filter((address) => address === 'gone@example.org')).toHaveLength(1);
});

it.each([
  ['taken', undefined, 'SENT'],
  ['refused', 550, 'FAILED'],
] as const)(
  'XC-04.1 a code that is %s, before there is a case, has its result in its row and tells no case',
  async (_how, code, end) => {
    const fresh = await databases.fresh();
    const server = await serve({ onRecipient: () => code });
    const told: UndeliverableNotice[] = [];
    const logged: string[] = [];
    const log = { info() {}, error() {}, warn: (fields: object) => logged.push(JSON.stringify(fields)) };
    const planned = addressCodeRow({
      ...sampleAddressCode,
      id: 'ntc-code-1',
      name: '李晓',
      email: 'li.xiao@example.org',
      locale: 'zh-CN',
      plannedAt: sampleCommon.plannedAt,
    });
    await fresh.database.notice.create({ data: planned });
    send(fresh, server, { log, onUndeliverable: async (notice) => void told.push(notice) });
    const { subject, data, html, text } = await reaches(fresh, planned.id, end);
    // The code is forgotten with its mail.
    expect(JSON.stringify([data, html, text])).not.toContain('492817');
    expect(subject).toContain('邮箱验证码');
    expect(server.received.map(({ mail }) => mail.text?.includes('492817'))).toEqual(end === 'SENT' ? [true] : []);
    expect(told).toEqual([]);
    expect(await fresh.database.timelineEvent.count()).toBe(0);
    if (end === 'FAILED') await expect.poll(() => logged.join()).toContain('"status":"FAILED"');
    expect(logged.join()).not.toContain('example.org');
  },
);

it('a notice that cannot be rendered fails and holds up no other', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const broken = await planNotice(fresh.database, 'setupDone', { template: 'noSuchTemplate' });
  const empty = await planNotice(fresh.database, 'interviewNotice');
  await fresh.database.notice.update({ where: { id: empty }, data: { data: {} } });
  const sound = await planNotice(fresh.database, 'setupDone');
  send(fresh, server);
  await reaches(fresh, sound, 'SENT');
  expect((await reaches(fresh, broken, 'FAILED')).lastError).toContain('noSuchTemplate');
  await reaches(fresh, empty, 'FAILED');
});

it('what is raised stands or falls with the state: a failure there is tried again', async () => {
  const fresh = await databases.fresh();
  const server = await serve({ onRecipient: () => 550 });
  const id = await planNotice(fresh.database, 'setupDone');
  let calls = 0;
  send(fresh, server, {
    async onUndeliverable(notice, tx) {
      calls += 1;
      await tx.caseMessage.create({
        data: {
          id: `undeliverable:${notice.id}`,
          toCaseId: notice.caseId,
          action: 'noticeFailed',
          input: {},
          actor: {},
          createdAt: new Date(notice.failedAt),
        },
      });
      if (calls === 1) throw new Error('the database was busy');
    },
  });
  await reaches(fresh, id, 'FAILED');
  expect(calls).toBe(2);
  expect(await fresh.database.caseMessage.count()).toBe(1);
  expect(await timeline(fresh)).toHaveLength(1);
  expect(server.recipients).toHaveLength(1);
});

it('XC-04.3 an outage holds up nothing and costs nothing: afterwards each notice arrives once', async () => {
  const fresh = await databases.fresh();
  const before = await serve();
  await before.close();
  const ids = await Promise.all(Array.from({ length: 20 }, () => planNotice(fresh.database, 'setupDone')));
  send(fresh, before);
  await expect
    .poll(() => fresh.database.notice.count({ where: { outages: { gte: 2 }, status: 'PLANNED' } }), { timeout: 15_000 })
    .toBeGreaterThan(0);
  const after = await serve({ port: before.port });
  for (const id of ids) expect(await reaches(fresh, id, 'SENT')).toMatchObject({ attempts: 1 });
  expect(after.received).toHaveLength(ids.length);
  expect(new Set(messageIds(after)).size).toBe(ids.length);
});

it('a connection that breaks after the content leads to one repetition with the same Message-ID', async () => {
  const fresh = await databases.fresh();
  let contents = 0;
  const server = await serve({ onContent: () => ((contents += 1) === 1 ? 'drop' : 'accept') });
  const id = await planNotice(fresh.database, 'interviewNotice');
  send(fresh, server);
  const notice = await reaches(fresh, id, 'SENT');
  expect(messageIds(server)).toEqual([notice.messageId, notice.messageId]);
  expect(server.received[1]?.mail.text).toBe(server.received[0]?.mail.text);
  expect(notice.attempts).toBe(2);
  expect(await timeline(fresh)).toHaveLength(1);
});

it('a second unknown outcome fails: there is never a third copy', async () => {
  const fresh = await databases.fresh();
  const server = await serve({ onContent: () => 'drop' });
  const id = await planNotice(fresh.database, 'setupDone');
  const other = await planNotice(fresh.database, 'setupDone');
  const told: string[] = [];
  send(fresh, server, { onUndeliverable: async (notice) => void told.push(notice.id) });
  await reaches(fresh, id, 'FAILED');
  await reaches(fresh, other, 'FAILED');
  for (const each of [id, other]) {
    const { messageId } = await row(fresh, each);
    expect(messageIds(server).filter((sent) => sent === messageId)).toHaveLength(2);
  }
  expect(told.toSorted()).toEqual([id, other].toSorted());
  const mayHaveArrived = {
    title: { en: expect.stringContaining('Not known whether') },
    detail: { mayHaveArrived: true },
  };
  expect(await timeline(fresh)).toMatchObject([mayHaveArrived, mayHaveArrived]);
});

/** A server that breaks off after the first content and answers the recipients of later tries with these codes in turn. */
function dropThenRefuse(codes: readonly number[], then: 'accept' | 'drop'): Promise<MailServer> {
  let contents = 0;
  let later = 0;
  return serve({
    onContent: () => ((contents += 1) === 1 ? 'drop' : then),
    onRecipient: () => (contents === 0 ? undefined : codes[later++]),
  });
}

it('XC-04.3 a repetition that is refused for now was not taken: it is tried again, with the normal waits', async () => {
  const fresh = await databases.fresh();
  const server = await dropThenRefuse([451, 452], 'accept');
  const id = await planNotice(fresh.database, 'setupDone');
  send(fresh, server);
  const notice = await reaches(fresh, id, 'SENT');
  expect(messageIds(server)).toEqual([notice.messageId, notice.messageId]);
  expect(notice.attempts).toBe(4);
  expect(await timeline(fresh)).toHaveLength(1);
});

it('XC-04.3 a second unknown outcome is the end, refusals between the two notwithstanding', async () => {
  const fresh = await databases.fresh();
  const server = await dropThenRefuse([451], 'drop');
  const id = await planNotice(fresh.database, 'setupDone');
  const told: string[] = [];
  send(fresh, server, { onUndeliverable: async (notice) => void told.push(notice.id) });
  const notice = await reaches(fresh, id, 'FAILED');
  expect(messageIds(server)).toEqual([notice.messageId, notice.messageId]);
  expect(told).toEqual([id]);
});

it('XC-04.3 a repetition that is refused over and over fails after five tries in all', async () => {
  const fresh = await databases.fresh();
  const server = await dropThenRefuse([451, 451, 451, 451, 451, 451], 'accept');
  const id = await planNotice(fresh.database, 'setupDone');
  send(fresh, server);
  expect(await reaches(fresh, id, 'FAILED')).toMatchObject({ attempts: 5, sentAt: null });
  expect(server.received).toHaveLength(1);
  expect(server.recipients).toHaveLength(5);
});

it('an outage before the repetition does not use it up', async () => {
  const fresh = await databases.fresh();
  let dropped = () => {};
  const drop = new Promise<void>((resolve) => (dropped = resolve));
  const first = await serve({ onContent: () => 'drop', onReceived: () => dropped() });
  const id = await planNotice(fresh.database, 'setupDone');
  send(fresh, first, { retry: { temporaryMs: [10], outageMs: 20, outageMaxMs: 50, unknownMs: 300 } });
  await drop;
  await first.close();
  await expect.poll(async () => (await row(fresh, id)).outages, { timeout: 15_000 }).toBeGreaterThan(1);
  expect(['UNKNOWN', 'SENDING']).toContain((await row(fresh, id)).status);
  const second = await serve({ port: first.port });
  expect(await reaches(fresh, id, 'SENT')).toMatchObject({ attempts: 2 });
  expect(messageIds(second)).toEqual(messageIds(first));
});

it('a stop finishes the mail in hand', async () => {
  const fresh = await databases.fresh();
  let stopped: Promise<unknown> | undefined;
  const server = await serve({ onContent: () => ((stopped = sender.stop()), 'accept') });
  const id = await planNotice(fresh.database, 'setupDone');
  const sender = send(fresh, server);
  await expect.poll(() => stopped, { timeout: 15_000 }).toBeDefined();
  expect(await stopped).toEqual({ sent: 1, failed: 0, deferred: 0 });
  expect((await row(fresh, id)).status).toBe('SENT');
});

it('ends at once when the worker stops', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const stopping = new AbortController();
  const id = await planNotice(fresh.database, 'setupDone');
  const sender = send(fresh, server, { stopping: stopping.signal });
  await reaches(fresh, id, 'SENT');
  stopping.abort();
  expect(await sender.ended).toEqual({ sent: 1, failed: 0, deferred: 0 });
});

it('several senders share the queue: each notice arrives once', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const ids = await Promise.all(Array.from({ length: 40 }, () => planNotice(fresh.database, 'setupDone')));
  for (let n = 0; n < 3; n += 1) send(fresh, server);
  for (const id of ids) await reaches(fresh, id, 'SENT');
  expect(server.received).toHaveLength(ids.length);
  expect(new Set(messageIds(server)).size).toBe(ids.length);
  expect(await timeline(fresh)).toHaveLength(ids.length);
});

it('the time of sending is the platform’s, not the machine’s', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const id = await planNotice(fresh.database, 'setupDone');
  const moved: Instant = '2031-05-01T09:00:00.000+08:00';
  send(fresh, server, { now: async () => moved });
  expect((await reaches(fresh, id, 'SENT')).sentAt).toEqual(new Date(moved));
});

it('XC-05.6 a sender killed between content and answer leads to one repetition, and a second kill to none', async () => {
  const fresh = await databases.fresh();
  const program = fileURLToPath(new URL('../../test/support/notice-sender.ts', import.meta.url));
  let arrived: (item: Received) => void = () => {};
  let treatment: 'hold' | 'accept' = 'hold';
  const server = await serve({ onContent: () => treatment, onReceived: (item) => arrived(item) });
  /** Lets a sender die when the server has the content and has not answered. */
  const dieSending = async () => {
    const content = new Promise<Received>((resolve) => (arrived = resolve));
    const child = spawn(process.execPath, [program, fresh.databaseUrl, server.url, '2000'], { stdio: 'ignore' });
    await content;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };

  const once1 = await planNotice(fresh.database, 'setupDone');
  await dieSending();
  expect(await row(fresh, once1)).toMatchObject({ status: 'SENDING' });
  treatment = 'accept';
  const sender = send(fresh, server);
  const repeated = await reaches(fresh, once1, 'SENT');
  expect(messageIds(server)).toEqual([repeated.messageId, repeated.messageId]);
  await sender.stop();

  treatment = 'hold';
  const twice = await planNotice(fresh.database, 'setupDone');
  await dieSending();
  await dieSending();
  treatment = 'accept';
  const told: string[] = [];
  send(fresh, server, { onUndeliverable: async (notice) => void told.push(notice.id) });
  const { messageId } = await reaches(fresh, twice, 'FAILED');
  expect(messageIds(server).filter((sent) => sent === messageId)).toHaveLength(2);
  expect(told).toEqual([twice]);
}, 60_000);
