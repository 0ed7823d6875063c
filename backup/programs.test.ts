import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, it } from 'vitest';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { run } from './programs.ts';

const folder = temporaryFolder('programs');
afterAll(() => folder.remove());
const program = join(folder.path, 'pg_restore');
writeFileSync(program, '#!/bin/sh\nread -r first\nexec <&-\necho "$first"\n');
chmodSync(program, 0o755);

it.each([
  ['while nothing waits to be written', 0],
  ['while much waits to be written', 4_000_000],
])('XC-05.6 a program that needs no more of its input than its beginning is no failed backup: %s', async (_, more) => {
  const input = new Readable({ read: () => undefined });
  input.push('list\n');
  if (more > 0) input.push('x'.repeat(more));
  expect(await run('pg_restore', { args: [], folder: folder.path, input })).toBe('list\n');
});

it('XC-05.6 an input that fails is told, not passed over as one that was not needed', async () => {
  const input = new Readable({
    read() {
      this.push('list\n');
      this.destroy(new Error('the file was changed'));
    },
  });
  await expect(run('pg_restore', { args: [], folder: folder.path, input })).rejects.toThrow('the file was changed');
});
