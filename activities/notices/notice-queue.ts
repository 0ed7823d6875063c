/**
 * The rows of the outbox and their states. While a row is SENDING its `nextAttemptAt` is the end of the sender's lease: a
 * sender writes a result only under its own lease, and a lease that ran out means that the sender died at work.
 *
 *     PLANNED -> SENDING -> SENT | FAILED
 *                        -> PLANNED   (outage, temporary refusal)
 *                        -> UNKNOWN   (no answer, or the sender died) -> SENDING, repeated -> SENT | FAILED
 *                                                                                          -> UNKNOWN (outage, temporary refusal)
 *
 *                        -> CANCELLED (overtaken, or its recipient is gone)
 *     FAILED  -> SENDING   (its address was put right since)
 *
 * A letter is rendered and then waits for a person: SENDING -> TO_DISPATCH; what becomes of it is recorded in the case.
 *
 * `copies` counts how often the content was handed to the mail server without an answer that is known: it goes up with the handing over and
 * down with a refusal. So does `attempts`, which an answer then confirms and an outage takes back. A row that somebody took and had not handed over
 * yet is thus as good as untouched when its sender dies; one that was handed over has had a try. A row that ends as FAILED or CANCELLED with
 * copies may have arrived ({@link mayHaveArrived}).
 *
 * What a recipient is told of one case is told in the order in which it was planned: a row waits as long as an earlier one to the same
 * recipient is still being tried. Its tries end, so that wait does; other cases and recipients do not notice it.
 */
import { Prisma, type Notice } from '../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import type { Channel } from '../../rules/notices.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { Recipient } from '../recipients.ts';
import type { NoticeAttachment } from './attachments.ts';
import type { RenderedNotice } from './render-notice.ts';

export type { Notice };

/** Tries that reach the server before a notice has failed (XC-04.3). */
export const MAX_ATTEMPTS = 5;
/** Reminders that one digest lists at most; the others go in the next one. */
const MOST_IN_DIGEST = 50;
/** How long a reminder waits at most for those of the same morning that are not on record yet, in ms. */
const DIGEST_WAIT_MS = 10_000;

/** A row this sender holds. */
export interface Claim {
  readonly notice: Notice;
  /** End of the lease; also what proves that the row is still ours. */
  readonly lease: Date;
  /** The same end on this machine's clock, in epoch ms, never later than the database's. */
  readonly heldUntil: number;
  /** True where it had failed and its address is said to be put right. */
  readonly revived: boolean;
}

/** True where an earlier outcome is unknown: a copy may have arrived, and a second unknown outcome is the end. */
export function isRepeated({ notice: { copies } }: Claim): boolean {
  return copies >= 1;
}

/** True where the sender of a repetition died too: there is no further try. */
export function isSpent({ notice: { copies } }: Claim): boolean {
  return copies >= 2;
}

/** Beyond every time for which a try is put off. */
const LONGEST_WAIT_MS = 2 * 3_600_000;

const isOfSameRecipient = Prisma.sql`e."caseId" = n."caseId" AND e."ordinal" < n."ordinal" AND e."channel" = n."channel"
    AND COALESCE(e."recipientId", e."recipientEmail") = COALESCE(n."recipientId", n."recipientEmail")
    AND e."status" IN ('PLANNED', 'UNKNOWN', 'SENDING')`;

/** True for a row `n` before which an earlier one to the same recipient is still being tried. */
const waitsForEarlier = Prisma.sql`EXISTS (SELECT 1 FROM "Notice" AS e WHERE ${isOfSameRecipient})`;

/** True for a row `n` that goes to no room, or to one to which nothing else is under way: a slow one holds one place. */
const isRoomFree = Prisma.sql`(n."channel" <> 'WEBHOOK' OR NOT EXISTS (
    SELECT 1 FROM "Notice" AS u WHERE u."recipientId" = n."recipientId" AND u."channel" = 'WEBHOOK' AND u."id" <> n."id"
      AND u."status" = 'SENDING' AND u."nextAttemptAt" > now()))`;

