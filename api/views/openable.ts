import type { Database } from '../../prisma/client.ts';
import { accessOf } from '../abilities.ts';
import type { Reader } from '../reader.ts';
import { casesWithin } from './case-scope.ts';

/** Of these cases those that a reader may open: a row of a list leads to no other. */
export async function openableOf(
  database: Database,
  { person }: Reader,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await database.case.findMany({
    where: { AND: [{ id: { in: [...caseIds] } }, casesWithin(accessOf('case.read', person))] },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
