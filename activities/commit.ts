/**
 * Carries out a transition: timeline, case row, deadlines, tasks, notices, messages and records change together or not at all.
 * Once for each case and revision; the case's workflow is the only caller.
 */
import { isDeepStrictEqual } from 'node:util';
import { ApplicationFailure } from '@temporalio/common';
import type { Prisma } from '../prisma/generated/client.ts';
import { CASES_CHANNEL, COMMITS_CHANNEL, NOTICES_CHANNEL } from '../prisma/channels.ts';
import type { Database, Transaction } from '../prisma/client.ts';
import type { CaseState } from '../workflows/engine/state.ts';
import type { DeadlineChange, TaskChange, Transition } from '../workflows/engine/transition.ts';
import { planNotices } from './plan-notices.ts';
import { writeRecord } from './records.ts';
import { appendLines, type TimelineLine } from './timeline.ts';

/** The case as the transition found it. */
export interface CaseHead {
  readonly id: string;
  readonly kind: string;
  readonly regime: string;
  readonly subject: string;
  readonly title: string;
  readonly bodyId: string;
  readonly region: string;
  readonly storeId: string | null;
  readonly ruleVersion: number;
  readonly calendarVersion: number;
  readonly revision: number;
  readonly priority: number;
}

/**
 * @returns null, or the state that an earlier attempt of the same transition recorded and with which the case goes on
 * @throws ApplicationFailure `OUT_OF_STEP` (not retryable) if the stored case is not at the revision before: the records were
 * changed by another hand and `reconcile` must be run.
 */
export async function commitTransition(database: Database, transition: Transition): Promise<CaseState | null> {
  return database.$transaction(async (tx) => {
    const head = await lockCase(tx, transition.caseId);
    const recorded = await recordedBefore(tx, head, transition);
    if (recorded !== null) return recorded;
    if (head.revision !== transition.revision - 1) {
      throw ApplicationFailure.nonRetryable(
        `Case ${transition.caseId} is recorded at revision ${head.revision}; transition ${transition.revision} does not follow.`,
        'OUT_OF_STEP',
      );
    }
    await updateCase(tx, transition);
    for (const change of transition.deadlines) await saveDeadline(tx, transition, change);
    for (const change of transition.tasks) await saveTask(tx, head, transition, change);
    for (const write of transition.writes) await writeRecord(tx, head, transition, write);
    await openCases(tx, head, transition);
    await sendMessages(tx, transition);
    const planned = await planNotices(tx, head, transition);
    const lines: TimelineLine[] = transition.lines.map((line) => ({
      ...line,
      at: transition.at,
      revision: transition.revision,
    }));
    await appendLines(tx, transition.caseId, [...lines, ...planned]);
    await announce(tx, transition, planned.length > 0);
    return null;
  });
}

async function lockCase(tx: Transaction, caseId: string): Promise<CaseHead> {
  const [head] = await tx.$queryRaw<CaseHead[]>`
    SELECT "id", "kind", "regime", "subject", "title", "bodyId", "region", "storeId", "ruleVersion", "calendarVersion", "revision", "priority"
    FROM "Case" WHERE "id" = ${caseId} FOR UPDATE`;
  if (head === undefined) throw ApplicationFailure.nonRetryable(`There is no record of case ${caseId}.`, 'OUT_OF_STEP');
  return head;
}

/**
 * The state this very transition left when it was written before, by an attempt whose answer was lost; null if it was not. A step that
 * is tried again after a crash reads a later clock, so what counts is the request it answers, and what was recorded first stands.
 */
async function recordedBefore(
  tx: Transaction,
  head: CaseHead,
  { caseId, revision, state }: Transition,
): Promise<CaseState | null> {
  if (head.revision !== revision) return null;
  const row = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { state: true } });
  const recorded = row.state as unknown as CaseState;
  return isDeepStrictEqual(recorded.handled, state.handled) ? recorded : null;
}

async function updateCase(tx: Transaction, { caseId, revision, state, wakeAt, dueAt }: Transition): Promise<void> {
  await tx.case.update({
    where: { id: caseId },
    select: { id: true },
    data: {
      revision,
      stage: state.stage,
      outcome: state.outcome,
      storeId: state.storeId,
      calendarVersion: state.calendar.version,
      closedAt: state.closedAt === null ? null : new Date(state.closedAt),
      wakeAt: wakeAt === null ? null : new Date(wakeAt),
      dueAt: dueAt === null ? null : new Date(dueAt),
      state: state as unknown as Prisma.InputJsonValue,
    },
  });
}

