import { recordedCase } from '../prisma/case-input.ts';
import type { Database } from '../prisma/client.ts';
import type { CaseState } from '../workflows/engine/state.ts';

/** The state of a case on record if it is of a later revision than this one; null otherwise. */
export async function stateAfter(
  database: Database,
  { caseId, after }: { readonly caseId: string; readonly after: number },
): Promise<CaseState | null> {
  const [row] = await database.$queryRaw<{ revision: number }[]>`SELECT "revision" FROM "Case" WHERE "id" = ${caseId}`;
  if (row === undefined || row.revision <= after) return null;
  return (await recordedCase(database, caseId))?.state ?? null;
}
