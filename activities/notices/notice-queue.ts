/**
 * The rows of the outbox and their states. While a row is SENDING its `nextAttemptAt` is the end of the sender's lease: a
 * sender writes a result only under its own lease, and a lease that ran out means that the sender died at work.
 *
 *     PLANNED -> SENDING -> SENT | FAILED
 *                        -> PLANNED   (outage, temporary refusal)
 *                        -> UNKNOWN   (no answer, or the sender died) -> SENDING, repeated -> SENT | FAILED
 *                                                                                          -> UNKNOWN (outage, temporary refusal)
 *
 * A letter is rendered and then waits for a person: SENDING -> TO_DISPATCH; what becomes of it is recorded in the case.
 */
import type { Notice } from '../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
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
}

/**
 * Takes the next due row, commits it as SENDING and returns it; null when none is due. Rows other senders hold are
 * skipped. A row SENDING with all attempts used is the repetition of an unknown one: that is how a death in the middle
 * of the repetition is told from one in the middle of the first try.
 */
export async function claimNotice(database: Database, leaseMs: number): Promise<Claim | null> {
  const heldUntil = Date.now() + leaseMs;
  const [row] = await database.$queryRaw<(Notice & { was: string; attemptsBefore: number })[]>`
    UPDATE "Notice" AS n
    SET "status" = 'SENDING',
        "nextAttemptAt" = now() + ${leaseMs} * interval '1 millisecond',
        "attempts" = CASE WHEN picked."doubtful" THEN ${MAX_ATTEMPTS} ELSE picked."attempts" END
    FROM (
      SELECT "id", "attempts", "status", "status" = 'UNKNOWN' OR ("status" = 'SENDING' AND "html" IS NOT NULL) AS "doubtful"
      FROM "Notice"
      WHERE "status" IN ('PLANNED', 'UNKNOWN', 'SENDING') AND "nextAttemptAt" <= now()
      ORDER BY "nextAttemptAt", "id"
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
  };
}

/** Milliseconds until the next row is due, 0 if one is; undefined when the queue is empty. Measured by the database. */
export async function untilNextDue(database: Database): Promise<number | undefined> {
  const [row] = await database.$queryRaw<{ ms: number | null }[]>`
    SELECT (EXTRACT(EPOCH FROM min("nextAttemptAt") - now()) * 1000)::float8 AS "ms"
    FROM "Notice" WHERE "status" IN ('PLANNED', 'UNKNOWN', 'SENDING')`;
  return row?.ms === null || row?.ms === undefined ? undefined : Math.max(0, Math.ceil(row.ms));
}

/** A rendered notice with the id it is sent under. */
export interface ReadyNotice extends RenderedNotice {
  readonly messageId: string;
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
  readonly status: 'PLANNED' | 'UNKNOWN' | 'SENT' | 'FAILED' | 'TO_DISPATCH';
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
