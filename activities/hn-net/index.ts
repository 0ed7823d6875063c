/** Of the records of the Hunan network: what its cases read, and the forms in which parties say where they are to be written to. */
import type { FormContact } from '../contacts.ts';
import type { ContactForm, RegimeRecords } from '../regimes.ts';
import { windowReaders } from './window-readings.ts';

const contactForms: Readonly<Record<string, ContactForm>> = {
  providerRegistration: { filedByParty: true, read },
  consumerRegistration: { filedByParty: true, read },
  windowQualification: { filedByParty: true, read },
};

export const records: RegimeRecords = { contactForms, readers: windowReaders };

function read(data: unknown): FormContact | null {
  const form = (data ?? {}) as { name?: string; contactName?: string; email?: string | null };
  const { email, contactName, name } = form;
  return email == null || email === '' ? null : { name: contactName ?? name ?? email, email };
}
