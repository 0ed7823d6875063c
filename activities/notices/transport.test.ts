import { afterEach, expect, it } from 'vitest';
import { startMailServer, type MailServer, type MailServerOptions } from '../../test/support/mail-server.ts';
import { createCourier, type Courier, type OutgoingMail } from './transport.ts';

const mail: OutgoingMail = {
  messageId: '<0123@example.org>',
  from: { name: '上海市中小企业发展服务中心', address: 'notices@example.org' },
  to: { name: '李晓', address: 'li.xiao@example.org' },
  locale: 'zh-CN',
  subject: '线下面审通知',
  html: '<p>您好</p>',
  text: '您好',
  attachments: [],
};

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function serve(options: MailServerOptions = {}): Promise<MailServer> {
  const server = await startMailServer(options);
  open.push(server);
  return server;
}

function courierTo(url: string, { silenceMs = 5_000, requireTls = false } = {}): Courier {
  const courier = createCourier({ url, connections: 2, connectMs: 2_000, silenceMs, requireTls });
  open.unshift(courier);
  return courier;
}

it('delivers one mail to one recipient with its Message-ID, both bodies and the service headers', async () => {
  const server = await serve();
  const answer = await courierTo(server.url).send(mail, 5_000);
  expect(answer.kind).toBe('accepted');
  const [item] = server.received;
  expect(item?.to).toEqual(['li.xiao@example.org']);
  expect(item?.from).toBe('notices@example.org');
  expect(item?.mail.from?.value).toEqual([mail.from]);
  expect(item?.mail.messageId).toBe('<0123@example.org>');
  expect(item?.mail.subject).toBe('线下面审通知');
  expect(item?.mail.text?.trim()).toBe('您好');
  expect(item?.mail.html).toContain('<p>您好</p>');
  expect(item?.mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(item?.mail.headers.get('content-language')).toBe('zh-CN');
});

it('carries a calendar file both as an alternative and as an attachment', async () => {
  const server = await serve();
  const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
  const file = { filename: 'interview.ics', contentType: 'text/calendar', content, method: 'REQUEST' as const };
  await courierTo(server.url).send({ ...mail, attachments: [file] }, 5_000);
  const parts = server.received[0]?.mail.attachments ?? [];
  expect(parts.map(({ contentType }) => contentType)).toEqual(['text/calendar', 'application/ics']);
  for (const part of parts) expect(part.content.toString('utf8')).toBe(content);
  expect(parts[1]?.filename).toBe('interview.ics');
});

it.each([
  [450, 'temporary'],
  [550, 'permanent'],
  [421, 'outage'],
] as const)('a recipient refused with %i is %s', async (code, kind) => {
  const server = await serve({ onRecipient: () => code });
  const answer = await courierTo(server.url).send(mail, 5_000);
  expect(answer.kind).toBe(kind);
  expect(answer.words).toContain(String(code));
  expect(server.received).toHaveLength(0);
});

it.each([
  [451, 'temporary'],
  [554, 'permanent'],
] as const)('a content refused with %i is %s', async (code, kind) => {
  const server = await serve({ onContent: () => code });
  expect((await courierTo(server.url).send(mail, 5_000)).kind).toBe(kind);
});

it('a refused sender is tried again, since it is a fault of the settings', async () => {
  const server = await serve({ onSender: () => 550 });
  expect((await courierTo(server.url).send(mail, 5_000)).kind).toBe('temporary');
});

it('a connection that breaks after the content is unknown, and the pool sends nothing again by itself', async () => {
  const server = await serve({ onContent: () => 'drop' });
  expect((await courierTo(server.url).send(mail, 5_000)).kind).toBe('unknown');
  expect(server.received).toHaveLength(1);
});

it('silence after the content is unknown', async () => {
  const server = await serve({ onContent: () => 'hold' });
  expect((await courierTo(server.url, { silenceMs: 500 }).send(mail, 5_000)).kind).toBe('unknown');
});

it('a dialogue longer than its limit is broken off as unknown', async () => {
  const server = await serve({ onContent: () => 'hold' });
  expect((await courierTo(server.url).send(mail, 300)).kind).toBe('unknown');
});

it('a server that is not there is an outage', async () => {
  const server = await serve();
  await server.close();
  expect((await courierTo(server.url).send(mail, 5_000)).kind).toBe('outage');
});

it('a host that does not exist is an outage', async () => {
  expect((await courierTo('smtp://mail.invalid:25').send(mail, 5_000)).kind).toBe('outage');
});

it('a refused sign-in is an outage', async () => {
  const server = await serve({ signIn: 'refused' });
  expect((await courierTo(server.url.replace('//', '//user:wrong@')).send(mail, 5_000)).kind).toBe('outage');
});

it('a pooled connection the server closed meanwhile is replaced', async () => {
  const first = await serve();
  const courier = courierTo(first.url);
  expect((await courier.send(mail, 5_000)).kind).toBe('accepted');
  await first.close();
  const second = await serve({ port: first.port });
  expect((await courier.send(mail, 5_000)).kind).toBe('accepted');
  expect(second.received).toHaveLength(1);
});

it.each(['li@example.org, other@example.org', 'li@example.org>\r\nRCPT TO:<other@example.org', 'li'])(
  'refuses the address %j without asking the server',
  async (address) => {
    const server = await serve();
    const answer = await courierTo(server.url).send({ ...mail, to: { name: 'x', address } }, 5_000);
    expect(answer.kind).toBe('permanent');
    expect(server.recipients).toEqual([]);
  },
);

it('a name with line breaks adds no header and no recipient', async () => {
  const server = await serve();
  const name = 'Li\r\nBcc: other@example.org';
  await courierTo(server.url).send(
    { ...mail, to: { name, address: 'li@example.org' }, subject: 'A\r\nX-Evil: 1' },
    5_000,
  );
  expect(server.recipients).toEqual(['li@example.org']);
  expect(server.received[0]?.mail.headers.has('bcc')).toBe(false);
  expect(server.received[0]?.mail.headers.has('x-evil')).toBe(false);
});

it('with TLS required, hands nothing to a server that does not offer it, whatever the address says', async () => {
  const server = await serve();
  for (const url of [server.url, `${server.url}?ignoreTLS=true`, `${server.url}?requireTLS=false`]) {
    const answer = await courierTo(url, { requireTls: true }).send(mail, 5_000);
    expect(answer.kind, url).toBe('outage');
  }
  expect(server.recipients).toEqual([]);
  expect(server.received).toEqual([]);
});

it('with TLS required, hands nothing to a server whose certificate is not trusted', async () => {
  const server = await serve({ startTls: 'offered' });
  const answer = await courierTo(server.url, { requireTls: true }).send(mail, 5_000);
  expect(answer.kind).toBe('outage');
  expect(server.recipients).toEqual([]);
});

it('with TLS required, sends over STARTTLS', async () => {
  const server = await serve({ startTls: 'offered' });
  const url = `${server.url}?tls.rejectUnauthorized=false`;
  expect((await courierTo(url, { requireTls: true }).send(mail, 5_000)).kind).toBe('accepted');
  expect(server.received.map(({ secure }) => secure)).toEqual([true]);
});
