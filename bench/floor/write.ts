/**
 * Writes the rows of a step as plainly as it can be done: one statement in plain SQL, which is one transaction and one round trip, into the very
 * tables of the product. A step that is on record already is left as it is.
 */
import type pg from 'pg';
import { peopleOf, stepOf, type Json } from './steps.ts';

export type Queries = Pick<pg.ClientBase, 'query'> | Pick<pg.Pool, 'query'>;

/** What is to be mailed after a step. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly messageId: string;
}

export interface StepOrder {
  readonly caseId: string;
  /** Which step, from 0. */
  readonly nth: number;
  /** The revision that it makes; the one that it made where it was recorded, unless given. */
  readonly revision?: number;
}

const OPEN = `
  WITH counter AS (
    INSERT INTO "CaseCounter" ("bodyId", "kind", "year", "last")
    SELECT $2, 'floor', '2026', 1 WHERE NOT EXISTS (SELECT FROM "Case" WHERE "id" = $1)
    ON CONFLICT ("bodyId", "kind", "year") DO UPDATE SET "last" = "CaseCounter"."last" + 1 RETURNING "last"
  ), head AS (
    INSERT INTO "Case" SELECT r.* FROM counter, jsonb_populate_record(NULL::"Case",
      $3::jsonb || jsonb_build_object('number', '测量' || counter."last", 'timelineLength', jsonb_array_length($4::jsonb))) r
    RETURNING "id"
  ), usr AS (
    INSERT INTO "User" ("id", "name", "email", "emailVerified") SELECT $9, '某机构', $9 || '@anjuan.test', true FROM head
  ), office AS (
    INSERT INTO "Office" ("id", "userId", "role", "party") SELECT $9, $9, 'provider', $10 FROM head
  ), line AS (
    INSERT INTO "TimelineEvent" SELECT r.* FROM head, jsonb_populate_recordset(NULL::"TimelineEvent", $4::jsonb) r
  ), deadline AS (
    INSERT INTO "Deadline" SELECT r.* FROM head, jsonb_populate_record(NULL::"Deadline", $5::jsonb) r
  ), task AS (
    INSERT INTO "Task" SELECT r.* FROM head, jsonb_populate_record(NULL::"Task", $6::jsonb) r
  ), party AS (
    INSERT INTO "CaseParty" SELECT r.* FROM head, jsonb_populate_record(NULL::"CaseParty", $7::jsonb) r
  ), body AS (
    INSERT INTO "CaseBody" SELECT r.* FROM head, jsonb_populate_record(NULL::"CaseBody", $8::jsonb) r
  ), notice AS (
    INSERT INTO "Notice" SELECT r.* FROM head, jsonb_populate_record(NULL::"Notice",
      $11::jsonb || jsonb_build_object('ordinal', nextval('"Notice_ordinal_seq"'))) r
  )
  SELECT "id" FROM head`;

const GO_ON = `
  WITH head AS (
    UPDATE "Case" SET "revision" = $2, "stage" = $3, "outcome" = $4, "closedAt" = $5, "wakeAt" = $6, "dueAt" = $7, "state" = $8::jsonb,
      "timelineAt" = $9, "timelineLength" = "timelineLength" + jsonb_array_length($10::jsonb)
    WHERE "id" = $1 AND "revision" = $2 - 1
    RETURNING "id", "timelineLength" - jsonb_array_length($10::jsonb) AS "before"
  ), line AS (
    INSERT INTO "TimelineEvent" SELECT r.* FROM head, jsonb_array_elements($10::jsonb) WITH ORDINALITY l,
      jsonb_populate_record(NULL::"TimelineEvent", l.value || jsonb_build_object('seq', head."before" + l.ordinality)) r
  ), deadline AS (
    UPDATE "Deadline" d SET "status" = 'CANCELLED', "endedAt" = $5 FROM head WHERE d."caseId" = head."id" AND $5::timestamptz IS NOT NULL
  ), task AS (
    UPDATE "Task" t SET "closedAt" = $5, "closedById" = 'demo-reviewer' FROM head WHERE t."caseId" = head."id" AND $5::timestamptz IS NOT NULL
  ), notice AS (
    INSERT INTO "Notice" SELECT r.* FROM head, jsonb_populate_record(NULL::"Notice",
      $11::jsonb || jsonb_build_object('ordinal', nextval('"Notice_ordinal_seq"'))) r WHERE $11::jsonb IS NOT NULL
  )
  SELECT "id" FROM head`;

