/**
 * Waiting times after failed sign-ins, counted in the database so that all processes share them. The count is kept for an account
 * and an address together: who guesses locks himself out, not the owner. A guess spread over many addresses meets a second count,
 * which addresses with a live session of that account pass.
 */
import type { Limits } from '../../config/settings.ts';
import type { Database } from '../../prisma/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { sha256 } from '../http/canonical.ts';

interface Attempt {
  readonly email: string;
  readonly address: string;
}

/** @throws Refusal TOO_MANY_REQUESTS while this address has to wait for this account. */
export async function refuseLockedOut(database: Database, limits: Limits, attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt);
  const counts = await database.$queryRaw<{ key: string; count: number; seconds: number }[]>`
    SELECT "key", "count", ceil((("lastRequest" + ${limits.lockoutMinutes * 60_000}::bigint) - (extract(epoch FROM now()) * 1000)) / 1000)::int AS seconds
    FROM "RateLimit" WHERE "key" = ANY(${[keys.pair, keys.account]})`;
  const running = counts.filter(({ seconds }) => seconds > 0);
  const pair = running.find(({ key, count }) => key === keys.pair && count >= limits.failuresBeforeLockout);
  const account = running.find(({ key, count }) => key === keys.account && count >= limits.failuresPerAccount);
  const wait = pair ?? (account && !(await isKnown(database, attempt)) ? account : undefined);
  if (wait === undefined) return;
  refuse(
    'TOO_MANY_REQUESTS',
    `登录失败次数过多，请在 ${Math.ceil(wait.seconds / 60)} 分钟后再试。`,
    `Too many failed sign-ins; try again in ${Math.ceil(wait.seconds / 60)} minutes.`,
    { facts: { retryAfterSeconds: wait.seconds } },
  );
}

/** Counts a failed sign-in. The time runs from the first failure of a row, so that trying on does not lengthen it. */
export async function countFailure(database: Database, limits: Limits, attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt);
  await database.$executeRaw`
    INSERT INTO "RateLimit" ("id", "key", "count", "lastRequest")
    SELECT gen_random_uuid()::text, "key", 1, (extract(epoch FROM now()) * 1000)::bigint FROM unnest(${[keys.account, keys.pair]}::text[]) AS given("key")
    ORDER BY "key"
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "RateLimit"."lastRequest" + ${limits.lockoutMinutes * 60_000}::bigint < excluded."lastRequest" THEN 1 ELSE "RateLimit"."count" + 1 END,
      "lastRequest" = CASE WHEN "RateLimit"."lastRequest" + ${limits.lockoutMinutes * 60_000}::bigint < excluded."lastRequest" THEN excluded."lastRequest" ELSE "RateLimit"."lastRequest" END`;
}

/** Forgets the failures of this address after a sign-in that succeeded. */
export async function forgetFailures(database: Database, attempt: Attempt): Promise<void> {
  await database.rateLimit.deleteMany({ where: { key: keysOf(attempt).pair } });
}

async function isKnown(database: Database, { email, address }: Attempt): Promise<boolean> {
  const session = await database.session.findFirst({
    where: { ipAddress: address, user: { email } },
    select: { id: true },
  });
  return session !== null;
}

/** Hashed, so that the table of counts holds no e-mail address. */
function keysOf({ email, address }: Attempt): { pair: string; account: string } {
  return { pair: `sign-in:${sha256(`${email}|${address}`)}`, account: `sign-in:${sha256(email)}` };
}
