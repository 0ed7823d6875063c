/** Of the records of the Hunan network: what its cases read and write, and the forms in which parties say where they are to be written to. */
import type { FormContact } from '../contacts.ts';
import type { ContactForm, RegimeRecords } from '../regimes.ts';
import { hnNetWriters as writers } from './records.ts';
import { windowReaders } from './window-readings.ts';
/** Of the records of the Hunan network: the forms in which providers and consumers say where to write to them, and what is opened in pages. */
import { announceNext, readTermination } from './announcements.ts';
import { signaturesNext } from './signatures.ts';

const contactForms: Readonly<Record<string, ContactForm>> = {
  providerRegistration: { filedByParty: true, read },
  consumerRegistration: { filedByParty: true, read },
  windowQualification: { filedByParty: true, read },
  serviceRequest: { filedByParty: false, read: requesterIn },
};

export const records: RegimeRecords = { contactForms, readers: windowReaders, writers, workBeside: signaturesNext };
export const records: RegimeRecords = {
  contactForms,
  readers: { termination: readTermination },
  workBeside: async (database, now, whoGets) =>
    (await signaturesNext(database, now)) || (await announceNext(database, now, whoGets)),
};

function read(data: unknown): FormContact | null {
  const form = (data ?? {}) as { name?: string; contactName?: string; email?: string | null };
  const { email, contactName, name } = form;
  return email == null || email === '' ? null : { name: contactName ?? name ?? email, email };
}

/** Whom a service was asked for; null where they left no e-mail address, and are to be reached otherwise. */
function requesterIn(data: unknown): FormContact | null {
  const { requester } = (data ?? {}) as { readonly requester?: { readonly name: string; readonly email?: string } };
  return requester?.email === undefined ? null : { name: requester.name, email: requester.email };
}
