/**
 * Tells the database which backups are kept and until when: what is deleted there stands in them (HN-NET-10.4). The role of the backups may
 * do this by a function alone, and otherwise only reads.
 */
import { basename } from 'node:path';
import { keptIn } from './kept.ts';
import type { BackupKey } from './key.ts';
import { withConnection } from './read.ts';

const DAY_MS = 86_400_000;

/** @param days for which a backup is kept, from the moment it was taken */
export async function noteCopies(databaseUrl: string, folder: string, key: BackupKey, days: number): Promise<void> {
  const copies = keptIn(folder, key).good.map(({ path, manifest: { takenAt } }) => ({
    name: basename(path),
    takenAt,
    keptUntil: new Date(Date.parse(takenAt) + days * DAY_MS).toISOString(),
  }));
  await withConnection(databaseUrl, (read) => read('SELECT "note_backups"($1::jsonb)', [JSON.stringify(copies)]));
}
