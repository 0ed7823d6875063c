/** Cases of a bulk decision as people name them. */
import type { Database } from '../../prisma/client.ts';
import type { Access } from '../abilities.ts';
import { casesWithin } from '../views/case-scope.ts';
import type { NamedCase } from './bulk-schema.ts';

/** Number and title of these cases, by id; without those that the reader may not read. */
export async function namedCases(
  database: Database,
  access: Access,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedCase>> {
  const rows = await database.case.findMany({
    where: { AND: [{ id: { in: [...ids] } }, casesWithin(access)] },
    select: { id: true, number: true, title: true },
  });
  return new Map(rows.map(({ id, number, title }) => [id, { number, title }]));
}
