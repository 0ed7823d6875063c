/** Notices that failed are looked at again once an address was put right, or somebody is there to be written to (XC-04.3). */
import type { Body } from '../rules/roles.ts';
import type { Instant } from '../rules/time/index.ts';
import { recipientOfChannel } from './channel-notices.ts';
import { NOTICES_CHANNEL } from './channels.ts';
import type { Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';

/** Whose address has changed. */
export interface Readdressed {
  readonly accounts?: readonly string[];
  /** Keys of parties for whom others act by now. */
  readonly parties?: readonly string[];
  /** Bodies at which others hold the offices by now. */
  readonly bodies?: readonly Body['bodyId'][];
}

/**
 * Asks the sender to look again at the failed e-mails to these, and at those that it is just trying: it may have read the old address, and
 * is asked in case it fails. It decides what is still to be sent and to whom: what was told otherwise
 * or overtaken is not, and an address that has not changed is not tried again.
 */
export async function askResend(
  tx: Transaction,
  { accounts = [], parties = [], bodies = [] }: Readdressed,
): Promise<void> {
  const asked = await tx.$executeRaw`
    UPDATE "Notice" AS n SET "resendAskedAt" = clock_timestamp()
    FROM "Case" AS c
    WHERE c."id" = n."caseId" AND n."status" IN ('FAILED', 'SENDING') AND n."channel" = 'EMAIL' AND n."reachedAt" IS NULL
      AND (${Prisma.join(
        [
          Prisma.sql`n."recipientId" = ANY(${[...accounts]}::text[])`,
          Prisma.sql`n."audience"->>'party' = ANY(${[...parties]}::text[])`,
          Prisma.sql`(n."audience" -> 'contact' IS NOT NULL AND c."subject" = ANY(${[...parties]}::text[]))`,
          Prisma.sql`(n."audience" -> 'party' IS NULL AND c."bodyId" = ANY(${[...bodies]}::text[]))`,
        ],
        ' OR ',
      )})`;
  if (asked > 0) await tx.$executeRaw`SELECT pg_notify(${NOTICES_CHANNEL}, '')`;
}

/** So far back what a channel did not take is asked for again: what is older is no news to a room. */
const CHANNEL_DAYS = 7;

/**
 * The same for what a channel did not take, once it is reached otherwise or in use again.
 * @param at time of the stack: notices that were planned longer than {@link CHANNEL_DAYS} days before are left
 */
export async function askResendToChannel(tx: Transaction, channelId: string, at: Instant): Promise<void> {
  const asked = await tx.$executeRaw`
    UPDATE "Notice" SET "resendAskedAt" = clock_timestamp()
    WHERE "channel" = 'WEBHOOK' AND "recipientId" = ${recipientOfChannel(channelId)} AND "status" IN ('FAILED', 'SENDING')
      AND "audience" IS NOT NULL AND "plannedAt" >= ${at}::timestamptz - ${CHANNEL_DAYS} * interval '1 day'`;
  if (asked > 0) await tx.$executeRaw`SELECT pg_notify(${NOTICES_CHANNEL}, '')`;
}
