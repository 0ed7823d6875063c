/** Of the records of the Hunan network: what its cases read, and the forms in which parties say where they are to be written to. */
import type { FormContact } from '../contacts.ts';
import { registers, type HnNetReadings } from '../../workflows/hn-net/words.ts';
import type { Reader } from '../reader.ts';
import type { ContactForm, RegimeRecords } from '../regimes.ts';

const contactForms: Readonly<Record<string, ContactForm>> = {
  providerRegistration: { filedByParty: true, read },
  consumerRegistration: { filedByParty: true, read },
  windowQualification: { filedByParty: true, read },
};

const readers: { readonly [R in keyof HnNetReadings]: Reader<HnNetReadings[R]> } = {
  windows: async (database) => {
    const rows = await database.registerEntry.findMany({
      where: { register: registers.windows },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ party, status, data }) => ({ party, status, data: data as Record<string, unknown> }));
  },
};

export const records: RegimeRecords = { contactForms, readers };

function read(data: unknown): FormContact | null {
  const form = (data ?? {}) as { name?: string; contactName?: string; email?: string | null };
  const { email, contactName, name } = form;
  return email == null || email === '' ? null : { name: contactName ?? name ?? email, email };
}
