/** Messages that transitions leave to other cases; the relay delivers them. */
import type { Transaction } from '../prisma/client.ts';
import { Prisma } from '../prisma/generated/client.ts';
import { systemActor } from '../rules/roles.ts';
import type { GroupMessage } from '../workflows/engine/transition.ts';
import { contracts } from '../workflows/regimes.ts';
import type { Written } from './case-head.ts';

/** Leaves the messages of each transition, and notes those that have been dealt with. */
export async function sendMessages(tx: Transaction, written: readonly Written[]): Promise<void> {
  const rows = written.flatMap(({ transition: { caseId, at, messages } }) =>
    messages.map(({ id, to, action, input }) => ({
      ...{ id, fromCaseId: caseId, toCaseId: to, action, input: input as Prisma.InputJsonValue },
      ...{ actor: { ...systemActor(caseId) }, createdAt: new Date(at) },
    })),
  );
  for (const one of written) await sendToGroups(tx, one);
  if (rows.length > 0) await tx.caseMessage.createMany({ skipDuplicates: true, data: rows });
  const handled = written.flatMap(({ transition: { handledMessage, at } }) =>
    handledMessage === undefined ? [] : [{ ...handledMessage, at }],
  );
  if (handled.length === 0) return;
  await tx.$executeRaw`
    UPDATE "CaseMessage" SET "handledAt" = row."at", "refusal" = row."refusal"
    FROM jsonb_to_recordset(${JSON.stringify(handled)}::jsonb) AS row ("id" text, "refusal" text, "at" timestamptz)
    WHERE "CaseMessage"."id" = row."id"`;
}

async function sendToGroups(tx: Transaction, { head: { about }, transition }: Written): Promise<void> {
  const { caseId, at, childrenMessages, messagesAbout, messagesHandled } = transition;
  const toEach = ({ id, action, input }: GroupMessage, to: Prisma.Sql) => tx.$executeRaw`
    INSERT INTO "CaseMessage" ("id", "fromCaseId", "toCaseId", "action", "input", "actor", "createdAt")
    SELECT ${id} || ':' || "id", ${caseId}, "id", ${action}, ${JSON.stringify(input)}::jsonb,
      ${JSON.stringify(systemActor(caseId))}::jsonb, ${at}::timestamptz
    FROM "Case" WHERE ${to}
    ON CONFLICT DO NOTHING`;
  for (const message of childrenMessages) {
    await toEach(message, Prisma.sql`"parentId" = ${caseId} AND "kind" = ${message.kind} AND "closedAt" IS NULL`);
  }
  for (const message of messagesHandled) {
    const { kind, bodyId, region } = message;
    const within = region === undefined ? Prisma.empty : Prisma.sql`AND "region" = ${region}`;
    await toEach(message, Prisma.sql`"bodyId" = ${bodyId} ${within} AND "kind" = ${kind} AND "closedAt" IS NULL`);
  }
  for (const message of messagesAbout) {
    const { kind, action, alike = {} } = message;
    const { reopens = [], whenClosed = false } = contracts[kind]?.actions[action] ?? {};
    await toEach(
      message,
      Prisma.sql`"about" = ${about} AND "kind" = ${kind} AND "id" <> ${caseId} AND "opening" @> ${JSON.stringify(alike)}::jsonb AND (${whenClosed} OR "closedAt" IS NULL OR "outcome" = ANY(${reopens}))`,
    );
  }
}
