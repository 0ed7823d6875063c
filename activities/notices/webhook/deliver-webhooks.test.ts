/** What goes to the rooms of staff: by the same outbox, with the same states, and nothing personal in it (XC-04). */
import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { listening } from '../../../dev/listening.ts';
import { CASE_ID, planNotice, type FreshDatabase } from '../../../test/support/notice-database.ts';
import { noticePost } from '../../../test/support/notice-post.ts';
import { startWebhookGateway, type Answering, type WebhookGateway } from '../../../test/support/webhook-gateway.ts';
import { tellChannelTest } from '../../../prisma/channel-notices.ts';
import type { WebhookFormat } from '../../../rules/notices/webhook.ts';
import type { UndeliverableNotice } from '../deliver-notices.ts';
import { sampleCommon } from '../../../rules/notices/samples.ts';

const { databases, serve, send } = noticePost();

const gateways: WebhookGateway[] = [];
afterEach(async () => {
  await Promise.all(gateways.splice(0).map((gateway) => gateway.close()));
});
async function gatewayWith(...answers: Answering[]): Promise<WebhookGateway> {
  const gateway = await startWebhookGateway(answers);
  gateways.push(gateway);
  return gateway;
}

const TEMPLATE = 'deadlineReminder';
const KEY_OF_ROBOT = '0f1e2d3c-aaaa-bbbb-cccc-00000000abcd';

interface Changes {
  readonly format?: WebhookFormat;
  readonly signingSecret?: string;
  readonly roles?: string[];
  readonly active?: boolean;
  readonly locale?: string;
}

/** A channel of the centre. */
async function channelAt({ database }: FreshDatabase, address: string, changes: Changes = {}): Promise<string> {
  const id = `chn-${randomUUID()}`;
  const at = new Date('2025-08-01T02:00:00Z');
  await database.webhookChannel.create({
    data: {
      ...{ id, bodyId: 'sh-centre', name: '初审群', format: 'JSON', address, host: 'localhost', tail: 'abcd' },
      ...{ roles: ['reviewer'], locale: 'zh-CN', createdAt: at, updatedAt: at, ...changes },
    },
  });
  return id;
}

/** A notice for the reviewers, told at a channel. */
const planAt = ({ database }: FreshDatabase, channelId: string, template = TEMPLATE) =>
  planNotice(database, template, {
    ...{ channel: 'WEBHOOK', recipientId: `channel:${channelId}`, recipientName: '初审群', recipientEmail: '' },
    audience: { role: 'reviewer' },
    request: `${template}:1`,
  });

async function reaches({ database }: FreshDatabase, id: string, status: string) {
  const find = () => database.notice.findUniqueOrThrow({ where: { id } });
  const ends = (now: string) => now === status || ['SENT', 'FAILED', 'CANCELLED'].includes(now);
  await expect.poll(async () => ends((await find()).status), { timeout: 30_000, interval: 20 }).toBe(true);
  const row = await find();
  expect(row.status, row.lastError ?? '').toBe(status);
  return row;
}

/** A sender that may reach this machine. */
async function sending(fresh: FreshDatabase, more: object = {}) {
  return send(fresh, await serve(), { trustedHosts: ['127.0.0.1', 'localhost'], ...more });
}

it('XC-04 posts JSON with the id of the notice, what it is about and where to read it, keeps that and says so on the timeline', async () => {
  const fresh = await databases.fresh();
  const gateway = await gatewayWith();
  const id = await planAt(fresh, await channelAt(fresh, `${gateway.url}/sms`));
  await sending(fresh);
  const row = await reaches(fresh, id, 'SENT');
  const [posted] = gateway.received;
  expect(posted?.headers['idempotency-key']).toBe(id);
  expect(posted?.body).toEqual({
    id,
    subject: row.subject,
    text: row.text,
    url: `https://anjuan.example.org/cases/${CASE_ID}`,
    caseNumber: sampleCommon.caseNumber,
    body: 'sh-centre',
  });
  expect(JSON.stringify(posted?.body)).not.toContain(sampleCommon.institution);
  expect(row.html).not.toContain(sampleCommon.institution);
  expect(row).toMatchObject({ attempts: 1, response: 'HTTP 200', lastError: null });
  const lines = await fresh.database.timelineEvent.findMany({ where: { caseId: CASE_ID } });
  expect(lines).toMatchObject([{ type: 'NOTICE_SENT', detail: { noticeId: id, channel: 'WEBHOOK' } }]);
});

