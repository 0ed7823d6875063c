import { createTransport } from 'nodemailer';
import { afterEach, expect, it } from 'vitest';
import { startMailCatcher } from './mail-catcher.ts';
import type { MailCatcher } from './mail-catcher.ts';
import { freePorts } from './ports.ts';
import { temporaryFolder } from './temporary-folder.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(options: { dir?: string; smtpPort?: number; webPort?: number } = {}): Promise<MailCatcher> {
  const catcher = await startMailCatcher({ log: () => {}, ...options });
  cleanups.push(() => catcher.stop());
  return catcher;
}

/** A transport that keeps its connection open between mails, as the product's does. */
function transport(smtpUrl: string) {
  const { hostname, port } = new URL(smtpUrl);
  const pooled = createTransport({ pool: true, host: hostname, port: Number(port) });
  cleanups.push(() => pooled.close());
  return pooled;
}

const mail = { from: '案卷 <no-reply@anjuan.test>', to: '张三 <zhang@example.test>', text: '您好' };

it('catches a mail with all its parts', async () => {
  const catcher = await start();
  await transport(catcher.smtpUrl).sendMail({
    ...mail,
    bcc: 'archive@example.test',
    subject: '补正通知',
    html: '<p>您好</p>',
    messageId: '<notice-1@anjuan.test>',
    headers: { 'X-Case': 'case-1' },
    attachments: [{ filename: '通知书.txt', content: '正文' }],
  });
  const [caught, ...others] = await catcher.messages();
  expect(others).toEqual([]);
  expect(caught).toMatchObject({
    messageId: '<notice-1@anjuan.test>',
    from: 'no-reply@anjuan.test',
    to: ['zhang@example.test', 'archive@example.test'],
    subject: '补正通知',
    html: '<p>您好</p>',
  });
  expect(caught?.text.trim()).toBe('您好');
  expect(caught?.headers['x-case']).toBe('case-1');
  const [attachment] = caught?.attachments ?? [];
  expect(attachment).toMatchObject({ filename: '通知书.txt', contentType: 'text/plain' });
  expect(attachment?.content.toString()).toBe('正文');
});

it('goes down under an open connection and comes up on the same port with its mails', async () => {
  const folder = temporaryFolder('mail-test');
  cleanups.push(() => folder.remove());
  const [smtpPort = 0, webPort = 0] = await freePorts(2);
  const places = { dir: folder.path, smtpPort, webPort };
  const first = await start(places);
  const pooled = transport(first.smtpUrl);
  await pooled.sendMail({ ...mail, subject: 'before' });
  await first.stop();
  await expect(pooled.sendMail({ ...mail, subject: 'meanwhile' })).rejects.toThrow(/ECONNREFUSED/);

  const second = await start(places);
  await pooled.sendMail({ ...mail, subject: 'after' });
  expect(second.smtpUrl).toBe(first.smtpUrl);
  expect((await second.messages()).map(({ subject }) => subject)).toEqual(['before', 'after']);
});

it('leaves nothing running when its web port is taken', async () => {
  const [smtpPort = 0] = await freePorts(1);
  const other = await start();
  const webPort = Number(new URL(other.webUrl).port);
  await expect(start({ smtpPort, webPort })).rejects.toThrow(`port ${webPort}`);
  expect((await start({ smtpPort })).smtpUrl).toContain(String(smtpPort));
});

it('shows the inbox, and foreign HTML only where it can do nothing', async () => {
  const catcher = await start();
  await transport(catcher.smtpUrl).sendMail({ ...mail, subject: '<b>1 & 2</b>', html: '<script>alert(1)</script>' });
  const inbox = await (await fetch(catcher.webUrl)).text();
  expect(inbox).toContain('&lt;b&gt;1 &amp; 2&lt;/b&gt;');
  const [entry] = (await (await fetch(`${catcher.webUrl}/api/messages`)).json()) as { id: string }[];
  const body = await fetch(`${catcher.webUrl}/mail/${entry?.id}/html`);
  expect(body.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(body.headers.get('content-security-policy')).toMatch(/^sandbox(?!.*allow-scripts)/);
  expect((await fetch(`${catcher.webUrl}/mail/unknown`)).status).toBe(404);
});
