/** The projection of a case: what of its state stands in rows of its own, compared with the state and written again from it. */
import { isDeepStrictEqual } from 'node:util';
import { deadlineRows, delegationColumns, saveDeadlines } from '../activities/project.ts';
import type { Database, Transaction } from '../prisma/client.ts';
import { Prisma } from '../prisma/generated/client.ts';
import { instantOf } from '../rules/time/index.ts';
import { contracts } from '../workflows/regimes.ts';
import { hasLegalEffect } from '../workflows/engine/contract.ts';
import { legalDueAt, recordedState, wakeAt, type CaseState } from '../workflows/engine/state.ts';

/** What the records say otherwise than the state; null if nothing. */
export async function differencesOf(database: Database, state: CaseState): Promise<string | null> {
  const row = await database.case.findUniqueOrThrow({
    where: { id: state.id },
    include: { deadlines: { where: { status: { in: ['OPEN', 'PAUSED'] } } }, tasks: { where: { closedAt: null } } },
  });
  const head = headOf(state);
  const compared: Record<string, readonly [unknown, unknown]> = {
    ...Object.fromEntries(Object.entries(head).map(([key, value]) => [key, [row[key as keyof typeof head], value]])),
    deadlines: [
      listed(row.deadlines.map((one) => `${one.name}#${one.entry}@${one.dueAt?.toISOString() ?? 'paused'}`)),
      listed(state.deadlines.map((one) => `${one.name}#${one.entry}@${dateOf(one.dueAt)?.toISOString() ?? 'paused'}`)),
    ],
    tasks: [
      listed(row.tasks.map((one) => `${one.name}#${one.entry}:${one.assigneeId ?? ''}>${one.delegateId ?? ''}`)),
      listed(
        state.tasks.map((one) => {
          const { delegateId } = delegationColumns(one.delegation);
          return `${one.name}#${one.entry}:${one.assigneeId ?? ''}>${delegateId ?? ''}`;
        }),
      ),
    ],
  };
  const differing = Object.entries(compared).filter(([, [recorded, actual]]) => !isDeepStrictEqual(recorded, actual));
  if (differing.length === 0) return null;
  return differing
    .map(([what, [recorded, actual]]) => `${what} recorded as ${shown(recorded)}, is ${shown(actual)}`)
    .join('; ');
}

/** The columns of the case's row that follow from its state. */
function headOf(state: CaseState) {
  return {
    revision: state.revision,
    stage: state.stage,
    outcome: state.outcome,
    about: state.about,
    bodyId: state.bodyId,
    region: state.region,
    ruleVersion: state.ruleVersion,
    calendarVersion: state.calendar.version,
    closedAt: dateOf(state.closedAt),
    wakeAt: dateOf(wakeAt(state)),
    dueAt: dateOf(legalDueAt(state, contracts[state.kind])),
  };
}

function dateOf(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}

function listed(rows: readonly string[]): string {
  return [...rows].sort().join();
}

function shown(value: unknown): string {
  return value instanceof Date ? instantOf(value.getTime()) : String(value);
}

/**
 * Writes the rows of a case again from its workflow's state.
 * @returns the revision they were at; null where a transition that came in between has written more than this state knows
 */
export async function rebuild(tx: Transaction, state: CaseState): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ revision: number }[]>`
    SELECT "revision" FROM "Case" WHERE "id" = ${state.id} FOR UPDATE`;
  if (row === undefined || row.revision > state.revision) return null;
  await tx.case.update({
    where: { id: state.id },
    data: { ...headOf(state), state: recordedState(state) as unknown as Prisma.InputJsonValue },
  });
  await rebuildDeadlines(tx, state);
  await rebuildTasks(tx, state);
  return row.revision;
}

async function rebuildDeadlines(tx: Transaction, state: CaseState): Promise<void> {
  const keys = state.deadlines.map(({ name, entry }) => `${name}#${entry}`);
  await tx.$executeRaw`
    UPDATE "Deadline" SET "status" = 'CANCELLED', "endedAt" = COALESCE("endedAt", now())
    WHERE "caseId" = ${state.id} AND "status" IN ('OPEN', 'PAUSED') AND "name" || '#' || "entry" <> ALL(${keys}::text[])`;
  const open = state.deadlines.map((deadline) => ({
    deadline,
    status: deadline.dueAt === null ? ('PAUSED' as const) : ('OPEN' as const),
    legalEffect: hasLegalEffect(contracts[state.kind], deadline.name),
  }));
  if (open.length > 0) await tx.$executeRaw(saveDeadlines(deadlineRows(state.id, open, null)));
}

async function rebuildTasks(tx: Transaction, state: CaseState): Promise<void> {
  const keys = state.tasks.map(({ name, entry }) => `${name}#${entry}`);
  await tx.$executeRaw`
    UPDATE "Task" SET "closedAt" = now()
    WHERE "caseId" = ${state.id} AND "closedAt" IS NULL AND "name" || '#' || "entry" <> ALL(${keys}::text[])`;
  const { id: caseId, bodyId, region, kind } = state;
  for (const { name, entry, assigneeId, delegation } of state.tasks) {
    const role = contracts[kind]?.tasks[name]?.role ?? 'reviewer';
    const openedAt = new Date(state.openedAt);
    const { delegateId } = delegationColumns(delegation);
    const held = {
      ...{ assigneeId, delegateId },
      delegation: delegation === undefined ? Prisma.DbNull : (delegation as object),
    };
    await tx.task.upsert({
      where: { caseId_name_entry: { caseId, name, entry } },
      create: { id: `${caseId}:${name}:${entry}`, caseId, name, entry, role, bodyId, region, ...held, openedAt },
      update: { ...held, closedAt: null, closedById: null },
    });
  }
}