async function saveDeadline(
  tx: Transaction,
  { caseId, at }: Transition,
  { deadline, status, legalEffect }: DeadlineChange,
): Promise<void> {
  const { name, entry } = deadline;
  const row = {
    status,
    legalEffect,
    period: deadline.period as unknown as Prisma.InputJsonValue,
    startedAt: new Date(deadline.startedAt),
    pauses: deadline.pauses as unknown as Prisma.InputJsonValue,
    dueAt: deadline.dueAt === null ? null : new Date(deadline.dueAt),
    lastDay: deadline.lastDay,
    provisional: deadline.provisional,
    calendarVersion: deadline.calendarVersion,
    endedAt: status === 'OPEN' || status === 'PAUSED' ? null : new Date(at),
  };
  await tx.deadline.upsert({
    where: { caseId_name_entry: { caseId, name, entry } },
    create: { caseId, name, entry, ...row },
    update: row,
    select: { caseId: true },
  });
}

async function saveTask(tx: Transaction, head: CaseHead, { at }: Transition, change: TaskChange): Promise<void> {
  const { name, entry, role, assigneeId, dueAt, detail, closed, closedBy } = change;
  const closing = closed ? { closedAt: new Date(at), closedById: closedBy } : {};
  await tx.task.upsert({
    where: { caseId_name_entry: { caseId: head.id, name, entry } },
    create: {
      id: `${head.id}:${name}:${entry}`,
      caseId: head.id,
      name,
      entry,
      role,
      bodyId: head.bodyId,
      region: head.region,
      assigneeId,
      priority: head.priority,
      openedAt: new Date(at),
      dueAt: dueAt === null ? null : new Date(dueAt),
      ...(detail && { detail: detail as Prisma.InputJsonValue }),
      ...closing,
    },
    update: { assigneeId, ...closing },
    select: { id: true },
  });
}

async function openCases(tx: Transaction, head: CaseHead, { at, openings }: Transition): Promise<void> {
  if (openings.length === 0) return;
  // A case opens under the calendar in force, whatever the one it comes from still has.
  const calendar = await tx.calendarVersion.findFirstOrThrow({
    orderBy: { version: 'desc' },
    select: { version: true },
  });
  await tx.case.createMany({
    skipDuplicates: true,
    data: openings.map((opening) => ({
      id: opening.id,
      kind: opening.kind,
      regime: head.regime,
      stage: opening.stage,
      subject: head.subject,
      title: head.title,
      bodyId: head.bodyId,
      region: head.region,
      storeId: opening.storeId,
      parentId: head.id,
      openedById: opening.openedById,
      watchers: [...opening.watchers],
      ruleVersion: head.ruleVersion,
      calendarVersion: calendar.version,
      priority: head.priority,
      openedAt: new Date(at),
      wakeAt: new Date(at),
      opening: opening.opening as Prisma.InputJsonValue,
    })),
  });
}

async function sendMessages(tx: Transaction, transition: Transition): Promise<void> {
  const { caseId, at, messages, handledMessage } = transition;
  if (messages.length > 0) {
    await tx.caseMessage.createMany({
      skipDuplicates: true,
      data: messages.map((message) => ({
        id: message.id,
        fromCaseId: caseId,
        toCaseId: message.to,
        action: message.action,
        input: message.input as Prisma.InputJsonValue,
        actor: { kind: 'system', id: caseId, role: 'system' },
        createdAt: new Date(at),
      })),
    });
  }
  if (handledMessage !== undefined) {
    await tx.caseMessage.updateMany({
      where: { id: handledMessage.id },
      data: { handledAt: new Date(at), refusal: handledMessage.refusal },
    });
  }
}

/** Tells the listeners, when the transaction commits. */
async function announce(tx: Transaction, transition: Transition, hasNotices: boolean): Promise<void> {
  const { caseId, revision, openings, messages } = transition;
  const relayed = openings.length + messages.length > 0;
  await tx.$executeRaw`
    SELECT pg_notify(${COMMITS_CHANNEL}, ${`${caseId}:${revision}`}),
      CASE WHEN ${relayed} THEN pg_notify(${CASES_CHANNEL}, '') END,
      CASE WHEN ${hasNotices} THEN pg_notify(${NOTICES_CHANNEL}, '') END`;
}
