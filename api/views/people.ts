/** The people behind the account ids that a view shows: staff read names, nobody has to look one up (XC-05.3). */
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.ts';

/** An account by its id and name. */
export const namedSchema = z
  .object({
    id: z.string().meta({ description: 'Account id' }),
    name: z.string().nullable().meta({ description: 'Null for an id of no account' }),
  })
  .meta({ id: 'Named' });

export type Named = z.infer<typeof namedSchema>;

/** The names of accounts by their ids; ids of none are left out. */
export async function namesOf(
  database: Pick<Transaction, 'user'>,
  ids: Iterable<string | null>,
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await database.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Every text of a record that is short enough to be an id, however deep it lies. */
export function possibleIds(value: unknown): string[] {
  if (typeof value === 'string') return value.length <= LONGEST_ID ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(possibleIds);
}

const LONGEST_ID = 64;
