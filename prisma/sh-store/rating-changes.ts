/** The changes of a store's level, each written with the line of the ledger that brought it (SH-EVAL-11.5). */
import { shStoreValues, type ShStoreValues } from '../../rules/sh-store/config.ts';
import { levelChange } from '../../rules/sh-store/rating.ts';
import type { Transaction } from '../client.ts';
import type { PointsEntry } from '../generated/client.ts';

/** A line that has just been added to a ledger. */
export type AddedLine = Pick<PointsEntry, 'id' | 'points' | 'onDay' | 'bookedAt'>;

/** Writes each change of level that these lines brought, one after the other; the ledger of the store must be locked. */
export async function recordRatingChanges(
  tx: Transaction,
  storeId: string,
  added: readonly AddedLine[],
): Promise<void> {
  if (added.every(({ points }) => points === 0)) return;
  const [[known], values] = await Promise.all([
    tx.$queryRaw<{ points: number; changes: number }[]>`
      SELECT (SELECT COALESCE(SUM("net"), 0)::int FROM "PointsDay" WHERE "storeId" = ${storeId}) AS points,
        (SELECT COALESCE(MAX("seq"), 0) FROM "RatingChange" WHERE "storeId" = ${storeId}) AS changes`,
    valuesInForce(tx),
  ]);
  let balance = added.reduce((total, { points }) => total - points, known?.points ?? 0);
  let seq = known?.changes ?? 0;
  const changes = added.flatMap(({ id: entryId, points, onDay, bookedAt: at }) => {
    const change = levelChange(balance, balance + points, onDay, values);
    balance += points;
    if (change === null) return [];
    seq += 1;
    return [{ storeId, seq, entryId, from: change.from.level, to: change.to.level, points: balance, onDay, at }];
  });
  if (changes.length > 0) await tx.ratingChange.createMany({ data: changes });
}

/** The values of the newest version of the regime's rules; the defaults where none is loaded. */
export async function valuesInForce(database: Transaction): Promise<ShStoreValues> {
  const rules = await database.ruleVersion.findFirst({ where: { regime: 'SH_STORE' }, orderBy: { version: 'desc' } });
  return shStoreValues((rules?.values ?? {}) as Record<string, number | boolean | string>);
}
