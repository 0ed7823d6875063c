/** That a party named in an action is a member of the network, by the reading `members`. */
import type { PartyKey } from '../../rules/parties/party.ts';
import { refuse } from '../../rules/refusal.ts';
import type { AhReadings } from './words.ts';

/** @throws Refusal CONDITION_NOT_MET if the party is no member (any more); `field` is where it was named */
export function refuseNoMember(party: PartyKey, members: AhReadings['members'], field: string): void {
  if (members.includes(party)) return;
  refuse('CONDITION_NOT_MET', '不是平台网络的在网成员。', 'It is no member of the network.', { field });
}
