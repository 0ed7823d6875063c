import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startProgram, type Program } from './program.ts';
import { ENV_FILE, LOCK_FILE, noteStack, runningStack } from './running-stack.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder('running-stack-test');
const MARK = 'stands-for-the-api';
let api: Program;

beforeAll(async () => {
  const args = ['-e', 'setInterval(() => {}, 1000)', MARK];
  api = await startProgram({ name: 'api', command: process.execPath, args });
});
afterAll(async () => {
  await api.kill();
  folder.remove();
});

/** A data folder as a running stack leaves it: held by this process, with its API at this port. */
function stackFolder(name: string, port: number, { starter = process.pid, apiPid = api.pid } = {}): string {
  const dir = join(folder.path, name);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, LOCK_FILE), `${starter}\n`);
  writeFileSync(join(dir, 'api.process.json'), JSON.stringify({ pid: apiPid, owner: starter, mark: MARK }));
  noteStack(dir, { HOST: '127.0.0.1', PORT: String(port), MAIL_FROM: 'Anjuan <a@b.test>' });
  return dir;
}

/** The story as a person runs it, against a server that notes what it is asked. */
function story(...args: string[]) {
  const script = fileURLToPath(new URL('./story/story.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { status, said: stdout + stderr };
}

it('is found by its folder, with its address', () => {
  const dir = stackFolder('found', 4_680);
  expect(runningStack(dir)).toEqual({ dir, url: 'http://127.0.0.1:4680' });
  for (const same of ['http://127.0.0.1:4680/', 'http://localhost:4680'])
    expect(runningStack(dir, same).url).toBe('http://127.0.0.1:4680');
});

it.each(['http://127.0.0.1:4681', 'http://elsewhere.test:4680', 'https://127.0.0.1:4680', 'not an address'])(
  'is not another one: %s',
  (address) => {
    const dir = stackFolder('other', 4_680);
    expect(() => runningStack(dir, address)).toThrow(
      `${address} is not the stack of ${dir}, which is at http://127.0.0.1:4680`,
    );
  },
);

it.each([
  ['its starter has ended', { starter: 999_999_999 }],
  ['its API has ended', { apiPid: 999_999_999 }],
])('does not run when %s, whatever answers at its port now', (_, ended) => {
  const dir = stackFolder('crashed', 4_680, ended);
  expect(() => runningStack(dir)).toThrow(`No stack is running for ${dir}. Start it with npm start`);
});

it('is not asked for its clock by the story of another folder', async () => {
  let asked = 0;
  const other = createServer((_, answer) => {
    asked += 1;
    answer.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  try {
    const without = join(folder.path, 'without-a-stack');
    expect(story('--data', without, '--url', `http://127.0.0.1:${port}`)).toEqual({
      status: 1,
      said: `No stack is running for ${without}. Start it with npm start in another terminal of this folder, and wait until it says where it is.\n`,
    });
    const dir = stackFolder('beside', port === 4_680 ? 4_681 : 4_680);
    const refused = story('--data', dir, '--url', `http://127.0.0.1:${port}`);
    expect([refused.status, refused.said]).toEqual([1, expect.stringContaining(`is not the stack of ${dir}`)]);
    expect(asked).toBe(0);
  } finally {
    other.close();
  }
});

it('keeps its environment to its owner', async () => {
  const { statSync } = await import('node:fs');
  const dir = stackFolder('secret', 4_680);
  expect(statSync(join(dir, ENV_FILE)).mode & 0o077).toBe(0);
});
