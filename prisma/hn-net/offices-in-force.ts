/** The offices of people of the network, as they count while windows come and go (HN-NET-02.2, 25.2). */
import { heldFor, officesInForce, placesActingAt } from '../../rules/hn-net/seats.ts';
import { platformOf } from '../../rules/hn-net/network.ts';
import { bodies } from '../../workflows/regimes.ts';
import type { Transaction } from '../client.ts';
import type { OfficesNow } from '../offices-now.ts';
import { windowEntries } from './windows.ts';

/** By one reading of the register of windows, which is read only if one of these bodies is or may be a platform of the network. */
export async function officesAt(
  records: Pick<Transaction, 'registerEntry'>,
  ids: readonly string[],
): Promise<OfficesNow> {
  const concerned = ids.some((id) => platformOf(id) !== null || !Object.hasOwn(bodies, id));
  const windows = concerned ? await windowEntries(records) : [];
  return {
    heldFor: (id) => heldFor(id, windows),
    inForce: (offices) => officesInForce(offices, windows),
    placesFor: (body) => placesActingAt(body, windows),
  };
}
