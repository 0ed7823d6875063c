/**
 * Idempotency keys. The first request under a key reserves it and keeps its answer, in the transaction that has the effect
 * where there is one; a repeat is given the same answer and has no further effect. An answer that is large is not kept: it is made again
 * from the records. Keys are kept for a week, and so many of an account.
 */
import { Prisma } from '../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { refuse } from '../../rules/refusal.ts';
import type { Office, Person } from '../../rules/roles.ts';
import type { Reply } from './route.ts';

/** The key of a request, or nothing if the caller sent none. */
export interface Once {
  /** Keeps the answer within the transaction whose effect it reports; without a key it does nothing. */
  settle(tx: Transaction, status: number, body: unknown): Promise<void>;
}

/** Where the account stood when it asked: what it was answered is for that place alone (XC-05.5). */
export interface Place {
  /** All offices of the account. */
  readonly now: string;
  /** What that was before a first filing bound one of them to its institution. */
  readonly beforeBinding: readonly string[];
}

/** The place of a person: it decides which records they may see. */
export function placeOf({ offices }: Pick<Person, 'offices'>): Place {
  return {
    now: inOrder(offices),
    beforeBinding: offices.flatMap(({ party, ...unbound }, index) =>
      party === undefined ? [] : [inOrder(offices.with(index, unbound))],
    ),
  };
}

/** Offices as one text that does not depend on the order in which they are held. */
function inOrder(offices: readonly Office[]): string {
  const lines = offices.map(({ role, bodyId, region, party, covering }) =>
    JSON.stringify([role, bodyId, region, party, ...(covering === undefined ? [] : [covering.id])]),
  );
  return lines.sort().join(' ');
}

export interface KeyedRequest {
  readonly ownerId: string;
  readonly key: string;
  /** Method and path. */
  readonly address: string;
  readonly place: Place;
  /** HMAC of what was sent. */
  readonly bodyHash: string;
  /** Keys that the account may have kept at a time. */
  readonly most: number;
  /** What is kept in place of an answer that is too large. */
  readonly gist: (body: unknown) => unknown;
  /** Makes such an answer again. */
  readonly again: (gist: unknown) => Promise<unknown>;
}

/** Characters of JSON up to which an answer is kept. */
export const LARGEST_KEPT_ANSWER = 8_192;
/** Days for which keys are kept. */
const KEPT_DAYS = 7;

/** A process that died keeps its keys reserved for so long; one that lives says so more often than that. */
const ABANDONED_AFTER = '15 seconds';
const SIGN_OF_LIFE_MS = 3_000;

/** A request without a key. */
export const unkeyed: Once = { settle: () => Promise.resolve() };

/**
 * Runs a request under its key.
 * @param refusalOf the answer to keep for what was thrown, or null if the next attempt is to run again
 * @throws Refusal KEY_REUSED when the key came with another body, to another address or from another place; KEY_IN_USE while the first is
 *   running; TOO_MANY_REQUESTS when the account has used too many keys
 */
export async function runOnce(
  database: Database,
  request: KeyedRequest,
  run: (once: Once) => Promise<Reply>,
  refusalOf: (error: unknown) => Reply | null,
): Promise<Reply> {
  const stored = await reserve(database, request);
  if (stored !== null) {
    const body = stored.whole ? stored.body : await request.again(stored.body);
    return { status: stored.status, body, headers: { 'Idempotent-Replayed': 'true' } };
  }
  const { ownerId, key, gist } = request;
  const answer = { settled: false };
  const once: Once = {
    async settle(tx, status, body) {
      await tx.requestKey.update({
        where: { ownerId_key: { ownerId, key } },
        data: { status, ...keptOf(body, gist) },
      });
      answer.settled = true;
    },
  };
  const alive = setInterval(() => void holdOn(database, ownerId, key), SIGN_OF_LIFE_MS);
  try {
    const reply = await run(once);
    if (!answer.settled) await once.settle(database, reply.status, reply.body);
    return reply;
  } catch (error) {
    const refusal = refusalOf(error);
    // A settled answer was committed with its effect, or rolled back with it; only an unsettled key is still ours to free.
    const unsettled = { ownerId, key, status: null };
    if (refusal === null) await database.requestKey.deleteMany({ where: unsettled });
    else
      await database.requestKey.updateMany({
        where: unsettled,
        data: { status: refusal.status, ...keptOf(refusal.body, gist) },
      });
    throw error;
  } finally {
    clearInterval(alive);
  }
}

/** Keeps a key that is in hand from being taken for abandoned. A failure here is met again by the request itself. */
async function holdOn(database: Database, ownerId: string, key: string): Promise<void> {
  await database.$executeRaw`
    UPDATE "RequestKey" SET "createdAt" = now() WHERE "ownerId" = ${ownerId} AND "key" = ${key} AND "status" IS NULL`.catch(
    () => undefined,
  );
}

