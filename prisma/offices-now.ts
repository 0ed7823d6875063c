/**
 * How offices count now, where a regime has bodies that come and go: its folder here exports `officesAt` from `offices-in-force.ts`. An office of any other body
 * counts as it is.
 */
import type { Body, Office } from '../rules/roles.ts';
import { besideRegimes } from '../workflows/beside.ts';
import type { Transaction } from './client.ts';

type Records = Pick<Transaction, 'registerEntry'>;

/** How offices count at some bodies now. */
export interface OfficesNow {
  /** The bodies at which those may hold their offices that act at this one. */
  heldFor(bodyId: string): readonly string[];
  /** The offices that count, each where it counts. */
  inForce<O extends Office>(offices: readonly O[]): readonly O[];
  /** Where those hold their offices that act at a body in its region. */
  placesFor(body: Body): readonly Body[];
}

const ofRegimes = Object.values(
  await besideRegimes<(records: Records, ids: readonly string[]) => Promise<OfficesNow>>(
    import.meta.url,
    'offices-in-force',
    'officesAt',
  ),
);

/** How offices count at these bodies. Each regime answers for its own and leaves the others as they are. */
export async function officesAt(records: Records, ids: readonly string[]): Promise<OfficesNow> {
  const all = await Promise.all(ofRegimes.map((ofRegime) => ofRegime(records, ids)));
  return {
    heldFor: (bodyId) => all.reduce<readonly string[]>((held, one) => held.flatMap((id) => one.heldFor(id)), [bodyId]),
    inForce: (offices) => all.reduce((counting, one) => one.inForce(counting), offices),
    placesFor: (body) =>
      all.reduce<readonly Body[]>((places, one) => places.flatMap((at) => one.placesFor(at)), [body]),
  };
}

/** The offices of somebody that count now. */
export async function inForce<O extends Office>(records: Records, offices: readonly O[]): Promise<readonly O[]> {
  const ids = offices.flatMap(({ bodyId }) => bodyId ?? []);
  return (await officesAt(records, ids)).inForce(offices);
}
