/** The complaints that stand upheld against a store, as their cases are recorded (SH-STORE-14.1). */
import { instantOf } from '../../rules/time/index.ts';
import { storeReference, type UpheldComplaint } from '../../workflows/sh-store/words.ts';
import type { Transaction } from '../client.ts';

/** More than any rule counts; a store with so many has long been put to the clearance. */
const MOST = 100;

/** The latest finding first; a complaint that was reopened, or found otherwise since, is none of them. */
export async function upheldComplaintsOf(database: Transaction, storeId: string): Promise<UpheldComplaint[]> {
  const rows = await database.$queryRaw<{ caseId: string; number: string; foundAt: Date }[]>`
    SELECT "id" AS "caseId", "number", ("state"#>>'{facts,finding,decidedAt}')::timestamptz AS "foundAt"
    FROM "Case"
    WHERE "about" = ${storeReference(storeId)} AND "kind" = 'storeComplaint' AND "outcome" = 'UPHELD'
      AND "state"#>>'{facts,finding,responsible}' = 'STORE'
    ORDER BY 3 DESC, 1 LIMIT ${MOST}`;
  return rows.map(({ foundAt, ...row }) => ({ ...row, foundAt: instantOf(foundAt.getTime()) }));
}
