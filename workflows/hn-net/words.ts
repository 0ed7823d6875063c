/** The words of the Hunan network: what its contracts and processes may name. */
import { hnNetRules, type HnNetValues } from '../../rules/hn-net/config.ts';
import { bodyOf, trainingNetwork } from '../../rules/hn-net/network.ts';
import type { Body } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { contractsOf } from '../engine/define.ts';

/** Cases of the network read and write nothing beside what every regime does: what they need of a register is looked up when they are filed. */
export const contract = contractsOf<{ rules: HnNetValues; readings: object; writes: object }>('HN_NET', {
  rules: hnNetRules.values,
  bodies: Object.fromEntries(trainingNetwork.map(({ id, name }) => [id, name])),
});

/** Who provides services or goods on the network (HN-NET-01.2). */
export const provider = { title: text('服务(商品)提供商', 'Service (goods) provider'), roles: ['provider'] } as const;

/** Who gets services through the network (HN-NET-01.3); a contact has no account and was verified by a code. */
export const consumer = { title: text('消费者', 'Consumer'), roles: ['consumer', 'contact'] } as const;

/** The registers of the network: one entry a provider or consumer, with its status and every status it had; and the credit records. */
export const registers = {
  providers: 'hn-net.providers',
  consumers: 'hn-net.consumers',
  credit: 'hn-net.credit',
} as const;

/**
 * A body of the network with the region it answers for.
 * @throws Error if the network has none of this id
 */
export function networkBody(id: string): Body {
  const body = bodyOf(id);
  if (body === null) throw new Error(`The network has no body '${id}'.`);
  return { bodyId: body.id, region: body.region };
}
