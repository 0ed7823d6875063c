/** What a store's ledger of a million lines costs to read: balance and rating, and the months from which the monitors judge. */
import { performance } from 'node:perf_hooks';
import type { Database } from '../../prisma/client.ts';
import { monthlyPoints } from '../../prisma/sh-store/month-sums.ts';
import { pointsAt, ratingNow } from '../../prisma/sh-store/points-sums.ts';
import { shStoreValues } from '../../rules/sh-store/config.ts';
import type { Measurement } from '../measurement.ts';
import { median, type Row } from '../stats.ts';

const STORE = 'sto-million';
/** Ten years of days, and the day after. */
const [FIRST, TODAY] = ['2015-01-01', '2025-01-01'];

/** Fills a store's ledger with lines of orders, follows and log-ins over ten years, as its writers would. */
async function fillLedger(database: Database, lines: number): Promise<void> {
  const openedAt = new Date(`${FIRST}T00:00:00+08:00`);
  await database.store.create({
    data: {
      ...{ id: STORE, creditCode: '91310115MA1K3AB128', name: '百万', ownerId: 'bench', bodyId: 'sh-centre' },
      ...{
        region: 'SH',
        route: 'STANDARD',
        status: 'NORMAL',
        establishedOn: FIRST,
        openedAt,
        applicationCaseId: STORE,
      },
    },
  });
  const chunk = 5_000;
  for (let from = 0; from < lines; from += chunk) {
    await database.$executeRaw`
      INSERT INTO "PointsEntry" ("id", "storeId", "rule", "points", "eventKey", "eventId", "about", "onDay", "bookedAt")
      SELECT 'pts-' || n, ${STORE}, rule, CASE rule WHEN 'PURCHASE' THEN 10 ELSE 1 END, 'k' || n, 'e' || n, 'order:' || n, day, day::timestamptz
      FROM (SELECT n, (ARRAY['PURCHASE', 'FOLLOW_PERSONAL', 'LOGIN_DAY', 'COMMENT_PERSONAL'])[1 + n % 4] AS rule,
        to_char(${FIRST}::date + (n::bigint * 3653 / ${lines})::int, 'YYYY-MM-DD') AS day
        FROM generate_series(${from}::int, ${Math.min(from + chunk, lines) - 1}::int) AS n) made`;
  }
  await database.$executeRaw`ANALYZE "PointsEntry"`;
  await database.$executeRaw`ANALYZE "PointsDay"`;
}

/** Medians of this many readings each. */
async function ledgerRows(database: Database, times: number, lines: number): Promise<Row[]> {
  await fillLedger(database, lines);
  const values = shStoreValues();
  const end = `${TODAY}T00:00:00.000+08:00`;
  const row = async (measure: string, goal: string, read: () => Promise<unknown>): Promise<Row> => {
    const took: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const began = performance.now();
      await read();
      took.push(performance.now() - began);
    }
    return {
      measure,
      product: `${median(took).toFixed(1)} ms`,
      against: `${lines} lines`,
      ratio: null,
      goal,
      figures: { product: took },
    };
  };
  return [
    await row('balance and rating of a store', '50 ms', () =>
      ratingNow(database, STORE, `${TODAY}T12:00:00.000+08:00`, values),
    ),
    await row('balance at a day five years ago', '50 ms', () => pointsAt(database, STORE, '2020-01-01')),
    await row("the monitors' reading of the months", '1 s', () =>
      monthlyPoints(database, STORE, { before: end, at: end }),
    ),
  ];
}

export const ledger: Measurement = {
  name: 'ledger',
  what: 'a ledger of a million lines',
  measure: ({ database }, { replays, ledgerLines }) => ledgerRows(database, replays, ledgerLines),
};
