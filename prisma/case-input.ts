import type { Actor, Role } from '../rules/roles.ts';
import { instantOf, type CalendarData } from '../rules/time/index.ts';
import type { CaseInput, CaseState, RuleValues } from '../workflows/engine/state.ts';
import type { Database } from './client.ts';
import type { StackClock } from './clock.ts';

/** The part of a calendar that a case opened in a year can need: nothing it counts lies further back. */
export function calendarFrom(year: number, version: number, years: CalendarData['years']): CalendarData {
  return { version, years: Object.fromEntries(Object.entries(years).filter(([of]) => Number(of) >= year)) };
}

/**
 * What the workflow of a recorded case is started with: its opening, the rules and the calendar of the versions it was opened
 * under, and, if it was opened before, the state it stands at. Null if there is no such case.
 */
export async function caseInput(database: Database, clock: StackClock, caseId: string): Promise<CaseInput | null> {
  const row = await database.case.findUnique({ where: { id: caseId } });
  if (row === null) return null;
  const [rules, calendar, clockOffsetMs] = await Promise.all([
    database.ruleVersion.findUniqueOrThrow({
      where: { regime_version: { regime: row.regime, version: row.ruleVersion } },
    }),
    database.calendarVersion.findUniqueOrThrow({ where: { version: row.calendarVersion } }),
    clock.offsetMs(),
  ]);
  const opener =
    row.openedById === null
      ? null
      : await database.user.findUnique({ where: { id: row.openedById }, select: { role: true } });
  const openedBy: Actor =
    row.parentId !== null || opener === null
      ? { kind: 'system', id: row.parentId ?? row.kind, role: 'system' }
      : { kind: 'person', id: row.openedById ?? '', role: opener.role as Role };
  const { id, kind, subject, bodyId, region, storeId, openedById, opening, ruleVersion } = row;
  const state = row.state as unknown as CaseState | null;
  return {
    id,
    kind,
    subject,
    bodyId,
    region,
    storeId,
    openedAt: instantOf(row.openedAt.getTime()),
    openedById,
    openedBy,
    opening,
    rules: rules.values as RuleValues,
    ruleVersion,
    calendar: calendarFrom(
      row.openedAt.getUTCFullYear() - 1,
      calendar.version,
      calendar.years as unknown as CalendarData['years'],
    ),
    clockOffsetMs,
    ...(state !== null && { state: { ...state, clockOffsetMs } }),
  };
}
