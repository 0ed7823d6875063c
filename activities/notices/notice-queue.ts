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
 * What a recipient is told of one case is told in the order in which it was planned: a row waits as long as an earlier one to the same
 * recipient is still being tried. Its tries end, so that wait does; other cases and recipients do not notice it.
 */
import { Prisma, type Notice } from '../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import type { Channel } from '../../rules/notices.ts';
import type { Recipient } from '../recipients.ts';
import type { NoticeAttachment } from './attachments.ts';
import type { RenderedNotice } from './render-notice.ts';

export type { Notice };

/** Tries that reach the server before a notice has failed (XC-04.3). */
export const MAX_ATTEMPTS = 5;

/** A row this sender holds. */
export interface Claim {
  readonly notice: Notice;
  /** End of the lease; also what proves that the row is still ours. */
  readonly lease: Date;
  /** The same end on this machine's clock, in epoch ms, never later than the database's. */
  readonly heldUntil: number;
  /** Tries before this one. */
  readonly attempts: number;
  /** True where an earlier outcome is unknown: a copy may have arrived, and a second unknown outcome is the end. */
  readonly repeated: boolean;
  /** True where the sender of a repetition died too: there is no further try. */
  readonly spent: boolean;
  /** True where it had failed and its address is said to be put right. */
  readonly revived: boolean;
}

/** True for a row `n` before which an earlier one to the same recipient is still being tried. */
const waitsForEarlier = Prisma.sql`EXISTS (
  SELECT 1 FROM "Notice" AS e
  WHERE e."caseId" = n."caseId" AND e."ordinal" < n."ordinal" AND e."channel" = n."channel"
    AND COALESCE(e."recipientId", e."recipientEmail") = COALESCE(n."recipientId", n."recipientEmail")
    AND e."status" IN ('PLANNED', 'UNKNOWN', 'SENDING'))`;

/**
 * Takes the next due row, commits it as SENDING and returns it; null when none is due. Rows other senders hold are
 * skipped. A row SENDING with all attempts used is the repetition of an unknown one: that is how a death in the middle
 * of the repetition is told from one in the middle of the first try.
 * @param channel takes rows of this way alone
 */
export async function claimNotice(database: Database, leaseMs: number, channel?: Channel): Promise<Claim | null> {
  const only = channel === undefined ? Prisma.sql`true` : Prisma.sql`n."channel" = ${channel}`;
  const heldUntil = Date.now() + leaseMs;
  const [row] = await database.$queryRaw<(Notice & { was: string; attemptsBefore: number })[]>`
    UPDATE "Notice" AS n
    SET "status" = 'SENDING',
        "nextAttemptAt" = now() + ${leaseMs} * interval '1 millisecond',
        "attempts" = CASE WHEN picked."doubtful" THEN ${MAX_ATTEMPTS} ELSE picked."attempts" END,
        "resendAskedAt" = NULL
    FROM (
      SELECT "id", "attempts", "status", "status" = 'UNKNOWN' OR ("status" = 'SENDING' AND "html" IS NOT NULL) AS "doubtful"
      FROM "Notice" AS n
      WHERE ${only} AND (("status" IN ('PLANNED', 'UNKNOWN', 'SENDING') AND "nextAttemptAt" <= now() AND NOT ${waitsForEarlier})
        OR ("status" = 'FAILED' AND "resendAskedAt" IS NOT NULL))
      ORDER BY "nextAttemptAt", "ordinal"
      LIMIT 1
      FOR UPDATE SKIP LOCKED
    ) AS picked
    WHERE n."id" = picked."id"
    RETURNING n.*, picked."status" AS "was", picked."attempts" AS "attemptsBefore"`;
  if (row === undefined) return null;
  const { was, attemptsBefore, ...notice } = row;
  const doubtful = was === 'UNKNOWN' || (was === 'SENDING' && notice.html !== null);
  return {
    notice,
    lease: notice.nextAttemptAt,
    heldUntil,
    attempts: attemptsBefore,
    repeated: doubtful,
    spent: was === 'SENDING' && doubtful && attemptsBefore >= MAX_ATTEMPTS,
    revived: was === 'FAILED',
  };
}

/** The row goes to another address, or speaks another name or language, from this try on: it is rendered anew and has all its tries. */
export async function readdress(database: Database, claim: Claim, recipient: Recipient): Promise<Claim | null> {
  const { name: recipientName, email: recipientEmail, locale } = recipient;
  const changed = await database.$executeRaw`
    UPDATE "Notice" SET "recipientName" = ${recipientName}, "recipientEmail" = ${recipientEmail}, "locale" = ${locale},
      "subject" = NULL, "html" = NULL, "text" = NULL, "attachments" = NULL, "attempts" = 0
    WHERE "id" = ${claim.notice.id} AND "status" = 'SENDING' AND "nextAttemptAt" = ${claim.lease}::timestamptz`;
  if (changed !== 1) return null;
  const notice = { ...claim.notice, recipientName, recipientEmail, locale, html: null, text: null };
  return { ...claim, notice, attempts: 0, repeated: false, spent: false, revived: false };
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

/** Stores what will be sent, before it is sent and once and for all (XC-04.1). False when the lease was lost. */
export async function storeRendered(database: Database, claim: Claim, mail: ReadyNotice): Promise<boolean> {
  const changed = await database.$executeRaw`
    UPDATE "Notice"
    SET "subject" = ${mail.subject}, "html" = ${mail.html}, "text" = ${mail.text},
        "attachments" = ${JSON.stringify(mail.attachments)}::jsonb, "messageId" = ${mail.messageId}
    WHERE "id" = ${claim.notice.id} AND "status" = 'SENDING' AND "nextAttemptAt" = ${claim.lease}::timestamptz`;
  return changed === 1;
}

/** What to write of a try. `waitMs` is counted by the database from now; fields left out keep their value. */
export interface Outcome {
  readonly status: 'PLANNED' | 'UNKNOWN' | 'SENT' | 'FAILED' | 'CANCELLED' | 'TO_DISPATCH';
  readonly attempts: number;
  readonly outages?: number;
  readonly waitMs?: number;
  readonly lastError?: string;
  readonly response?: string;
  readonly sentAt?: Date;
}

/** Writes the outcome of a try under the claim's lease. False when the lease was lost: another sender has it now. */
export async function settle(client: Database | Transaction, claim: Claim, outcome: Outcome): Promise<boolean> {
  const changed = await client.$executeRaw`
    UPDATE "Notice"
    SET "status" = ${outcome.status},
        "attempts" = ${outcome.attempts},
        "outages" = COALESCE(${outcome.outages ?? null}, "outages"),
        "nextAttemptAt" = now() + ${outcome.waitMs ?? 0} * interval '1 millisecond',
        "lastError" = COALESCE(${outcome.lastError ?? null}, "lastError"),
        "response" = COALESCE(${outcome.response ?? null}, "response"),
        "sentAt" = COALESCE(${outcome.sentAt ?? null}::timestamptz, "sentAt")
    WHERE "id" = ${claim.notice.id} AND "status" = 'SENDING' AND "nextAttemptAt" = ${claim.lease}::timestamptz`;
  return changed === 1;
}
