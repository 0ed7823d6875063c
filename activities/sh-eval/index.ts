/** Of the records of the assessment: what its cases read, and where institutions say they are to be written to. */
import type { FormContact } from '../form-contact.ts';
import type { RegimeRecords } from '../regimes.ts';
import { assessmentReaders, assessmentReadersOfMany } from './readings.ts';

export const records: RegimeRecords = {
  contactForms: { assessmentEntry: { filedByParty: true, read } },
  readers: assessmentReaders,
  readersOfMany: assessmentReadersOfMany,
};

function read(data: unknown): FormContact | null {
  const { report } = (data ?? {}) as {
    readonly report?: { readonly overview?: { readonly contact?: { readonly name: string; readonly email: string } } };
  };
  const { name, email } = report?.overview?.contact ?? {};
  return email === undefined || email === '' ? null : { name: name ?? email, email };
}
