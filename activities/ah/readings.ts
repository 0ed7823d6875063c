/** What cases of the Anhui network read of the records. */
import { figuresByMonth } from '../../prisma/ah/figures.ts';
import { networkFigures } from '../../prisma/ah/network-figures.ts';
import type { Transaction } from '../../prisma/client.ts';
import { addMonths, dayOf, epochMs, instantOf, type Day, type Instant } from '../../rules/time/index.ts';
import { memberOf, registers, type AhReadings, type Evaluated, type MemberRecord } from '../../workflows/ah/words.ts';
import type { Reader, ReadingRequest } from '../reader.ts';

/**
 * How far back the figures of all members are read: the quarter whose end it is. More would be megabytes of hundreds of members, and what the engine
 * takes of one reading is bounded. What is evaluated of one member may lie further back.
 */
const MONTHS = 3;
/** Before every event. */
const BEGINNING: Day = '0001-01-01';

export const anhuiReaders: { readonly [R in keyof AhReadings]: Reader<AhReadings[R]> } = {
  members: membersNow,
  memberRecord,
  scoringRecord,
  async networkFigures(database, { before, at }) {
    const asOf = before ?? at;
    return { asOf, members: await networkFigures(database, span(asOf)) };
  },
  evaluations,
};

/** The days whose events count for a reading. */
function span(until: Instant) {
  const last = dayOf(instantOf(epochMs(until) - 1));
  return { from: addMonths(`${last.slice(0, 7)}-01`, 1 - MONTHS), until: last };
}

async function membersNow(database: Transaction): Promise<AhReadings['members']> {
  const entries = await database.registerEntry.findMany({
    where: { register: registers.members, status: 'MEMBER' },
    orderBy: { party: 'asc' },
    select: { party: true },
  });
  return entries.map(({ party }) => party);
}

async function memberRecord(
  database: Transaction,
  { about, before, at, caseId }: ReadingRequest,
): Promise<MemberRecord> {
  const party = memberOf(about);
  if (party === null) throw new Error(`Case ${caseId} is about no member.`);
  const asOf = before ?? at;
  const figures = await figuresByMonth(database, { parties: [party], ...span(asOf), from: BEGINNING });
  const entries = await database.registerEntry.findMany({
    where: { party, register: { in: [registers.reports, registers.tasks, registers.changes] } },
    select: { register: true, data: true },
  });
  const dataOf = (register: string) => (entries.find((entry) => entry.register === register)?.data ?? {}) as object;
  const { reports = {} } = dataOf(registers.reports) as Pick<Partial<MemberRecord>, 'reports'>;
  const { unreported = {} } = dataOf(registers.changes) as {
    unreported?: Readonly<Record<string, MemberRecord['unreported'][number] | null>>;
  };
  return {
    asOf,
    byMonth: figures.get(party) ?? {},
    reports,
    tasks: dataOf(registers.tasks) as MemberRecord['tasks'],
    // A note that was lifted is null.
    unreported: Object.values(unreported).filter((noted) => noted !== null),
  };
}

async function scoringRecord(database: Transaction, request: ReadingRequest): Promise<AhReadings['scoringRecord']> {
  const record = await memberRecord(database, request);
  const complaints = await database.networkFigure.findMany({
    where: { party: memberOf(request.about) ?? '', figure: 'complaints', n: { not: 0 } },
    orderBy: [{ day: 'asc' }, { caseId: 'asc' }],
    select: { caseId: true, day: true },
  });
  return { ...record, evaluations: await evaluations(database), complaints };
}

async function evaluations(database: Transaction): Promise<AhReadings['evaluations']> {
  const entries = await database.registerEntry.findMany({
    where: { register: registers.evaluations },
    orderBy: { party: 'asc' },
    select: { party: true, data: true },
  });
  const byYear: Record<string, Evaluated[]> = {};
  for (const { party, data } of entries) {
    for (const [year, { kind, total, rank, grade }] of Object.entries(data as unknown as Record<string, Evaluated>)) {
      (byYear[year] ??= []).push({ party, kind, total, rank, grade });
    }
  }
  return byYear;
}
