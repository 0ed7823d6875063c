/** What transitions leave in the tables of their cases: case row, timeline, deadlines, tasks and notices, all in one statement. */
import type { ChainHash } from '../config/chain-hash.ts';
import { CASES_CHANNEL, COMMITS_CHANNEL, NOTICES_CHANNEL } from '../prisma/channels.ts';
import type { Transaction } from '../prisma/client.ts';
import { Prisma } from '../prisma/generated/client.ts';
import type { Instant } from '../rules/time/index.ts';
import type { DelegationState } from '../workflows/engine/state.ts';
import type { DeadlineChange, RecordedTransition } from '../workflows/engine/transition.ts';
import { anyRows, rowsIfHead, type AsRows } from './as-rows.ts';
import type { CaseHead } from './case-head.ts';
import { insertNotices, type NoticeRow } from './notice-rows.ts';
import { chained, insertLines, type TimelineLine } from './timeline.ts';

/** A transition with the notices and the lines that follow from it. */
export interface Projected {
  readonly head: CaseHead;
  readonly transition: RecordedTransition;
  readonly notices: readonly NoticeRow[];
  readonly lines: readonly TimelineLine[];
}

/** How transitions are written. */
export interface Writing {
  /** The hash of the lines that are written; SHA-256 unless given. */
  readonly chainHash?: ChainHash | undefined;
  /** True if the workflow of the case writes them, so that it is known to run. */
  readonly byWorkflow: boolean;
  /** Writes one transition if its case stands as it was read, and else nothing; without it, the caller has locked the cases. */
  readonly ifAsRead?: boolean;
}

/**
 * One statement for all of them, since a transition is mostly round trips; the listeners are told when the transaction commits.
 * @returns how many were written
 */
export async function project(
  tx: Transaction,
  projected: readonly Projected[],
  { chainHash, byWorkflow, ifAsRead = false }: Writing,
): Promise<number> {
  const chains = projected.map(({ head, lines }) => chained(head.id, head, lines, chainHash));
  const heads = projected.map(({ transition }, nth) => headRow(transition, chains[nth]));
  const deadlines = projected.flatMap(({ transition: { caseId, deadlines: changes, at } }) =>
    deadlineRows(caseId, changes, at),
  );
  const tasks = projected.flatMap(({ head, transition }) => taskRows(head, transition));
  const notices = projected.flatMap(({ notices: planned }) => planned);
  const asRows = ifAsRead ? rowsIfHead : anyRows;
  const parts = [
    Prisma.sql`head AS (${saveHeads(heads, byWorkflow)} ${ifAsRead ? asRead(projected) : Prisma.empty} RETURNING "Case"."id", "Case"."revision")`,
    Prisma.sql`line AS (${insertLines(
      chains.flatMap(({ rows }) => rows),
      asRows,
    )})`,
    ...(deadlines.length > 0 ? [Prisma.sql`deadline AS (${saveDeadlines(deadlines, asRows)})`] : []),
    ...(tasks.length > 0 ? [Prisma.sql`task AS (${saveTasks(tasks, asRows)})`] : []),
    ...(notices.length > 0 ? [Prisma.sql`notice AS (${insertNotices(notices, asRows)})`] : []),
  ];
  return tx.$executeRaw`
    WITH ${Prisma.join(parts)}
    SELECT pg_notify(${COMMITS_CHANNEL}, "id" || ':' || "revision"),
      CASE WHEN ${projected.some(({ transition }) => isRelayed(transition))} THEN pg_notify(${CASES_CHANNEL}, '') END,
      CASE WHEN ${notices.length > 0} THEN pg_notify(${NOTICES_CHANNEL}, '') END
    FROM head`;
}

/** Whether the one case is still as the transition was made for: no step and no line has come since. */
function asRead([only]: readonly Projected[]): Prisma.Sql {
  return Prisma.sql`AND "Case"."revision" = row."revision" - 1 AND "Case"."timelineLength" = ${only?.head.timelineLength}`;
}

/** Whether the relay has something to do after it: cases to open, or messages to deliver. */
export function isRelayed(transition: RecordedTransition): boolean {
  const { openings, messages, childrenMessages, messagesAbout, messagesHandled } = transition;
  const sent = [openings, messages, childrenMessages, messagesAbout, messagesHandled];
  return sent.some(({ length }) => length > 0);
}

function headRow(transition: RecordedTransition, chain: ReturnType<typeof chained> | undefined) {
  const { caseId: id, revision, state, calendarVersion, wakeAt, dueAt } = transition;
  const { stage, outcome, about, bodyId, region, ruleVersion, closedAt } = state;
  return {
    ...{ id, revision, stage, outcome, about, bodyId, region, ruleVersion, calendarVersion, closedAt, wakeAt, dueAt },
    ...{ timelineLength: chain?.timelineLength, timelineHead: chain?.timelineHead, timelineAt: chain?.timelineAt },
    state,
  };
}

