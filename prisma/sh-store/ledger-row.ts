import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../../rules/sh-store/ledger.ts';
import type { Instant } from '../../rules/time/index.ts';

/** A line of the points ledger as its table holds it; the id follows from store and event, so that a line is booked once. */
export function ledgerRow(storeId: string, entry: LedgerEntry, bookedAt: Instant, caseId: string | null = null) {
  const { rule, points, eventKey, eventId, about, onDay, reverses, reason } = entry;
  return {
    id: `pts-${createHash('sha256').update(`${storeId}\n${eventKey}`).digest('hex').slice(0, 32)}`,
    ...{ storeId, rule, points, eventKey, eventId, about, onDay },
    bookedAt: new Date(bookedAt),
    reversalOf: reverses,
    reason: reason === null ? null : { zh: reason.zh, en: reason.en },
    caseId,
  };
}
