/** Finds, or builds, the programs of Temporal. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Log } from './program.ts';
import { buildTemporal } from './temporal-build.ts';
import { downloadTemporal } from './temporal-download.ts';

/** Paths of Temporal's programs. */
export interface TemporalPrograms {
  /** the command line, which holds the development server and the web UI */
  temporal: string;
  /** the real server and its schema tool; only from our own build */
  server?: string;
  sql?: string;
}

/** What to look for, and where. */
export interface TemporalProgramsOptions {
  log: Log;
  /** `development` is content with the command line; `server` wants the real server and its schema tool too */
  need?: 'development' | 'server';
  /** environment to look in: TEMPORAL_CLI, PATH, XDG_CACHE_HOME, HOME; `process.env` when left out */
  env?: NodeJS.ProcessEnv;
  /** the last resort when there is neither a program nor Go; replaceable for tests */
  download?: (folder: string, log: Log) => Promise<string>;
}

const source = fileURLToPath(new URL('./temporal/', import.meta.url));

/**
 * Looks, in this order, at: TEMPORAL_CLI and a `temporal` on the PATH (development only); the user's cache folder; a
 * build with Go into that folder (a few minutes, once per version); the download of Temporal's SDK (development only).
 *
 * @throws Error with the three remedies, and why each way failed, when there is none
 */
export async function temporalPrograms(options: TemporalProgramsOptions): Promise<TemporalPrograms> {
  const env = options.env ?? process.env;
  const failures: string[] = [];
  if (options.need !== 'server') {
    const own = await ownProgram(env, failures);
    if (own !== undefined) return { temporal: own };
  }
  const cache = temporalCache(env);
  const cached = programsIn(cache);
  if (cached) return cached;
  try {
    await buildTemporal({
      source,
      into: cache,
      env,
      isComplete: () => programsIn(cache) !== undefined,
      log: options.log,
    });
    const built = programsIn(cache);
    if (built) return built;
  } catch (error) {
    failures.push(message(error));
  }
  if (options.need !== 'server') {
    try {
      return { temporal: await (options.download ?? downloadTemporal)(`${cache}-download`, options.log) };
    } catch (error) {
      failures.push(message(error));
    }
  }
  throw new Error(remedies(options.need ?? 'development', failures));
}

/** The folder that holds the built programs: one per content of `dev/temporal/go.mod` and `go.sum`. */
export function temporalCache(env: NodeJS.ProcessEnv): string {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) hash.update(readFileSync(join(source, file)));
  const base = env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache');
  return join(base, 'anjuan', `temporal-${hash.digest('hex').slice(0, 12)}`);
}

function programsIn(folder: string): Required<TemporalPrograms> | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const path = (name: string) => join(folder, `${name}${suffix}`);
  const found = { temporal: path('temporal'), server: path('server'), sql: path('sql') };
  return Object.values(found).every(isExecutable) ? found : undefined;
}

async function ownProgram(env: NodeJS.ProcessEnv, failures: string[]): Promise<string | undefined> {
  const named = env['TEMPORAL_CLI'];
  if (named) {
    if (await answersAsTemporal(named, env)) return named;
    throw new Error(`TEMPORAL_CLI is ${named}, which is not Temporal's command line. Correct it or unset it.`);
  }
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter((entry) => entry !== '')) {
    const path = join(folder, process.platform === 'win32' ? 'temporal.exe' : 'temporal');
    if (isExecutable(path) && (await answersAsTemporal(path, env))) return path;
  }
  failures.push('There is no `temporal` on the PATH and TEMPORAL_CLI is not set.');
  return undefined;
}

async function answersAsTemporal(path: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { env });
    return /temporal version/i.test(stdout);
  } catch {
    return false;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function remedies(need: 'development' | 'server', failures: string[]): string {
  return [
    need === 'server'
      ? "Temporal's server is not here and could not be built."
      : 'Temporal is not here and could not be fetched.',
    'One of these helps:',
    '  - install Go 1.26 or newer (https://go.dev/dl/): the programs are then built, once;',
    ...(need === 'development'
      ? ['  - put the `temporal` command line on the PATH, or its path into TEMPORAL_CLI;']
      : []),
    '  - set TEMPORAL_ADDRESS to the host:port of a Temporal that runs already.',
    'What was tried:',
    ...failures.map((failure) => `  - ${failure.replaceAll('\n', '\n    ')}`),
  ].join('\n');
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
