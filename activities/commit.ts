/**
 * Carries out a transition: timeline, case row, deadlines, tasks, notices, messages and records change together or not at all.
 * Once for each case and revision; the case's workflow is the only caller.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { ChainHash } from '../config/chain-hash.ts';
import { Prisma } from '../prisma/generated/client.ts';
import { CASES_CHANNEL, COMMITS_CHANNEL, NOTICES_CHANNEL } from '../prisma/channels.ts';
import { recordedCase } from '../prisma/case-input.ts';
import type { Database, Transaction } from '../prisma/client.ts';
import { lockAccount, returnHeldTasks } from '../prisma/held-tasks.ts';
import { newestVersions, openCase, partyRows } from '../prisma/open-case.ts';
import { refuseOpening } from '../prisma/opening-checks.ts';
import { takePersonalInput } from '../prisma/personal-input.ts';
import { systemActor } from '../rules/roles.ts';
import type { Instant } from '../rules/time/index.ts';
import { putBack } from '../workflows/engine/personal.ts';
import type { CaseState, DelegationState } from '../workflows/engine/state.ts';
import { namedCase, withNumbers } from '../workflows/engine/case-number.ts';
import { eachText } from '../workflows/engine/each-text.ts';
import type {
  CaseOpening,
  DeadlineChange,
  Effects,
  GroupMessage,
  RecordedTransition,
} from '../workflows/engine/transition.ts';
import { contracts } from '../workflows/regimes.ts';
import { insertNotices, type NoticeRow } from './notice-rows.ts';
import { namingCases } from './case-names.ts';
import { planNotices } from './plan-notices.ts';
import { registeredName, writeRecord } from './records.ts';
import { reportSettled } from './report-undeliverable.ts';
import { chained, insertLines, type ChainEnd, type TimelineLine } from './timeline.ts';

/** The case as the transition found it. */
export interface CaseHead extends ChainEnd {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly regime: string;
  readonly subject: string;
  readonly title: string;
  readonly bodyId: string;
  readonly region: string;
  readonly about: string | null;
  readonly ruleVersion: number;
  readonly calendarVersion: number;
  readonly revision: number;
  readonly priority: number;
}

/**
 * A case has one writer, its workflow. If the records are ahead of it, an attempt of its own was written and its answer lost, with
 * the worker or with Temporal: what was recorded stands, and the case goes on from there.
 * @param chainHash the hash of the lines that are written; SHA-256 unless given
 * @returns null once written; or the recorded state, and nothing was written
 * @throws ApplicationFailure `OUT_OF_STEP` (not retryable) if the records were changed by another hand, e.g. set back: `reconcile` must be
 * run.
 */
export async function commitTransition(
  database: Database,
  given: RecordedTransition,
  chainHash?: ChainHash,
): Promise<CaseState | null> {
  return database.$transaction((tx) => commitWithin(tx, given, chainHash));
}

/** {@link commitTransition} within a transaction of the caller, who does nothing more in it if this fails. */
export async function commitWithin(
  tx: Transaction,
  given: RecordedTransition,
  chainHash?: ChainHash,
): Promise<CaseState | null> {
  const found = await lockCase(tx, given.caseId);
  let head: CaseHead = found;
  if (head.revision >= given.revision) return stateOnRecord(tx, head);
  if (head.revision !== given.revision - 1) throw outOfStep(head, `transition ${given.revision} does not follow`);
  const transition = await withPersonalInput(tx, given);
  for (const record of transition.writes) head = await writeRecord(tx, head, transition, record, chainHash);
  if (found.isClosed && transition.state.closedAt === null) await refuseOpening(tx, head.regime, head);
  const joined = await openCases(tx, head, transition);
  await sendMessages(tx, head, transition);
  await saveReaders(tx, head, transition);
  const named = await namingCases(tx, namingJoined(transition, joined));
  const { notices, lines } = await planNotices(tx, head, named);
  const told: TimelineLine[] = named.lines.map((line) => ({
    ...line,
    at: transition.at,
    revision: transition.revision,
  }));
  await project(tx, head, transition, notices, chained(head.id, head, [...told, ...lines], chainHash));
  // One may have arrived while the case was still taking note that it had not.
  if ((transition.state.undelivered ?? []).length > 0) await reportSettled(tx, head.id);
  await takeBackFromDeparted(tx, transition);
  return null;
}

