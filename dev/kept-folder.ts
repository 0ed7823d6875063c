/** Folders in the user's cache that are made once and then used by every clone. */
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { withFolderLock } from './folder-lock.ts';

/** What to have, and how to make it. */
export interface KeptFolder {
  /** the folder itself, which appears all at once */
  path: string;
  /** whether it holds everything already */
  isComplete: () => boolean;
  /** fills an empty folder, which is then renamed to `path` */
  make: (folder: string) => Promise<void>;
  /** called once when another process is making it and this one has to wait */
  onWait: () => void;
}

/** A folder of this product in the user's cache: below XDG_CACHE_HOME, else `.cache` in HOME. */
export function inCache(env: NodeJS.ProcessEnv, name: string): string {
  const base = env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache');
  return join(base, 'anjuan', name);
}

/**
 * Makes the folder unless it is complete. It is made under another name and renamed at the end, so that nobody sees half of it. One
 * process makes it at a time; the others wait and use the result.
 *
 * @throws Error of `make`, or when the cache cannot be written
 */
export async function keepFolder({ path, isComplete, make, onWait }: KeptFolder): Promise<void> {
  if (isComplete()) return;
  mkdirSync(dirname(path), { recursive: true });
  await withFolderLock(`${path}.lock`, onWait, async () => {
    if (isComplete()) return;
    const temporary = mkdtempSync(`${path}.making-`);
    try {
      await make(temporary);
      rmSync(path, { recursive: true, force: true });
      renameSync(temporary, path);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  });
}
