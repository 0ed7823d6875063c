/** Takes one backup now: `npm run backup`. Exits with 1 if there is none afterwards. For cron, and before an upgrade. */
import { backUp, inWords, settingsAndKey } from './command.ts';

try {
  const { settings, key } = await settingsAndKey();
  const { path, manifest, removed } = await backUp(settings, key);
  const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
  process.stdout.write(`${path}: ${rows} rows, ${manifest.dump.bytes} bytes\n`);
  for (const old of removed) process.stdout.write(`${old} was old and is removed\n`);
} catch (failure) {
  process.stderr.write(`${inWords(failure)}\n`);
  process.exitCode = 1;
}
