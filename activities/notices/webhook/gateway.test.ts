/** The guard between an address that somebody typed and the network the worker stands in (OWASP ASVS 1.3.6). */
import { expect, it } from 'vitest';
import { listening } from '../../../dev/listening.ts';
import { createServer } from 'node:http';
import { RequestFilteringHttpAgent } from 'request-filtering-agent';
import { webhookAddressFault } from '../../../rules/notices/webhook.ts';
import { createGateway } from './gateway.ts';

const message = {
  id: 'ntc-1',
  subject: '期限提醒',
  text: '案号：1',
  url: undefined,
  caseNumber: '1',
  body: 'sh-centre',
};
const channel = (address: string) => ({
  ...{ id: 'chn-1', bodyId: 'sh-centre', name: '初审群', format: 'JSON', address, host: '', tail: '' },
  ...{ signingSecret: null, roles: [], locale: 'zh-CN', active: true, createdAt: new Date(), updatedAt: new Date() },
});

it.each([
  'https://127.0.0.1/x',
  'https://[::1]/x',
  'https://2130706433/x',
  'https://10.0.0.8/x',
  'https://localhost/x',
  'https://temporal/x',
  'https://postgres.internal/x',
  'http://qyapi.weixin.qq.com/x',
  'https://user:password@qyapi.weixin.qq.com/x',
  'file:///etc/passwd',
  'qyapi.weixin.qq.com',
])('refuses %s as the address of a channel', (address) => {
  expect(webhookAddressFault([], address)).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
});

it('takes names of the public DNS by https, and hosts that the operator names by either', () => {
  expect(webhookAddressFault([], 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1')).toBeNull();
  expect(webhookAddressFault(['10.0.0.8'], 'http://10.0.0.8:8080/sms')).toBeNull();
  expect(webhookAddressFault(['10.0.0.8'], 'http://10.0.0.9:8080/sms')).not.toBeNull();
});

it('connects to no name that leads into the network', async () => {
  let posts = 0;
  const server = createServer((_request, response) => {
    posts += 1;
    response.end('{}');
  });
  const url = new URL(await listening(server));
  // localhost stands for a name of the public DNS with an inner address: the agent sees what it was resolved to.
  const agent = new RequestFilteringHttpAgent();
  const { request } = await import('node:http');
  const refused = await new Promise<Error>((resolve) => {
    request(`http://localhost:${url.port}/`, { agent, method: 'POST' }).on('error', resolve).end('{}');
  });
  expect(refused.message).toMatch(/is not allowed\. Because/);
  expect(posts).toBe(0);
  server.close();
});

it('answers an address that is refused for good, and one where nobody listens for now', async () => {
  const guarded = createGateway([]);
  expect(await guarded.post(channel('https://127.0.0.1:9/x'), message, 5_000)).toMatchObject({ kind: 'permanent' });
  const open = createGateway(['127.0.0.1']);
  expect(await open.post(channel('http://127.0.0.1:9/x'), message, 5_000)).toMatchObject({ kind: 'temporary' });
  guarded.close();
  open.close();
});
