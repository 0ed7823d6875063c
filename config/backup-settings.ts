/** The environment of backup and restore, read once. */
import { z } from 'zod';
import { faultsBeside, SettingsError, withoutEmpty } from './settings.ts';
import { withSecretFiles } from './secret-files.ts';

const required = (what: string) => z.string({ error: `is missing: set it; it must be ${what}` });

const whole = (what: string, otherwise: number) =>
  z.coerce
    .number({ error: `must be a whole number above 0 (${what})` })
    .int(`must be a whole number (${what})`)
    .positive(`must be above 0 (${what})`)
    .default(otherwise);

/** What backup and restore read. */
export const acceptedForBackup = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must be an address such as postgresql://user:password@host:5432/anjuan',
  }),
  BACKUP_FOLDER: required('the folder in which backups are kept'),
  BACKUP_KEY_FILE: required('the file with the key of the backups; npm run backup:key makes one'),
  BACKUP_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 03:00, Beijing time')
    .default('03:00'),
  BACKUP_KEEP_DAYS: whole('days for which backups are kept', 30),
  BACKUP_MAX_AGE_HOURS: whole('hours after which the newest backup is too old', 26),
  PG_PROGRAMS: z.string().optional(),
});

/** Where from, where to, and when. */
export interface BackupSettings {
  /** May not be logged: it holds the password. */
  readonly databaseUrl: string;
  readonly folder: string;
  readonly keyFile: string;
  /** Time of day at which a backup is due, `HH:MM` in Asia/Shanghai. */
  readonly at: string;
  readonly keepDays: number;
  readonly maxAgeHours: number;
  /** Folder of `pg_dump` and `pg_restore`; undefined: they are on the PATH. */
  readonly programs: string | undefined;
}

/** @throws SettingsError listing all faults */
export function readBackupSettings(given: Readonly<Record<string, string | undefined>>): BackupSettings {
  const { environment, faults, unread } = withSecretFiles(withoutEmpty(given));
  const read = acceptedForBackup.safeParse(environment);
  if (!read.success) faults.push(...faultsBeside(unread, read.error));
  if (!read.success || faults.length > 0) throw new SettingsError(faults);
  const {
    DATABASE_URL,
    BACKUP_FOLDER,
    BACKUP_KEY_FILE,
    BACKUP_AT,
    BACKUP_KEEP_DAYS,
    BACKUP_MAX_AGE_HOURS,
    PG_PROGRAMS,
  } = read.data;
  return {
    ...{ databaseUrl: DATABASE_URL, folder: BACKUP_FOLDER, keyFile: BACKUP_KEY_FILE, at: BACKUP_AT },
    ...{ keepDays: BACKUP_KEEP_DAYS, maxAgeHours: BACKUP_MAX_AGE_HOURS, programs: PG_PROGRAMS },
  };
}
