/** The offices of people of the network, as they count while windows come and go (HN-NET-02.2, 25.2). */
import { heldFor, officesInForce, placesActingAt } from '../../rules/hn-net/seats.ts';
import { platformOf } from '../../rules/hn-net/network.ts';
import type { WindowEntry } from '../../rules/hn-net/window.ts';
import type { Body, Office } from '../../rules/roles.ts';
import { bodies } from '../../workflows/regimes.ts';
import type { Transaction } from '../client.ts';
import { windowEntries } from './windows.ts';

type Records = Pick<Transaction, 'registerEntry'>;

/** {@link officesInForce} by the register of windows, which is read only for people of a platform of the network. */
export async function inForce<O extends Office>(records: Records, offices: readonly O[]): Promise<readonly O[]> {
  const windows = await windowsFor(
    records,
    offices.flatMap(({ bodyId }) => bodyId ?? []),
  );
  return officesInForce(offices, windows);
}

/** How offices count at some bodies now. */
export interface OfficesNow {
  /** The bodies at which those may hold their offices that act at this one. */
  heldFor(bodyId: string): readonly string[];
  /** See {@link officesInForce}. */
  inForce(offices: readonly Office[]): readonly Office[];
}

/** {@link heldFor} and {@link officesInForce} by one reading of the register of windows. */
export async function officesAt(records: Records, ids: readonly string[]): Promise<OfficesNow> {
  const windows = await windowsFor(records, ids);
  return { heldFor: (id) => heldFor(id, windows), inForce: (offices) => officesInForce(offices, windows) };
}

/** The register of windows, if one of these bodies is or may be a platform of the network. */
async function windowsFor(records: Records, ids: readonly string[]): Promise<readonly WindowEntry[]> {
  const concerned = ids.some((id) => platformOf(id) !== null || !Object.hasOwn(bodies, id));
  return concerned ? windowEntries(records) : [];
}

/** {@link placesActingAt} by the register of windows. */
export async function placesHeldFor(records: Records, body: Body): Promise<readonly Body[]> {
  return placesActingAt(body, await windowsFor(records, [body.bodyId]));
}