it.each([
  ['WECOM', ({ markdown }: { markdown: { content: string } }) => markdown.content],
  ['DINGTALK', ({ markdown }: { markdown: { text: string } }) => markdown.text],
] as const)('posts Markdown to a robot of %s', async (format, noticeTextIn) => {
  const fresh = await databases.fresh();
  const gateway = await gatewayWith();
  const id = await planAt(fresh, await channelAt(fresh, `${gateway.url}/send?key=abcd`, { format }));
  await sending(fresh);
  await reaches(fresh, id, 'SENT');
  const [{ body, path } = { body: null, path: '' }] = gateway.received;
  expect([body.msgtype, path]).toEqual(['markdown', '/send?key=abcd']);
  expect(noticeTextIn(body)).toContain(`[查看](https://anjuan.example.org/cases/${CASE_ID})`);
  expect(noticeTextIn(body)).toContain(sampleCommon.caseNumber);
});

it('signs what goes to a DingTalk robot with a secret', async () => {
  const fresh = await databases.fresh();
  const gateway = await gatewayWith();
  const signed = { format: 'DINGTALK', signingSecret: 'SEC-1' } as const;
  const id = await planAt(fresh, await channelAt(fresh, `${gateway.url}/robot/send?access_token=t`, signed));
  await sending(fresh);
  await reaches(fresh, id, 'SENT');
  const { searchParams } = new URL(gateway.received[0]?.path ?? '', gateway.url);
  const timestamp = searchParams.get('timestamp') ?? '';
  expect(searchParams.get('access_token')).toBe('t');
  expect(searchParams.get('sign')).toBe(createHmac('sha256', 'SEC-1').update(`${timestamp}\nSEC-1`).digest('base64'));
});

it('XC-04.3 tries five times what a robot refuses, and opens no task of the case: its people have had their mail', async () => {
  const fresh = await databases.fresh();
  const refused = { body: { errcode: 93_000, errmsg: 'invalid webhook url' } };
  const gateway = await gatewayWith(...Array.from({ length: 5 }, () => refused));
  const id = await planAt(fresh, await channelAt(fresh, gateway.url, { format: 'WECOM' }));
  const undeliverable: UndeliverableNotice[] = [];
  await sending(fresh, {
    onUndeliverable: (notice: UndeliverableNotice) => Promise.resolve(void undeliverable.push(notice)),
  });
  expect(await reaches(fresh, id, 'FAILED')).toMatchObject({ attempts: 5 });
  expect((await fresh.database.notice.findUniqueOrThrow({ where: { id } })).lastError).toContain('invalid webhook url');
  expect([gateway.received.length, undeliverable]).toEqual([5, []]);

  // Set anew, it has all its tries.
  await fresh.database.notice.update({ where: { id }, data: { resendAskedAt: new Date() } });
  await fresh.database.$executeRaw`SELECT pg_notify('anjuan_notices', '')`;
  await expect
    .poll(async () => (await fresh.database.notice.findUniqueOrThrow({ where: { id } })).status, { timeout: 30_000 })
    .toBe('SENT');
});

it.each([
  [45_009, 'WECOM'],
  [130_101, 'DINGTALK'],
] as const)(
  'waits where a robot says %i, that it speaks too often, and counts that for no try',
  async (errcode, format) => {
    const fresh = await databases.fresh();
    const often = { body: { errcode, errmsg: 'send too fast' } };
    const gateway = await gatewayWith(...Array.from({ length: 7 }, () => often));
    const id = await planAt(fresh, await channelAt(fresh, gateway.url, { format }));
    await sending(fresh);
    expect(await reaches(fresh, id, 'SENT')).toMatchObject({ attempts: 1, outages: 7 });
  },
);