function saveHeads(rows: readonly ReturnType<typeof headRow>[], byWorkflow: boolean): Prisma.Sql {
  const [only] = rows;
  // Of rows in JSON PostgreSQL expects a hundred, for which it reads a whole table that was small when it planned.
  const isOne = rows.length === 1 ? Prisma.sql`AND "Case"."id" = ${only?.id}` : Prisma.empty;
  return Prisma.sql`
    UPDATE "Case" SET "revision" = row."revision", "stage" = row."stage", "outcome" = row."outcome", "about" = row."about",
      "bodyId" = row."bodyId", "region" = row."region", "ruleVersion" = row."ruleVersion", "calendarVersion" = row."calendarVersion",
      "closedAt" = row."closedAt", "wakeAt" = row."wakeAt", "dueAt" = row."dueAt", "state" = row."state",
      "timelineLength" = row."timelineLength", "timelineHead" = row."timelineHead", "timelineAt" = row."timelineAt",
      "workflowStarted" = "workflowStarted" OR ${byWorkflow}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row ("id" text, "revision" int, "stage" text, "outcome" text, "about" text,
      "bodyId" text, "region" text, "ruleVersion" int, "calendarVersion" int, "closedAt" timestamptz, "wakeAt" timestamptz,
      "dueAt" timestamptz, "state" jsonb, "timelineLength" int, "timelineHead" text, "timelineAt" timestamptz)
    WHERE "Case"."id" = row."id" ${isOne}`;
}

/** Deadlines of a case as they stand by now; those that have ended did so at this moment. */
export function deadlineRows(caseId: string, deadlines: readonly DeadlineChange[], at: Instant | null) {
  return deadlines.map(({ deadline, status, legalEffect }) => ({
    ...deadline,
    ...{ caseId, status, legalEffect, endedAt: status === 'OPEN' || status === 'PAUSED' ? null : at },
  }));
}

/** Writes deadlines of cases, in one statement, to be part of a larger one. */
export function saveDeadlines(rows: ReturnType<typeof deadlineRows>, asRows = anyRows): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "Deadline" ("caseId", "name", "entry", "status", "period", "startedAt", "pauses", "dueAt", "lastDay", "provisional",
      "legalEffect", "calendarVersion", "endedAt")
    SELECT "caseId", "name", "entry", "status", "period", "startedAt", "pauses", "dueAt", "lastDay", "provisional", "legalEffect",
      "calendarVersion", "endedAt"
    FROM jsonb_to_recordset(${asRows(rows)}) AS row ("caseId" text, "name" text, "entry" int, "status" text, "period" jsonb,
      "startedAt" timestamptz, "pauses" jsonb, "dueAt" timestamptz, "lastDay" text, "provisional" boolean, "legalEffect" boolean,
      "calendarVersion" int, "endedAt" timestamptz)
    ON CONFLICT ("caseId", "name", "entry") DO UPDATE SET "status" = EXCLUDED."status", "period" = EXCLUDED."period",
      "startedAt" = EXCLUDED."startedAt", "pauses" = EXCLUDED."pauses", "dueAt" = EXCLUDED."dueAt", "lastDay" = EXCLUDED."lastDay",
      "provisional" = EXCLUDED."provisional", "legalEffect" = EXCLUDED."legalEffect",
      "calendarVersion" = EXCLUDED."calendarVersion", "endedAt" = EXCLUDED."endedAt"`;
}

/** With whom a task is while it is delegated, and the delegation, as its row has them. */
export function delegationColumns(delegation: DelegationState | undefined) {
  const delegateId = delegation === undefined || delegation.answer !== undefined ? null : delegation.to;
  return { delegateId, delegation: delegation ?? null };
}

function taskRows(head: CaseHead, { at, tasks, state: { bodyId, region } }: RecordedTransition) {
  return tasks.map(({ name, entry, role, assigneeId, delegation, dueAt, detail, closed, closedBy }) => ({
    ...{
      id: `${head.id}:${name}:${entry}`,
      caseId: head.id,
      name,
      entry,
      role,
      bodyId,
      region,
      priority: head.priority,
    },
    ...{ assigneeId, ...delegationColumns(delegation), detail: detail ?? null },
    ...{ openedAt: at, dueAt, closedAt: closed ? at : null, closedById: closedBy },
  }));
}

/** A task keeps what it was opened with; later changes say who has it, what it is about by then, and that it is done. */
function saveTasks(rows: ReturnType<typeof taskRows>, asRows: AsRows): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "Task" ("id", "caseId", "name", "entry", "role", "bodyId", "region", "assigneeId", "delegateId", "delegation", "priority",
      "detail", "openedAt", "dueAt", "closedAt", "closedById")
    SELECT "id", "caseId", "name", "entry", "role", "bodyId", "region", "assigneeId", "delegateId", "delegation", "priority", "detail",
      "openedAt", "dueAt", "closedAt", "closedById"
    FROM jsonb_to_recordset(${asRows(rows)}) AS row ("id" text, "caseId" text, "name" text, "entry" int, "role" text,
      "bodyId" text, "region" text, "assigneeId" text, "delegateId" text, "delegation" jsonb, "priority" int, "detail" jsonb,
      "openedAt" timestamptz, "dueAt" timestamptz, "closedAt" timestamptz, "closedById" text)
    ON CONFLICT ("caseId", "name", "entry") DO UPDATE SET "assigneeId" = EXCLUDED."assigneeId",
      "delegateId" = EXCLUDED."delegateId", "delegation" = EXCLUDED."delegation",
      "bodyId" = EXCLUDED."bodyId", "region" = EXCLUDED."region", "detail" = COALESCE(EXCLUDED."detail", "Task"."detail"),
      "closedAt" = EXCLUDED."closedAt", "closedById" = EXCLUDED."closedById"`;
}
