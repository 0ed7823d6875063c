import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Builds the console: seconds.
 * @param root root of the repository
 * @param folder where it is put; dist/console unless said otherwise
 * @param kind `development` keeps the warnings of React, for tests
 * @throws Error with what the build says
 */
export async function buildConsole(
  root: string,
  folder?: string,
  kind: 'production' | 'development' = 'production',
): Promise<void> {
  const vite = join(createRequire(import.meta.url).resolve('vite/package.json'), '../bin/vite.js');
  const out = folder === undefined ? [] : ['--outDir', folder];
  await promisify(execFile)(process.execPath, [vite, 'build', 'web', '--logLevel', 'warn', ...out], {
    cwd: root,
    env: { ...process.env, NODE_ENV: kind },
  });
}
