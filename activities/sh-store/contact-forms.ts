/** Forms of the store regime that name a contact of the institution. */
import { reachableIn, type FormContact, type Reachable } from '../form-contact.ts';
import type { ContactForm } from '../regimes.ts';

export const shStoreContactForms: Readonly<Record<string, ContactForm>> = {
  storeApplication: { filedByParty: true, read },
  storeInvitation: { filedByParty: false, read },
  storeComplaint: { filedByParty: false, read: callerIn },
};

interface ContactData {
  readonly institution?: { readonly contactName?: string; readonly contactEmail?: string };
  /** Of an invitation. */
  readonly locale?: string;
}

function read(data: unknown): FormContact | null {
  const { institution, locale } = (data ?? {}) as ContactData;
  const { contactName, contactEmail: email } = institution ?? {};
  if (email === undefined || email === '') return null;
  return { name: contactName ?? email, email, ...(locale !== undefined && { locale }) };
}

/** Whom staff entered a complaint for; null where the caller left no e-mail address, and is to be reached otherwise. */
function callerIn(data: unknown): FormContact | null {
  return reachableIn((data as { readonly caller?: Reachable } | null)?.caller);
}
