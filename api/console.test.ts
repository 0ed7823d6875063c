/** The console as the API serves it: one page for every address that is not the API's, with a policy that lets nothing foreign run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listening } from '../dev/listening.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { builtConsole } from './console.ts';

const folder = temporaryFolder('console-test');
let server: Server;
let url: string;

beforeAll(async () => {
  mkdirSync(join(folder.path, 'assets'));
  writeFileSync(join(folder.path, 'index.html'), '<meta name="csp-nonce" content="__NONCE__"><title>console</title>');
  writeFileSync(join(folder.path, 'assets/index-abc.js'), 'globalThis.loaded = true;'.repeat(100));
  writeFileSync(join(folder.path, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const app = express();
  app.use(builtConsole(folder.path)!);
  app.use((_request, response) => void response.status(404).end('of the API'));
  server = createServer(app);
  url = await listening(server);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  folder.remove();
});

it('is one page at every address, with a nonce of its own each time', async () => {
  const answers = await Promise.all(['/', '/inbox?queue=today', '/cases/app-1'].map((path) => fetch(url + path)));
  const nonces = await Promise.all(
    answers.map(async (answer) => {
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      const nonce = /content="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(policy).toContain("default-src 'none';script-src 'self';");
      expect(policy).not.toContain('unsafe');
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(3);
});

it('keeps its files for a year, compressed, and nothing else', async () => {
  const file = await fetch(`${url}/assets/index-abc.js`, { headers: { 'Accept-Encoding': 'br' } });
  expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(file.headers.get('content-encoding')).toBe('br');
  expect((await fetch(`${url}/icon.svg`)).headers.get('content-type')).toBe('image/svg+xml');
});

it('leaves the addresses of the API alone, and files that are gone', async () => {
  for (const path of ['/api/nothing', '/health/nothing', '/assets/gone.js'])
    expect((await fetch(url + path)).status, path).toBe(404);
});

it('is not there if it has not been built', () => {
  expect(builtConsole(join(folder.path, 'nowhere'))).toBeUndefined();
});
