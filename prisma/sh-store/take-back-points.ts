/** Takes points of a store back by lines that say why; the original lines remain (SH-EVAL-10.18, SH-STORE-08.8). */
import { reversePoints, type LedgerEntry } from '../../rules/sh-store/points.ts';
import type { Text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { addLines, linesWhere } from './ledger.ts';
import { refuseSealedLedger } from './sealed.ts';
import { bookCompanyYears } from './store-figures.ts';

/** Which lines are taken back: by their keys, or by what they are for, e.g. `product:p1`, `order:o9`. */
export type LinesToTakeBack = { readonly eventKeys: readonly string[] } | { readonly abouts: readonly string[] };

export interface TakingBack {
  /** What takes them back: its id stands in the new lines. */
  readonly eventId: string;
  readonly reason: Text;
  /** The case that found it. */
  readonly caseId?: string;
}

/**
 * Takes back those of the lines that still stand.
 * @throws Refusal NOT_ALLOWED if the records of the store are sealed
 * @returns the lines found, and those that take back; `missing` are keys that the ledger does not have, and nothing is written then
 */
export async function takeBackPoints(
  tx: Transaction,
  storeId: string,
  lines: LinesToTakeBack,
  { eventId, reason, caseId }: TakingBack,
  now: Instant,
): Promise<{ readonly missing: readonly string[]; readonly reversals: readonly LedgerEntry[] }> {
  await bookCompanyYears(tx, storeId, now);
  await refuseSealedLedger(tx, storeId);
  const found = await linesWhere(tx, storeId, conditionOf(lines));
  const keys = 'eventKeys' in lines ? [...new Set(lines.eventKeys)] : [];
  const missing = keys.filter((key) => !found.some((line) => line.eventKey === key && line.reverses === null));
  if (missing.length > 0) return { missing, reversals: [] };
  const reversals = reversePoints(found, { eventId, at: now, reason });
  await addLines(tx, storeId, reversals, now, caseId);
  return { missing, reversals };
}

function conditionOf(lines: LinesToTakeBack): Prisma.Sql {
  if ('abouts' in lines) return Prisma.sql`p."about" = ANY(${[...new Set(lines.abouts)]})`;
  const keys = [...new Set(lines.eventKeys)];
  return Prisma.sql`(p."eventKey" = ANY(${keys}) OR p."reversalOf" = ANY(${keys}))`;
}
