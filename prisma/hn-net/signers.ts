/**
 * In whose name the cases of a window recognised since are handled: its own, though they lie at a platform above it (HN-NET-02.2, 16.1). Once it is
 * none any more, the platform signs that has taken over its matters (HN-NET-25.2).
 */
import { competentPlatform, platformOf } from '../../rules/hn-net/network.ts';
import { platformAt } from '../../rules/hn-net/seats.ts';
import { everKnown, lostOf } from '../../rules/hn-net/window.ts';
import type { Body } from '../../rules/roles.ts';
import type { Transaction } from '../client.ts';
import type { SignerAt } from '../signers.ts';
import { windowEntries } from './windows.ts';

/** By one reading of the register of windows, which is read only if a window may have its cases in one of these places. */
export async function signersAt(
  records: Pick<Transaction, 'registerEntry'>,
  places: readonly Body[],
): Promise<SignerAt> {
  if (!places.some(mayBeOfWindow)) return () => undefined;
  const windows = await windowEntries(records);
  const known = everKnown(windows);
  const lost = lostOf(windows);
  return (place) => {
    if (!mayBeOfWindow(place)) return undefined;
    const { id, mark, name, telephone } = competentPlatform(platformAt(place, windows), known, lost);
    return id === place.bodyId ? undefined : { id, mark, name, telephone };
  };
}

/** Whether it is a window with which the stack started, or a part of a platform's region, where one recognised since has its cases. */
function mayBeOfWindow({ bodyId, region }: Body): boolean {
  const body = platformOf(bodyId);
  return body !== null && (body.kind !== 'HUB' || body.region !== region);
}
