/**
 * The key under which a party stands in a case: an organisation is its 18-character unified social credit code, a
 * natural person `person:<id>`, a unit of a platform `unit:<bodyId>`, a contact without an account `contact:<id>`.
 * A key holds no name, number or address of a person, so that it may stand in ids and logs.
 */
export type PartyKey = string;

export const partyKinds = ['ORGANISATION', 'PERSON', 'UNIT', 'CONTACT'] as const;

export type PartyKind = (typeof partyKinds)[number];

const prefixes = { PERSON: 'person:', UNIT: 'unit:', CONTACT: 'contact:' } as const;
const organisationForm = /^[0-9A-Z]{18}$/;
const idForm = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * The key of an organisation. Only its form is looked at: whether the check digit is right is asked where a code is
 * filed (`isCreditCode`), not where it is used.
 * @throws RangeError for anything but 18 digits and capital letters.
 */
export function organisationKey(creditCode: string): PartyKey {
  if (!organisationForm.test(creditCode)) {
    throw new RangeError(`"${creditCode}" is not a credit code of 18 digits and capital letters.`);
  }
  return creditCode;
}

/** The key of a natural person; the id is that of the account, never an identity number. */
export function personKey(id: string): PartyKey {
  return keyOf('PERSON', id);
}

/** The key of a unit of a platform, such as a centre, a hub, a window or a department. */
export function unitKey(bodyId: string): PartyKey {
  return keyOf('UNIT', bodyId);
}

/** The key of a contact without an account, known by a code sent to an address. */
export function contactKey(id: string): PartyKey {
  return keyOf('CONTACT', id);
}

/** What a key stands for. @throws RangeError for a text that is no key. */
export function partyKind(key: PartyKey): PartyKind {
  return split(key).kind;
}

/** The credit code or id within a key. @throws RangeError for a text that is no key. */
export function partyId(key: PartyKey): string {
  return split(key).id;
}

/** The credit code of an organisation, and null for any other: the key of a person is nothing to be shown. @throws RangeError for a text that is no key. */
export function organisationCode(key: PartyKey): string | null {
  const { kind, id } = split(key);
  return kind === 'ORGANISATION' ? id : null;
}

/** Whether a text is the key of a party. */
export function isPartyKey(candidate: string): boolean {
  return taken(candidate) !== null;
}

function keyOf(kind: keyof typeof prefixes, id: string): PartyKey {
  if (!idForm.test(id)) throw new RangeError(`"${id}" is not an id of letters, digits, dots, dashes and underscores.`);
  return `${prefixes[kind]}${id}`;
}

function split(key: PartyKey): { readonly kind: PartyKind; readonly id: string } {
  const parts = taken(key);
  if (parts === null) throw new RangeError(`"${key}" is not the key of a party.`);
  return parts;
}

function taken(key: string): { readonly kind: PartyKind; readonly id: string } | null {
  if (organisationForm.test(key)) return { kind: 'ORGANISATION', id: key };
  for (const kind of ['PERSON', 'UNIT', 'CONTACT'] as const) {
    const id = key.startsWith(prefixes[kind]) ? key.slice(prefixes[kind].length) : '';
    if (idForm.test(id)) return { kind, id };
  }
  return null;
}
