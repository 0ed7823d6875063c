/** Whoever of the staff reads the sealed records of a cleared store leaves an entry in the audit log (SH-STORE-11.5). */
import type { Store } from '../../../prisma/generated/client.ts';
import { sealedSince } from '../../../prisma/sh-store/sealed.ts';
import { contracts } from '../../../workflows/regimes.ts';
import { storeOf } from '../../../workflows/sh-store/words.ts';
import { isStaff } from '../../abilities.ts';
import type { Call } from '../../http/route.ts';
import type { FindSealed } from '../../regimes.ts';
import { noteRead } from '../../views/sealed-read.ts';

export async function noteSealedRead(
  call: Pick<Call, 'context' | 'access' | 'audit'>,
  { id, sealedAt }: Pick<Store, 'id' | 'sealedAt'>,
): Promise<void> {
  if (sealedAt !== null && isStaff(call.access)) await noteRead(call, { kind: 'store', id });
}

/** Sealed with a store are the cases about it of the kinds that its clearance ends; the clearance itself and complaints go on (SH-STORE-11.9). */
export const findSealed: FindSealed = async (database, { kind, about }) => {
  const id = storeOf(about);
  if (id === null || contracts[kind]?.actions['storeCleared'] === undefined) return null;
  return (await sealedSince(database, id)) === null ? null : { kind: 'store', id };
};
