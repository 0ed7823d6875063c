/** What the records say of the cases that a page of notices is about: read for all of them together, asked of for each. */
import type { Database } from '../../prisma/client.ts';
import type { AppointmentView } from '../../rules/notices.ts';
import type { DelegationState } from '../../workflows/engine/state.ts';
import type { AddressedCase } from '../recipients.ts';
import type { Notice } from './notice-queue.ts';
import { specOf, type NoticeData } from './wordings.ts';

export interface CaseNow extends AddressedCase {
  readonly stage: string;
}

export interface DeadlineNow {
  readonly entry: number;
  readonly status: string;
  readonly dueAt: Date | null;
}

export interface TaskNow {
  readonly caseId: string;
  readonly name: string;
  readonly entry: number;
  readonly closedAt: Date | null;
  readonly delegation: DelegationState | null;
}

/** What the case itself knows, as of its last step. */
export interface StateNow {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly parties: Readonly<Record<string, readonly string[]>>;
}

/** Each answers for the case of a notice; undefined or none where the records know nothing of it. */
export interface PageRecords {
  caseOf(notice: Notice): CaseNow | undefined;
  /** Its facts and parties, where the notice asks for them. */
  stateOf(notice: Notice): StateNow | undefined;
  /** The deadline of that name, as it was opened last. */
  deadlineOf(notice: Notice, name: string): DeadlineNow | undefined;
  tasksOf(notice: Notice, names: readonly string[]): readonly TaskNow[];
  /** Whether a later notice of the case tells of a later appointment. */
  hasLaterAppointment(notice: Notice): boolean;
  /** Whether the recipient was planned a later notice of the same template. */
  hasLaterOfKind(notice: Notice): boolean;
}

/** Reads what these notices ask, and nothing that none of them asks. */
export async function readPageRecords(database: Database, notices: readonly Notice[]): Promise<PageRecords> {
  const asking = notices
    .filter(({ caseId }) => caseId !== null)
    .map((notice) => ({ notice, holds: holdsOf(notice) ?? {} }));
  const caseIds = idsOf(asking.map(({ notice }) => notice));
  const ofDeadlines = asking.filter(({ holds }) => holds.deadlines ?? holds.clocks ?? holds.appointment);
  const ofTasks = asking.filter(({ holds }) => holds.tasks ?? holds.delegation);
  const ofState = asking.filter(({ holds }) => holds.fact ?? holds.parties);
  const [cases, states, deadlines, tasks, appointments, later] = await Promise.all([
    findCases(database, caseIds),
    findStates(database, idsOf(ofState.map(({ notice }) => notice))),
    findDeadlines(database, idsOf(ofDeadlines.map(({ notice }) => notice))),
    findTasks(database, idsOf(ofTasks.map(({ notice }) => notice))),
    findLaterAppointments(
      database,
      asking.flatMap(({ notice, holds }) => appointmentOf(notice, holds.appointment)),
    ),
    findLaterOfKind(
      database,
      asking.filter(({ holds }) => holds.latest).map(({ notice }) => notice.id),
    ),
  ]);
  return {
    caseOf: ({ caseId }) => cases.get(caseId ?? ''),
    stateOf: ({ caseId }) => states.get(caseId ?? ''),
    deadlineOf: ({ caseId }, name) => deadlines.get(`${caseId} ${name}`),
    tasksOf: ({ caseId }, names) => tasks.filter((task) => task.caseId === caseId && names.includes(task.name)),
    hasLaterAppointment: ({ id }) => appointments.has(id),
    hasLaterOfKind: ({ id }) => later.has(id),
  };
}

/** What must be so for a notice to be sent; undefined if it tells what happened. */
export function holdsOf({ data, template }: Notice) {
  return specOf((data as unknown as NoticeData).caseKind, template)?.holds;
}

function idsOf(notices: readonly Notice[]): string[] {
  return [...new Set(notices.flatMap(({ caseId }) => caseId ?? []))];
}

async function findCases(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, CaseNow>> {
  if (ids.length === 0) return new Map();
  const rows = await database.$queryRaw<CaseNow[]>`
    SELECT "id", "kind", "regime", "bodyId", "region", "stage" FROM "Case" WHERE "id" = ANY(${[...ids]}::text[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

async function findStates(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, StateNow>> {
  if (ids.length === 0) return new Map();
  const rows = await database.$queryRaw<(StateNow & { id: string })[]>`
    SELECT "id", "state" -> 'facts' AS "facts", "state" -> 'parties' AS "parties" FROM "Case"
    WHERE "id" = ANY(${[...ids]}::text[]) AND "state" -> 'facts' IS NOT NULL`;
  return new Map(rows.map((row) => [row.id, row]));
}

async function findDeadlines(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, DeadlineNow>> {
  if (ids.length === 0) return new Map();
  const rows = await database.$queryRaw<(DeadlineNow & { caseId: string; name: string })[]>`
    SELECT DISTINCT ON ("caseId", "name") "caseId", "name", "entry", "status", "dueAt" FROM "Deadline"
    WHERE "caseId" = ANY(${[...ids]}::text[]) ORDER BY "caseId", "name", "entry" DESC`;
  return new Map(rows.map((row) => [`${row.caseId} ${row.name}`, row]));
}

async function findTasks(database: Database, ids: readonly string[]): Promise<readonly TaskNow[]> {
  if (ids.length === 0) return [];
  return database.$queryRaw<TaskNow[]>`
    SELECT "caseId", "name", "entry", "closedAt", "delegation" FROM "Task" WHERE "caseId" = ANY(${[...ids]}::text[])`;
}

interface AppointmentTold {
  readonly id: string;
  readonly of: string;
  readonly sequence: number;
}

function appointmentOf({ id, data }: Notice, of: string | undefined): readonly AppointmentTold[] {
  if (of === undefined) return [];
  const told = (data as Readonly<Record<string, AppointmentView | undefined>>)[of];
  return told === undefined ? [] : [{ id, of, sequence: told.sequence }];
}

async function findLaterAppointments(
  database: Database,
  told: readonly AppointmentTold[],
): Promise<ReadonlySet<string>> {
  if (told.length === 0) return new Set();
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT n."id" FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb) AS told ("id" text, "of" text, "sequence" int)
      JOIN "Notice" AS n ON n."id" = told."id"
    WHERE EXISTS (SELECT 1 FROM "Notice" AS later WHERE later."caseId" = n."caseId" AND later."ordinal" > n."ordinal"
      AND (later."data" -> told."of" ->> 'sequence')::int > told."sequence")`;
  return new Set(rows.map(({ id }) => id));
}

async function findLaterOfKind(database: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT n."id" FROM "Notice" AS n WHERE n."id" = ANY(${[...ids]}::text[]) AND EXISTS (
      SELECT 1 FROM "Notice" AS later
      WHERE later."caseId" = n."caseId" AND later."template" = n."template" AND later."channel" = n."channel"
        AND later."ordinal" > n."ordinal" AND (later."recipientId" = n."recipientId"
          OR (n."recipientId" IS NULL AND later."recipientId" IS NULL AND later."recipientEmail" = n."recipientEmail")))`;
  return new Set(rows.map(({ id }) => id));
}
