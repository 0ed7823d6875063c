/** Who placed an order: a contact of the platform, known to the facts by a key alone. */
import type { Transaction } from '../../../prisma/client.ts';
import type { Fact as KeptFact } from '../../../prisma/sh-store/book-facts.ts';
import { contactKey } from '../../../rules/parties/party.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { sha256 } from '../../http/canonical.ts';
import type { Fact } from './schema.ts';

/** The facts with the key of each buyer in place of name and address, which are kept as a contact. */
export async function withBuyers(tx: Transaction, facts: readonly Fact[], now: Instant): Promise<KeptFact[]> {
  const contacts = facts.flatMap((fact) =>
    fact.type === 'ORDER_PLACED' ? [{ id: contactId(fact), ...fact.buyer, createdAt: new Date(now) }] : [],
  );
  if (contacts.length > 0) await tx.contact.createMany({ data: contacts, skipDuplicates: true });
  return facts.map((fact) => (fact.type === 'ORDER_PLACED' ? { ...fact, buyer: contactKey(contactId(fact)) } : fact));
}

/** One contact an order: what is told of one order goes to the address that was given with it. */
function contactId({ source, storeId, orderId }: Extract<Fact, { type: 'ORDER_PLACED' }>): string {
  return `buy-${sha256([source, storeId, orderId].join('\n')).slice(0, 32)}`;
}
