/** Forms of the store regime that name a contact of the institution. */
import type { FormContact } from '../recipients.ts';
import type { ContactForm } from '../regimes.ts';

export const shStoreContactForms: Readonly<Record<string, ContactForm>> = {
  storeApplication: { filedByParty: true, read },
  storeInvitation: { filedByParty: false, read },
};

function read(data: unknown): FormContact | null {
  const { institution } = (data ?? {}) as { institution?: { contactName?: string; contactEmail?: string } };
  const { contactName, contactEmail: email } = institution ?? {};
  return email === undefined || email === '' ? null : { name: contactName ?? email, email };
}
