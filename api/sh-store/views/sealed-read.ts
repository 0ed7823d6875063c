/** Whoever of the staff reads the sealed records of a cleared store leaves an entry in the audit log (SH-STORE-11.5). */
import type { Store } from '../../../prisma/generated/client.ts';
import { isStaff } from '../../abilities.ts';
import type { Call, Trail } from '../../http/route.ts';

/** Of the routes that show records of a store. */
export const sealedReadTrail = { in: 'audit', writes: ['SEALED_RECORDS_READ'] } as const satisfies Trail;

export async function noteSealedRead(
  { context, access, audit }: Pick<Call, 'context' | 'access' | 'audit'>,
  { id, sealedAt }: Pick<Store, 'id' | 'sealedAt'>,
): Promise<void> {
  if (sealedAt === null || !isStaff(access)) return;
  await context.database.$transaction((tx) =>
    audit(tx, { action: 'SEALED_RECORDS_READ', object: { kind: 'store', id } }),
  );
}
