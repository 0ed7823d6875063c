/** Ends programs that an earlier, crashed run of ours left running. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processInfo } from './process-info.ts';

/** Where a running program is noted, and a text its command line is sure to hold. */
export interface Note {
  file: string;
  mark: string;
}

/**
 * Ends the program noted in `note.file` when its owner is gone, and waits until it is. Does nothing when there is no
 * note, or when the process id now belongs to something else.
 *
 * @throws Error when the program runs on under a living owner: two owners of one folder would destroy it
 */
export async function endLeftover(note: Note, name: string, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const noted = readNote(note.file);
  const info = noted && processInfo(noted.pid);
  if (noted && info?.command.includes(note.mark)) {
    if (info.parent === noted.owner && processInfo(noted.owner)) {
      throw new Error(
        `${name} is already running for ${note.mark} (process ${noted.pid}, started by process ${noted.owner}).`,
      );
    }
    await endProcess(noted.pid, signal);
  }
  rmSync(note.file, { force: true });
}

/**
 * Ends everything that a crashed run noted below a folder: our own processes before the services they stand on.
 *
 * @throws Error when one of them runs on under a living owner
 */
export async function endLeftovers(dir: string): Promise<void> {
  for (const name of noteFiles) {
    const file = join(dir, name);
    const mark = readNote(file)?.mark;
    if (mark !== undefined) await endLeftover({ file, mark }, name, name.startsWith('postgres') ? 'SIGINT' : 'SIGTERM');
  }
}

/** Where the parts of a stack note themselves below its folder. */
const noteFiles = [
  'api.process.json',
  'worker.process.json',
  'temporal/temporal.db.process.json',
  'temporal/process.json',
  'postgres/process.json',
];

/** The program noted in this file, if it runs, with the process that started it. */
export function runningNote(file: string): { pid: number; owner: number } | undefined {
  const noted = readNote(file);
  return noted && processInfo(noted.pid)?.command.includes(noted.mark) ? noted : undefined;
}

/** Asks a process that is not our child to end, by force after 10 seconds, and waits until it is gone. */
export async function endProcess(pid: number, signal: NodeJS.Signals): Promise<void> {
  const forceAt = Date.now() + 10_000;
  trySignal(pid, signal);
  while (processInfo(pid)) {
    if (Date.now() > forceAt) trySignal(pid, 'SIGKILL');
    await pause(50);
  }
}

function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

function readNote(file: string): { pid: number; owner: number; mark: string } | undefined {
  try {
    const { pid, owner, mark } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    if (typeof pid !== 'number' || typeof owner !== 'number' || typeof mark !== 'string') return undefined;
    return { pid, owner, mark };
  } catch {
    return undefined;
  }
}
