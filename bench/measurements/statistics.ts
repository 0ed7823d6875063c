/** What the statistics of a quarter cost among a million service records, and that an exclusion changes its own figures alone (HN-NET-24, 26.4). */
import { performance } from 'node:perf_hooks';
import type { Database } from '../../prisma/client.ts';
import { serviceStatistics, type ServiceStatistics } from '../../prisma/hn-net/service-statistics.ts';
import type { Measurement } from '../measurement.ts';
import { median, type Row } from '../stats.ts';

const QUARTER = { from: '2024-10-01', to: '2024-12-31', asOf: '2025-01-15' } as const;
const PROVIDERS = 500;
const EXCLUDED = 5;

/** Records of a year, spread evenly over its days, 500 providers and 40 items. */
export async function fillRecords(database: Database, records: number): Promise<void> {
  const chunk = 50_000;
  for (let from = 0; from < records; from += chunk) {
    await database.$executeRaw`
      INSERT INTO "ServiceRecord" ("caseId", "bodyId", "region", "provider", "consumer", "item", "servedOn", "enterprises", "score",
        "inTime", "excludedFrom", "changedAt")
      SELECT 'srd-' || n, 'hn-liuyang', 'HN/CHANGSHA/LIUYANG', 'p-' || n % ${PROVIDERS}, 'c-' || n % 9973, '服务 ' || n % 40,
        to_char('2024-01-01'::date + (n::bigint * 366 / ${records})::int, 'YYYY-MM-DD'), 1 + n % 3, nullif(n % 6, 0), n % 10 <> 0,
        NULL, now()
      FROM generate_series(${from}::int, ${Math.min(from + chunk, records) - 1}::int) AS n`;
  }
  await database.$executeRaw`ANALYZE "ServiceRecord"`;
}

/** The same figures, reckoned from how the records were made. */
export function reckoned(records: number, excluded: (n: number) => boolean, provider?: number): ServiceStatistics {
  const days = (day: string) => Math.round((Date.parse(day) - Date.parse('2024-01-01')) / 86_400_000);
  const items = new Set<number>();
  const sums = { times: 0, enterpriseVisits: 0, scored: 0, satisfied: 0, eligible: 0, late: 0, excluded: 0 };
  for (let n = 0; n < records; n += 1) {
    const day = Math.floor((n * 366) / records);
    if (day < days(QUARTER.from) || day > days(QUARTER.to)) continue;
    if (provider !== undefined && n % PROVIDERS !== provider) continue;
    if (excluded(n)) {
      sums.excluded += 1;
      continue;
    }
    items.add(n % 40);
    sums.times += 1;
    sums.enterpriseVisits += 1 + (n % 3);
    if (n % 6 > 0) sums.scored += 1;
    if (n % 6 >= 4) sums.satisfied += 1;
    if (n % 10 === 0) sums.late += 1;
    else sums.eligible += 1;
  }
  return { items: items.size, ...sums };
}

function requireSame(found: ServiceStatistics, expected: ServiceStatistics, what: string): void {
  const wrong = (Object.keys(expected) as (keyof ServiceStatistics)[]).filter((key) => found[key] !== expected[key]);
  if (wrong.length > 0)
    throw new Error(`${what}: ${wrong.map((key) => `${key} is ${found[key]}, not ${expected[key]}`).join('; ')}.`);
}

export async function statisticsRows(database: Database, times: number, records: number): Promise<Row[]> {
  await fillRecords(database, records);
  const read = (provider?: number) =>
    serviceStatistics(database, { ...QUARTER, ...(provider !== undefined && { provider: `p-${provider}` }) }, 4);
  const row = async (measure: string, goal: string, provider?: number): Promise<Row> => {
    const took: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const began = performance.now();
      await read(provider);
      took.push(performance.now() - began);
    }
    const product = `${median(took).toFixed(1)} ms`;
    return { measure, product, against: `${records} records`, ratio: null, goal, figures: { product: took } };
  };
  requireSame(
    await read(),
    reckoned(records, () => false),
    'the quarter',
  );
  const rows = [
    await row('statistics of a quarter, the whole network', '2 s'),
    await row('statistics of a quarter, one provider', '100 ms', 7),
  ];
  // The first records of provider 7 within the quarter are found false.
  const false7 = await database.$queryRaw<{ n: number }[]>`
    UPDATE "ServiceRecord" SET "excludedFrom" = ${QUARTER.asOf} WHERE "caseId" IN (
      SELECT "caseId" FROM "ServiceRecord" WHERE "provider" = 'p-7' AND "servedOn" >= ${QUARTER.from}
      ORDER BY "servedOn", "caseId" LIMIT ${EXCLUDED}) RETURNING substr("caseId", 5)::int AS "n"`;
  const isFalse = (n: number) => false7.some((one) => one.n === n);
  requireSame(await read(7), reckoned(records, isFalse, 7), 'the provider after an exclusion');
  requireSame(
    await read(8),
    reckoned(records, () => false, 8),
    'another provider after it',
  );
  requireSame(await read(), reckoned(records, isFalse), 'the quarter after it');
  return rows;
}

export const statistics: Measurement = {
  name: 'statistics',
  what: 'a million service records',
  measure: ({ database }, { replays, serviceRecords }) =>
    statisticsRows(database, Math.min(replays, 20), serviceRecords),
};
