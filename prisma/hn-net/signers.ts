/**
 * In whose name the cases of a window recognised since are handled: its own, though they lie at a platform above it (HN-NET-02.2, 16.1). Once it is
 * none any more, the platform signs that has taken over its matters (HN-NET-25.2).
 */
import { bodyOf } from '../../rules/hn-net/network.ts';
import { platformAt } from '../../rules/hn-net/seats.ts';
import { everKnown, lostOf } from '../../rules/hn-net/window.ts';
import type { Body } from '../../rules/roles.ts';
import type { Transaction } from '../client.ts';
import type { SignerAt } from '../signers.ts';
import { windowEntries } from './windows.ts';

/** By one reading of the register of windows, which is read only if one of these places is a part of a body's region. */
export async function signersAt(
  records: Pick<Transaction, 'registerEntry'>,
  places: readonly Body[],
): Promise<SignerAt> {
  if (!places.some(isSeat)) return () => undefined;
  const windows = await windowEntries(records);
  const known = everKnown(windows);
  const lost = lostOf(windows);
  return (place) => {
    const id = isSeat(place) ? platformAt(place, windows) : place.bodyId;
    const body = id === place.bodyId || lost.includes(id) ? null : bodyOf(id, known);
    return body === null ? undefined : { id, mark: body.mark, name: body.name, telephone: body.telephone };
  };
}

/** Whether a window recognised since may have its cases here. */
function isSeat({ bodyId, region }: Body): boolean {
  const body = bodyOf(bodyId);
  return body !== null && body.region !== region;
}
