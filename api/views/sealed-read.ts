/** That sealed records were read stands in the audit log (SH-STORE-11.5). Apart from `sealed-case.ts`, since regimes use it. */
import type { AuditedChange } from '../../rules/audit.ts';
import type { Call, Trail } from '../http/route.ts';

/** Of the routes that show records which may be sealed. */
export const sealedReadTrail = { in: 'audit', writes: ['SEALED_RECORDS_READ'] } as const satisfies Trail;

/** Puts on record that somebody of the staff has read what is sealed. */
export async function noteRead(
  { context, audit }: Pick<Call, 'context' | 'audit'>,
  object: AuditedChange['object'],
): Promise<void> {
  await context.database.$transaction((tx) => audit(tx, { action: 'SEALED_RECORDS_READ', object }));
}
