/** Of the records of the declaration of bases: what its cases read, and where bases say they are to be written to. */
import type { FormContact } from '../form-contact.ts';
import type { Transaction } from '../../prisma/client.ts';
import { interestedIn } from '../../prisma/interests.ts';
import { personKey, type PartyKey } from '../../rules/parties/party.ts';
import { dayOf, type Instant } from '../../rules/time/index.ts';
import { baseCall } from '../../workflows/hn-base/base-call/contract.ts';
import { baseDeclaration } from '../../workflows/hn-base/base-declaration/contract.ts';
import type { HnBaseReadings } from '../../workflows/hn-base/words.ts';
import type { ReadingRequest } from '../reader.ts';
import type { RegimeRecords } from '../regimes.ts';

export const records: RegimeRecords = {
  contactForms: { baseDeclaration: { filedByParty: true, read } },
  readers: { callRecord, filedDeclarations, interestsInBases, interestsInBase, selectionRecord },
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

async function callRecord(database: Transaction, request: ReadingRequest): Promise<HnBaseReadings['callRecord']> {
  return {
    filed: await filedDeclarations(database, request),
    interests: await interestsInBases(database, request),
  };
}

async function selectionRecord(
  database: Transaction,
  request: ReadingRequest,
): Promise<HnBaseReadings['selectionRecord']> {
  const { about } = request;
  const calls = await database.case.count({ where: { kind: baseCall.kind, about, closedAt: null } });
  return { isOpen: calls > 0, interests: await interestsInBases(database, request) };
}

/** Of every base that has declared in the call and not left it: also of one whose paper is recorded after the lots were drawn. */
async function interestsInBases(
  database: Transaction,
  { about, caseId, at }: ReadingRequest,
): Promise<HnBaseReadings['interestsInBases']> {
  if (about === null) throw new Error(`Case ${caseId} is about no call.`);
  const rows = await database.case.findMany({
    where: { kind: baseDeclaration.kind, about, closedAt: null },
    orderBy: { subject: 'asc' },
    distinct: ['subject'],
    select: { subject: true },
  });
  const found = [];
  for (const { subject } of rows)
    found.push({ base: subject, people: await peopleWithInterest(database, subject, at) });
  return found.filter(({ people }) => people.length > 0);
}

async function interestsInBase(
  database: Transaction,
  { caseId, at }: ReadingRequest,
): Promise<HnBaseReadings['interestsInBase']> {
  const { parentId } = await database.case.findUniqueOrThrow({ where: { id: caseId }, select: { parentId: true } });
  const declaration = await database.case.findUniqueOrThrow({
    where: { id: parentId ?? '' },
    select: { subject: true },
  });
  return peopleWithInterest(database, declaration.subject, at);
}

async function peopleWithInterest(database: Transaction, base: PartyKey, at: Instant): Promise<PartyKey[]> {
  const accounts = await interestedIn(database, [base], dayOf(at));
  return accounts.map(personKey).sort();
}

function read(data: unknown): FormContact | null {
  const { email, contactName } = (data ?? {}) as { email?: string; contactName?: string };
  return email === undefined ? null : { name: contactName ?? email, email };
}
