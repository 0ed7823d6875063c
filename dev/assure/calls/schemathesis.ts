/** Schemathesis, the generator of calls: a Python program, kept in the user's cache. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inCache, keepFolder } from '../../kept-folder.ts';
import { startProgram, type Log, type Program } from '../../program.ts';
import { PIP, runPython } from '../../python.ts';

const REQUIREMENTS = fileURLToPath(new URL('./requirements.txt', import.meta.url));

/** The pinned version. */
export const VERSION = /^schemathesis==(\S+)/m.exec(readFileSync(REQUIREMENTS, 'utf8'))?.[1] ?? '';

/**
 * Finds its packages in the cache, or fetches them from the package index that pip is set to use. Nothing is installed into Python.
 *
 * @returns the folder that holds them
 * @throws Error when Python or pip is missing, or the packages cannot be fetched
 */
export async function schemathesisFolder(env: NodeJS.ProcessEnv, log: Log): Promise<string> {
  const folder = inCache(env, `schemathesis-${VERSION}`);
  const python = { command: 'python3', otherwise: 'pip cannot fetch the package schemathesis', env };
  await keepFolder({
    path: folder,
    isComplete: () => existsSync(join(folder, 'schemathesis')),
    async make(empty) {
      log(`Fetching schemathesis ${VERSION} with pip ...`);
      const what = ['--only-binary', ':all:', '--requirement', REQUIREMENTS, '--target', empty];
      await runPython('pip install', python, ['-m', 'pip', 'install', ...PIP, ...what]);
    },
    onWait: () => log('Another process is fetching schemathesis; waiting for it ...'),
  });
  return folder;
}

/** Starts it with these arguments. */
export function startSchemathesis(folder: string, cwd: string, args: string[], onLine: Log): Promise<Program> {
  return startProgram({
    name: 'Schemathesis',
    command: 'python3',
    args: ['-m', 'schemathesis.cli', ...args],
    env: { ...process.env, PYTHONPATH: folder, PYTHONUNBUFFERED: '1', NO_COLOR: '1' },
    cwd,
    stopSignal: 'SIGINT',
    onLine,
  });
}
