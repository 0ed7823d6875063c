/**
 * Waiting times after guesses at a secret, counted in the database so that all processes share them. Each guess is counted before it is
 * checked, so that many at once are no more than many in a row. The count is kept for what is guessed at and the place together: who
 * guesses locks himself out, not the owner. Guesses spread over many places meet a second count, which places that the owner has used
 * pass.
 */
import { isIPv6 } from 'node:net';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Limits } from '../../config/settings.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { text, type Text } from '../../rules/text.ts';
import { CLOCKS_DIFFER_MS } from '../clocks-differ.ts';
import { sha256 } from '../http/canonical.ts';

/** What can be guessed at, in the words of the refusal. */
const KINDS = {
  signIn: text('登录', 'sign-ins'),
  password: text('核对当前密码', 'checks of the current password'),
  tracking: text('核对查询码', 'checks of tracking codes'),
} as const satisfies Readonly<Record<string, Text>>;

/** A guess at a secret. */
export interface Guess {
  readonly kind: keyof typeof KINDS;
  /** What is guessed at, e.g. the address of an account. */
  readonly at: string;
  /** From where: a network, or a browser that is known. */
  readonly place: string;
  /** True where the owner has been: what strangers do elsewhere does not count here. */
  readonly known: boolean;
}

/** Of a guess that was counted. */
export interface CountedGuess {
  /** It was right: what was counted at this place is forgotten. */
  right(): Promise<void>;
  /** It could not be checked: it does not count. */
  unchecked(): Promise<void>;
}

/** The network of an address: one IPv6 host has a /64 to itself and can call from each address of it. */
export function networkOf(address: string): string {
  return isIPv6(address) ? ipKeyGenerator(address, 64) : address;
}

/** A waiting time that begins: after how many guesses, for how long, and for this place alone or for all that the owner has not used. */
export interface Lock {
  readonly failures: number;
  readonly minutes: number;
  readonly for: 'place' | 'strangers';
}

/** Run once when a waiting time begins, in the transaction that counts the guess which brought it about. */
export type AtLockout = (tx: Transaction, lock: Lock) => Promise<void>;

/**
 * Counts a guess that is about to be checked.
 * @throws Refusal TOO_MANY_REQUESTS while this place has to wait
 */
export async function countGuess(
  database: Database,
  limits: Limits,
  guess: Guess,
  atLockout: AtLockout,
): Promise<CountedGuess> {
  const { pair, all } = keysOf(guess);
  const minutes = limits.lockoutMinutes;
  const locks = [
    { key: pair, lock: { failures: limits.failuresBeforeLockout, minutes, for: 'place' } },
    ...(guess.known
      ? []
      : [{ key: all, lock: { failures: limits.failuresPerAccount, minutes, for: 'strangers' } as const }]),
  ] as const;
  for (const { key, lock } of locks) await take(database, key, lock, KINDS[guess.kind], atLockout);
  return {
    async right() {
      await database.rateLimit.deleteMany({ where: { key: pair } });
      if (!guess.known) await giveBack(database, all);
    },
    async unchecked() {
      await giveBack(database, pair);
      if (!guess.known) await giveBack(database, all);
    },
  };
}

/** One more, in one statement. The time runs from the first of a row, so that trying on does not lengthen it. */
async function take(database: Database, key: string, lock: Lock, kind: Text, atLockout: AtLockout): Promise<void> {
  const windowMs = lock.minutes * 60_000;
  const isOver = Prisma.sql`"RateLimit"."lastRequest" NOT BETWEEN excluded."lastRequest" - ${windowMs}::bigint AND excluded."lastRequest" + ${CLOCKS_DIFFER_MS}::bigint`;
  const row = await database.$transaction(async (tx) => {
    const [counted] = await tx.$queryRaw<{ count: number; seconds: number }[]>`
    INSERT INTO "RateLimit" ("id", "key", "count", "lastRequest")
    VALUES (gen_random_uuid()::text, ${key}, 1, (extract(epoch FROM clock_timestamp()) * 1000)::bigint)
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN ${isOver} THEN 1 ELSE least("RateLimit"."count" + 1, 1000000) END,
      "lastRequest" = CASE WHEN ${isOver} THEN excluded."lastRequest" ELSE "RateLimit"."lastRequest" END
    RETURNING "count", greatest(1, ceil(("lastRequest" + ${windowMs}::bigint - extract(epoch FROM clock_timestamp()) * 1000) / 1000))::int AS seconds`;
    if (counted?.count === lock.failures + 1) await atLockout(tx, lock);
    return counted;
  });
  if (row === undefined || row.count <= lock.failures) return;
  const minutes = Math.ceil(row.seconds / 60);
  refuse(
    'TOO_MANY_REQUESTS',
    `${kind.zh}失败次数过多，请在 ${minutes} 分钟后再试。`,
    `Too many failed ${kind.en}; try again in ${minutes} minutes.`,
    { facts: { retryAfterSeconds: row.seconds } },
  );
}

async function giveBack(database: Database, key: string): Promise<void> {
  await database.$executeRaw`UPDATE "RateLimit" SET "count" = "count" - 1 WHERE "key" = ${key} AND "count" > 0`;
}

/** Hashed, so that the table of counts holds no e-mail address. */
function keysOf({ kind, at, place }: Guess): { pair: string; all: string } {
  return { pair: `${kind}:${sha256(`${at}|${place}`)}`, all: `${kind}:${sha256(at)}` };
}
