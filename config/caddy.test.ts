import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, request as plainRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { BODY_LIMITS } from '../api/http/body.ts';
import { freePorts } from '../dev/ports.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { caddyProgram, caddyVersion } from '../dev/wheel-programs.ts';

const caddyfile = fileURLToPath(new URL('../dev/compose/Caddyfile', import.meta.url));
const folder = temporaryFolder('caddy');
/** What reached the API. */
const reached: string[] = [];
let upstream: Server;
let caddy: ChildProcess;
let ports: { http: number; https: number; health: number };

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request through Caddy, which trusts nothing but Caddy's own authority. */
async function ask(path: string, options: { headers?: Record<string, string>; body?: Buffer } = {}): Promise<Answer> {
  const { headers = {}, body } = options;
  const ca = readFileSync(join(folder.path, 'caddy/pki/authorities/local/root.crt'));
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        servername: 'localhost',
        port: ports.https,
        path,
        ca,
        method: body ? 'POST' : 'GET',
        headers: { host: 'localhost', ...headers },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

function askPlainly(
  port: number,
  path: string,
  host: string,
): Promise<{ status: number; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    plainRequest({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, location: response.headers.location });
    })
      .on('error', reject)
      .end();
  });
}

beforeAll(async () => {
  const app = express();
  // What the API is set to behind Caddy: TRUST_PROXY=1.
  app.set('trust proxy', 1);
  app.use((incoming, _response, next) => {
    reached.push(incoming.url);
    next();
  });
  app.get('/health/live', (_request, response) => void response.json({ status: 'alive' }));
  app.get('/echo', ({ ip, protocol, headers }, response) => {
    response.setHeader('Strict-Transport-Security', 'max-age=1; includeSubDomains');
    response.json({ ip, protocol, headers });
  });
  app.post('/upload', (incoming, response) => {
    let bytes = 0;
    incoming.on('data', (chunk: Buffer) => (bytes += chunk.length));
    incoming.on('end', () => response.json({ bytes }));
  });
  upstream = createServer(app);
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const [http, https, health] = await freePorts(3);
  ports = { http: http!, https: https!, health: health! };
  caddy = spawn(await caddyProgram(() => undefined), ['run', '--config', caddyfile, '--adapter', 'caddyfile'], {
    env: {
      ...{ PATH: process.env['PATH'], HOME: folder.path, XDG_DATA_HOME: folder.path, XDG_CONFIG_HOME: folder.path },
      ...{ SITE_ADDRESS: 'localhost', TLS: 'internal', HTTP_PORT: String(http), HTTPS_PORT: String(https) },
      ...{ HEALTH_PORT: String(health), UPSTREAM: `127.0.0.1:${(upstream.address() as AddressInfo).port}` },
    },
    stdio: 'ignore',
  });
  const isUp = () =>
    ask('/echo').then(
      ({ status }) => status === 200,
      () => false,
    );
  await vi.waitFor(
    async () => {
      if (!(await isUp())) throw new Error('Caddy does not answer.');
    },
    { timeout: 60_000, interval: 100 },
  );
});
afterAll(async () => {
  const ended = new Promise((resolve) => caddy.once('exit', resolve));
  caddy.kill();
  await ended;
  upstream.closeAllConnections();
  upstream.close();
  folder.remove();
});

it('the proxy is Caddy of the version of docker-compose.yml', () => {
  const compose = readFileSync(new URL('../docker-compose.yml', import.meta.url), 'utf8');
  expect(compose).toContain(`image: caddy:${caddyVersion}-alpine@sha256:`);
});

it('the proxy speaks TLS alone, and says so for a year', async () => {
  const { headers } = await ask('/echo');
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  expect([headers.server, headers.via]).toEqual([undefined, undefined]);
  const plain = await askPlainly(ports.http, '/echo?a=1', 'localhost');
  expect(plain).toEqual({
    status: 308,
    location: expect.stringMatching(/^https:\/\/localhost.*\/echo\?a=1$/) as string,
  });
});

it('the API learns the address of the caller from the proxy, whatever the caller says of it', async () => {
  const lies = {
    'x-forwarded-for': '1.2.3.4',
    'x-real-ip': '1.2.3.4',
    forwarded: 'for=1.2.3.4',
    'x-forwarded-proto': 'http',
  };
  const seen = JSON.parse((await ask('/echo', { headers: lies })).body) as {
    ip: string;
    protocol: string;
    headers: object;
  };
  expect([seen.ip, seen.protocol]).toEqual(['127.0.0.1', 'https']);
  expect(JSON.stringify(seen.headers)).not.toContain('1.2.3.4');
});

it.each(['/metrics', '/metrics/', '/METRICS', '/%6detrics', '/metrics?a=1', '/health/ready', '/./metrics'])(
  'the proxy does not hand on %s',
  async (path) => {
    const before = reached.length;
    expect((await ask(path)).status).toBe(404);
    expect(reached.length).toBe(before);
  },
);

it('an upload of the largest size passes, one that is far larger does not', async () => {
  const ofSize = (bytes: number) => ask('/upload', { body: Buffer.alloc(bytes) });
  expect(JSON.parse((await ofSize(BODY_LIMITS.file + 500_000)).body)).toEqual({ bytes: BODY_LIMITS.file + 500_000 });
  // The proxy may cut the connection while it is still being written to.
  const refused = await ofSize(14_000_000).then(
    ({ status }) => status,
    (failure: unknown) => (failure as NodeJS.ErrnoException).code,
  );
  expect([413, 'EPIPE', 'ECONNRESET']).toContain(refused);
});

it('a connection is never upgraded', async () => {
  const { status, body } = await ask('/echo', { headers: { connection: 'Upgrade', upgrade: 'websocket' } });
  expect(status).toBe(200);
  expect((JSON.parse(body) as { headers: object }).headers).not.toHaveProperty('upgrade');
});

it('the health check of the proxy asks the API, and nothing else can be asked there', async () => {
  expect((await askPlainly(ports.health, '/health/live', '127.0.0.1')).status).toBe(200);
  expect((await askPlainly(ports.health, '/echo', '127.0.0.1')).status).toBe(404);
});
