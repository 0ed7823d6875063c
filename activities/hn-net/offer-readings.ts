/** What cases about a provider read of its offers. */
import type { Transaction } from '../../prisma/client.ts';
import { offerReview } from '../../workflows/hn-net/offer-review/contract.ts';
import type { HnNetReadings } from '../../workflows/hn-net/words.ts';
import type { ReadingRequest } from '../reader.ts';

/** The offers of the provider that a measure can take out of view: open ones, and those that another measure has deleted. */
export async function readOffers(database: Transaction, { caseId }: ReadingRequest): Promise<HnNetReadings['offers']> {
  return database.$queryRaw<{ id: string; name: string }[]>`
    SELECT o."id", o."state" -> 'facts' ->> 'name' AS "name"
    FROM "Case" o JOIN "Case" c ON c."id" = ${caseId} AND c."subject" = o."subject"
    WHERE o."kind" = ${offerReview.kind} AND (o."closedAt" IS NULL OR o."outcome" = 'DELETED')
    ORDER BY o."id"`;
}
