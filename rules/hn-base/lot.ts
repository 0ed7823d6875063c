/**
 * The experts of a declaration, by lot (HN-BASE-03.1). The lot follows from what is recorded before it is drawn, so that everybody can draw it
 * again: the expert whose `SHA-256(seed + " " + key)` is the least comes first.
 */
import type { PartyKey } from '../parties/party.ts';
import { sha256 } from '../sha256.ts';
import type { Day } from '../time/index.ts';

/** Somebody who may be drawn. */
export interface PoolExpert {
  /** `person:<id>`. */
  readonly expert: PartyKey;
  /** Bases that the expert has to do with, by credit code: reviews none of them. */
  readonly conflicts: readonly PartyKey[];
}

/** The experts with the conflicts that are on record beside those that were named with them (XC-05.5). */
export function withRecorded(
  pool: readonly PoolExpert[],
  recorded: readonly { readonly base: PartyKey; readonly people: readonly PartyKey[] }[],
): readonly PoolExpert[] {
  return pool.map(({ expert, conflicts }) => {
    const found = recorded.filter(({ people }) => people.includes(expert)).map(({ base }) => base);
    return { expert, conflicts: [...new Set([...conflicts, ...found])] };
  });
}

/** The words that a lot is drawn by: call, last day of filing, everybody in the pool, and the declaration. */
export function seedOf(lot: {
  readonly call: string;
  readonly filingDay: Day;
  readonly pool: readonly PoolExpert[];
  readonly declaration: string;
}): string {
  const pool = lot.pool.map(({ expert }) => expert).sort();
  return [lot.call, lot.filingDay, ...pool, lot.declaration].join(' ');
}

/** Everybody of the pool without a conflict with this base, in the order of the lot: the first ones are the panel, the next take the place of who leaves it. */
export function drawn(pool: readonly PoolExpert[], base: PartyKey, seed: string): readonly PartyKey[] {
  return pool
    .filter(({ expert, conflicts }) => expert !== base && !conflicts.includes(base))
    .map(({ expert }) => ({ expert, ticket: sha256(`${seed} ${expert}`) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .map(({ expert }) => expert);
}