it('what else is planned for a room that is spoken to too often waits for a minute, and other rooms do not', async () => {
  const fresh = await databases.fresh();
  const gateway = await gatewayWith({ status: 429 });
  const other = await gatewayWith();
  const limited = await channelAt(fresh, gateway.url);
  const first = await planAt(fresh, limited);
  const begun = Date.now();
  // Another case of the same room, so that nothing but the limit keeps it waiting; far enough ahead that the first goes first.
  const model = await fresh.database.case.findUniqueOrThrow({ where: { id: CASE_ID } });
  const second = { ...model, id: 'SQ-other', number: '申〔2025〕99号', subject: 's-other', opening: {}, state: {} };
  await fresh.database.case.create({ data: second });
  const waiting = await planAt(fresh, limited);
  const nextAttemptAt = new Date(begun + 20_000);
  await fresh.database.notice.update({ where: { id: waiting }, data: { caseId: second.id, nextAttemptAt } });
  const elsewhere = await planAt(fresh, await channelAt(fresh, other.url));
  await sending(fresh);
  expect(await reaches(fresh, first, 'SENT')).toMatchObject({ outages: 1 });
  await reaches(fresh, elsewhere, 'SENT');
  const row = await fresh.database.notice.findUniqueOrThrow({ where: { id: waiting } });
  expect(row).toMatchObject({ status: 'PLANNED', attempts: 0 });
  expect(row.nextAttemptAt.getTime()).toBeGreaterThan(begun + 50_000);
});

it('robots that do not answer keep no mail waiting, and each has one message under way', async () => {
  const fresh = await databases.fresh();
  const silent = createServer(() => {});
  const url = await listening(silent);
  const channels = [await channelAt(fresh, url), await channelAt(fresh, url), await channelAt(fresh, url)];
  for (const channel of [...channels, ...channels]) await planAt(fresh, channel);
  const mail = await planNotice(fresh.database, 'setupDone');
  await sending(fresh);
  await reaches(fresh, mail, 'SENT');
  const where = { channel: 'WEBHOOK', status: 'SENDING' };
  const underWay = await fresh.database.notice.findMany({ where, select: { recipientId: true } });
  expect(underWay.length).toBeLessThanOrEqual(2);
  expect(new Set(underWay.map(({ recipientId }) => recipientId)).size).toBe(underWay.length);
  silent.closeAllConnections();
  silent.close();
});

it('repeats once, under the same id, what nobody answered', async () => {
  const fresh = await databases.fresh();
  const gateway = await gatewayWith('cut');
  const id = await planAt(fresh, await channelAt(fresh, gateway.url));
  await sending(fresh);
  await reaches(fresh, id, 'SENT');
  expect(gateway.received.map(({ headers }) => headers['idempotency-key'])).toEqual([id, id]);
});

it('sends what it was asked for again, also where the sender had died in the middle of the repetition', async () => {
  const fresh = await databases.fresh();
  const gateway = await gatewayWith();
  const id = await planAt(fresh, await channelAt(fresh, gateway.url));
  const spent = { status: 'FAILED', attempts: 2, copies: 2, resendAskedAt: new Date() };
  await fresh.database.notice.update({ where: { id }, data: spent });
  await sending(fresh);
  await expect
    .poll(async () => (await fresh.database.notice.findUniqueOrThrow({ where: { id } })).status, { timeout: 30_000 })
    .toBe('SENT');
  expect(gateway.received).toHaveLength(1);
});