/** Which rows to take. */
export interface PageWanted {
  readonly leaseMs: number;
  /** Rows at most. */
  readonly limit: number;
  /** Takes rows of these ways alone. */
  readonly channels?: readonly Channel[] | undefined;
  /** Names of the notices of which several to one person go as one digest. */
  readonly digests: readonly string[];
  /** Time of the cases: reminders wait until what is due by now is on record. */
  readonly now: Instant;
}

/**
 * Takes the next due rows, commits them as SENDING and returns them in the order in which they were planned; with a reminder come the others
 * that are due for the same person. Rows other senders hold are skipped.
 */
export async function claimPage(database: Database, wanted: PageWanted): Promise<Claim[]> {
  const { leaseMs, limit, channels, digests, now } = wanted;
  const only = channels === undefined ? Prisma.sql`true` : Prisma.sql`n."channel" = ANY(${[...channels]}::text[])`;
  const waitsForMorning = Prisma.sql`(n."template" = ANY(${[...digests]}::text[])
    AND n."nextAttemptAt" > now() - ${DIGEST_WAIT_MS} * interval '1 millisecond'
    AND EXISTS (SELECT 1 FROM "Case" WHERE "wakeAt" <= ${now}::timestamptz AND "closedAt" IS NULL AND "revision" > 0))`;
  const first = await take(
    database,
    leaseMs,
    Prisma.sql`${only} AND ${isRoomFree} AND (("status" IN ('PLANNED', 'UNKNOWN', 'SENDING') AND "nextAttemptAt" <= now()
        AND NOT ${waitsForEarlier} AND NOT ${waitsForMorning})
      OR ("status" = 'FAILED' AND "resendAskedAt" IS NOT NULL))`,
    limit,
  );
  const reminders = first.filter(({ notice }) => notice.channel === 'EMAIL' && digests.includes(notice.template));
  if (reminders.length === 0) return first;
  const taken = first.map(({ notice }) => notice.id);
  const more = await take(
    database,
    leaseMs,
    Prisma.sql`n."channel" = 'EMAIL' AND n."status" IN ('PLANNED', 'UNKNOWN') AND n."nextAttemptAt" <= now()
      AND n."template" = ANY(${[...digests]}::text[])
      AND n."recipientEmail" = ANY(${reminders.map(({ notice }) => notice.recipientEmail)}::text[])
      AND NOT EXISTS (SELECT 1 FROM "Notice" AS e WHERE ${isOfSameRecipient} AND e."id" <> ALL(${taken}::text[])
        AND NOT (e."template" = ANY(${[...digests]}::text[]) AND e."status" IN ('PLANNED', 'UNKNOWN') AND e."nextAttemptAt" <= now()))`,
    MOST_IN_DIGEST - 1,
  );
  return [...first, ...more].sort((one, other) => one.notice.ordinal - other.notice.ordinal);
}

async function take(database: Database, leaseMs: number, which: Prisma.Sql, limit: number): Promise<Claim[]> {
  const heldUntil = Date.now() + leaseMs;
  const rows = await database.$queryRaw<(Notice & { was: string })[]>`
    UPDATE "Notice" AS n
    SET "status" = 'SENDING', "nextAttemptAt" = now() + ${leaseMs} * interval '1 millisecond', "resendAskedAt" = NULL
    FROM (
      SELECT "id", "status" FROM "Notice" AS n WHERE ${which}
      ORDER BY "nextAttemptAt", "ordinal" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) AS picked
    WHERE n."id" = picked."id"
    RETURNING n.*, picked."status" AS "was"`;
  return rows
    .map(({ was, ...notice }) => ({ notice, lease: notice.nextAttemptAt, heldUntil, revived: was === 'FAILED' }))
    .sort((one, other) => one.notice.ordinal - other.notice.ordinal);
}

