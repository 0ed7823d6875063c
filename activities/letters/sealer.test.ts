import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { httpSealer, type Unsealed } from './sealer.ts';
import { listening } from '../../dev/listening.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function service(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  const url = await listening(server);
  stops.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `${url}/seal`;
}

const letter: Unsealed = {
  letterId: 'ltr-1',
  number: '沪企服函〔2025〕7号',
  bodyId: 'sh-centre',
  pdf: Buffer.from('%PDF-1.7 plain'),
  place: { page: 2, x: 139.29, y: 177.84 },
};

it('SH-STORE-11.2 a service gets the letter, whose it is and where the seal goes, and hands it back sealed', async () => {
  const asked: Record<string, unknown>[] = [];
  const url = await service((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked.push({ ...request.headers, method: request.method, body: Buffer.concat(parts).toString() });
      response.writeHead(200, { 'Content-Type': 'application/pdf' }).end('%PDF-1.7 sealed');
    });
  });
  const sealed = await httpSealer({ url, token: 'secret' }).seal(letter);
  expect(Buffer.from(sealed).toString()).toBe('%PDF-1.7 sealed');
  expect(asked).toMatchObject([
    {
      method: 'POST',
      'content-type': 'application/pdf',
      authorization: 'Bearer secret',
      'idempotency-key': 'ltr-1',
      'letter-number': encodeURIComponent('沪企服函〔2025〕7号'),
      'body-id': 'sh-centre',
      'seal-place': 'page=2; x=139.3; y=177.8',
      body: '%PDF-1.7 plain',
    },
  ]);
});

it.each<[string, RequestListener, RegExp]>([
  ['a refusal', (_request, response) => void response.writeHead(503).end('no'), /answered 503/],
  ['what is no PDF', (_request, response) => void response.end('<html>'), /no PDF/],
  [
    'another address',
    (_request, response) => void response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end(),
    /cannot be reached/,
  ],
  ['a line that breaks', (request) => void request.socket.destroy(), /cannot be reached/],
  ['nothing at all', () => undefined, /did not answer within 200 ms/],
  [
    'more than a letter can be',
    (_request, response) => {
      response.writeHead(200);
      response.end(Buffer.alloc(21 * 1_048_576));
    },
    /too large/,
  ],
])('SH-STORE-11.2 a service that answers %s has not sealed, and it is said why', async (_what, answer, why) => {
  const sealer = httpSealer({ url: await service(answer), longestMs: _what === 'nothing at all' ? 200 : 10_000 });
  await expect(sealer.seal(letter)).rejects.toMatchObject({
    name: 'SealFault',
    message: expect.stringMatching(why) as string,
  });
});
