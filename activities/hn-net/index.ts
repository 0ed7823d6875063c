/** Of the records of the Hunan network: what its cases read and write, where parties say they are to be written to, and what is opened in pages. */
import { reachableIn, type FormContact, type Reachable } from '../form-contact.ts';
import type { ContactForm, RegimeRecords } from '../regimes.ts';
import { serviceWriters } from './records.ts';
import { readCreditEntries } from './credit-readings.ts';
import { readHandlingDays } from './guide-readings.ts';
import { readOffers } from './offer-readings.ts';
import { readQualifications } from './qualification-readings.ts';
import { windowReaders } from './window-readings.ts';
import { announceNext, readTermination } from './announcements.ts';
import { deletionsNext, readDeletion } from './deletions.ts';
import { writeMovement } from './deposit-records.ts';
import { mailNext } from './promotion-mailing.ts';
import { signaturesNext } from './signatures.ts';

const contactForms: Readonly<Record<string, ContactForm>> = {
  providerRegistration: { filedByParty: true, read },
  consumerRegistration: { filedByParty: true, read },
  windowQualification: { filedByParty: true, read },
  serviceRequest: { filedByParty: false, read: requesterIn },
  needsAnswer: { filedByParty: false, read: requesterIn },
};

export const records: RegimeRecords = {
  contactForms,
  readers: {
    ...windowReaders,
    termination: readTermination,
    deletion: readDeletion,
    offers: readOffers,
    qualifications: readQualifications,
    handlingDays: readHandlingDays,
    creditEntries: readCreditEntries,
  },
  writers: { ...serviceWriters, depositMovement: writeMovement },
  workBeside: async (database, now, whoGets) =>
    (await signaturesNext(database, now)) ||
    (await announceNext(database, now, whoGets)) ||
    (await deletionsNext(database, now)) ||
    (await mailNext(database, now, whoGets)),
};

function read(data: unknown): FormContact | null {
  const form = (data ?? {}) as { name?: string; contactName?: string; email?: string | null };
  const { email, contactName, name } = form;
  return email == null || email === '' ? null : { name: contactName ?? name ?? email, email };
}

/** Whom a service was asked for; null where they left no e-mail address, and are to be reached otherwise. */
function requesterIn(data: unknown): FormContact | null {
  return reachableIn((data as { readonly requester?: Reachable } | null)?.requester);
}
