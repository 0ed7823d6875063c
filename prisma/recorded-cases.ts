/** Many recorded cases at once, for who works on them in sets. */
import type { CalendarData } from '../rules/time/index.ts';
import type { RuleValues } from '../workflows/engine/state.ts';
import { recordedColumns, recordedFrom, type RecordedCase, type RecordedRow } from './case-input.ts';
import type { Database, Transaction } from './client.ts';

/** Rules and calendars by their version. A version never changes, so each is read once. */
export interface Versions {
  rules(regime: string, version: number): Promise<RuleValues>;
  calendar(version: number): Promise<CalendarData['years']>;
}

export function createVersions(database: Database): Versions {
  const rules = new Map<string, Promise<RuleValues>>();
  const calendars = new Map<number, Promise<CalendarData['years']>>();
  return {
    rules: (regime, version) =>
      kept(rules, `${regime}:${version}`, async () => {
        const row = await database.ruleVersion.findUniqueOrThrow({ where: { regime_version: { regime, version } } });
        return row.values as RuleValues;
      }),
    calendar: (version) =>
      kept(calendars, version, async () => {
        const row = await database.calendarVersion.findUniqueOrThrow({ where: { version } });
        return row.years as unknown as CalendarData['years'];
      }),
  };
}

/** What was read under this key; one that could not be read is read again. */
function kept<K, V>(values: Map<K, Promise<V>>, key: K, read: () => Promise<V>): Promise<V> {
  const there = values.get(key);
  if (there !== undefined) return there;
  const reading = read();
  values.set(key, reading);
  reading.catch(() => values.delete(key));
  return reading;
}

/** These cases, in this order; one that there is not is left out. */
export async function recordedCases(
  database: Transaction,
  versions: Versions,
  ids: readonly string[],
): Promise<RecordedCase[]> {
  const rows = await database.$queryRaw<(RecordedRow & { readonly regime: string })[]>`
    SELECT c."regime", ${recordedColumns} FROM "Case" c
    WHERE c."id" = ANY(${[...ids]}::text[]) ORDER BY array_position(${[...ids]}::text[], c."id")`;
  return Promise.all(
    rows.map(async (row) =>
      recordedFrom(
        row,
        await versions.rules(row.regime, row.ruleVersion),
        await versions.calendar(row.calendarVersion),
      ),
    ),
  );
}
