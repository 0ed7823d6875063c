import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { memoryFolder, temporaryFolder } from './temporary-folder.ts';

it.each([
  ['in the folder of the system', temporaryFolder],
  ['in memory where there is room', memoryFolder],
])('a folder %s is empty, of its own, open to pass through and goes with what is in it', (_where, make) => {
  const [folder, other] = [make('folder-test'), make('folder-test')];
  expect(folder.path).not.toBe(other.path);
  expect(statSync(folder.path).mode & 0o777).toBe(0o711);
  writeFileSync(join(folder.path, 'file'), 'x');
  folder.remove();
  other.remove();
  expect([existsSync(folder.path), existsSync(other.path)]).toEqual([false, false]);
});
