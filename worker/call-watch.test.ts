/** XC-05.6 a workflow that never yields takes no worker with it, though Node does not watch each call. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { WATCHED_BY_NODE } from './call-watch.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs the calls to their end in a process of their own, with threads as a worker of production has them. */
async function run(environment: NodeJS.ProcessEnv) {
  const args = ['--import', './worker/production.ts', 'test/support/endless-call.ts'];
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [words, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { lines: words.trim().split('\n'), errors, code };
}

const ENDED = ['42', 'as it is', 'Script execution timed out after 200ms'];

it('XC-05.6 a call that does not come back has its process begin anew, with Node as the watch of each call', async () => {
  const { lines, errors, code } = await run({});
  expect(lines).toEqual(['42', 'as it is', ...ENDED]);
  expect(errors).toMatch(/did not come back in time; this process begins anew/);
  expect(code).toBe(0);
});

it.each([
  ['has begun anew', { [WATCHED_BY_NODE]: 'true' }],
  ['is not of production', { NODE_ENV: 'test' }],
])('XC-05.6 a process that %s leaves the watch to Node', async (_which, environment) => {
  expect(await run(environment)).toEqual({ lines: ENDED, errors: expect.not.stringContaining('begins anew'), code: 0 });
});
