/** What the commands of this folder share: the settings with the key, the version, and what is said when one fails. */
import { readFileSync } from 'node:fs';
import { readBackupSettings, type BackupSettings } from '../config/backup-settings.ts';
import { SettingsError } from '../config/settings.ts';
import { startFailure } from '../prisma/start-failure.ts';
import { BackupError } from './backup-error.ts';
import { removeOld } from './kept.ts';
import { readKey, type BackupKey } from './key.ts';
import type { Manifest } from './manifest.ts';
import { noteCopies } from './note-copies.ts';
import { takeBackup } from './take-backup.ts';

/** @throws SettingsError, BackupError */
export async function settingsAndKey(): Promise<{ settings: BackupSettings; key: BackupKey }> {
  const settings = readBackupSettings(process.env);
  return { settings, key: await readKey(settings.keyFile) };
}

/** Takes a backup, removes what is older than it has to be kept, and tells the database which are there. */
export async function backUp(
  settings: BackupSettings,
  key: BackupKey,
): Promise<{ path: string; manifest: Manifest; removed: string[] }> {
  const { databaseUrl, folder, programs, keepDays } = settings;
  const taken = await takeBackup({ databaseUrl, folder, key, programs, product: productVersion() });
  const removed = removeOld(folder, key, keepDays, new Date());
  await noteCopies(databaseUrl, folder, key, keepDays);
  return { ...taken, removed };
}

/** A failure in words; the trace where nobody expected it. */
export function inWords(failure: unknown): string {
  return failure instanceof BackupError || failure instanceof SettingsError ? failure.message : startFailure(failure);
}

function productVersion(): string {
  const content = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(content) as { version: string }).version;
}
