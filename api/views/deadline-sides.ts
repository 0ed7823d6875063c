/** On whose side the deadlines of the contracts are: whose time it is that runs while one of them is open. */
import type { ProcessContract } from '../../workflows/engine/contract.ts';

/**
 * `platform`: of a body that handles the case. `party`: of a party. `nobody`: runs out of itself, such as a trial, and nobody has to do
 * anything by its end.
 */
export type Side = 'platform' | 'party' | 'nobody';

/** A deadline of a contract. */
export interface SidedDeadline {
  readonly kind: string;
  readonly name: string;
  readonly side: Side;
  /** Tasks of its body that are wanted by it. */
  readonly tasks: readonly string[];
}

/** Every deadline of these contracts. It is of the platform if a task of a body is wanted by it, or if it concerns roles of a body alone. */
export function sidedDeadlines(contracts: Readonly<Record<string, ProcessContract>>): SidedDeadline[] {
  return Object.values(contracts).flatMap(({ kind, deadlines, tasks }) =>
    Object.entries(deadlines).map(([name, { duty = true, concerns = [] }]) => {
      const wanted = Object.keys(tasks).filter((task) => tasks[task]?.dueBy?.includes(name) === true);
      const ofRoles = concerns.length > 0 && concerns.every((to) => typeof to === 'object' && 'role' in to);
      const side = !duty ? 'nobody' : wanted.length > 0 || ofRoles ? 'platform' : 'party';
      return { kind, name, side, tasks: wanted };
    }),
  );
}
