import type { PartyKey } from '../rules/parties/party.ts';
import { systemActor, type Requester, type Role } from '../rules/roles.ts';
import { instantOf, type CalendarData } from '../rules/time/index.ts';
import { inBoth } from '../rules/text.ts';
import type { CaseInput, CaseOrigin, CaseState, RecordedState, RuleValues } from '../workflows/engine/state.ts';
import { contracts } from '../workflows/regimes.ts';
import type { Database, Transaction } from './client.ts';
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
interface RecordedCase {
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

/** A recorded case: one that is not open yet with the calendar in force. Null if there is no such case. */
export async function recordedCase(database: Transaction, caseId: string): Promise<RecordedCase | null> {
  type Row = Omit<RecordedCase, 'state' | 'calendar'> & {
    readonly state: RecordedState | null;
    readonly calendarVersion: number;
    readonly years: CalendarData['years'];
  };
  const [row] = await database.$queryRaw<Row[]>`
    SELECT c."id", c."kind", c."subject", c."bodyId", c."region", c."about", c."parentId", c."openedById", c."openedAt",
      c."opening", c."state", c."ruleVersion", k."version" AS "calendarVersion", r."values" AS "rules", k."years",
      (SELECT jsonb_object_agg(p."name", p."keys") FROM (
        SELECT "name", jsonb_agg("party" ORDER BY "party") AS "keys" FROM "CaseParty" WHERE "caseId" = c."id" GROUP BY "name") p) AS "parties",
      (SELECT array_agg("role" ORDER BY "role") FROM "Office" WHERE "userId" = c."openedById") AS "openerRoles"
    FROM "Case" c
      JOIN "RuleVersion" r ON r."regime" = c."regime" AND r."version" = c."ruleVersion"
      JOIN "CalendarVersion" k ON k."version" =
        CASE WHEN c."revision" = 0 THEN (SELECT max("version") FROM "CalendarVersion") ELSE c."calendarVersion" END
    WHERE c."id" = ${caseId}`;
  if (row === undefined) return null;
  const { state, rules, calendarVersion, years } = row;
  const calendar = calendarFrom(row.openedAt, calendarVersion, years);
  return { ...row, calendar, state: state === null ? undefined : { ...state, rules, calendar } };
}

/**
 * What the workflow of a recorded case is started with: its opening, the rules of the version it was opened under, its calendar,
 * and, if it was opened before, the state it stands at. Null if there is no such case.
 */
export async function caseInput(database: Database, clock: StackClock, caseId: string): Promise<CaseInput | null> {
  const [recorded, clockOffsetMs] = await Promise.all([recordedCase(database, caseId), clock.offsetMs()]);
  if (recorded === null) return null;
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