const SENT = `
  WITH notice AS (
    UPDATE "Notice" SET "status" = 'SENT', "messageId" = $3, "subject" = $4, "html" = $5, "text" = $6, "attachments" = '[]',
      "sentAt" = now(), "attempts" = 1, "response" = $7
    WHERE "id" = $2 AND "status" <> 'SENT' RETURNING "caseId"
  ), head AS (
    UPDATE "Case" c SET "timelineLength" = "timelineLength" + 1 FROM notice WHERE c."id" = notice."caseId" RETURNING c."id", "timelineLength"
  )
  INSERT INTO "TimelineEvent" SELECT r.* FROM head,
    jsonb_populate_record(NULL::"TimelineEvent", $8::jsonb || jsonb_build_object('seq', head."timelineLength")) r WHERE head."id" = $1`;

/** A notice before it is sent: without its content. */
function planned(notice: Json | undefined): string | null {
  if (notice === undefined) return null;
  const content = { subject: null, html: null, text: null, attachments: null, messageId: null, sentAt: null };
  return JSON.stringify({ ...notice, ...content, response: null, attempts: 0, status: 'PLANNED' });
}

/** Writes a step. @returns false if it was on record already */
export async function writeStep(database: Queries, { caseId, nth, revision = nth + 1 }: StepOrder): Promise<boolean> {
  const { head, lines, opens, notice } = stepOf(caseId, nth);
  const written = JSON.stringify(lines.map((line) => ({ ...line, revision })));
  if (opens !== undefined) {
    const { party, userId } = peopleOf(caseId);
    const { deadline, task, party: partyRow, body } = opens;
    const rows = [deadline, task, partyRow, body].map((row) => JSON.stringify(row));
    const { rowCount } = await database.query({
      name: 'floor-open',
      text: OPEN,
      values: [caseId, head['bodyId'], JSON.stringify(head), written, ...rows, userId, party, planned(notice)],
    });
    return rowCount === 1;
  }
  const { stage, outcome, closedAt, wakeAt, dueAt, state, timelineAt } = head;
  const { rowCount } = await database.query({
    name: 'floor-go-on',
    text: GO_ON,
    values: [
      ...[caseId, revision, stage, outcome, closedAt, wakeAt, dueAt],
      ...[JSON.stringify(state), timelineAt, written, planned(notice)],
    ],
  });
  return rowCount === 1;
}

/** The mail that follows from a step; none where it tells nobody. */
export function mailOf(caseId: string, nth: number): Mail | null {
  const { notice } = stepOf(caseId, nth);
  if (notice === undefined) return null;
  const { recipientEmail, subject, html, text, messageId } = notice as Readonly<Record<string, string>>;
  return {
    to: recipientEmail ?? '',
    subject: subject ?? '',
    html: html ?? '',
    text: text ?? '',
    messageId: messageId ?? '',
  };
}

/** Writes down that the mail of a step was sent, once. */
export async function writeSent(
  database: Queries,
  { caseId, nth }: StepOrder,
  mail: Mail,
  response: string,
): Promise<void> {
  const { notice, told } = stepOf(caseId, nth);
  await database.query({
    name: 'floor-sent',
    text: SENT,
    values: [
      ...[caseId, notice?.['id'], mail.messageId, mail.subject, mail.html, mail.text, response],
      JSON.stringify(told),
    ],
  });
}
