/** Of the records of the declaration of bases: where bases say they are to be written to. */
import type { FormContact } from '../contacts.ts';
import type { RegimeRecords } from '../regimes.ts';

export const records: RegimeRecords = {
  contactForms: { baseDeclaration: { filedByParty: true, read } },
};

function read(data: unknown): FormContact | null {
  const { email, contactName } = (data ?? {}) as { email?: string; contactName?: string };
  return email === undefined ? null : { name: contactName ?? email, email };
}
