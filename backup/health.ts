/** Says whether there is a good backup that is young enough: `node backup/health.ts`. Exits with 1 if not; the health check of the backup process. */
import { inWords, settingsAndKey } from './command.ts';
import { keptIn } from './kept.ts';

try {
  const { settings, key } = await settingsAndKey();
  const { good, faults } = keptIn(settings.folder, key);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  const [newest] = good;
  const hours = newest === undefined ? Infinity : (Date.now() - Date.parse(newest.manifest.takenAt)) / 3_600_000;
  if (newest !== undefined && hours <= settings.maxAgeHours) {
    process.stdout.write(`${newest.path}: ${hours.toFixed(1)} h old\n`);
  } else {
    process.stderr.write(
      newest === undefined
        ? `${settings.folder} 中没有可用的备份。There is no good backup in ${settings.folder}.\n`
        : `最新的备份 ${newest.path} 已有 ${hours.toFixed(1)} 小时。The newest backup is ${hours.toFixed(1)} h old.\n`,
    );
    process.exitCode = 1;
  }
} catch (failure) {
  process.stderr.write(`${inWords(failure)}\n`);
  process.exitCode = 1;
}
