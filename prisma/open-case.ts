/** How the row of a case comes into being: for the API, which files cases, and for transitions, which open cases from cases. */
import type { PartyKey } from '../rules/parties/party.ts';
import type { Body } from '../rules/roles.ts';
import type { Instant } from '../rules/time/index.ts';
import { caseNumber, numberYear } from '../workflows/engine/case-number.ts';
import { bodies as declaredBodies, contracts, regimes } from '../workflows/regimes.ts';
import { mainParty } from '../workflows/engine/contract.ts';
import type { Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';
import { refuseOpening } from './opening-checks.ts';
import { nextRunningNumber } from './running-number.ts';

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

/**
 * Inserts a case at revision 0 with its parties and its body; one that is there already is left as it is. The relay starts it.
 * @throws Refusal of the regime if such a case may not be opened now
 */
export async function openCase(tx: Transaction, { row, openedAt, opening, parties, bodies }: NewCase): Promise<void> {
  await refuseOpening(tx, row.regime, { kind: row.kind, about: row.about ?? null });
  const number = await nextNumber(tx, row, openedAt);
  if (number === null) return;
  const at = new Date(openedAt);
  const kept = { ...opening, ...(bodies !== undefined && { bodies }) } as Prisma.InputJsonObject;
  const { count } = await tx.case.createMany({
    data: [{ ...row, number, openedAt: at, wakeAt: at, opening: kept }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  const { id: caseId, kind, subject, bodyId, region } = row;
  const main = contracts[kind] === undefined ? {} : { [mainParty(contracts[kind])]: [subject] };
  await tx.caseParty.createMany({ data: partyRows(caseId, kind, { ...main, ...parties }), skipDuplicates: true });
  await tx.caseBody.createMany({ data: [{ caseId, bodyId, region }], skipDuplicates: true });
}

/** The number that a case gets which is not there yet; null if it is. Cases of a kind at a body are numbered one after the other. */
async function nextNumber(
  tx: Transaction,
  { id, kind, regime, bodyId }: OpeningRow,
  openedAt: Instant,
): Promise<string | null> {
  const year = numberYear(openedAt);
  const isThere = Prisma.sql`EXISTS (SELECT FROM "Case" WHERE "id" = ${id})`;
  const number = await nextRunningNumber(tx, { bodyId, kind, year }, isThere);
  if (number === null) return null;
  const body = declaredBodies[bodyId]?.mark ?? bodyId;
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
