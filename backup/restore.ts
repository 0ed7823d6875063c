/**
 * Restores a backup into the empty database of DATABASE_URL: `npm run restore -- FOLDER`. Needs what `prisma/setup.ts` needs, and
 * BACKUP_KEY_FILE. Exits with 1 if it did not.
 */
import { parseArgs } from 'node:util';
import { dirname } from 'node:path';
import { readBackupSettings } from '../config/backup-settings.ts';
import { withoutEmpty } from '../config/settings.ts';
import { chainHashFrom, rolePasswords } from '../prisma/setup.ts';
import { BackupError } from './backup-error.ts';
import { inWords } from './command.ts';
import { readKey } from './key.ts';
import { restoreBackup } from './restore-backup.ts';

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [backup] = positionals;
  if (backup === undefined || positionals.length > 1) {
    throw new BackupError(
      '请写明要恢复的备份所在的文件夹：npm run restore -- 文件夹',
      'Name the folder of the backup to restore: npm run restore -- FOLDER',
    );
  }
  const environment = withoutEmpty({ ...process.env, BACKUP_FOLDER: dirname(backup) });
  const settings = readBackupSettings(environment);
  const { takenAt } = await restoreBackup({
    backup,
    key: await readKey(settings.keyFile),
    databaseUrl: settings.databaseUrl,
    passwords: rolePasswords(environment),
    training: environment['MODE'] === 'training',
    chainHash: chainHashFrom(environment),
    programs: settings.programs,
    log: (line) => process.stdout.write(`${line}\n`),
  });
  process.stdout.write(
    `已恢复 ${takenAt} 的备份。接着启动各进程，并运行 npm run reconcile -- --repair：它让每个未结案件依记录继续。\n` +
      `The backup of ${takenAt} is restored. Start the processes next and run npm run reconcile -- --repair: each open case goes on from its records.\n`,
  );
}

try {
  await main();
} catch (failure) {
  process.stderr.write(`${inWords(failure)}\n`);
  process.exitCode = 1;
}
