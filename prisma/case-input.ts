import type { PartyKey } from '../rules/parties/party.ts';
import { systemActor, type Requester, type Role } from '../rules/roles.ts';
import { instantOf, type CalendarData } from '../rules/time/index.ts';
import { inBoth } from '../rules/text.ts';
import type { CaseInput, CaseOrigin, CaseState, RecordedState, RuleValues } from '../workflows/engine/state.ts';
import { contracts } from '../workflows/regimes.ts';
import type { Database, Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';
import type { StackClock } from './clock.ts';

/** The part of a calendar that a case can need: nothing it counts lies further back than the year before it was opened. */
export function calendarFrom(openedAt: Date, version: number, years: CalendarData['years']): CalendarData {
  const year = openedAt.getUTCFullYear() - 1;
  return { version, years: Object.fromEntries(Object.entries(years).filter(([of]) => Number(of) >= year)) };
}

/** The newest rules of a regime (XC-06.2). */
export async function newestRules(
  database: Transaction,
  regime: string,
): Promise<{ readonly version: number; readonly values: RuleValues }> {
  const { version, values } = await database.ruleVersion.findFirstOrThrow({
    where: { regime },
    orderBy: { version: 'desc' },
  });
  return { version, values: values as RuleValues };
}

/** A case as the records hold it, with the rules and the calendar of its versions. */
export interface RecordedCase {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly bodyId: string;
  readonly region: string;
  readonly about: string | null;
  readonly parties: Readonly<Record<string, readonly PartyKey[]>> | null;
  readonly parentId: string | null;
  readonly openedById: string | null;
  readonly openerRoles: readonly Role[] | null;
  readonly openedAt: Date;
  readonly opening: unknown;
  readonly ruleVersion: number;
  readonly rules: RuleValues;
  readonly calendar: CalendarData;
  /** Undefined until it is open. */
  readonly state: CaseState | undefined;
}

/** What is read of the row of a case `c` and of those that belong to it; the calendar of one that is not open yet is the one in force. */
export const recordedColumns = Prisma.sql`
  c."id", c."kind", c."subject", c."bodyId", c."region", c."about", c."parentId", c."openedById", c."openedAt", c."opening", c."state",
  c."ruleVersion",
  CASE WHEN c."revision" = 0 THEN (SELECT max("version") FROM "CalendarVersion") ELSE c."calendarVersion" END AS "calendarVersion",
  (SELECT jsonb_object_agg(p."name", p."keys") FROM (
    SELECT "name", jsonb_agg("party" ORDER BY "party") AS "keys" FROM "CaseParty" WHERE "caseId" = c."id" GROUP BY "name") p) AS "parties",
  (SELECT array_agg("role" ORDER BY "role") FROM "Office" WHERE "userId" = c."openedById") AS "openerRoles"`;

/** A row of {@link recordedColumns}. */
export interface RecordedRow extends Omit<RecordedCase, 'state' | 'rules' | 'calendar'> {
  readonly state: RecordedState | null;
  readonly calendarVersion: number;
}

/** The case of a row, with the rules and the years of the calendar of its versions. */
export function recordedFrom(row: RecordedRow, rules: RuleValues, years: CalendarData['years']): RecordedCase {
  const { state, calendarVersion } = row;
  const calendar = calendarFrom(row.openedAt, calendarVersion, years);
  return { ...row, rules, calendar, state: state === null ? undefined : { ...state, rules, calendar } };
}

/** A recorded case: one that is not open yet with the calendar in force. Null if there is no such case. */
export async function recordedCase(database: Transaction, caseId: string): Promise<RecordedCase | null> {
  type Row = RecordedRow & { readonly rules: RuleValues; readonly years: CalendarData['years'] };
  const [row] = await database.$queryRaw<Row[]>`
    WITH one AS (SELECT c."regime", ${recordedColumns} FROM "Case" c WHERE c."id" = ${caseId})
    SELECT one.*, r."values" AS "rules", k."years"
    FROM one
      JOIN "RuleVersion" r ON r."regime" = one."regime" AND r."version" = one."ruleVersion"
      JOIN "CalendarVersion" k ON k."version" = one."calendarVersion"`;
  return row === undefined ? null : recordedFrom(row, row.rules, row.years);
}

/**
 * What the workflow of a recorded case is started with: its opening, the rules of the version it was opened under, its calendar,
 * and, if it was opened before, the state it stands at. Null if there is no such case.
 */
export async function caseInput(database: Database, clock: StackClock, caseId: string): Promise<CaseInput | null> {
  const [recorded, clockOffsetMs] = await Promise.all([recordedCase(database, caseId), clock.offsetMs()]);
  return recorded === null ? null : inputOf(recorded, clockOffsetMs);
}

/** {@link caseInput} of a case that has been read. */
export function inputOf(recorded: RecordedCase, clockOffsetMs: number | null): CaseInput {
  const { id, kind, subject, bodyId, region, about, openedById, rules, ruleVersion, calendar, state } = recorded;
  // `openCase` keeps the bodies beside what the process is opened with.
  const { bodies = {}, ...opening } = (recorded.opening ?? {}) as { bodies?: CaseInput['bodies'] };
  return {
    ...{ id, kind, subject, bodyId, region, about, bodies, openedById, opening, rules, ruleVersion, calendar },
    parties: recorded.parties ?? {},
    openedAt: instantOf(recorded.openedAt.getTime()),
    openedBy: openerOf(recorded),
    ...(recorded.parentId !== null && { origin: originOf(recorded.parentId) }),
    clockOffsetMs,
    ...(state !== undefined && { state: { ...state, clockOffsetMs } }),
  };
}

/** The case that another one comes from, with its kind, which the id begins with. */
function originOf(id: string): CaseOrigin {
  const contract = Object.values(contracts).find(({ prefix }) => id.startsWith(`${prefix}-`));
  return { id, title: contract?.title ?? inBoth(id) };
}

/** The account that filed it, or the case it comes from under its own name. */
function openerOf({ kind, parentId, openedById, openerRoles }: RecordedCase): Requester {
  return parentId !== null || openedById === null
    ? systemActor(parentId ?? kind)
    : { kind: 'person', id: openedById, offices: (openerRoles ?? []).map((role) => ({ role })) };
}
