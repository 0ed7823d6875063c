/** What the parties of cases are called, for those who read them by name (XC-05.3). */
import type { Transaction } from '../../prisma/client.ts';
import { partyId, partyKind, type PartyKey } from '../../rules/parties/party.ts';
import { inBoth, type Text } from '../../rules/text.ts';
import { bodyOf, bodyTitle } from '../bodies.ts';
import { namesOf } from './people.ts';

/** What parties are called: an institution as its latest case has it, a person or contact by its name, a unit by its title. */
export async function namesOfParties(
  database: Pick<Transaction, 'case' | 'contact' | 'user'>,
  parties: readonly PartyKey[],
): Promise<ReadonlyMap<PartyKey, Text>> {
  if (parties.length === 0) return new Map();
  const idsOf = (kind: ReturnType<typeof partyKind>) => parties.filter((key) => partyKind(key) === kind).map(partyId);
  const [cases, people, contacts] = await Promise.all([
    database.case.findMany({
      where: { subject: { in: [...parties] } },
      distinct: ['subject'],
      orderBy: [{ subject: 'asc' }, { openedAt: 'desc' }],
      select: { subject: true, title: true },
    }),
    namesOf(database, idsOf('PERSON')),
    database.contact.findMany({ where: { id: { in: idsOf('CONTACT') } }, select: { id: true, name: true } }),
  ]);
  const titles = new Map(cases.map(({ subject, title }) => [subject, title]));
  const contactNames = new Map(contacts.map(({ id, name }) => [id, name]));
  return new Map(
    parties.flatMap((key) => {
      const id = partyId(key);
      const own = {
        ORGANISATION: titles.get(key),
        PERSON: people.get(id),
        CONTACT: contactNames.get(id),
        UNIT: bodyOf(id) === undefined ? (titles.get(key) ?? bodyTitle(id)) : bodyTitle(id),
      }[partyKind(key)];
      return own === undefined ? [] : [[key, typeof own === 'string' ? inBoth(own) : own] as const];
    }),
  );
}
