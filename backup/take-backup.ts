/**
 * Takes a backup while the product runs: one snapshot of the database, dumped by `pg_dump`, counted and encrypted at the same time, then
 * read back. Uploaded files are rows and part of it. Temporal's data are not: cases go on from the records.
 */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { BackupError } from './backup-error.ts';
import { contentsOf } from './contents.ts';
import { decryptToEnd, readEncrypted, sumOf, writeEncrypted, type FileSum } from './encrypted.ts';
import { beginIn, nameOf } from './kept.ts';
import type { BackupKey } from './key.ts';
import { FILES, writeManifest, type Manifest } from './manifest.ts';
import { run } from './programs.ts';
import { withConnection } from './read.ts';

export interface BackupOptions {
  /** of a role that may read every table */
  readonly databaseUrl: string;
  /** where backups are kept; made if it is not there */
  readonly folder: string;
  readonly key: BackupKey;
  /** folder of `pg_dump` and `pg_restore`; on the PATH when left out */
  readonly programs?: string | undefined;
  /** version of the product */
  readonly product: string;
}

/** @returns where the backup is, and its manifest
 * @throws BackupError if another one is being made, or if it fails; what was unfinished is not among the backups then */
export async function takeBackup(options: BackupOptions): Promise<{ path: string; manifest: Manifest }> {
  const { databaseUrl, folder, key, product } = options;
  return withConnection(databaseUrl, async (read) => {
    const [lock] = await read<{ taken: boolean }>(`SELECT pg_try_advisory_lock(hashtext('anjuan backup')) AS taken`);
    if (lock?.taken !== true) {
      throw new BackupError('另一次备份正在进行，请稍后再试。', 'Another backup is being made; try again later.');
    }
    const takenAt = new Date();
    const name = nameOf(takenAt);
    const unfinished = beginIn(folder, name);
    // Everything below sees the database as it was at this moment, whatever is written meanwhile.
    await read('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [about] = await read<{ snapshot: string; postgres: string; database: string }>(
      `SELECT pg_export_snapshot() AS snapshot, current_setting('server_version') AS postgres, current_database() AS database`,
    );
    if (about === undefined) throw new Error('The database gave no snapshot.');
    const { snapshot, postgres, database } = about;
    const [dump, contents] = await bothOrNeither(
      dumpInto(join(unfinished, FILES.dump), snapshot, options),
      contentsOf(read),
    );
    await read('COMMIT');
    await checkWritten(join(unfinished, FILES.dump), dump, Object.keys(contents.rows), options);
    const manifest: Manifest = {
      ...{ format: 1, takenAt: takenAt.toISOString(), product, postgres, database, dump },
      ...{ rows: contents.rows, chains: contents.chains, migrations: [...contents.migrations] },
    };
    writeManifest(unfinished, manifest, key);
    const path = join(folder, name);
    renameSync(unfinished, path);
    return { path, manifest };
  });
}

/** Waits for both before one failure is told: nothing is left running. */
async function bothOrNeither<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

async function dumpInto(
  file: string,
  snapshot: string,
  { databaseUrl, key, programs }: BackupOptions,
): Promise<FileSum> {
  let sum: FileSum | undefined;
  await run('pg_dump', {
    args: ['--format=custom', '--no-owner', '--no-privileges', `--snapshot=${snapshot}`],
    ...{ folder: programs, databaseUrl },
    output: async (stream) => {
      sum = await writeEncrypted(stream, file, key);
    },
  });
  if (sum === undefined) throw new Error('pg_dump ended before its output was taken.');
  return sum;
}

/** Reads the file back from the disk: the sum is the same, it decrypts to its end, and has the data of every table. */
async function checkWritten(
  file: string,
  written: FileSum,
  tables: readonly string[],
  { key, programs }: BackupOptions,
): Promise<void> {
  const found = await sumOf(file);
  await decryptToEnd(file, key);
  const list = await run('pg_restore', { args: ['--list'], folder: programs, input: await readEncrypted(file, key) });
  const dumped = new Set([...list.matchAll(/ TABLE DATA public (.+) \S+$/gm)].map(([, table = '']) => table));
  const missing = tables.filter((table) => !dumped.has(table));
  if (found.sha256 === written.sha256 && missing.length === 0) return;
  throw new BackupError(
    `写出的备份读回时不完整（${missing.join('、') || '内容与写入的不同'}）：请检查磁盘。`,
    `The backup that was written is not whole when it is read back (${missing.join(', ') || 'it is not what was written'}): look at the disk.`,
  );
}
