import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { freePort } from './ports.ts';
import { processInfo } from './process-info.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder('start-test');
afterAll(() => folder.remove());
const root = fileURLToPath(new URL('..', import.meta.url));

it.each(['DATABASE_URL', 'TEMPORAL_ADDRESS'])('begins records and workflows anew together: not with %s', (name) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('./start.ts', import.meta.url)), '--fresh'],
    { env: { PATH: process.env['PATH'], [name]: 'elsewhere:1' }, encoding: 'utf8' },
  );
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(new RegExp(`^--fresh empties what is embedded, and ${name} names a service that is not\\.`));
});

/** Where the parts of a running stack note their process ids. */
const NOTES = [
  'lock',
  'postgres/process.json',
  'temporal/temporal.db.process.json',
  'worker.process.json',
  'api.process.json',
];

/** Process ids of everything that runs for a data folder: the starter itself, its services and its two processes. */
function processesOf(data: string): number[] {
  return NOTES.map((name) => {
    const text = readFileSync(join(data, name), 'utf8');
    return name === 'lock' ? Number(text) : (JSON.parse(text) as { pid: number }).pid;
  });
}

/** What a terminal would have, without what the test runner sets. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'XDG_CACHE_HOME', 'TEMPORAL_CLI', 'TMPDIR'];
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

/** Waits until a text has been printed; fails with all that was printed when the process ends first. */
async function untilPrinted(child: ChildProcess, text: string): Promise<void> {
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += String(chunk)));
  while (!printed.includes(text)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended and said:\n${printed}`);
    await pause(100);
  }
}

async function untilGone(pids: number[]): Promise<void> {
  while (pids.some((pid) => processInfo(pid) !== undefined)) await pause(100);
}

it.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGKILL'] as const)(
  'ends with everything it started when its npm gets a %s',
  async (signal) => {
    const data = join(folder.path, signal);
    const port = await freePort();
    const npm = spawn('npm', ['start', '--', '--data', data], {
      cwd: root,
      env: { ...plainEnvironment(), PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await untilPrinted(npm, 'Ctrl-C stops everything');
    const pids = processesOf(data);
    for (const pid of pids) expect(processInfo(pid), `process ${pid}`).toBeDefined();
    npm.kill(signal);
    await untilGone(pids);
    // In order, not by force: the starter has tidied up after itself.
    for (const name of [...NOTES, 'stack.env']) expect(existsSync(join(data, name)), name).toBe(false);
  },
  120_000,
);

it.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT'] as const)(
  'a script that holds a stack and listens to nothing leaves nothing running after a %s',
  async (signal) => {
    const data = join(folder.path, `script-${signal}`);
    const script = `
      const { startStack } = await import(${JSON.stringify(new URL('./stack.ts', import.meta.url).href)});
      await startStack({ dir: ${JSON.stringify(data)}, log: () => {} });
      console.log('the stack is up');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    await untilPrinted(child, 'the stack is up');
    const pids = ['postgres/process.json', 'temporal/temporal.db.process.json'].map(
      (name) => (JSON.parse(readFileSync(join(data, name), 'utf8')) as { pid: number }).pid,
    );
    child.kill(signal);
    await untilGone([child.pid ?? 0, ...pids]);
  },
  120_000,
);
