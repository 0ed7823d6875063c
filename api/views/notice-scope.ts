/** Whose notices are whose (XC-04.1, XC-05.5). */
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { partiesOf, STAFF_ROLES, type Person } from '../../rules/roles.ts';
import type { Access } from '../abilities.ts';
import type { Reader } from '../reader.ts';
import { casesWithin, placeWithin } from './case-scope.ts';

/**
 * Notices that were sent to the reader: to the account, or to its e-mail address as the contact of an institution, which may have been
 * written to before it had an account; and of those to a party that the reader acts for now, one of each that went to others of it, who may
 * be gone. Who has left a party or a body reads nothing more of its cases.
 */
export async function noticesTo(
  database: Database,
  { person, email }: Pick<Reader, 'person' | 'email'>,
): Promise<Prisma.NoticeWhereInput> {
  // Compared as written but for the case: a condition of the client would take "_" for any character.
  const contact = await database.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Notice" WHERE "caseId" IS NOT NULL AND "recipientId" IS NULL AND lower("recipientEmail") = ${email}`;
  const toMe = { OR: [{ recipientId: person.id }, { id: { in: contact.map(({ id }) => id) } }] };
  return { OR: [{ AND: [toMe, stillConcerns(person)] }, { id: { in: await ofMyParties(database, person) } }] };
}

/** Cases of the parties and bodies that the person acts for; any, as long as it is bound to none. */
function stillConcerns({ offices }: Person): Prisma.NoticeWhereInput {
  const parties = offices.flatMap(partiesOf);
  if (parties.length === 0) return {};
  const places = offices.filter(({ role }) => STAFF_ROLES.includes(role)).map(placeWithin);
  const cases = [
    { parties: { some: { party: { in: parties } } } },
    ...places.map((place) => ({ bodies: { some: place } })),
  ];
  return { OR: [{ caseId: null }, { case: { OR: cases } }] };
}

/** Of what was said to a party and not to this account itself, one row each: one that arrived, if any did. */
async function ofMyParties(database: Database, { id, offices }: Person): Promise<string[]> {
  const parties = offices.flatMap((office) => partiesOf(office).map((party) => ({ party, role: office.role })));
  if (parties.length === 0) return [];
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON (n."caseId", n."request", n."audience", n."channel") n."id"
    FROM "Notice" n JOIN jsonb_to_recordset(${JSON.stringify(parties)}::jsonb) AS mine ("party" text, "role" text)
      ON n."audience" ->> 'party' = mine."party" AND n."audience" -> 'roles' @> to_jsonb(mine."role")
    WHERE NOT EXISTS (
      SELECT 1 FROM "Notice" own WHERE own."caseId" = n."caseId" AND own."request" = n."request" AND own."recipientId" = ${id})
    ORDER BY n."caseId", n."request", n."audience", n."channel", (n."status" = 'SENT') DESC, n."ordinal"`;
  return rows.map((row) => row.id);
}

/** Staff see the notices of their cases; everybody else those that were sent to them; who is both, both. */
export async function noticesWithin(
  database: Database,
  access: Access,
  reader: Pick<Reader, 'person' | 'email'>,
): Promise<Prisma.NoticeWhereInput> {
  const ofBody = access.filter(({ reach }) => reach !== 'own');
  const own = access.length > ofBody.length ? [await noticesTo(database, reader)] : [];
  return { OR: [...own, ...(ofBody.length > 0 ? [{ caseId: { not: null }, case: casesWithin(ofBody) }] : [])] };
}
