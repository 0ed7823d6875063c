/** What cases read of the records: facts as they stood before an instant, however late they are read. */
import { calendarFrom, newestRules } from '../prisma/case-input.ts';
import type { Transaction } from '../prisma/client.ts';
import type { CalendarData } from '../rules/time/index.ts';
import type { UnreachedNotice } from '../workflows/engine/state.ts';
import type { CommonReadings } from '../workflows/engine/types.ts';
import type { Reader, ReadingRequest } from './reader.ts';
import { regimeRecords } from './regimes.ts';

const commonReaders: { readonly [R in keyof CommonReadings]: Reader<CommonReadings[R]> } = {
  bars: (database, { caseId }) => bars(database, caseId),
  rules: (database, { regime }) => newestRules(database, regime),
  calendar: (database, { caseId }) => newestCalendar(database, caseId),
  unreached: (database, { caseId }) => unreached(database, caseId),
  casesAbout: (database, { about }) => casesAbout(database, about),
};

/** Reads by the reader of this name: a common one, or one of the case's regime. */
export async function takeReading(database: Transaction, request: ReadingRequest): Promise<unknown> {
  const readers: Readonly<Record<string, Reader>> = { ...regimeRecords[request.regime]?.readers, ...commonReaders };
  const reader = readers[request.reading];
  if (reader === undefined) throw new Error(`Nobody reads '${request.reading}' for ${request.caseId}.`);
  return reader(database, request);
}

/** Takes each reading, in the order of the requests; those of one name together, where its reader can. */
export async function takeReadings(database: Transaction, requests: readonly ReadingRequest[]): Promise<unknown[]> {
  const readings: unknown[] = [];
  const alike = Map.groupBy(requests.entries(), ([, { regime, reading }]) => `${regime}:${reading}`);
  for (const group of alike.values()) {
    const asked = group.map(([, request]) => request);
    const [{ regime, reading: name } = { regime: '', reading: '' }] = asked;
    const readMany = regimeRecords[regime]?.readersOfMany?.[name] ?? oneByOne;
    const found = await readMany(database, asked);
    for (const [nth, [place]] of group.entries()) readings[place] = found[nth];
  }
  return readings;
}

async function oneByOne(database: Transaction, requests: readonly ReadingRequest[]): Promise<unknown[]> {
  const readings: unknown[] = [];
  for (const request of requests) readings.push(await takeReading(database, request));
  return readings;
}

/** Counted in the records: a campaign has thousands. A case about nothing shares it with none. */
async function casesAbout(database: Transaction, about: string | null): Promise<CommonReadings['casesAbout']> {
  const rows = await database.$queryRaw<{ kind: string; stage: string; isOpen: boolean; n: number }[]>`
    SELECT "kind", "stage", "closedAt" IS NULL AS "isOpen", count(*)::int AS "n" FROM "Case"
    WHERE "about" = ${about} GROUP BY 1, 2, 3`;
  const counted = (kind: string, open: boolean) =>
    Object.fromEntries(
      rows.filter((row) => row.kind === kind && row.isOpen === open).map(({ stage, n }) => [stage, n]),
    );
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return Object.fromEntries(kinds.map((kind) => [kind, { open: counted(kind, true), closed: counted(kind, false) }]));
}

/**
 * Of each template and audience the latest request, if none of its rows has arrived: not at an address, not by letter, not otherwise.
 */
async function unreached(database: Transaction, caseId: string): Promise<CommonReadings['unreached']> {
  return database.$queryRaw<UnreachedNotice[]>`
    WITH latest AS (
      SELECT DISTINCT ON ("template", "audience") "template", "audience", "request"
      FROM "Notice" WHERE "caseId" = ${caseId} AND "request" IS NOT NULL ORDER BY "template", "audience", "ordinal" DESC)
    SELECT n."id" AS "noticeId", n."template", n."audience" ->> 'party' AS "party"
    FROM "Notice" n JOIN latest USING ("template", "audience", "request")
    WHERE n."caseId" = ${caseId} AND n."channel" = 'EMAIL' AND NOT EXISTS (
      SELECT 1 FROM "Notice" a WHERE a."caseId" = n."caseId" AND a."request" = n."request" AND a."audience" = n."audience"
        AND a."channel" <> 'WEBHOOK' AND (a."status" IN ('SENT', 'DELIVERED') OR a."reachedAt" IS NOT NULL))
    ORDER BY n."ordinal"`;
}

async function bars(database: Transaction, caseId: string): Promise<CommonReadings['bars']> {
  const rows = await database.bar.findMany({ where: { caseId }, orderBy: { id: 'asc' } });
  return rows.map(({ id, clause, firstDay, lastDay, firm, liftedAt }) => ({
    id,
    clause,
    firstDay,
    lastDay,
    firm,
    isLifted: liftedAt !== null,
  }));
}

async function newestCalendar(database: Transaction, caseId: string): Promise<CommonReadings['calendar']> {
  const { openedAt } = await database.case.findUniqueOrThrow({ where: { id: caseId }, select: { openedAt: true } });
  const { version, years } = await database.calendarVersion.findFirstOrThrow({ orderBy: { version: 'desc' } });
  return calendarFrom(openedAt, version, years as unknown as CalendarData['years']);
}
