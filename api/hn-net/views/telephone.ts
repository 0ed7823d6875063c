/** The numbers of the bodies of the network, as their notices give them. */
import { bodyTelephone } from '../../../rules/body-telephone.ts';
import type { Settings } from '../../../config/settings.ts';
import type { NetworkBody } from '../../../rules/hn-net/network.ts';
import type { WindowEntry } from '../../../rules/hn-net/window.ts';
import { partyId } from '../../../rules/parties/party.ts';

/** Of a window on record the number that it declared; of every other body what the operator of the stack has set; null where there is none. */
export function telephoneOf(
  { mode, bodyTelephones }: Pick<Settings, 'mode' | 'bodyTelephones'>,
  windows: readonly Pick<WindowEntry, 'party'>[],
  body: NetworkBody,
): string | null {
  if (windows.some(({ party }) => partyId(party) === body.id)) return body.telephone;
  return bodyTelephone(mode === 'training', bodyTelephones, body) ?? null;
}