/** The row goes to another address, or speaks another name or language, from this try on: it is rendered anew and has all its tries. */
export async function readdress(database: Database, claim: Claim, recipient: Recipient): Promise<Claim | null> {
  const { name: recipientName, email: recipientEmail, locale } = recipient;
  const changed = await database.$executeRaw`
    UPDATE "Notice" SET "recipientName" = ${recipientName}, "recipientEmail" = ${recipientEmail}, "locale" = ${locale},
      "subject" = NULL, "html" = NULL, "text" = NULL, "attachments" = NULL, "attempts" = 0, "copies" = 0
    WHERE "id" = ${claim.notice.id} AND "status" = 'SENDING' AND "nextAttemptAt" = ${claim.lease}::timestamptz`;
  if (changed !== 1) return null;
  const anew = { recipientName, recipientEmail, locale, html: null, text: null, attempts: 0, copies: 0 };
  return { ...claim, notice: { ...claim.notice, ...anew }, revived: false };
}

/** How long a room rests that said it is spoken to too often, in ms: robots take twenty messages a minute. */
const ROOM_RESTS_MS = 60_000;

/** Nothing that is planned for this room goes there for a minute; what is under way tries again by itself. */
export async function restRoom(database: Database, { recipientId }: Pick<Notice, 'recipientId'>): Promise<void> {
  await database.$executeRaw`
    UPDATE "Notice" SET "nextAttemptAt" = GREATEST("nextAttemptAt", now() + ${ROOM_RESTS_MS} * interval '1 millisecond')
    WHERE "channel" = 'WEBHOOK' AND "recipientId" = ${recipientId} AND "status" = 'PLANNED'`;
}

/**
 * Rows that wait for their next try while a later one to the same recipient could go: whether they are still true is worth asking now, not
 * only when their wait is over.
 */
export async function findBlocking(database: Database): Promise<Notice[]> {
  return database.$queryRaw<Notice[]>`
    SELECT e.* FROM "Notice" AS e
    WHERE e."status" IN ('PLANNED', 'UNKNOWN') AND e."nextAttemptAt" > now() AND EXISTS (
      SELECT 1 FROM "Notice" AS n
      WHERE n."caseId" = e."caseId" AND n."ordinal" > e."ordinal" AND n."channel" = e."channel"
        AND COALESCE(n."recipientId", n."recipientEmail") = COALESCE(e."recipientId", e."recipientEmail")
        AND n."status" = 'PLANNED' AND n."nextAttemptAt" <= now())
    ORDER BY e."ordinal" LIMIT 50`;
}

/**
 * Ends waits that are longer than any wait is: their end was set under a clock that was ahead and was set back since. By the clock of the
 * database.
 */
export async function endWaitsOfAnotherClock(database: Database): Promise<void> {
  await database.$executeRaw`
    UPDATE "Notice" SET "nextAttemptAt" = now()
    WHERE "status" IN ('PLANNED', 'UNKNOWN', 'SENDING') AND "nextAttemptAt" > now() + ${LONGEST_WAIT_MS} * interval '1 millisecond'`;
}

/** Ends the wait of a row that has not been touched since. */
export async function hurry(database: Database, { id, status, nextAttemptAt }: Notice): Promise<void> {
  await database.notice.updateMany({ where: { id, status, nextAttemptAt }, data: { nextAttemptAt: new Date(0) } });
}

/** Milliseconds until the next row is due, 0 if one is; undefined when the queue is empty. Measured by the database. */
export async function untilNextDue(database: Database): Promise<number | undefined> {
  const [row] = await database.$queryRaw<{ ms: number | null }[]>`
    SELECT (EXTRACT(EPOCH FROM min(CASE WHEN "status" = 'FAILED' THEN now() ELSE "nextAttemptAt" END) - now()) * 1000)::float8 AS "ms"
    FROM "Notice" AS n
    WHERE ("status" IN ('PLANNED', 'UNKNOWN', 'SENDING') AND NOT ${waitsForEarlier})
      OR ("status" = 'FAILED' AND "resendAskedAt" IS NOT NULL)`;
  return row?.ms === null || row?.ms === undefined ? undefined : Math.max(0, Math.ceil(row.ms));
}

