/** Fetches Temporal's command line the way its SDK does: where there is no Go but an open network. */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from './program.ts';

/**
 * Downloads the command line into the folder, unless it is there, and answers its path.
 *
 * @throws Error when the SDK's test package is not installed or the download fails
 */
export async function downloadTemporal(folder: string, log: Log): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const there = findProgram(folder);
  if (there !== undefined) return there;
  log("Downloading Temporal's command line ...");
  // A development dependency, needed here alone.
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const environment = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', downloadDir: folder }, log: { format: 'json', level: 'error' } },
  }).catch((cause: unknown) => {
    throw new Error(`The download of Temporal failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  });
  await environment.teardown();
  const found = findProgram(folder);
  if (found === undefined) throw new Error(`The download of Temporal left no program in ${folder}.`);
  return found;
}

function findProgram(folder: string): string | undefined {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .find((path) => /temporal[^/\\]*$/.test(path) && !path.endsWith('.downloading') && isProgram(path));
}

function isProgram(path: string): boolean {
  const stat = statSync(path);
  return stat.isFile() && (process.platform === 'win32' || (stat.mode & 0o100) !== 0);
}
