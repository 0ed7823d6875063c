/** Builds Temporal's programs with Go: the command line, the real server and its schema tool. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isExecutable } from '../../dev/executable.ts';
import { inCache, keepFolder } from '../../dev/kept-folder.ts';
import { describeExit, startProgram } from '../../dev/program.ts';
import type { Log } from '../../dev/program.ts';

/** Paths of the programs of one build. */
export interface BuiltPrograms {
  /** the command line, which holds the development server and the web UI */
  temporal: string;
  /** the real server and its schema tool */
  server: string;
  sql: string;
}

const source = fileURLToPath(new URL('.', import.meta.url));

/**
 * The programs of the build in the user's cache; builds them first where they are missing (minutes when Go has nothing cached, once
 * per version).
 *
 * @param env environment to look in: PATH, XDG_CACHE_HOME, HOME and what Go reads
 * @throws Error when Go is missing or the build fails
 */
export async function buildTemporal(env: NodeJS.ProcessEnv, log: Log): Promise<BuiltPrograms> {
  await keepFolder({
    path: buildFolder(env),
    isComplete: () => builtPrograms(env) !== undefined,
    make: (folder) => compile(folder, env, log),
    onWait: () => log('Another process is building Temporal; waiting for it ...'),
  });
  const built = builtPrograms(env);
  if (built === undefined) throw new Error(`The build of Temporal left no programs in ${buildFolder(env)}.`);
  return built;
}

/** The programs of the build in the user's cache; undefined where they are not all there. */
export function builtPrograms(env: NodeJS.ProcessEnv): BuiltPrograms | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folder = buildFolder(env);
  const path = (name: string) => join(folder, `${name}${suffix}`);
  const found = { temporal: path('temporal'), server: path('server'), sql: path('sql') };
  return Object.values(found).every(isExecutable) ? found : undefined;
}

/** The folder of the built programs: one per content of `go.mod` and `go.sum`. */
export function buildFolder(env: NodeJS.ProcessEnv): string {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) hash.update(readFileSync(join(source, file)));
  return inCache(env, `temporal-${hash.digest('hex').slice(0, 12)}`);
}

async function compile(into: string, env: NodeJS.ProcessEnv, log: Log): Promise<void> {
  const began = Date.now();
  let packages = 0;
  const go = await startProgram({
    name: 'go build',
    command: 'go',
    // -v names each package as it is compiled, which is the only progress Go shows.
    args: ['build', '-v', '-ldflags', '-s -w', '-o', into + (process.platform === 'win32' ? '\\' : '/'), 'tool'],
    cwd: source,
    env,
    onLine: () => {
      packages += 1;
    },
  });
  log('Building Temporal with Go: once per version; minutes when Go has nothing cached ...');
  const progress = setInterval(() => {
    log(`  still building Temporal: ${packages} packages in ${Math.round((Date.now() - began) / 1000)} s`);
  }, 15_000);
  const exit = await go.exited.finally(() => clearInterval(progress));
  if (exit.code !== 0) throw new Error(describeExit(go, exit));
  log(`Temporal is built (${Math.round((Date.now() - began) / 1000)} s).`);
}
