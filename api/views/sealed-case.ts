/** Cases among records that are sealed: whoever of the staff reads one leaves an entry in the audit log, and nobody changes one (SH-STORE-11.5). */
import type { Case } from '../../prisma/generated/client.ts';
import { refuse } from '../../rules/refusal.ts';
import { isStaff } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import type { Call } from '../http/route.ts';
import { findSealed } from '../regimes.ts';
import { noteRead } from './sealed-read.ts';

type Row = Pick<Case, 'kind' | 'about' | 'regime'>;

/** Puts the reading of a case on record if it is among sealed records. */
export async function noteSealedCase(call: Pick<Call, 'context' | 'access' | 'audit'>, row: Row): Promise<void> {
  if (!isStaff(call.access)) return;
  const sealed = await findSealed(call.context.database, row);
  if (sealed !== null) await noteRead(call, sealed);
}

/** @throws Refusal NOT_ALLOWED for a case among sealed records */
export async function refuseSealedCase({ database }: ApiContext, row: Row): Promise<void> {
  if ((await findSealed(database, row)) === null) return;
  refuse(
    'NOT_ALLOWED',
    '店铺已清退，服务记录已封存，本案不能再变动。',
    'The store was cleared and its records are sealed: this case does not change any more.',
    { facts: { requirement: 'SH-STORE-11.5' } },
  );
}