/** Forgets keys that have had their time. @returns how many. */
export async function purgeRequestKeys(database: Database, days = KEPT_DAYS): Promise<number> {
  return database.$executeRaw`DELETE FROM "RequestKey" WHERE "createdAt" < now() - make_interval(days => ${days}::int)`;
}

interface Stored {
  readonly status: number;
  readonly body: unknown;
  /** False if `body` is what was kept in place of the answer. */
  readonly whole: boolean;
}

/** Reserves the key, or gives the answer stored under it. */
async function reserve(database: Database, request: KeyedRequest): Promise<Stored | null> {
  const { ownerId, key, address, place, bodyHash, most } = request;
  const scope = scopeOf(address, place.now);
  // The database's clock throughout: it is one for all processes, and a training clock does not move it.
  const taken = await database.$executeRaw`
    INSERT INTO "RequestKey" ("ownerId", "key", "scope", "bodyHash", "createdAt")
    SELECT ${ownerId}, ${key}, ${scope}, ${bodyHash}, now()
    WHERE EXISTS (SELECT 1 FROM "RequestKey" WHERE "ownerId" = ${ownerId} AND "key" = ${key})
      OR (SELECT count(*) FROM (SELECT 1 FROM "RequestKey" WHERE "ownerId" = ${ownerId} LIMIT ${most}::int) AS kept) < ${most}::int
    ON CONFLICT ("ownerId", "key") DO UPDATE SET "createdAt" = now()
    WHERE "RequestKey"."status" IS NULL AND "RequestKey"."scope" = ${scope} AND "RequestKey"."bodyHash" = ${bodyHash}
      AND "RequestKey"."createdAt" < now() - ${ABANDONED_AFTER}::interval`;
  if (taken === 1) return null;
  const held = await database.requestKey.findUnique({ where: { ownerId_key: { ownerId, key } } });
  if (held === null) {
    await refuseBeyondQuota(database, ownerId, most);
    return reserve(database, request);
  }
  if (!held.scope.startsWith(`${address} `) || held.bodyHash !== bodyHash) {
    refuse(
      'KEY_REUSED',
      '该幂等键已用于另一请求，请换用新的键。',
      'This Idempotency-Key was used for another request; use a new one.',
      { field: 'Idempotency-Key' },
    );
  }
  // A filing binds the account that filed: what it was told before is its own still.
  if (held.scope !== scope && !place.beforeBinding.some((before) => held.scope === scopeOf(address, before))) {
    refuse(
      'KEY_REUSED',
      '使用该幂等键之后，账户的职务已变更，不再重复此前的答复；请先查看办理结果，再换用新的键。',
      'The offices of the account have changed since this Idempotency-Key was used, and the answer is not given again; see what became of the request, then use a new key.',
      { field: 'Idempotency-Key' },
    );
  }
  if (held.status === null) {
    refuse(
      'KEY_IN_USE',
      '使用该幂等键的请求仍在处理，请稍后再试。',
      'A request with this Idempotency-Key is still running; try again shortly.',
    );
  }
  return { status: held.status, body: held.response ?? undefined, whole: held.whole };
}

/** @throws Refusal TOO_MANY_REQUESTS if the account has used up its keys */
async function refuseBeyondQuota(database: Database, ownerId: string, most: number): Promise<void> {
  const [row] = await database.$queryRaw<{ count: number; seconds: number }[]>`
    SELECT count(*)::int AS count,
      greatest(1, extract(epoch FROM min("createdAt") + make_interval(days => ${KEPT_DAYS}::int) - now()))::int AS seconds
    FROM "RequestKey" WHERE "ownerId" = ${ownerId}`;
  if (row === undefined || row.count < most) return;
  refuse(
    'TOO_MANY_REQUESTS',
    `您的账户在 ${KEPT_DAYS} 天内使用的幂等键已达上限（${most} 个），本次未办理。请在最早的键到期后再试，或不带 Idempotency-Key 提交。`,
    `Your account has used ${most} Idempotency-Keys within ${KEPT_DAYS} days, which is the most; nothing was done. Try again when the oldest has expired, or send it without a key.`,
    { facts: { limit: most, retryAfterSeconds: row.seconds } },
  );
}

function scopeOf(address: string, place: string): string {
  return `${address} ${place}`;
}

/** An answer as it is kept: whole, or its gist where it is too large. */
function keptOf(body: unknown, gist: KeyedRequest['gist']) {
  const whole = body === undefined || JSON.stringify(body).length <= LARGEST_KEPT_ANSWER;
  return { whole, response: jsonOf(whole ? body : gist(body)) };
}

function jsonOf(body: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return body === undefined ? Prisma.DbNull : (JSON.parse(JSON.stringify(body)) as Prisma.InputJsonValue);
}
