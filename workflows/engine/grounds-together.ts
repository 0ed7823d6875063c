import { citedTogether } from '../../rules/notices/citation.ts';
import type { Ground } from './contract.ts';

/**
 * What a decision rests on that has several grounds: their passages cited together, and the requirement where it is one for all (XC-04.4).
 * @returns undefined without any; the decision then cites what its contract says
 */
export function groundsTogether(grounds: readonly Ground[]): Ground | undefined {
  if (grounds.length === 0) return undefined;
  const clause = citedTogether(grounds.map((ground) => ground.clause));
  const [requirement, ...others] = new Set(grounds.map((ground) => ground.requirement));
  return others.length > 0 || requirement === undefined ? { clause } : { clause, requirement };
}
