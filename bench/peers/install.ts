import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { report } from '../run-measurement.ts';

export const here = fileURLToPath(new URL('.', import.meta.url));

/** Installs the packages of the peers where they are missing or older than their lock: they are no part of the product's own. */
export function ensureInstalled(): void {
  const installed = join(here, 'node_modules', '.package-lock.json');
  const isThere =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(here, 'package-lock.json')).mtimeMs;
  if (isThere) return;
  report('Installing the packages of the peers (about 250 MB) ...');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`npm ci in ${here} ended with ${status}: the peers cannot be measured without it.`);
}
