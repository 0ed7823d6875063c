/** Fetches Temporal's command line the way its SDK does: the shortest way where the network is open. */
import { readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isExecutable } from './executable.ts';
import { describeExit, startProgram } from './program.ts';
import type { Log } from './program.ts';

const SCRIPT = fileURLToPath(new URL('./temporal-download-child.ts', import.meta.url));

/**
 * Downloads the command line into the folder, as `temporal`. The SDK knows no limit of time, so that it works in a process of its own,
 * which is ended when nothing more arrives.
 *
 * @param quietMs how long nothing may arrive, in milliseconds
 * @param script what does the download; another one in tests
 * @throws Error when the SDK's test package is not installed, the download fails or nothing arrives
 */
export async function downloadTemporal(
  folder: string,
  env: NodeJS.ProcessEnv,
  log: Log,
  { quietMs = 10_000, script = SCRIPT } = {},
): Promise<void> {
  log("Downloading Temporal's command line as its SDK does ...");
  const child = await startProgram({
    name: "The download of Temporal's SDK",
    command: process.execPath,
    args: [script, folder],
    env,
  });
  let [size, since] = [0, Date.now()];
  while ((await Promise.race([child.exited, pause(250)])) === undefined) {
    const now = sizeOf(folder);
    if (now !== size) [size, since] = [now, Date.now()];
    else if (Date.now() - since > quietMs) {
      await child.kill();
      throw new Error(`The download of Temporal's SDK was given up: nothing arrived for ${quietMs / 1000} s.`);
    }
  }
  const exit = await child.exited;
  if (exit.code !== 0) throw new Error(describeExit(child, exit));
  const found = filesIn(folder).find((path) => !path.endsWith('.downloading') && isExecutable(path));
  if (found === undefined) throw new Error("The download of Temporal's SDK left no program behind.");
  renameSync(found, join(folder, process.platform === 'win32' ? 'temporal.exe' : 'temporal'));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

/** Bytes of all files below the folder. */
function sizeOf(folder: string): number {
  let bytes = 0;
  for (const path of filesIn(folder)) bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return bytes;
}
