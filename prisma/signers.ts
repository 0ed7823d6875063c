/**
 * In whose name a case is handled where that is not the body that handles it: a regime with bodies that come and go says so in its folder here, by
 * `signersAt` of `signers.ts`.
 */
import type { Signer } from '../rules/notices.ts';
import type { Body } from '../rules/roles.ts';
import { besideRegimes } from '../workflows/beside.ts';
import type { Transaction } from './client.ts';

type Records = Pick<Transaction, 'registerEntry'>;

/** The body that signs for a place; undefined where the body that handles cases there signs itself. */
export type SignerAt = (place: Body) => Signer | undefined;

const ofRegimes = Object.values(
  await besideRegimes<(records: Records, places: readonly Body[]) => Promise<SignerAt>>(
    import.meta.url,
    'signers',
    'signersAt',
  ),
);

/** Who signs in these places. */
export async function signersAt(records: Records, places: readonly Body[]): Promise<SignerAt> {
  const all = await Promise.all(ofRegimes.map((ofRegime) => ofRegime(records, places)));
  return (place) => all.map((at) => at(place)).find((signer) => signer !== undefined);
}
