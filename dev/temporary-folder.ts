/** Folders for tests and throw-away runs. */
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { availableMemory } from 'node:process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

/** A new folder below the system's temporary folder, and its removal. Other users may pass through it, not list it. */
export function temporaryFolder(purpose: string): TemporaryFolder {
  return folderBelow(tmpdir(), purpose);
}

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** What has to be free before a folder is made there, in bytes: the databases of a whole run take about a third of it. */
const ROOM = 8 * 2 ** 30;

/**
 * {@link temporaryFolder} in memory, where the machine has room for it: for databases that are thrown away. Most of the time it takes to
 * make and copy them goes into the writing of small files.
 */
export function memoryFolder(purpose: string): TemporaryFolder {
  return folderBelow(hasRoom() ? MEMORY : tmpdir(), purpose);
}

function hasRoom(): boolean {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return Math.min(bavail * bsize, availableMemory()) > ROOM;
}

function folderBelow(parent: string, purpose: string): TemporaryFolder {
  const path = mkdtempSync(join(parent, `anjuan-${purpose}-`));
  // Started by root, PostgreSQL runs as another user and must be able to reach its data.
  chmodSync(path, 0o711);
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}
