/** The regions that figures can be narrowed to. */
import { regionCovers } from '../../rules/roles.ts';
import { regimes } from '../../workflows/regimes.ts';
import type { Access } from '../abilities.ts';

/** The regions of these offices and those below them, each once, in the order in which the regimes declare them. */
export function regionsWithin(access: Access): string[] {
  const declared = regimes.flatMap(({ regions }) => regions);
  return [...new Set(declared)].filter((region) => access.some(({ office }) => regionCovers(office.region, region)));
}
