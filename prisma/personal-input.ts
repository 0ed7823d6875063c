/** What names or reaches people in an action that is under way: from the request until the transition that it leads to. */
import type { Database, Transaction } from './client.ts';

/** Keeps what was taken out of a request; what a repeat of it brings is the same. */
export async function keepPersonalInput(
  database: Database,
  id: string,
  caseId: string,
  values: readonly string[],
): Promise<void> {
  await database.personalInput.createMany({ data: [{ id, caseId, values: [...values] }], skipDuplicates: true });
}

/** Hands it over to the transition, which writes it where it belongs; null if it is not there. */
export async function takePersonalInput(tx: Transaction, id: string): Promise<readonly string[] | null> {
  const [row] = await tx.$queryRaw<{ values: string[] }[]>`
    DELETE FROM "PersonalInput" WHERE "id" = ${id} RETURNING "values"`;
  return row?.values ?? null;
}

/** Forgets what belonged to requests of a week ago that were refused, or had been carried out when they were sent again. */
export async function purgePersonalInput(database: Database): Promise<void> {
  await database.$executeRaw`DELETE FROM "PersonalInput" WHERE "at" < now() - interval '7 days'`;
}
