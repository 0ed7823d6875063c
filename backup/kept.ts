/** The folder of the backups: which are there, which is the newest good one, which may go. Each backup is a folder, named by its moment. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BackupError } from './backup-error.ts';
import type { BackupKey } from './key.ts';
import { FILES, readManifest, type Manifest } from './manifest.ts';

/** Names of finished backups begin so, and of those that are being made. */
const PREFIX = { finished: 'anjuan-', unfinished: '.unfinished-' } as const;

export interface Kept {
  readonly path: string;
  readonly manifest: Manifest;
}

const DAY_MS = 86_400_000;

/** `anjuan-20261126T030000Z`: as text, names are in order of time. */
export function nameOf(takenAt: Date): string {
  return `${PREFIX.finished}${takenAt.toISOString().replace(/[-:]|\.\d+/g, '')}`;
}

/** A new empty folder beside the finished ones; what an earlier run left unfinished is removed. */
export function beginIn(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const left of readdirSync(folder).filter((one) => one.startsWith(PREFIX.unfinished)))
    rmSync(join(folder, left), { recursive: true, force: true });
  const path = join(folder, `${PREFIX.unfinished}${name}`);
  mkdirSync(path, { mode: 0o700 });
  return path;
}

/** Good backups, the newest first, and what is wrong with the others. The dump is looked at by its size, not read. */
export function keptIn(folder: string, key: BackupKey): { good: Kept[]; faults: string[] } {
  const good: Kept[] = [];
  const faults: string[] = [];
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    try {
      const manifest = readManifest(path, key);
      const size = statSync(join(path, FILES.dump), { throwIfNoEntry: false })?.size;
      if (size !== manifest.dump.bytes) {
        throw new BackupError(
          `${path}：加密的转储（${FILES.dump}）缺失或大小不符。`,
          `${path}: the dump (${FILES.dump}) is missing or has another size than its manifest says.`,
        );
      }
      good.push({ path, manifest });
    } catch (failure) {
      if (!(failure instanceof BackupError)) throw failure;
      faults.push(failure.message);
    }
  }
  return { good, faults };
}

function namesIn(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (failure) {
    // Nothing was backed up yet.
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw failure;
  }
  return names
    .filter((name) => name.startsWith(PREFIX.finished))
    .sort()
    .reverse();
}

/** Removes good backups that are older than so many days, never the newest one. Answers their paths. What is not good stays to be looked at. */
export function removeOld(folder: string, key: BackupKey, days: number, now: Date): string[] {
  const [, ...others] = keptIn(folder, key).good;
  const old = others.filter(({ manifest }) => now.getTime() - Date.parse(manifest.takenAt) > days * DAY_MS);
  for (const { path } of old) rmSync(path, { recursive: true });
  return old.map(({ path }) => path);
}