/** A rendered notice with the id it is sent under and everything it brings along. */
export interface ReadyNotice extends Omit<RenderedNotice, 'attachments'> {
  readonly messageId: string;
  readonly attachments: readonly NoticeAttachment[];
}

/** A claimed row with what is to be kept of it. */
export interface ReadyClaim {
  readonly claim: Claim;
  readonly ready: ReadyNotice;
}

/**
 * Keeps what will be sent, before it is sent (XC-04.1), and has a whole lease begin for the sending. Answers the claims that are still ours,
 * by the id of their notice; another sender has the others.
 */
export async function handOver(
  database: Database,
  leaseMs: number,
  page: readonly ReadyClaim[],
): Promise<ReadonlyMap<string, Claim>> {
  if (page.length === 0) return new Map();
  const heldUntil = Date.now() + leaseMs;
  const rows = page.map(({ claim: { notice, lease }, ready }) => ({
    ...ready,
    id: notice.id,
    lease,
    copy: notice.channel === 'LETTER' ? 0 : 1,
  }));
  const held = await database.$queryRaw<{ id: string; lease: Date }[]>`
    UPDATE "Notice" AS n
    SET "subject" = o."subject", "html" = o."html", "text" = o."text", "attachments" = o."attachments", "messageId" = o."messageId",
      "copies" = n."copies" + o."copy", "attempts" = LEAST(n."attempts" + o."copy", ${MAX_ATTEMPTS}), "nextAttemptAt" = now() + ${leaseMs} * interval '1 millisecond'
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS o ("id" text, "lease" timestamptz, "subject" text, "html" text,
      "text" text, "attachments" jsonb, "messageId" text, "copy" int)
    WHERE n."id" = o."id" AND n."status" = 'SENDING' AND n."nextAttemptAt" = o."lease"
    RETURNING n."id", n."nextAttemptAt" AS "lease"`;
  const leases = new Map(held.map(({ id, lease }) => [id, lease]));
  return new Map(
    page.flatMap(({ claim }) => {
      const lease = leases.get(claim.notice.id);
      return lease === undefined ? [] : [[claim.notice.id, { ...claim, lease, heldUntil }] as const];
    }),
  );
}

/** What to write of a try. `waitMs` is counted by the database from now; fields left out keep their value. */
export interface Outcome {
  readonly status: 'PLANNED' | 'UNKNOWN' | 'SENT' | 'FAILED' | 'CANCELLED' | 'TO_DISPATCH';
  readonly attempts: number;
  readonly copies: number;
  readonly outages?: number;
  readonly waitMs?: number;
  readonly lastError?: string;
  readonly response?: string;
  readonly sentAt?: Date;
}

/** Writes the outcomes of tries under the leases of their claims. Answers the ids of those that were still ours. */
export async function settle(
  client: Database | Transaction,
  tries: readonly { readonly claim: Claim; readonly outcome: Outcome }[],
): Promise<ReadonlySet<string>> {
  const rows = tries.map(({ claim: { notice, lease }, outcome }) => ({ ...outcome, id: notice.id, lease }));
  const kept = await client.$queryRaw<{ id: string }[]>`
    UPDATE "Notice" AS n
    SET "status" = o."status", "attempts" = o."attempts", "copies" = o."copies",
        "outages" = COALESCE(o."outages", n."outages"),
        "nextAttemptAt" = now() + COALESCE(o."waitMs", 0) * interval '1 millisecond',
        "lastError" = COALESCE(o."lastError", n."lastError"),
        "response" = COALESCE(o."response", n."response"),
        "sentAt" = COALESCE(o."sentAt", n."sentAt")
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS o ("id" text, "lease" timestamptz, "status" text, "attempts" int,
      "copies" int, "outages" int, "waitMs" float8, "lastError" text, "response" text, "sentAt" timestamptz)
    WHERE n."id" = o."id" AND n."status" = 'SENDING' AND n."nextAttemptAt" = o."lease"
    RETURNING n."id"`;
  return new Set(kept.map(({ id }) => id));
}
