/**
 * Brings the ledgers of stores to what another version of the rules gives for what they have done, by lines of correction that name the
 * recomputation; what was booked stays (SH-EVAL-10.18). A correction counts on the day it is made: what was judged by earlier days stands.
 */
import { createHash } from 'node:crypto';
import { fullYears } from '../../rules/sh-store/company-years.ts';
import { shStoreValues, type ShStoreValues } from '../../rules/sh-store/config.ts';
import { pointsUnder, type Done } from '../../rules/sh-store/recompute.ts';
import type { PointsRule } from '../../rules/sh-store/points-table.ts';
import { text } from '../../rules/text.ts';
import { dayOf, instantOf, type Instant } from '../../rules/time/index.ts';
import type { Database, Transaction } from '../client.ts';
import { addRows } from './ledger.ts';
import { bookCompanyYears } from './store-figures.ts';

/** Stores of one transaction. */
const CHUNK = 20;

/** The balance of a store by rows of the points table, as it stands and as a version of the rules would have it. */
export interface Recomputed {
  readonly storeId: string;
  readonly before: number;
  readonly after: number;
  /** What is to be added to each row. */
  readonly corrections: ReadonlyMap<PointsRule, number>;
}

/** Reckons what these values would make of the ledgers of stores; writes nothing. What came due and is not booked stays out. */
export async function recomputed(
  database: Transaction,
  storeIds: readonly string[],
  values: ShStoreValues,
): Promise<Recomputed[]> {
  const ids = [...storeIds];
  const sums = await database.$queryRaw<{ storeId: string; rule: PointsRule; net: number }[]>`
    SELECT "storeId", "rule", SUM("net")::int AS net FROM "PointsDay" WHERE "storeId" = ANY(${ids}) GROUP BY 1, 2`;
  const done = await doneBy(database, ids);
  return ids.map((storeId) => {
    const now = new Map(sums.filter((one) => one.storeId === storeId).map(({ rule, net }) => [rule, net]));
    const wanted = pointsUnder(values, done.get(storeId) ?? NOTHING);
    const corrections = new Map<PointsRule, number>();
    for (const rule of new Set([...now.keys(), ...wanted.keys()])) {
      const difference = (wanted.get(rule) ?? 0) - (now.get(rule) ?? 0);
      if (difference !== 0) corrections.set(rule, difference);
    }
    const before = [...now.values()].reduce((sum, net) => sum + net, 0);
    const change = [...corrections.values()].reduce((sum, difference) => sum + difference, 0);
    return { storeId, before, after: before + change, corrections };
  });
}

const NOTHING: Done = { lines: {}, loginRuns: [], streaksTakenBack: 0, periods: [] };

async function doneBy(database: Transaction, ids: string[]): Promise<Map<string, Done>> {
  const [lines, runs, taken, periods, stores] = await Promise.all([
    database.$queryRaw<{ storeId: string; rule: PointsRule; lines: number; opening: boolean }[]>`
      SELECT p."storeId", p."rule", COUNT(*)::int AS lines, bool_or(p."eventKey" = 'COMPANY_YEARS:OPENING') AS opening
      FROM "PointsEntry" p
      WHERE p."storeId" = ANY(${ids}) AND p."reversalOf" IS NULL AND p."recomputationId" IS NULL AND p."reason" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "PointsEntry" r WHERE r."storeId" = p."storeId" AND r."reversalOf" = p."eventKey")
      GROUP BY 1, 2`,
    database.$queryRaw<{ storeId: string; days: number }[]>`
      SELECT "storeId", COUNT(*)::int AS days FROM (
        SELECT p."storeId", p."onDay"::date - (ROW_NUMBER() OVER (PARTITION BY p."storeId" ORDER BY p."onDay"))::int AS run
        FROM "PointsEntry" p
        WHERE p."storeId" = ANY(${ids}) AND p."rule" = 'LOGIN_DAY' AND p."reversalOf" IS NULL AND p."recomputationId" IS NULL
          AND NOT EXISTS (SELECT 1 FROM "PointsEntry" r WHERE r."storeId" = p."storeId" AND r."reversalOf" = p."eventKey")) days
      GROUP BY "storeId", run`,
    database.$queryRaw<{ storeId: string; lines: number }[]>`
      SELECT "storeId", COUNT(*)::int AS lines FROM "PointsEntry"
      WHERE "storeId" = ANY(${ids}) AND "rule" = 'LOGIN_STREAK_10' AND "reversalOf" IS NOT NULL GROUP BY 1`,
    database.$queryRaw<{ storeId: string; favourable: number; ratings: number }[]>`
      SELECT DISTINCT ON (e."about", e."data"->>'periodId') substr(e."about", 7) AS "storeId",
        (e."data"->>'favourable')::int AS favourable, (e."data"->>'ratings')::int AS ratings
      FROM "PlatformEvent" e
      WHERE e."about" = ANY(${ids.map((id) => `store:${id}`)}) AND e."type" = 'PRAISE_RATE_REACHED'
        AND NOT EXISTS (SELECT 1 FROM "PointsEntry" r WHERE r."storeId" = substr(e."about", 7)
          AND r."reversalOf" = 'PRAISE_RATE_70:' || (e."data"->>'periodId'))
      ORDER BY e."about", e."data"->>'periodId', (e."data"->>'favourable')::float / GREATEST(1, (e."data"->>'ratings')::int) DESC`,
    database.store.findMany({ where: { id: { in: ids } }, select: { id: true, establishedOn: true, openedAt: true } }),
  ]);
  return new Map(
    stores.map(({ id, establishedOn, openedAt }) => {
      const own = lines.filter(({ storeId }) => storeId === id);
      const atOpening = fullYears(establishedOn, dayOf(instantOf(openedAt.getTime())));
      const counted = own.map(({ rule, lines: n, opening }) => [rule, opening ? n - 1 + atOpening : n] as const);
      return [
        id,
        {
          lines: Object.fromEntries(counted.filter(([rule]) => !REBUILT.has(rule))),
          loginRuns: runs.filter(({ storeId }) => storeId === id).map(({ days }) => days),
          streaksTakenBack: taken.find(({ storeId }) => storeId === id)?.lines ?? 0,
          periods: periods.filter(({ storeId }) => storeId === id),
        },
      ];
    }),
  );
}

