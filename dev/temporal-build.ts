/** Builds Temporal's programs with Go. */
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withFolderLock } from './folder-lock.ts';
import { describeExit, startProgram } from './program.ts';
import type { Log } from './program.ts';

/** What to build, and where to put it. */
export interface BuildOptions {
  /** the Go module whose tools are built */
  source: string;
  /** the folder the programs end up in, all at once */
  into: string;
  env: NodeJS.ProcessEnv;
  /** whether `into` holds everything already (another process may have built it meanwhile) */
  isComplete: () => boolean;
  log: Log;
}

/**
 * Builds every tool of the Go module into a temporary folder and renames it, so that nobody sees half a build. Only one
 * build runs at a time; the others wait for it and use its result.
 *
 * @throws Error when Go is missing or the build fails
 */
export async function buildTemporal(options: BuildOptions): Promise<void> {
  mkdirSync(dirname(options.into), { recursive: true });
  await withFolderLock(`${options.into}.lock`, waiting(options.log), async () => {
    if (options.isComplete()) return;
    const temporary = mkdtempSync(`${options.into}.build-`);
    try {
      await compile(options, temporary);
      rmSync(options.into, { recursive: true, force: true });
      renameSync(temporary, options.into);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  });
}

function waiting(log: Log): () => void {
  return () => log('Another process is building Temporal; waiting for it ...');
}

async function compile(options: BuildOptions, into: string): Promise<void> {
  const { log } = options;
  const began = Date.now();
  let packages = 0;
  const go = await startProgram({
    name: 'go build',
    command: 'go',
    // -v names each package as it is compiled, which is the only progress Go shows.
    args: ['build', '-v', '-ldflags', '-s -w', '-o', into + (process.platform === 'win32' ? '\\' : '/'), 'tool'],
    cwd: options.source,
    env: options.env,
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
  log(`Temporal is built (${Math.round((Date.now() - began) / 1000)} s), kept in ${join(options.into)}.`);
}
