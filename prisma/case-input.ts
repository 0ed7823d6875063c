import type { Actor, Role } from '../rules/roles.ts';
import { instantOf, type CalendarData } from '../rules/time/index.ts';
import type { CaseInput, CaseState, RuleValues } from '../workflows/engine/state.ts';
import type { Database } from './client.ts';
import type { StackClock } from './clock.ts';

/** The part of a calendar that a case opened in a year can need: nothing it counts lies further back. */
export function calendarFrom(year: number, version: number, years: CalendarData['years']): CalendarData {
  return { version, years: Object.fromEntries(Object.entries(years).filter(([of]) => Number(of) >= year)) };
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly bodyId: string;
  readonly region: string;
  readonly storeId: string | null;
  readonly parentId: string | null;
  readonly openedById: string | null;
  readonly openerRole: string | null;
  readonly openedAt: Date;
  readonly opening: unknown;
  readonly state: CaseState | null;
  readonly rules: RuleValues;
  readonly ruleVersion: number;
  readonly calendarVersion: number;
  readonly years: CalendarData['years'];
}

/**
 * What the workflow of a recorded case is started with: its opening, the rules of the version it was opened under, the calendar in
 * force, and, if it was opened before, the state it stands at. Null if there is no such case.
 */
export async function caseInput(database: Database, clock: StackClock, caseId: string): Promise<CaseInput | null> {
  const [[row], clockOffsetMs] = await Promise.all([
    database.$queryRaw<Row[]>`
      SELECT c."id", c."kind", c."subject", c."bodyId", c."region", c."storeId", c."parentId", c."openedById", c."openedAt",
        c."opening", c."state", c."ruleVersion", k."version" AS "calendarVersion", r."values" AS "rules", k."years", u."role" AS "openerRole"
      FROM "Case" c
        JOIN "RuleVersion" r ON r."regime" = c."regime" AND r."version" = c."ruleVersion"
        JOIN "CalendarVersion" k ON k."version" =
          CASE WHEN c."revision" = 0 THEN (SELECT max("version") FROM "CalendarVersion") ELSE c."calendarVersion" END
        LEFT JOIN "User" u ON u."id" = c."openedById"
      WHERE c."id" = ${caseId}`,
    clock.offsetMs(),
  ]);
  if (row === undefined) return null;
  const { id, kind, subject, bodyId, region, storeId, openedById, opening, rules, ruleVersion, state } = row;
  return {
    id,
    kind,
    subject,
    bodyId,
    region,
    storeId,
    openedAt: instantOf(row.openedAt.getTime()),
    openedById,
    openedBy: openerOf(row),
    opening,
    rules,
    ruleVersion,
    calendar: calendarFrom(row.openedAt.getUTCFullYear() - 1, row.calendarVersion, row.years),
    clockOffsetMs,
    ...(state !== null && { state: { ...state, clockOffsetMs } }),
  };
}

/** The account that opened it, or the case it comes from under its own name. */
function openerOf({ kind, parentId, openedById, openerRole }: Row): Actor {
  return parentId !== null || openedById === null || openerRole === null
    ? { kind: 'system', id: parentId ?? kind, role: 'system' }
    : { kind: 'person', id: openedById, role: openerRole as Role };
}
