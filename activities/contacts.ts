/** People without an account whom a notice goes to: of an address that was verified, or named in a form (XC-04, XC-05.5). */
import type { Transaction } from '../prisma/client.ts';
import { officeOf } from '../prisma/create-account.ts';
import { contactKey, partyId, partyKind, type PartyKey } from '../rules/parties/party.ts';
import { actsFor, MEMBER_ROLES, type Office } from '../rules/roles.ts';
import type { FormContact } from './form-contact.ts';
import type { AddressedCase, Asked, Recipient } from './recipients.ts';
import { regimeRecords } from './regimes.ts';

/** The contact of each audience that has one, in the order given. */
export async function contactsOf(tx: Transaction, asked: readonly Asked[]): Promise<(Recipient | null)[]> {
  const contacts: (Recipient | null)[] = asked.map(() => null);
  const each = async <T>(
    wantedOf: (one: Asked) => T | null,
    find: (wanted: readonly T[]) => Promise<readonly (Recipient | null)[]>,
  ) => {
    const places = asked.flatMap((one, place) => {
      const wanted = wantedOf(one);
      return wanted === null ? [] : [{ place, wanted }];
    });
    if (places.length === 0) return;
    const found = await find(places.map(({ wanted }) => wanted));
    for (const [nth, { place }] of places.entries()) contacts[place] = found[nth] ?? null;
  };
  await each(
    ({ about, to }) => ('contact' in to ? about : null),
    (cases) => contactsInForms(tx, cases),
  );
  await each(
    ({ to }) => ('party' in to && partyKind(to.party) === 'CONTACT' ? partyId(to.party) : null),
    (ids) => verifiedContacts(tx, ids),
  );
  await each(
    ({ about, to }) => ('party' in to && partyKind(to.party) !== 'CONTACT' ? { about, party: to.party } : null),
    (parties) => contactsOfParties(tx, parties),
  );
  return contacts;
}

/** Somebody whose address was verified. */
async function verifiedContacts(tx: Transaction, ids: readonly string[]): Promise<(Recipient | null)[]> {
  const rows = await tx.contact.findMany({ where: { id: { in: [...ids] } } });
  const contacts = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const contact = contacts.get(id);
    if (contact === undefined) return null;
    const { name, email, locale } = contact;
    return { id: contactKey(id), name, email, locale, refusesCommercialMail: false };
  });
}

/** The contact in the form of the case itself as it was filed last; an institution that is invited has no account yet. */
async function contactsInForms(tx: Transaction, cases: readonly AddressedCase[]): Promise<(Recipient | null)[]> {
  const ids = cases.filter((about) => readerOf(about, about.kind) !== undefined).map(({ id }) => id);
  const forms = await tx.form.findMany({
    where: { caseId: { in: ids } },
    orderBy: [{ caseId: 'asc' }, { version: 'desc' }],
    distinct: ['caseId'],
    select: { caseId: true, data: true },
  });
  return cases.map((about) => {
    const form = forms.find(({ caseId }) => caseId === about.id);
    return form === undefined ? null : written(readerOf(about, about.kind)?.(form.data));
  });
}

interface PartyOfCase {
  readonly about: AddressedCase;
  readonly party: PartyKey;
}

/**
 * The contact of the form that a party filed last in the regime: in this case, if it has one. An address that is an account's is that
 * account's to have: one that is disabled, or acts for others alone, is gone.
 */
async function contactsOfParties(tx: Transaction, parties: readonly PartyOfCase[]): Promise<(Recipient | null)[]> {
  const asked = parties.map(({ about, party }, nth) => {
    const forms = Object.entries(regimeRecords[about.regime]?.contactForms ?? {});
    const kinds = forms.filter(([, { filedByParty }]) => filedByParty).map(([kind]) => kind);
    return { nth, party, regime: about.regime, caseId: about.id, kinds };
  });
  const forms = await tx.$queryRaw<{ nth: number; kind: string; data: unknown; locale: string | null }[]>`
    SELECT asked."nth", filed."kind", filed."data", filer."locale"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS asked ("nth" int, "party" text, "regime" text, "caseId" text, "kinds" jsonb)
      CROSS JOIN LATERAL (
        SELECT c."kind", f."data", f."filedById" FROM "Case" c JOIN "Form" f ON f."caseId" = c."id"
        WHERE c."subject" = asked."party" AND c."regime" = asked."regime" AND jsonb_exists(asked."kinds", c."kind")
        ORDER BY c."id" = asked."caseId" DESC, f."filedAt" DESC, f."version" DESC LIMIT 1) filed
      LEFT JOIN "User" filer ON filer."id" = filed."filedById"
        AND EXISTS (SELECT 1 FROM "Office" o WHERE o."userId" = filer."id" AND o."party" = asked."party")`;
  const contacts: (FormContact | null)[] = parties.map(() => null);
  for (const { nth, kind, data, locale } of forms) {
    const about = parties[nth]?.about;
    const named = about === undefined ? undefined : readerOf(about, kind)?.(data);
    if (named != null) contacts[nth] = { ...(locale !== null && { locale }), ...named };
  }
  const offices = await officesByAddress(
    tx,
    contacts.flatMap((contact) => contact?.email.toLowerCase() ?? []),
  );
  return parties.map(({ party }, nth) => {
    const contact = contacts[nth] ?? null;
    if (contact === null) return null;
    const held = offices.get(contact.email.toLowerCase());
    return held !== undefined && isGone(held, party) ? null : written(contact);
  });
}

/** The offices of the accounts that have these addresses; null for an account that is disabled. */
async function officesByAddress(tx: Transaction, emails: readonly string[]): Promise<Map<string, Office[] | null>> {
  if (emails.length === 0) return new Map();
  const accounts = await tx.user.findMany({
    where: { email: { in: [...emails] } },
    select: {
      email: true,
      disabledAt: true,
      offices: { select: { role: true, bodyId: true, region: true, party: true } },
    },
  });
  return new Map(
    accounts.map(({ email, disabledAt, offices }) => [email, disabledAt === null ? offices.map(officeOf) : null]),
  );
}

function isGone(offices: readonly Office[] | null, party: PartyKey): boolean {
  if (offices === null) return true;
  const isUnbound = (office: Office) => MEMBER_ROLES.includes(office.role) && office.party === undefined;
  return offices.length > 0 && !offices.some((office) => actsFor(office, party) || isUnbound(office));
}

function readerOf({ regime }: AddressedCase, kind: string) {
  return regimeRecords[regime]?.contactForms?.[kind]?.read;
}

function written(contact: FormContact | null | undefined): Recipient | null {
  if (contact == null) return null;
  const { name, email, locale = 'zh-CN' } = contact;
  return { id: `contact:${email}`, name, email, locale, refusesCommercialMail: false };
}
