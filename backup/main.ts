/**
 * The backup process: takes one backup a day, at BACKUP_AT, and at once where the last one is missing. One that fails is tried again
 * every quarter of an hour; `backup/health.ts` says so when there is none for too long. SIGTERM ends it between two backups, or leaves
 * one unfinished, which is no backup then.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { backUp, inWords, settingsAndKey } from './command.ts';
import { keptIn } from './kept.ts';
import { isDue } from './schedule.ts';

const LOOK_MS = 60_000;
const AGAIN_MS = 15 * 60_000;

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));

try {
  const { settings, key } = await settingsAndKey();
  const log = pino({ base: { process: 'backup' } });
  log.info({ folder: settings.folder, at: settings.at, keepDays: settings.keepDays }, 'the backup process is running');
  for (;;) {
    const { good, faults } = keptIn(settings.folder, key);
    const [newest] = good;
    let wait = LOOK_MS;
    if (isDue(new Date(), settings.at, newest === undefined ? null : new Date(newest.manifest.takenAt))) {
      for (const fault of faults) log.error({ fault }, 'a backup that is kept cannot be used');
      try {
        const { path, manifest, removed } = await backUp(settings, key);
        log.info({ path, bytes: manifest.dump.bytes, removed }, 'a backup was taken');
      } catch (failure) {
        log.error({ failure: inWords(failure) }, 'a backup failed; it is tried again in a quarter of an hour');
        wait = AGAIN_MS;
      }
    }
    await pause(wait);
  }
} catch (failure) {
  process.stderr.write(`${inWords(failure)}\n`);
  process.exit(1);
}