it.each([
  ['as it is', (path: string, host: string) => `no robot at ${host}${path}`],
  ['as JSON', (path: string, host: string) => JSON.stringify({ uri: `${host}${path}` }).replaceAll('/', '\\/')],
  ['as HTML', (path: string) => `<p>Cannot POST ${path.replaceAll('&', '&amp;')}</p>`],
  ['in parts', () => ({ key: KEY_OF_ROBOT, way: '/cgi-bin/webhook/send' })],
])('keeps nothing of the address that an answer repeats %s', async (_how, said) => {
  const fresh = await databases.fresh();
  const path = `/cgi-bin/webhook/send?key=${KEY_OF_ROBOT}&of=${encodeURIComponent('room/one+two')}`;
  const answers: Answering[] = [];
  const gateway = await startWebhookGateway(answers);
  gateways.push(gateway);
  answers.push(...Array.from({ length: 5 }, () => ({ status: 404, body: said(path, gateway.url) })));
  const id = await planAt(fresh, await channelAt(fresh, `${gateway.url}${path}`));
  await sending(fresh);
  const { lastError, response } = await reaches(fresh, id, 'FAILED');
  for (const words of [lastError, response]) {
    expect(words).toMatch(/HTTP 404.*…/);
    expect(words).not.toMatch(/0f1e2d3c|cgi-bin|room/);
  }
});

it('follows nothing elsewhere', async () => {
  const fresh = await databases.fresh();
  const other = await gatewayWith();
  const gateway = await gatewayWith(...Array.from({ length: 5 }, () => ({ status: 307, to: other.url })));
  const id = await planAt(fresh, await channelAt(fresh, gateway.url));
  await sending(fresh);
  expect((await reaches(fresh, id, 'FAILED')).lastError).toContain('HTTP 307');
  expect(other.received).toEqual([]);
});

it('a mail server that is out keeps no room waiting, nor a robot that speaks too often the mail', async () => {
  const fresh = await databases.fresh();
  const gateway = await gatewayWith({ status: 429 });
  const mail = await planNotice(fresh.database, 'setupDone');
  const id = await planAt(fresh, await channelAt(fresh, gateway.url));
  const sender = send(fresh, { url: 'smtp://127.0.0.1:1' }, { trustedHosts: ['127.0.0.1'] });
  await reaches(fresh, id, 'SENT');
  expect(await fresh.database.notice.findUniqueOrThrow({ where: { id: mail } })).toMatchObject({ sentAt: null });
  await sender.stop();
  await sending(fresh);
  await reaches(fresh, mail, 'SENT');
});

it.each([
  ['is out of use', { active: false }],
  ['takes notices of other roles alone', { roles: ['manager'] }],
])('is not sent to a channel that %s by then', async (_why, changes) => {
  const fresh = await databases.fresh();
  const gateway = await gatewayWith();
  const id = await planAt(fresh, await channelAt(fresh, gateway.url, changes));
  await sending(fresh);
  await reaches(fresh, id, 'CANCELLED');
  expect(gateway.received).toEqual([]);
});

it('is not told at the old body once the case is handed over', async () => {
  const fresh = await databases.fresh();
  const gateway = await gatewayWith();
  const id = await planAt(fresh, await channelAt(fresh, gateway.url));
  await fresh.database.case.update({ where: { id: CASE_ID }, data: { bodyId: 'sh-commission' } });
  await sending(fresh);
  expect((await reaches(fresh, id, 'CANCELLED')).lastError).toContain('another body handles the case');
  expect(gateway.received).toEqual([]);
});

it('sends a test to a channel that is not in use yet', async () => {
  const fresh = await databases.fresh();
  const gateway = await gatewayWith();
  const id = await channelAt(fresh, gateway.url, { active: false, locale: 'en' });
  const noticeId = await fresh.database.$transaction((tx) =>
    tellChannelTest(tx, { id, name: 'Room <1>', locale: 'en' }, '2025-08-20T10:00:00.000+08:00'),
  );
  await sending(fresh);
  await reaches(fresh, noticeId, 'SENT');
  expect(gateway.received[0]?.body).toMatchObject({ subject: 'Test of a channel', url: null, caseNumber: null });
  expect(gateway.received[0]?.body.text).toBe(
    'This is a test of “Room ＜1＞”. The channel works; there is nothing to do.',
  );
});

it('refuses what leads into the network, also by a name of the public DNS', async () => {
  const fresh = await databases.fresh();
  const gateway = await gatewayWith();
  const plain = await planAt(fresh, await channelAt(fresh, gateway.url));
  send(fresh, await serve(), { trustedHosts: [] });
  expect((await reaches(fresh, plain, 'FAILED')).lastError).toMatch(/https:\/\//);
  expect(gateway.received).toEqual([]);
});
