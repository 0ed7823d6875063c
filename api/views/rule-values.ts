import type { Database } from '../../prisma/client.ts';
import type { RuleValues } from '../../workflows/engine/state.ts';

// A version never changes once it is stored, so it is read once; keyed by connection for tests with several databases.
const known = new WeakMap<Database, Map<string, RuleValues>>();

/** The values of a version of a regime's rules. */
export async function rulesOf(database: Database, regime: string, version: number): Promise<RuleValues> {
  const versions = known.get(database) ?? new Map<string, RuleValues>();
  known.set(database, versions);
  const found = versions.get(`${regime}:${version}`);
  if (found !== undefined) return found;
  const row = await database.ruleVersion.findUniqueOrThrow({ where: { regime_version: { regime, version } } });
  const values = row.values as RuleValues;
  versions.set(`${regime}:${version}`, values);
  return values;
}
