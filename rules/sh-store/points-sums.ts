import { pointsRows, rowOf, type PointsAngle, type PointsGroup, type PointsRule } from './points-table.ts';

/** What one row of the points table gave in a month; months are such as `2025-09`. */
export interface MonthSum {
  readonly rule: PointsRule;
  readonly month: string;
  readonly net: number;
  readonly gained: number;
  readonly corrected: number;
}

/** Sums of a span: all lines, what was newly gained, and what recomputations corrected (it is in `net`). */
export interface Sums {
  net: number;
  gained: number;
  corrected: number;
}

/** Everything that the ledger answers (SH-EVAL-10.20). */
export interface LedgerSums {
  total: number;
  byGroup: Record<PointsGroup, number>;
  byRule: Partial<Record<PointsRule, number>>;
  byMonth: ({ month: string } & Sums)[];
  /** Each quarter of which there are lines, with the balance at its end. */
  byQuarter: ({ quarter: string; balance: number } & Sums)[];
  /** Each year with the six angles of the yearly assessment; company information belongs to none (SH-EVAL-08.4). */
  byYear: ({ year: string; byAngle: Record<PointsAngle, number> } & Sums)[];
}

/** @param months the earliest first */
export function sumsOf(months: readonly MonthSum[]): LedgerSums {
  const byGroup = zeros(pointsRows.map(({ group }) => group));
  const byRule: LedgerSums['byRule'] = {};
  const byMonth = new Map<string, { month: string } & Sums>();
  const byQuarter = new Map<string, { quarter: string; balance: number } & Sums>();
  const byYear = new Map<string, { year: string; byAngle: Record<PointsAngle, number> } & Sums>();
  let total = 0;
  for (const one of months) {
    const { rule, month, net } = one;
    const { group, angle } = rowOf(rule);
    total += net;
    byGroup[group] += net;
    byRule[rule] = (byRule[rule] ?? 0) + net;
    add(
      entryOf(byMonth, month, () => ({ month, ...NOTHING })),
      one,
    );
    const quarter = quarterOf(month);
    const ofQuarter = entryOf(byQuarter, quarter, () => ({ quarter, balance: 0, ...NOTHING }));
    add(ofQuarter, one);
    ofQuarter.balance = total;
    const year = month.slice(0, 4);
    const ofYear = entryOf(byYear, year, () => ({ year, ...NOTHING, byAngle: zeros(ANGLES) }));
    add(ofYear, one);
    if (angle !== null) ofYear.byAngle[angle] += net;
  }
  return {
    ...{ total, byGroup, byRule },
    ...{ byMonth: [...byMonth.values()], byQuarter: [...byQuarter.values()], byYear: [...byYear.values()] },
  };
}

const NOTHING: Sums = { net: 0, gained: 0, corrected: 0 };
const ANGLES = pointsRows.flatMap(({ angle }) => angle ?? []);

function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}

function entryOf<V>(entries: Map<string, V>, key: string, first: () => V): V {
  const entry = entries.get(key) ?? first();
  entries.set(key, entry);
  return entry;
}

function add(sums: Sums, { net, gained, corrected }: Sums): void {
  sums.net += net;
  sums.gained += gained;
  sums.corrected += corrected;
}
