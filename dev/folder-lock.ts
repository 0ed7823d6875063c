/** A lock between processes: a file that names its holder. */
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { processInfo } from './process-info.ts';

/** Raised when somebody else holds a lock. */
export class LockedError extends Error {
  /** process id of the holder */
  readonly holder: number;
  constructor(file: string, holder: number) {
    super(`${file} is held by process ${holder}.`);
    this.name = 'LockedError';
    this.holder = holder;
  }
}

/**
 * Takes the lock, or throws. A lock whose holder has ended (its process id is gone, or belongs to a program that is not
 * Node) is taken over.
 *
 * @returns the release
 * @throws LockedError
 */
export function takeLock(file: string): () => void {
  // Written aside and linked into place, so that nobody can read a lock without its holder.
  const own = `${file}.${process.pid}.${randomUUID()}`;
  writeFileSync(own, `${process.pid}\n`);
  try {
    for (;;) {
      if (tryLink(own, file)) return () => rmSync(file, { force: true });
      const holder = readHolder(file);
      if (holder === undefined) continue;
      if (isAlive(holder)) throw new LockedError(file, holder);
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Runs `work` under the lock, waiting for it as long as its holder lives; calls `onWait` once if it has to wait. */
export async function withFolderLock<T>(file: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  let waited = false;
  for (;;) {
    try {
      const release = takeLock(file);
      return await work().finally(release);
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
    }
    if (!waited) onWait();
    waited = true;
    await pause(200);
  }
}

function tryLink(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Process id of who holds the lock; undefined when nobody does: there is no such file, or its holder has ended. */
export function lockHolder(file: string): number | undefined {
  const holder = readHolder(file);
  return holder !== undefined && isAlive(holder) ? holder : undefined;
}

/** The process id in the file; undefined when there is no file, or it has just gone. */
function readHolder(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(holder: number): boolean {
  return processInfo(holder)?.command.includes('node') ?? false;
}
