/**
 * Who a case concerns. A party is known by a key: an organisation by its unified social credit code, a natural person, a unit of a
 * platform and a contact without an account by a prefix and an id.
 */
export type PartyKey = string;

export type PartyKind = 'ORGANISATION' | 'PERSON' | 'UNIT' | 'CONTACT';

/** A natural person, by the id of the account. */
export function personKey(id: string): PartyKey {
  return `person:${id}`;
}

/** A unit of a platform (centre, hub, window, department), by the id of the body. */
export function unitKey(bodyId: string): PartyKey {
  return `unit:${bodyId}`;
}

/** Somebody without an account whose address was verified by a code. */
export function contactKey(id: string): PartyKey {
  return `contact:${id}`;
}

/** What kind of party a key names. */
export function partyKind(key: PartyKey): PartyKind {
  if (key.startsWith('person:')) return 'PERSON';
  if (key.startsWith('unit:')) return 'UNIT';
  return key.startsWith('contact:') ? 'CONTACT' : 'ORGANISATION';
}
