import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it.each(['DATABASE_URL', 'TEMPORAL_ADDRESS'])('begins records and workflows anew together: not with %s', (name) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('./start.ts', import.meta.url)), '--fresh'],
    { env: { PATH: process.env['PATH'], [name]: 'elsewhere:1' }, encoding: 'utf8' },
  );
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(new RegExp(`^--fresh empties what is embedded, and ${name} names a service that is not\\.`));
});
