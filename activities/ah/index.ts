/** Of the records of the Anhui network: what its cases read and write, and where members say they are to be written to. */
import type { ContactForm, RegimeRecords } from '../regimes.ts';
import type { FormContact } from '../form-contact.ts';
import { writeFigure } from './figures.ts';
import { anhuiReaders } from './readings.ts';

const contactForms: Readonly<Record<string, ContactForm>> = {
  membership: { filedByParty: true, read },
};

export const records: RegimeRecords = {
  contactForms,
  readers: anhuiReaders,
  writers: { figure: writeFigure },
};

function read(data: unknown): FormContact | null {
  const { email, contactName, name } = (data ?? {}) as { name?: string; contactName?: string; email?: string | null };
  return email == null || email === '' ? null : { name: contactName ?? name ?? email, email };
}