async function lockCase(tx: Transaction, caseId: string): Promise<CaseHead & { readonly isClosed: boolean }> {
  const [head] = await tx.$queryRaw<(CaseHead & { isClosed: boolean })[]>`
    SELECT "id", "number", "kind", "regime", "subject", "title", "bodyId", "region", "about", "ruleVersion", "calendarVersion", "revision",
      "priority", "closedAt" IS NOT NULL AS "isClosed", "timelineLength", "timelineHead", COALESCE("timelineAt", "openedAt") AS "timelineAt"
    FROM "Case" WHERE "id" = ${caseId} FOR UPDATE`;
  if (head === undefined) throw ApplicationFailure.nonRetryable(`There is no record of case ${caseId}.`, 'OUT_OF_STEP');
  return head;
}

async function stateOnRecord(tx: Transaction, head: CaseHead): Promise<CaseState> {
  const { state } = (await recordedCase(tx, head.id)) ?? {};
  if (state?.revision !== head.revision)
    throw outOfStep(head, `its stored state is of revision ${state?.revision ?? 0}`);
  return state;
}

/** The transition with what was taken out of the request for its workflow; the state of the case stays without. */
async function withPersonalInput(tx: Transaction, transition: RecordedTransition): Promise<RecordedTransition> {
  const { personalInput: id, state, ...effects } = transition;
  if (id === undefined) return transition;
  const values = await takePersonalInput(tx, id);
  if (values === null) {
    throw ApplicationFailure.nonRetryable(
      `What was typed in with a request to case ${transition.caseId} is not there any more: it has to be made again.`,
      'INPUT_MISSING',
    );
  }
  return { ...putBack(effects, id, values), state };
}

function outOfStep({ id, revision }: CaseHead, why: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(`Case ${id} is recorded at revision ${revision}; ${why}.`, 'OUT_OF_STEP');
}

/**
 * Case row, timeline, deadlines, tasks and notices in one statement, since a transition is mostly round trips; the listeners are told
 * when the transaction commits.
 */
async function project(
  tx: Transaction,
  head: CaseHead,
  transition: RecordedTransition,
  notices: readonly NoticeRow[],
  { rows, timelineLength, timelineHead, timelineAt }: ReturnType<typeof chained>,
): Promise<void> {
  const { caseId, revision, state, wakeAt, dueAt, openings, deadlines, tasks } = transition;
  const { messages, childrenMessages, messagesAbout } = transition;
  const relayed = openings.length + messages.length + childrenMessages.length + messagesAbout.length > 0;
  const parts = [
    Prisma.sql`line AS (${insertLines(rows)})`,
    ...(deadlines.length > 0 ? [Prisma.sql`deadline AS (${saveDeadlines(caseId, deadlines, transition.at)})`] : []),
    ...(tasks.length > 0 ? [Prisma.sql`task AS (${saveTasks(head, transition)})`] : []),
    ...(notices.length > 0 ? [Prisma.sql`notice AS (${insertNotices(notices)})`] : []),
    Prisma.sql`head AS (
      UPDATE "Case" SET "revision" = ${revision}, "stage" = ${state.stage}, "outcome" = ${state.outcome},
        "about" = ${state.about}, "bodyId" = ${state.bodyId}, "region" = ${state.region}, "ruleVersion" = ${state.ruleVersion}, "calendarVersion" = ${transition.calendarVersion},
        "closedAt" = ${state.closedAt}::timestamptz, "wakeAt" = ${wakeAt}::timestamptz, "dueAt" = ${dueAt}::timestamptz,
        "state" = ${JSON.stringify(state)}::jsonb, "timelineLength" = ${timelineLength}, "timelineHead" = ${timelineHead},
        "timelineAt" = ${timelineAt}
      WHERE "id" = ${caseId})`,
  ];
  await tx.$executeRaw`
    WITH ${Prisma.join(parts)}
    SELECT pg_notify(${COMMITS_CHANNEL}, ${`${caseId}:${revision}`}),
      CASE WHEN ${relayed} THEN pg_notify(${CASES_CHANNEL}, '') END,
      CASE WHEN ${notices.length > 0} THEN pg_notify(${NOTICES_CHANNEL}, '') END`;
}

