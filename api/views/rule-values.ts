import type { RuleValues } from '../../workflows/engine/state.ts';
import { remembered } from './version-memory.ts';

/** The values of a version of a regime's rules. */
export const rulesOf = remembered(async (database, regime: string, version: number): Promise<RuleValues> => {
  const { values } = await database.ruleVersion.findUniqueOrThrow({ where: { regime_version: { regime, version } } });
  return values as RuleValues;
});
