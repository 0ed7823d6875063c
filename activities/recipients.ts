/**
 * Who a notice goes to, as of now (XC-04, XC-05.5). A party is whoever acts for it now, and the contact of the form it filed last; an
 * office is whoever holds it now. Names and addresses come from the records; the case knows ids alone.
 */
import type { Transaction } from '../prisma/client.ts';
import { officeOf } from '../prisma/create-account.ts';
import { officesAt } from '../prisma/offices-now.ts';
import { partyId, partyKind } from '../rules/parties/party.ts';
import { actsFor, isOfBody, type Body, type Office } from '../rules/roles.ts';
import type { Audience } from '../workflows/engine/transition.ts';
import { contactsOf } from './contacts.ts';

export interface Recipient {
  /** Account id; `contact:…` for somebody without an account. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly refusesCommercialMail: boolean;
}

/** What of a case decides who its notices go to. */
export interface AddressedCase extends Body {
  readonly id: string;
  readonly kind: string;
  readonly regime: string;
}

/** An audience of a case, of whom it is asked who that is now. */
export interface Asked {
  readonly about: AddressedCase;
  readonly to: Audience;
}

/** The recipients of each audience, in the order given, each address once. However many are asked, the records are looked at a few times. */
export async function recipientsOf(
  tx: Transaction,
  asked: readonly Asked[],
): Promise<readonly (readonly Recipient[])[]> {
  if (asked.length === 0) return [];
  const accounts = await findAccounts(tx, asked);
  const contacts = await contactsOf(tx, asked);
  return asked.map((one, nth) => recipientsAmong(one, accounts, contacts[nth] ?? null));
}

/** Every account in use that notices to these audiences may go to, in one look. */
async function findAccounts(tx: Transaction, asked: readonly Asked[]) {
  const ids = asked.flatMap(({ to }) => ('user' in to ? to.user : []));
  const keys = asked.flatMap(({ to }) => ('party' in to ? to.party : []));
  const holding = asked.flatMap(({ about: { bodyId }, to }) => {
    const role = 'role' in to ? to.role : 'user' in to ? to.or : undefined;
    return role === undefined ? [] : [{ role, bodyId }];
  });
  if (ids.length + holding.length + keys.length === 0) return [];
  const unitsNamed = keys.filter((key) => partyKind(key) === 'UNIT').map(partyId);
  const now = await officesAt(tx, [...holding.map(({ bodyId }) => bodyId), ...unitsNamed]);
  const held = holding.flatMap(({ role, bodyId }) => now.heldFor(bodyId).map((at) => ({ role, bodyId: at })));
  const roles = [...new Map(held.map((office) => [JSON.stringify(office), office])).values()];
  const units = [...new Set(unitsNamed.flatMap((unit) => now.heldFor(unit)))];
  const rows = await tx.$queryRaw<(Recipient & { readonly offices: Parameters<typeof officeOf>[0][] })[]>`
    WITH asked ("id") AS (
      SELECT unnest(${ids}::text[])
      UNION SELECT "userId" FROM "Office" WHERE "party" = ANY(${keys}::text[])
      UNION SELECT "userId" FROM "Office" WHERE "bodyId" = ANY(${units}::text[])
      UNION SELECT o."userId" FROM "Office" o JOIN unnest(${roles.map(({ role }) => role)}::text[], ${roles.map(({ bodyId }) => bodyId)}::text[])
        AS held ("role", "bodyId") ON o."role" = held."role" AND o."bodyId" = held."bodyId")
    SELECT u."id", u."name", u."email", u."locale", u."refusesCommercialMail", COALESCE((
        SELECT jsonb_agg(jsonb_build_object('role', o."role", 'bodyId', o."bodyId", 'region', o."region", 'party', o."party"))
        FROM "Office" o WHERE o."userId" = u."id"), '[]') AS "offices"
    FROM asked JOIN "User" u ON u."id" = asked."id" WHERE u."disabledAt" IS NULL ORDER BY u."id"`;
  return rows.map(({ offices, ...account }) => ({ ...account, offices: now.inForce(offices.map(officeOf)) }));
}

type Accounts = Awaited<ReturnType<typeof findAccounts>>;

function recipientsAmong({ about, to }: Asked, accounts: Accounts, contact: Recipient | null): readonly Recipient[] {
  if ('contact' in to) return contact === null ? [] : [contact];
  if ('user' in to) return personOrSuccessors(about, to, accounts);
  if ('role' in to) return accounts.filter(holds((office) => office.role === to.role && isOfBody(office, about)));
  const acting = accounts.filter(holds((office) => to.roles.includes(office.role) && actsFor(office, to.party)));
  const isNew = contact !== null && acting.every(({ email }) => !isSameAddress(email, contact.email));
  return isNew ? [...acting, contact] : acting;
}

/** The person while at the body of the case; after that, whoever holds the office there. */
function personOrSuccessors(
  about: AddressedCase,
  { user, or: role }: Extract<Audience, { user: string }>,
  accounts: Accounts,
): readonly Recipient[] {
  const isThere = role === undefined ? () => true : holds((office) => isOfBody(office, about));
  const person = accounts.filter((account) => account.id === user && isThere(account));
  if (person.length > 0 || role === undefined) return person;
  return accounts.filter(holds((office) => office.role === role && isOfBody(office, about)));
}

/** Whether an account holds an office that fits. */
function holds(fits: (office: Office) => boolean) {
  return ({ offices }: { readonly offices: readonly Office[] }) => offices.some(fits);
}

export function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
