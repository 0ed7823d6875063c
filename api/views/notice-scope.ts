/** Whose notices are whose (XC-04.1). */
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Access } from '../abilities.ts';
import type { Reader } from '../reader.ts';
import { casesWithin } from './case-scope.ts';

/**
 * Notices that were sent to the reader: to the account, or to its e-mail address as the contact of an institution, which may have
 * been written to before it had an account.
 */
export async function noticesTo(database: Database, { person, email }: Reader): Promise<Prisma.NoticeWhereInput> {
  // Compared as written but for the case: a condition of the client would take "_" for any character.
  const contact = await database.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Notice" WHERE "caseId" IS NOT NULL AND "recipientId" IS NULL AND lower("recipientEmail") = ${email}`;
  return { OR: [{ recipientId: person.id }, { id: { in: contact.map(({ id }) => id) } }] };
}

/** Staff see the notices of their cases; everybody else those that were sent to them; who is both, both. */
export async function noticesWithin(
  database: Database,
  access: Access,
  reader: Reader,
): Promise<Prisma.NoticeWhereInput> {
  const ofBody = access.filter(({ reach }) => reach !== 'own');
  const own = access.length > ofBody.length ? [await noticesTo(database, reader)] : [];
  return { OR: [...own, ...(ofBody.length > 0 ? [{ caseId: { not: null }, case: casesWithin(ofBody) }] : [])] };
}
