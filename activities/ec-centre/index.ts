/** Of the records of e-commerce centres: what their cases read, and where parties say they are to be written to. */
import type { FormContact } from '../form-contact.ts';
import type { ContactForm, RegimeRecords } from '../regimes.ts';
import type { EntryStatus } from '../../rules/ec-centre/services.ts';
import type { Transaction } from '../../prisma/client.ts';
import { centreOf, registers, type EcCentreReadings } from '../../workflows/ec-centre/words.ts';
import type { ReadingRequest } from '../reader.ts';

const filedByParty: ContactForm = { filedByParty: true, read };

export const records: RegimeRecords = {
  contactForms: { centreRegistration: filedByParty, directoryEntry: filedByParty },
  readers: { directory },
};

function read(data: unknown): FormContact | null {
  const { email, contactName } = (data ?? {}) as { email?: string; contactName?: string };
  return email === undefined ? null : { name: contactName ?? email, email };
}

async function directory(
  database: Transaction,
  { about, caseId }: ReadingRequest,
): Promise<EcCentreReadings['directory']> {
  const centre = centreOf(about);
  if (centre === null) throw new Error(`Case ${caseId} is about no centre.`);
  const rows = await database.registerEntry.findMany({
    where: { register: registers.directory, data: { path: ['centre'], equals: centre } },
    orderBy: { party: 'asc' },
    select: { status: true, data: true },
  });
  return rows.map(({ status, data }) => ({
    provider: (data as { provider: string }).provider,
    status: status as EntryStatus,
  }));
}
