/** The points ledger of the rules as rows of the database, both ways. */
import {
  lookupFor,
  repliesTo,
  type LedgerEntry,
  type PlatformEvent,
  type PointsRule,
} from '../../rules/sh-store/points.ts';
import type { Text } from '../../rules/text.ts';
import { instantOf, type Instant } from '../../rules/time/index.ts';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { ledgerRow } from './ledger-row.ts';
import { recordRatingChanges } from './rating-changes.ts';
import { worthOf } from './worth.ts';

interface Row {
  readonly rule: PointsRule;
  readonly points: number;
  readonly eventKey: string;
  readonly eventId: string;
  readonly about: string;
  readonly onDay: string;
  readonly reversalOf: string | null;
  readonly reason: Text | null;
  readonly at: Date;
  readonly bookedAt: Date;
  readonly recomputationId: string | null;
}

/** The lines of a store's ledger that decide on these events. */
export async function linesFor(
  tx: Transaction,
  storeId: string,
  events: readonly PlatformEvent[],
): Promise<LedgerEntry[]> {
  const lookups = events.map(lookupFor);
  const keys = lookups.flatMap(({ eventKey }) => eventKey ?? []);
  const abouts = [...new Set(lookups.map(({ about }) => about))];
  const rules = [...new Set(lookups.flatMap((lookup) => lookup.rules))];
  const ids = lookups.map(({ eventId }) => eventId);
  const answers = lookups.flatMap(({ repliesOn }) => repliesOn ?? []);
  const answered = lookups.flatMap(({ orderOf }) => orderOf ?? []);
  return linesWhere(
    tx,
    storeId,
    Prisma.join(
      [
        Prisma.sql`p."eventKey" = ANY(${keys})`,
        Prisma.sql`p."about" = ANY(${[...abouts, ...(await answersOn(tx, storeId, answers)), ...(await ordersOf(tx, storeId, answered))]})`,
        Prisma.sql`p."rule" = ANY(${rules})`,
        Prisma.sql`p."eventId" = ANY(${ids})`,
      ],
      ' OR ',
      '(',
      ')',
    ),
  );
}

/** What the replies to the comments on these orders are for. */
async function answersOn(tx: Transaction, storeId: string, orders: readonly string[]): Promise<string[]> {
  if (orders.length === 0) return [];
  const rule = { in: ['COMMENT_PERSONAL', 'COMMENT_ENTERPRISE'] satisfies PointsRule[] };
  const where = { storeId, about: { in: [...orders] }, rule };
  const comments = await tx.pointsEntry.findMany({ where, select: { eventKey: true } });
  return comments.map(({ eventKey }) => repliesTo(eventKey));
}

/** The orders on which these comments were made. */
async function ordersOf(tx: Transaction, storeId: string, comments: readonly string[]): Promise<string[]> {
  if (comments.length === 0) return [];
  const where = { storeId, eventKey: { in: [...comments] } };
  const lines = await tx.pointsEntry.findMany({ where, select: { about: true } });
  return lines.map(({ about }) => about);
}

/** Lines of a store's ledger that meet a condition on the row `p`. */
export async function linesWhere(tx: Transaction, storeId: string, condition: Prisma.Sql): Promise<LedgerEntry[]> {
  // When a fact happened stands with the fact; lines that no fact caused count from when they were booked.
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p."rule", p."points", p."eventKey", p."eventId", p."about", p."onDay", p."reversalOf", p."reason", p."bookedAt", p."recomputationId",
      COALESCE(e."occurredAt", p."bookedAt") AS at
    FROM "PointsEntry" p LEFT JOIN "PlatformEvent" e ON e."id" = p."eventId"
    WHERE p."storeId" = ${storeId} AND ${condition}`;
  const worth = await worthOf(tx, storeId);
  return rows.map((row) => {
    const { rule, eventKey, eventId, about, onDay, reversalOf, reason, at, recomputationId } = row;
    // A correction is nothing that was done, and nothing that can be taken back by itself.
    const reverses = reversalOf ?? (recomputationId === null ? null : `recomputation:${recomputationId}`);
    const line = { eventKey, eventId, about, onDay, reverses, reason, at: instantOf(at.getTime()) };
    return { ...line, rule, points: worth(row) };
  });
}

/**
 * Adds lines to a store's ledger, and the changes of level that they bring; a key that is there already is passed over. The ledger
 * must be locked ({@link lockLedger}).
 */
export async function addLines(
  tx: Transaction,
  storeId: string,
  entries: readonly LedgerEntry[],
  now: Instant,
  caseId?: string,
): Promise<void> {
  await addRows(
    tx,
    storeId,
    entries.map((entry) => ledgerRow(storeId, entry, now, caseId)),
  );
}

/** {@link addLines} as rows. */
export async function addRows(
  tx: Transaction,
  storeId: string,
  rows: readonly (ReturnType<typeof ledgerRow> & { readonly recomputationId?: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  const added = await tx.pointsEntry.createManyAndReturn({
    skipDuplicates: true,
    select: { id: true, points: true, onDay: true, bookedAt: true },
    data: rows.map((row) => ({ ...row, reason: row.reason ?? Prisma.DbNull })),
  });
  await recordRatingChanges(tx, storeId, added);
}

/** One writer of a store's ledger at a time, until the transaction ends. */
export async function lockLedger(tx: Transaction, storeId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`ledger:${storeId}`}, 0))`;
}
