/** The trading platform as a party and a body: its duties are those of the hub alone (A-68, 第八条). */
import { refuse } from '../../rules/refusal.ts';
import { unitKey, type PartyKey } from '../../rules/parties/party.ts';
import { isOfBody, type Body, type Person, type Role } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { HUB, bodyOf } from '../../rules/hn-net/network.ts';
import { networkBody } from './words.ts';

/** The operator of a platform, as a party of the cases about the platform itself. */
export const operator = {
  title: text('平台运营机构', 'Operator of the platform'),
  roles: ['reviewer', 'manager'],
} as const;

/** The hub, as the party that a case of the trading platform is about, with its name and body. */
export function tradingPlatform(): { readonly party: PartyKey; readonly name: string; readonly body: Body } {
  return { party: unitKey(HUB), name: bodyOf(HUB)?.name.zh ?? HUB, body: networkBody(HUB) };
}

/** @throws Refusal OUT_OF_SCOPE if nobody of these roles at the hub files: windows run no trading platform */
export function refuseOutsideHub({ offices }: Person, roles: readonly Role[]): void {
  const { body } = tradingPlatform();
  if (offices.some((office) => roles.includes(office.role) && isOfBody(office, body))) return;
  refuse(
    'OUT_OF_SCOPE',
    '第三方网络交易平台由省枢纽服务平台运营，须由其工作人员提交。',
    'The trading platform is run by the hub: its staff files this.',
  );
}
