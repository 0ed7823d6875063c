/** How the row of a case comes into being: for the API, which files cases, and for transitions, which open cases from cases. */
import type { Signer } from '../rules/notices.ts';
import type { PartyKey } from '../rules/parties/party.ts';
import type { Body } from '../rules/roles.ts';
import type { Instant } from '../rules/time/index.ts';
import { caseNumber, numberYear } from '../workflows/engine/case-number.ts';
import { bodies as declaredBodies, contracts, regimes } from '../workflows/regimes.ts';
import { mainParty } from '../workflows/engine/contract.ts';
import type { Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';
import { insertCases } from './insert-cases.ts';
import { refuseOpenings } from './opening-checks.ts';
import { takeNumbers } from './running-number.ts';
import { signersAt } from './signers.ts';

/** The columns of a case that is opened. */
export type OpeningRow = Pick<
  Prisma.CaseCreateManyInput,
  | 'id'
  | 'kind'
  | 'regime'
  | 'stage'
  | 'subject'
  | 'title'
  | 'bodyId'
  | 'region'
  | 'about'
  | 'parentId'
  | 'openedById'
  | 'priority'
  | 'ruleVersion'
  | 'calendarVersion'
>;

export interface NewCase {
  readonly row: OpeningRow;
  readonly openedAt: Instant;
  /** What the process is opened with. */
  readonly opening: object;
  /** The parties by their name in the case; whom it is about is one of them in any case. */
  readonly parties: Readonly<Record<string, readonly PartyKey[]>>;
  /** The bodies that handle it in turn, by their name in the case; the one of the row alone if left out. */
  readonly bodies?: Readonly<Record<string, Body>>;
}

/** The versions that a case opened now begins under: the newest rules of its regime, the calendar in force. */
export async function newestVersions(
  tx: Transaction,
  regime: string,
): Promise<{ readonly ruleVersion: number; readonly calendarVersion: number }> {
  const [versions] = await tx.$queryRaw<{ rules: number | null; calendar: number | null }[]>`
    SELECT (SELECT max("version") FROM "RuleVersion" WHERE "regime" = ${regime}) AS "rules",
      (SELECT max("version") FROM "CalendarVersion") AS "calendar"`;
  if (versions?.rules == null || versions.calendar === null)
    throw new Error(`There are no rules of ${regime}, or no calendar: the seed has not been run.`);
  return { ruleVersion: versions.rules, calendarVersion: versions.calendar };
}

/** {@link openCases} for one. */
export function openCase(tx: Transaction, opened: NewCase): Promise<void> {
  return openCases(tx, [opened]);
}

/**
 * Inserts cases at revision 0 with their parties and their bodies; one that is there already is left as it is. The relay starts their workflows.
 * @throws Refusal of the regime if such a case may not be opened now
 */
export async function openCases(tx: Transaction, opened: readonly NewCase[]): Promise<void> {
  if (opened.length === 0) return;
  const regimesOf = Map.groupBy(opened, ({ row }) => row.regime);
  for (const [regime, cases] of regimesOf) {
    await refuseOpenings(
      tx,
      regime,
      cases.map(({ row }) => ({ kind: row.kind, about: row.about ?? null })),
    );
  }
  const numbers = await numbersOf(tx, opened);
  const fresh = opened.filter(({ row }) => numbers.has(row.id));
  if (fresh.length === 0) return;
  await insertCases(tx, {
    cases: fresh.map(({ row, openedAt, opening, bodies }) => ({
      ...row,
      number: numbers.get(row.id) ?? '',
      openedAt,
      opening: { ...opening, ...(bodies !== undefined && { bodies }) },
    })),
    parties: fresh.flatMap(({ row: { id, kind, subject }, parties }) =>
      partyRows(id, kind, { ...mainOf(kind, subject), ...parties }),
    ),
    bodies: fresh.map(({ row: { id: caseId, bodyId, region } }) => ({ caseId, bodyId, region })),
    names: fresh.map(({ row: { subject: party, title: name } }) => ({ party, name })),
  });
}

/** Whom the case is about, unless it reads of the case later (0051). */
function mainOf(kind: string, subject: PartyKey): Record<string, PartyKey[]> {
  const contract = contracts[kind];
  const main = contract && mainParty(contract);
  return main === undefined || contract?.parties[main]?.toldLater === true ? {} : { [main]: [subject] };
}

/** The numbers of those cases that are not there yet, by their ids. Cases of a kind are numbered one after the other by the body in whose name they are handled. */
async function numbersOf(tx: Transaction, opened: readonly NewCase[]): Promise<Map<string, string>> {
  const signerAt = await signersAt(
    tx,
    opened.map(({ row: { bodyId, region } }) => ({ bodyId, region })),
  );
  const wanted = opened.map(({ row: { id, kind, bodyId, region }, openedAt }, nth) => ({
    ...{ nth, id, kind, bodyId: signerAt({ bodyId, region })?.id ?? bodyId, year: numberYear(openedAt) },
  }));
  const [only] = wanted;
  // See saveHeads in activities/project.ts.
  const isOne = wanted.length === 1 ? Prisma.sql`AND c."id" = ${only?.id}` : Prisma.empty;
  const taken = await tx.$queryRaw<{ id: string; number: number }[]>`
    WITH fresh AS (
      SELECT w.*, row_number() OVER (PARTITION BY "bodyId", "kind", "year" ORDER BY "nth" DESC) AS "fromLast"
      FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w ("nth" int, "id" text, "kind" text, "bodyId" text, "year" text)
      WHERE NOT EXISTS (SELECT FROM "Case" c WHERE c."id" = w."id" ${isOne})),
    counter AS (${takeNumbers(Prisma.sql`
      SELECT "bodyId", "kind", "year", count(*)::int AS "taken" FROM fresh GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`)})
    SELECT "id", (counter."last" - "fromLast" + 1)::int AS "number" FROM fresh JOIN counter USING ("bodyId", "kind", "year")`;
  const numbers = new Map(taken.map(({ id, number }) => [id, number]));
  return new Map(
    opened.flatMap(({ row, openedAt }) => {
      const number = numbers.get(row.id);
      return number === undefined ? [] : [[row.id, numberInWords(row, signerAt(row), numberYear(openedAt), number)]];
    }),
  );
}

function numberInWords(
  { kind, regime, bodyId }: OpeningRow,
  signer: Signer | undefined,
  year: string,
  number: number,
): string {
  const body = signer?.mark ?? declaredBodies[bodyId]?.mark ?? bodyId;
  const pattern = regimes.find(({ code }) => code === regime)?.caseNumbers;
  if (pattern === undefined) throw new Error(`There is no regime '${regime}'.`);
  return caseNumber(pattern, { body, kind: contracts[kind]?.mark ?? kind, year, number });
}

/** The rows of a case's parties. */
export function partyRows(caseId: string, kind: string, parties: NewCase['parties']) {
  return Object.entries(parties).flatMap(([name, keys]) =>
    keys.map((party) => ({ caseId, name, party, follows: contracts[kind]?.parties[name]?.follows === true })),
  );
}
