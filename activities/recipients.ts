/**
 * Who a notice goes to, as of now (XC-04, XC-05.5). A party is whoever acts for it now, and the contact of the form it filed last; an
 * office is whoever holds it now. Names and addresses come from the records; the case knows ids alone.
 */
import type { Transaction } from '../prisma/client.ts';
import { officeOf } from '../prisma/create-account.ts';
import { contactKey, partyId, partyKind, type PartyKey } from '../rules/parties/party.ts';
import { actsFor, isOfBody, MEMBER_ROLES, type Body, type Office } from '../rules/roles.ts';
import type { Audience } from '../workflows/engine/transition.ts';
import { regimeRecords } from './regimes.ts';

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

/** The recipients of each audience, in the order given, each address once. */
export async function recipientsOf(
  tx: Transaction,
  about: AddressedCase,
  audiences: readonly Audience[],
): Promise<readonly (readonly Recipient[])[]> {
  if (audiences.length === 0) return [];
  const accounts = await findAccounts(tx, about, audiences);
  const found: (readonly Recipient[])[] = [];
  for (const to of audiences) found.push(await recipientsAmong(tx, about, to, accounts));
  return found;
}

/** Every account in use that notices to these audiences may go to, in one look. */
async function findAccounts(tx: Transaction, { bodyId }: Body, audiences: readonly Audience[]) {
  const ids = audiences.flatMap((to) => ('user' in to ? to.user : []));
  const roles = audiences.flatMap((to) => ('role' in to ? to.role : 'user' in to ? (to.or ?? []) : []));
  const keys = audiences.flatMap((to) => ('party' in to ? to.party : []));
  if (ids.length + roles.length + keys.length === 0) return [];
  const units = keys.filter((key) => partyKind(key) === 'UNIT').map(partyId);
  const rows = await tx.user.findMany({
    where: {
      disabledAt: null,
      OR: [
        { id: { in: ids } },
        {
          offices: {
            some: { OR: [{ role: { in: roles }, bodyId }, { party: { in: keys } }, { bodyId: { in: units } }] },
          },
        },
      ],
    },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      refusesCommercialMail: true,
      offices: { select: { role: true, bodyId: true, region: true, party: true } },
    },
  });
  return rows.map(({ offices, ...account }) => ({ ...account, offices: offices.map(officeOf) }));
}

type Accounts = Awaited<ReturnType<typeof findAccounts>>;

async function recipientsAmong(
  tx: Transaction,
  about: AddressedCase,
  to: Audience,
  accounts: Accounts,
): Promise<readonly Recipient[]> {
  if ('contact' in to) return withoutAccount(await contactInForm(tx, about));
  if ('user' in to) return personOrSuccessors(about, to, accounts);
  if ('role' in to) return accounts.filter(holds((office) => office.role === to.role && isOfBody(office, about)));
  if (partyKind(to.party) === 'CONTACT') return contactById(tx, partyId(to.party));
  const acting = accounts.filter(holds((office) => to.roles.includes(office.role) && actsFor(office, to.party)));
  const contact = await contactOfParty(tx, about, to.party);
  const isNew = contact !== null && acting.every(({ email }) => !isSameAddress(email, contact.email));
  return isNew ? [...acting, ...withoutAccount(contact)] : acting;
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

/** Somebody without an account, whose address was verified. */
async function contactById(tx: Transaction, id: string): Promise<Recipient[]> {
  const contact = await tx.contact.findUnique({ where: { id } });
  if (contact === null) return [];
  const { name, email, locale } = contact;
  return [{ id: contactKey(id), name, email, locale, refusesCommercialMail: false }];
}

/** Whom a form names to be written to. */
export interface FormContact {
  readonly name: string;
  readonly email: string;
  /** Language in which the contact reads; Chinese if the form does not say. */
  readonly locale?: string;
}

/** The contact in the form of the case itself as it was filed last; an institution that is invited has no account yet. */
async function contactInForm(tx: Transaction, { id, kind, regime }: AddressedCase): Promise<FormContact | null> {
  const read = regimeRecords[regime]?.contactForms?.[kind]?.read;
  if (read === undefined) return null;
  const form = await tx.form.findFirst({ where: { caseId: id }, orderBy: { version: 'desc' }, select: { data: true } });
  return form === null ? null : read(form.data);
}

/**
 * The contact of the form that a party filed last in the regime: in this case, if it has one. An address that is an account's is that
 * account's to have: one that is disabled, or acts for others alone, is gone.
 */
async function contactOfParty(tx: Transaction, about: AddressedCase, party: PartyKey): Promise<FormContact | null> {
  const forms = Object.entries(regimeRecords[about.regime]?.contactForms ?? {});
  const kinds = forms.filter(([, { filedByParty }]) => filedByParty).map(([kind]) => kind);
  const [form] = await tx.$queryRaw<{ kind: string; data: unknown }[]>`
    SELECT c."kind", f."data" FROM "Case" c JOIN "Form" f ON f."caseId" = c."id"
    WHERE c."subject" = ${party} AND c."regime" = ${about.regime} AND c."kind" = ANY(${kinds}::text[])
    ORDER BY c."id" = ${about.id} DESC, f."filedAt" DESC, f."version" DESC LIMIT 1`;
  const contact =
    form === undefined ? null : (regimeRecords[about.regime]?.contactForms?.[form.kind]?.read(form.data) ?? null);
  return contact !== null && (await isGone(tx, contact.email, party)) ? null : contact;
}

async function isGone(tx: Transaction, email: string, party: PartyKey): Promise<boolean> {
  const account = await tx.user.findUnique({
    where: { email: email.toLowerCase() },
    select: { disabledAt: true, offices: { select: { role: true, bodyId: true, region: true, party: true } } },
  });
  if (account === null) return false;
  if (account.disabledAt !== null) return true;
  const offices = account.offices.map(officeOf);
  const isUnbound = (office: Office) => MEMBER_ROLES.includes(office.role) && office.party === undefined;
  return offices.length > 0 && !offices.some((office) => actsFor(office, party) || isUnbound(office));
}

function withoutAccount(contact: FormContact | null): Recipient[] {
  if (contact === null) return [];
  const { name, email, locale = 'zh-CN' } = contact;
  return [{ id: `contact:${email}`, name, email, locale, refusesCommercialMail: false }];
}

export function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