/** Rows whose lines follow from other values than their points: they are found again from what happened. */
const REBUILT: ReadonlySet<PointsRule> = new Set(['LOGIN_STREAK_10', 'PRAISE_RATE_70']);

/**
 * Does the next stores of the oldest recomputation that is not finished, in one transaction: each store once, wherever it is broken off.
 * @returns false if there is nothing to do, or another does it
 */
export async function recomputeNext(database: Database, now: Instant): Promise<boolean> {
  return database.$transaction(async (tx) => {
    const [running] = await tx.$queryRaw<{ id: string; ruleVersion: number; cursor: string }[]>`
      SELECT "id", "ruleVersion", "cursor" FROM "PointsRecomputation" WHERE "finishedAt" IS NULL
      ORDER BY "createdAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (running === undefined) return false;
    const { id, ruleVersion, cursor } = running;
    // The records of a store that was cleared are sealed (SH-STORE-11.5).
    const stores = await tx.store.findMany({
      where: { id: { gt: cursor }, sealedAt: null, status: { not: 'CLEARED' } },
      orderBy: { id: 'asc' },
      take: CHUNK,
      select: { id: true },
    });
    const last = stores.at(-1);
    if (last === undefined) {
      await tx.pointsRecomputation.update({ where: { id }, data: { finishedAt: new Date(now) }, select: { id: true } });
      return true;
    }
    const ids = stores.map((store) => store.id);
    for (const storeId of ids) await bookCompanyYears(tx, storeId, now);
    const results = await recomputed(tx, ids, await valuesOf(tx, ruleVersion));
    for (const result of results) await addRows(tx, result.storeId, correctionsOf(result, id, ruleVersion, now));
    await tx.pointsRecomputed.createMany({
      data: results.map(({ storeId, before, after }) => ({
        recomputationId: id,
        storeId,
        before,
        after,
        at: new Date(now),
      })),
    });
    const changed = results.filter(({ before, after }) => before !== after).length;
    await tx.pointsRecomputation.update({
      where: { id },
      data: { cursor: last.id, stores: { increment: ids.length }, changed: { increment: changed } },
      select: { id: true },
    });
    return true;
  });
}

/** The values of a version of the regime's rules. */
export async function valuesOf(database: Transaction, version: number): Promise<ShStoreValues> {
  const where = { regime_version: { regime: 'SH_STORE', version } };
  const { values } = await database.ruleVersion.findUniqueOrThrow({ where, select: { values: true } });
  return shStoreValues(values as Record<string, number | boolean | string>);
}

function correctionsOf({ storeId, corrections }: Recomputed, recomputationId: string, version: number, now: Instant) {
  const reason = text(`按第 ${version} 版规则重算积分`, `points recomputed under version ${version} of the rules`);
  return [...corrections].map(([rule, points]) => {
    const eventKey = `${recomputationId}:${rule}`;
    return {
      id: `pts-${createHash('sha256').update(`${storeId}\n${eventKey}`).digest('hex').slice(0, 32)}`,
      ...{ storeId, rule, points, eventKey, eventId: recomputationId, about: `recomputation:${recomputationId}` },
      ...{ onDay: dayOf(now), bookedAt: new Date(now), reversalOf: null, reason: { ...reason }, caseId: null },
      recomputationId,
    };
  });
}
