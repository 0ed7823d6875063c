import type { ApiContext } from './context.ts';
import { purgeUnusedFiles } from './files/kept-files.ts';
import { purgeAttempts } from './files/upload-quota.ts';
import { purgePasswordResets } from './forgotten-password.ts';
import { purgeIntakeRequests } from './intake/address-code.ts';
import { purgeRequestKeys } from './http/once.ts';
import { describeError } from './middleware/request-log.ts';
import { checkFilesNext } from '../prisma/verify-files.ts';
import { purgePersonalInput } from '../prisma/personal-input.ts';
import { purgePlaces } from './middleware/sign-in-places.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Forgets what has had its time: idempotency keys, unused files and personal input of a week ago, refused uploads of a day ago, sessions that ended, counts
 * of failed sign-ins, places of sign-in that were not used for half a year.
 */
export async function keepHouse({ database, settings }: Pick<ApiContext, 'database' | 'settings'>): Promise<void> {
  await purgeRequestKeys(database);
  await purgeUnusedFiles(database);
  await purgeAttempts(database);
  await purgeIntakeRequests(database);
  await purgePasswordResets(database);
  await purgePersonalInput(database);
  await database.session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  await purgePlaces(database);
  const since = BigInt(Date.now() - settings.limits.lockoutMinutes * 60_000);
  await database.rateLimit.deleteMany({ where: { lastRequest: { lt: since } } });
}

/**
 * Looks at every stored file once (HN-NET-10.5). What is not what was stored is an error of the log, a line of the health page and a metric.
 */
export async function checkFiles({ database, log }: Pick<ApiContext, 'database' | 'log'>): Promise<void> {
  for (;;) {
    const { changed, isRoundOver } = await checkFilesNext(database);
    for (const { id } of changed) log.error({ file: id }, 'a stored file is not what was stored');
    if (isRoundOver) return;
  }
}

/** Keeps house now and once an hour, and looks at stored files now and once a day, by the machine's clock. Several processes at it do each other no harm. @returns how to stop */
export function startHousekeeping(context: ApiContext): () => void {
  const keep = () => {
    keepHouse(context).catch((error: unknown) => {
      context.log.warn({ error: describeError(error) }, 'housekeeping failed and is tried again in an hour');
    });
  };
  // At the start too: a process that is restarted every half hour would never come to it.
  keep();
  const check = () => {
    checkFiles(context).catch((error: unknown) => {
      context.log.warn({ error: describeError(error) }, 'the check of stored files failed and goes on tomorrow');
    });
  };
  check();
  const timers = [setInterval(keep, HOUR), setInterval(check, DAY)];
  for (const timer of timers) timer.unref();
  return () => timers.forEach((timer) => clearInterval(timer));
}
