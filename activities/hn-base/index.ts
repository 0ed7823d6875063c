/** Of the records of the declaration of bases: what its cases read, and where bases say they are to be written to. */
import type { FormContact } from '../contacts.ts';
import type { Transaction } from '../../prisma/client.ts';
import { baseDeclaration } from '../../workflows/hn-base/base-declaration/contract.ts';
import type { HnBaseReadings } from '../../workflows/hn-base/words.ts';
import type { ReadingRequest } from '../reader.ts';
import type { RegimeRecords } from '../regimes.ts';

export const records: RegimeRecords = {
  contactForms: { baseDeclaration: { filedByParty: true, read } },
  readers: { filedDeclarations },
};

async function filedDeclarations(
  database: Transaction,
  { about, caseId }: ReadingRequest,
): Promise<HnBaseReadings['filedDeclarations']> {
  if (about === null) throw new Error(`Case ${caseId} is about no call.`);
  const rows = await database.case.findMany({
    where: { kind: baseDeclaration.kind, about, stage: 'SUBMITTED_TO_PROVINCE', closedAt: null },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true },
  });
  return rows.map(({ id, title }) => ({ declaration: id, name: title }));
}

function read(data: unknown): FormContact | null {
  const { email, contactName } = (data ?? {}) as { email?: string; contactName?: string };
  return email === undefined ? null : { name: contactName ?? email, email };
}
