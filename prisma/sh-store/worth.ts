/** What a line of the ledger is worth now: a recomputation may have given it other points since it was booked. */
import { fullYears } from '../../rules/sh-store/company-years.ts';
import { shStoreValues } from '../../rules/sh-store/config.ts';
import { rowOf, type PointsRule } from '../../rules/sh-store/points-table.ts';
import { dayOf, instantOf } from '../../rules/time/index.ts';
import type { Transaction } from '../client.ts';

/** A line as far as its worth goes. */
export interface Valued {
  readonly rule: PointsRule;
  readonly points: number;
  readonly eventKey: string;
  readonly bookedAt: Date;
  readonly reversalOf: string | null;
  readonly reason: unknown;
  readonly recomputationId: string | null;
}

/**
 * Tells the worth of lines of a store: for something that was done before the last recomputation, what the version of the rules gives
 * that it was made under. Certificates keep the points they were booked with: their cap is reckoned on the sum of all lines.
 */
export async function worthOf(database: Transaction, storeId: string): Promise<(line: Valued) => number> {
  const last = await database.pointsRecomputed.findFirst({
    where: { storeId },
    orderBy: { at: 'desc' },
    select: { at: true, recomputation: { select: { id: true, ruleVersion: true } } },
  });
  if (last === null) return ({ points }) => points;
  const { ruleVersion } = last.recomputation;
  const where = { regime_version: { regime: 'SH_STORE', version: ruleVersion } };
  const [rules, store] = await Promise.all([
    database.ruleVersion.findUniqueOrThrow({ where, select: { values: true } }),
    database.store.findUniqueOrThrow({ where: { id: storeId }, select: { establishedOn: true, openedAt: true } }),
  ]);
  const values = shStoreValues(rules.values as Record<string, number | boolean | string>);
  const yearsAtOpening = fullYears(store.establishedOn, dayOf(instantOf(store.openedAt.getTime())));
  return ({ rule, points, eventKey, bookedAt, reversalOf, reason, recomputationId }) => {
    const isForSomethingDone = reversalOf === null && recomputationId === null && reason === null;
    if (!isForSomethingDone || rule === 'COMPANY_CERT' || bookedAt > last.at) return points;
    return values[rowOf(rule).key] * (eventKey === 'COMPANY_YEARS:OPENING' ? yearsAtOpening : 1);
  };
}
