import type { Text } from '../text.ts';
import type { Day, Instant } from '../time/instant.ts';
import type { PointsAngle, PointsGroup, PointsRule } from './points-table.ts';
import { pointsRows, rowOf } from './points-table.ts';

/**
 * One line of a store's points ledger. The ledger is append-only (SH-EVAL-10.18): a correction is a further line with
 * `reverses`. A line of 0 points marks a certificate beyond the cap, which steps in when another lapses, or what came of an order
 * that was voided already.
 */
export interface LedgerEntry {
  readonly rule: PointsRule;
  /** Whole points, negative on a reversal. */
  readonly points: number;
  /** Unique in the ledger of the store: a second line with the same key must be refused. */
  readonly eventKey: string;
  /** The platform event, case or anniversary that caused the line. */
  readonly eventId: string;
  /** What the points are for, e.g. `product:p1`, `order:o9`. */
  readonly about: string;
  readonly at: Instant;
  /** The Shanghai day the points count on. */
  readonly onDay: Day;
  /** The `eventKey` of the line taken back, or null. */
  readonly reverses: string | null;
  readonly reason: Text | null;
}

/** A span of Shanghai days, both included; an open side has no bound. */
export interface DaySpan {
  readonly from?: Day;
  readonly to?: Day;
}

/** The lines that stand: bookings that no later line takes back. */
export function liveEntries(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const reversed = new Set(entries.map(({ reverses }) => reverses));
  return entries.filter(({ eventKey, reverses }) => reverses === null && !reversed.has(eventKey));
}

/** The sum of all lines within a span, reversals taken off: a total, the total at a quarter end, the sum of a year. */
export function pointsTotal(entries: readonly LedgerEntry[], span: DaySpan = {}): number {
  return within(entries, span).reduce((sum, { points }) => sum + points, 0);
}

/** Newly gained points of a span: positive lines alone; reversals do not offset (SH-STORE-12.3, A-30). */
export function pointsGained(entries: readonly LedgerEntry[], span: DaySpan = {}): number {
  return pointsTotal(
    entries.filter(({ points }) => points > 0),
    span,
  );
}

/** Newly gained points of a calendar month, given as `2025-09`. */
export function pointsGainedInMonth(entries: readonly LedgerEntry[], month: string): number {
  return pointsGained(entries.filter(({ onDay }) => onDay.startsWith(`${month}-`)));
}

/** The sum of a calendar year, reversals taken off. */
export function pointsInYear(entries: readonly LedgerEntry[], year: number): number {
  return pointsTotal(entries.filter(({ onDay }) => onDay.startsWith(`${year}-`)));
}

/** The sums of the six groups of the points table within a span (SH-EVAL-10.20). */
export function pointsByGroup(entries: readonly LedgerEntry[], span: DaySpan = {}): Record<PointsGroup, number> {
  const sums = Object.fromEntries(pointsRows.map(({ group }) => [group, 0])) as Record<PointsGroup, number>;
  for (const { rule, points } of within(entries, span)) sums[rowOf(rule).group] += points;
  return sums;
}

/** The sums of the six assessment angles within a span; company information belongs to none (SH-EVAL-08.4, -10.20). */
export function pointsByAngle(entries: readonly LedgerEntry[], span: DaySpan = {}): Record<PointsAngle, number> {
  const sums = { DECORATION: 0, PRODUCTS: 0, ORDERS: 0, ACTIVITY: 0, FEEDBACK: 0, FOLLOWERS: 0 };
  for (const { rule, points } of within(entries, span)) {
    const { angle } = rowOf(rule);
    if (angle !== null) sums[angle] += points;
  }
  return sums;
}

function within(entries: readonly LedgerEntry[], { from, to }: DaySpan): readonly LedgerEntry[] {
  return entries.filter(({ onDay }) => (from === undefined || onDay >= from) && (to === undefined || onDay <= to));
}
