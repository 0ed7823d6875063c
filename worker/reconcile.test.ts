import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

function reconcile(env: Record<string, string>): { status: number | null; stderr: string } {
  const script = fileURLToPath(new URL('./reconcile.ts', import.meta.url));
  return spawnSync(process.execPath, [script], { env: { PATH: process.env['PATH'], ...env }, encoding: 'utf8' });
}

it('says in a few words what it needs, and where that is beside npm start', () => {
  const { status, stderr } = reconcile({});
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toEqual([
    'The environment cannot be used:',
    expect.stringContaining('DATABASE_URL: is missing') as string,
    'Beside npm start: npm run reconcile:here',
  ]);
});

it('says which service does not answer', () => {
  const unused = '127.0.0.1:1';
  const { status, stderr } = reconcile({
    MODE: 'training',
    DATABASE_URL: `postgresql://a:b@${unused}/x`,
    TEMPORAL_ADDRESS: unused,
  });
  expect([status, stderr.split('\n')[0]]).toEqual([
    2,
    `Temporal does not answer at ${unused} (TEMPORAL_ADDRESS), asked without TLS: is it running there?`,
  ]);
});
