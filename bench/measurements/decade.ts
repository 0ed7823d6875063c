/** What a store costs to read that the platform has told of for ten years, against one it has told of for a month, as many facts a day. */
import { performance } from 'node:perf_hooks';
import { areaSums } from '../../api/sh-store/views/supervision-view.ts';
import type { Database } from '../../prisma/client.ts';
import { monthlyPoints } from '../../prisma/sh-store/month-sums.ts';
import { completedOrders } from '../../prisma/sh-store/store-figures.ts';
import { addDays } from '../../rules/time/index.ts';
import { storeReference } from '../../workflows/sh-store/words.ts';
import { alternately, inMs, pairedRow, type Measurement } from '../measurement.ts';
import type { Row } from '../stats.ts';

const TODAY = '2025-01-01';
const DAYS = { decade: 3653, month: 31 } as const;
type Age = keyof typeof DAYS;

const storeOf = (age: Age) => `sto-${age}`;

/** A store that opened so many days ago: of every ten facts four are orders completed, one is an order voided, the rest follows and log-ins. */
async function fillStore(database: Database, age: Age, factsADay: number): Promise<void> {
  const id = storeOf(age);
  const first = addDays(TODAY, -DAYS[age]);
  const facts = DAYS[age] * factsADay;
  const openedAt = new Date(`${first}T00:00:00+08:00`);
  await database.store.create({
    data: {
      ...{ id, creditCode: '91310115MA1K3AB128', name: age, ownerId: 'bench', bodyId: 'sh-centre', region: 'SH' },
      ...{ route: 'STANDARD', status: 'NORMAL', establishedOn: first, openedAt, applicationCaseId: id },
    },
  });
  const chunk = 5_000;
  for (let from = 0; from < facts; from += chunk) {
    await database.$executeRaw`
      INSERT INTO "PlatformEvent" ("id", "source", "sourceId", "about", "type", "occurredAt", "receivedAt", "data")
      SELECT ${id} || '-' || n, 'bench', ${id} || '-' || n, ${storeReference(id)},
        (ARRAY['ORDER_COMPLETED', 'FOLLOW', 'ORDER_COMPLETED', 'SELLER_LOGIN', 'ORDER_COMPLETED', 'FOLLOW', 'ORDER_COMPLETED', 'SELLER_LOGIN', 'FOLLOW', 'ORDER_VOIDED'])[1 + n % 10],
        at, at, jsonb_build_object('orderId', 'o-' || CASE n % 10 WHEN 9 THEN n - 1 ELSE n END)
      FROM (SELECT n, ${openedAt}::timestamptz + make_interval(mins => (n::bigint * 1440 / ${factsADay}::int)::int) AS at
        FROM generate_series(${from}::int, ${Math.min(from + chunk, facts) - 1}::int) AS n) made`;
  }
  await database.$executeRaw`
    INSERT INTO "PointsEntry" ("id", "storeId", "rule", "points", "eventKey", "eventId", "about", "onDay", "bookedAt")
    SELECT 'pts-' || ${id} || n || rule, ${id}, rule, 10, 'k' || n || rule, 'e' || n, 'order:' || n, day, day::timestamptz
    FROM (SELECT n, rule, to_char(${first}::date + n, 'YYYY-MM-DD') AS day
      FROM generate_series(0, ${DAYS[age] - 1}::int) AS n, unnest(ARRAY['PURCHASE', 'FOLLOW_PERSONAL', 'LOGIN_DAY']) AS rule) made`;
}

/** Pairs of readings, a store of each age in turn. */
export async function decadeRows(database: Database, times: number, factsADay: number): Promise<Row[]> {
  for (const age of Object.keys(DAYS) as Age[]) await fillStore(database, age, factsADay);
  for (const table of ['PlatformEvent', 'PointsEntry', 'PointsDay'])
    await database.$executeRawUnsafe(`ANALYZE "${table}"`);
  const end = `${TODAY}T00:00:00.000+08:00`;
  const row = async (measure: string, goal: string, read: (storeId: string) => Promise<unknown>): Promise<Row> => {
    const took = (age: Age) => async () => {
      const began = performance.now();
      await read(storeOf(age));
      return performance.now() - began;
    };
    const { decade, month } = await alternately(times, { decade: took('decade'), month: took('month') });
    return pairedRow({ measure, product: decade, against: month, by: 'of a month', words: inMs, goal });
  };
  const facts = `${(DAYS.decade * factsADay).toLocaleString('en')} facts`;
  return [
    await row(`ten years of a store, ${facts}: the monitors' reading`, '1 s', (id) =>
      monthlyPoints(database, id, { before: end, at: end }),
    ),
    await row('its completed orders', '1 s', (id) => completedOrders(database, id)),
    await row('its four areas of supervision', '1 s', (id) => areaSums(database, id)),
  ];
}

export const decade: Measurement = {
  name: 'decade',
  what: 'ten years of facts of a store',
  measure: ({ database }, { replays, factsADay }) => decadeRows(database, replays, factsADay),
};