/** Writes deadlines of a case as they stand by now; those that have ended did so at this moment. */
export function saveDeadlines(caseId: string, deadlines: readonly DeadlineChange[], at: Instant | null): Prisma.Sql {
  const rows = deadlines.map(({ deadline, status, legalEffect }) => ({
    ...deadline,
    status,
    legalEffect,
    endedAt: status === 'OPEN' || status === 'PAUSED' ? null : at,
  }));
  return Prisma.sql`
    INSERT INTO "Deadline" ("caseId", "name", "entry", "status", "period", "startedAt", "pauses", "dueAt", "lastDay", "provisional",
      "legalEffect", "calendarVersion", "endedAt")
    SELECT ${caseId}, "name", "entry", "status", "period", "startedAt", "pauses", "dueAt", "lastDay", "provisional", "legalEffect",
      "calendarVersion", "endedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row ("name" text, "entry" int, "status" text, "period" jsonb,
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

/** A task keeps what it was opened with; later changes say who has it, what it is about by then, and that it is done. */
function saveTasks(head: CaseHead, { at, tasks, state: { bodyId, region } }: RecordedTransition): Prisma.Sql {
  const rows = tasks.map(({ name, entry, role, assigneeId, delegation, dueAt, detail, closed, closedBy }) => ({
    id: `${head.id}:${name}:${entry}`,
    name,
    entry,
    role,
    assigneeId,
    ...delegationColumns(delegation),
    dueAt,
    detail: detail ?? null,
    closedAt: closed ? at : null,
    closedById: closedBy,
  }));
  return Prisma.sql`
    INSERT INTO "Task" ("id", "caseId", "name", "entry", "role", "bodyId", "region", "assigneeId", "delegateId", "delegation", "priority",
      "detail", "openedAt", "dueAt", "closedAt", "closedById")
    SELECT "id", ${head.id}, "name", "entry", "role", ${bodyId}, ${region}, "assigneeId", "delegateId", "delegation",
      ${head.priority}::int, "detail", ${at}::timestamptz, "dueAt", "closedAt", "closedById"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row ("id" text, "name" text, "entry" int, "role" text,
      "assigneeId" text, "delegateId" text, "delegation" jsonb, "dueAt" timestamptz, "detail" jsonb, "closedAt" timestamptz, "closedById" text)
    ON CONFLICT ("caseId", "name", "entry") DO UPDATE SET "assigneeId" = EXCLUDED."assigneeId",
      "delegateId" = EXCLUDED."delegateId", "delegation" = EXCLUDED."delegation",
      "bodyId" = EXCLUDED."bodyId", "region" = EXCLUDED."region", "detail" = COALESCE(EXCLUDED."detail", "Task"."detail"), "closedAt" = EXCLUDED."closedAt", "closedById" = EXCLUDED."closedById"`;
}

/**
 * Opens the cases of a transition. One about another party has the name under which that party is known in the records; one of another
 * regime begins under the newest rules of that regime, every other under those of the case it comes from.
 * @returns of openings that were added to a case there is: that case by the id which the opening would have had
 */
async function openCases(tx: Transaction, head: CaseHead, { at, openings }: Effects): Promise<Map<string, string>> {
  const joined = new Map<string, string>();
  for (const opening of openings) {
    const { id, kind, regime, stage, subject, parties, bodies, bodyId, region } = opening;
    const there = opening.joins === true ? await joinCase(tx, head, opening, at) : null;
    if (there !== null) {
      joined.set(id, there);
      continue;
    }
    // Under the calendar in force, whatever the case it comes from still has.
    const { ruleVersion, calendarVersion } = await newestVersions(tx, regime);
    const title = subject === null || subject === head.subject ? head.title : await nameOf(tx, subject);
    await openCase(tx, {
      row: {
        id,
        kind,
        regime,
        stage,
        subject: subject ?? head.subject,
        title,
        bodyId,
        region,
        about: opening.about,
        parentId: head.id,
        openedById: null,
        priority: head.priority,
        ruleVersion: regime === head.regime ? head.ruleVersion : ruleVersion,
        calendarVersion,
      },
      openedAt: at,
      opening: opening.opening as object,
      parties,
      bodies,
    });
  }
  return joined;
}

/**
 * Adds an opening to the case of its kind that there is about the same thing. Until the transaction ends nobody else looks for one, so that
 * two cases that find none do not open two.
 * @returns the id of that case; null if there is none
 */
async function joinCase(tx: Transaction, head: CaseHead, opening: CaseOpening, at: Instant): Promise<string | null> {
  const { id, kind, about } = opening;
  const { oneAtATime } = contracts[kind] ?? {};
  if (about === null || oneAtATime === undefined)
    throw new Error(`Case ${id} has nothing about which there is one '${kind}'.`);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`one:${kind}:${about}`}, 0))`;
  const given = opening.opening as Readonly<Record<string, unknown>>;
  const alike = Object.fromEntries((oneAtATime.alike ?? []).map((field) => [field, given[field]]));
  const [there] = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Case"
    WHERE "kind" = ${kind} AND "about" = ${about} AND "opening" @> ${JSON.stringify(alike)}::jsonb AND ("closedAt" IS NULL OR "outcome" = ANY(${oneAtATime.evenAfter ?? []}))
    ORDER BY "closedAt" IS NULL DESC, "openedAt" DESC, "id" LIMIT 1`;
  if (there === undefined) return null;
  await tx.caseMessage.createMany({
    skipDuplicates: true,
    data: [
      {
        id: `${id}:joins`,
        fromCaseId: head.id,
        toCaseId: there.id,
        action: oneAtATime.adds,
        input: opening.opening as Prisma.InputJsonObject,
        actor: { ...systemActor(head.id) },
        createdAt: new Date(at),
      },
    ],
  });
  return there.id;
}

/** The transition with the case that an opening was added to in place of the one that it would have opened. */
function namingJoined(transition: RecordedTransition, joined: ReadonlyMap<string, string>): RecordedTransition {
  if (joined.size === 0) return transition;
  const { lines, notices } = transition;
  const numbers = new Map([...joined].map(([planned, there]) => [planned, namedCase(there)]));
  const named = <T>(value: T) =>
    eachText(withNumbers(value, numbers, namedCase), (words) => joined.get(words) ?? words);
  return { ...transition, lines: named(lines), notices: named(notices) };
}

/** The name of a party as the records know it: in a register, or as the subject of an earlier case. */
async function nameOf(tx: Transaction, party: string): Promise<string> {
  const name = await registeredName(tx, party);
  if (name !== undefined) return name;
  const earlier = await tx.case.findFirst({
    where: { subject: party },
    orderBy: { openedAt: 'desc' },
    select: { title: true },
  });
  return earlier?.title ?? party;
}

/** Who acts for a party of the case, or works at the body that handles it, reads the case from then on. */
async function saveReaders(tx: Transaction, head: CaseHead, transition: RecordedTransition): Promise<void> {
  const { caseId, partiesChanged, state } = transition;
  const { parties, bodyId, region } = state;
  if (partiesChanged) {
    await tx.caseParty.createMany({ data: partyRows(caseId, head.kind, parties), skipDuplicates: true });
  }
  if (bodyId !== head.bodyId || region !== head.region) {
    await tx.caseBody.createMany({ data: [{ caseId, bodyId, region }], skipDuplicates: true });
  }
}

/** A task may have been given to somebody who has left: by a process that remembers who had it, or at that very moment (XC-05.5). */
async function takeBackFromDeparted(tx: Transaction, { caseId, revision, tasks, at }: Effects): Promise<void> {
  const holders = tasks.flatMap((task) => {
    const { delegateId } = delegationColumns(task.delegation);
    return task.closed ? [] : [task.assigneeId, delegateId].filter((id) => id !== null);
  });
  // In one order, so that nobody who locks two of them waits for who waits for them.
  for (const account of [...new Set(holders)].sort()) {
    await lockAccount(tx, account, 'SHARED');
    await returnHeldTasks(tx, { account, caseId, occasion: String(revision) }, at);
  }
}

async function sendMessages(tx: Transaction, { about }: CaseHead, transition: Effects): Promise<void> {
  const { caseId, at, messages, childrenMessages, messagesAbout, handledMessage } = transition;
  const toEach = ({ id, action, input }: GroupMessage, to: Prisma.Sql) => tx.$executeRaw`
    INSERT INTO "CaseMessage" ("id", "fromCaseId", "toCaseId", "action", "input", "actor", "createdAt")
    SELECT ${id} || ':' || "id", ${caseId}, "id", ${action}, ${JSON.stringify(input)}::jsonb,
      ${JSON.stringify(systemActor(caseId))}::jsonb, ${at}::timestamptz
    FROM "Case" WHERE ${to}
    ON CONFLICT DO NOTHING`;
  for (const message of childrenMessages) {
    await toEach(message, Prisma.sql`"parentId" = ${caseId} AND "kind" = ${message.kind} AND "closedAt" IS NULL`);
  }
  for (const message of messagesAbout) {
    const { kind, action } = message;
    const reopens = contracts[kind]?.actions[action]?.reopens ?? [];
    await toEach(
      message,
      Prisma.sql`"about" = ${about} AND "kind" = ${kind} AND ("closedAt" IS NULL OR "outcome" = ANY(${reopens}))`,
    );
  }
  if (messages.length > 0) {
    await tx.caseMessage.createMany({
      skipDuplicates: true,
      data: messages.map((message) => ({
        id: message.id,
        fromCaseId: caseId,
        toCaseId: message.to,
        action: message.action,
        input: message.input as Prisma.InputJsonValue,
        actor: { ...systemActor(caseId) },
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
