/** The states of many cases at once, for who works on them in sets. */
import type { CalendarData } from '../rules/time/index.ts';
import type { CaseState, RecordedState, RuleValues } from '../workflows/engine/state.ts';
import { calendarFrom } from './case-input.ts';
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

/** The states of these cases in this order; cases that are not open yet are left out. */
export async function recordedStates(
  database: Transaction,
  versions: Versions,
  ids: readonly string[],
): Promise<CaseState[]> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT "id", "regime", "openedAt", "state", "ruleVersion", "calendarVersion" FROM "Case"
    WHERE "id" = ANY(${[...ids]}::text[]) AND "state" IS NOT NULL ORDER BY array_position(${[...ids]}::text[], "id")`;
  return Promise.all(
    rows.map(async ({ regime, openedAt, state, ruleVersion, calendarVersion }) => ({
      ...state,
      rules: await versions.rules(regime, ruleVersion),
      calendar: calendarFrom(openedAt, calendarVersion, await versions.calendar(calendarVersion)),
    })),
  );
}

interface Row {
  readonly regime: string;
  readonly openedAt: Date;
  readonly state: RecordedState;
  readonly ruleVersion: number;
  readonly calendarVersion: number;
}
