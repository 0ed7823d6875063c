import type { Transaction } from '../prisma/client.ts';
import { CASES_CHANNEL } from '../prisma/channels.ts';
import { systemActor } from '../rules/roles.ts';

const actor = systemActor('XC-04.2');

/**
 * Tells a case of its notices that go by letter and by e-mail and have gone out by both: each letter is on its way, and of each recipient
 * one e-mail was taken or the recipient was reached otherwise (XC-04.2). Once for each notice. The row of the case is locked by the caller.
 */
export async function reportServed(tx: Transaction, caseId: string): Promise<void> {
  const told = await tx.$executeRaw`
    INSERT INTO "CaseMessage" ("id", "toCaseId", "action", "input", "actor", "createdAt")
    SELECT ${caseId} || ':served:' || "request", ${caseId}, 'noticeServed',
      jsonb_build_object('template', min("template"), 'request', "request"), ${JSON.stringify(actor)}::jsonb, clock_timestamp()
    FROM (
      SELECT "request", "audience", min("template") AS "template",
        bool_or("channel" = 'LETTER') AS "isLetter",
        bool_and("status" IN ('DISPATCHED', 'DELIVERED')) FILTER (WHERE "channel" = 'LETTER') AS "isPosted",
        bool_or("status" IN ('SENT', 'DELIVERED') OR "reachedAt" IS NOT NULL) FILTER (WHERE "channel" = 'EMAIL') AS "isMailed"
      FROM "Notice" WHERE "caseId" = ${caseId} AND "request" IS NOT NULL AND "channel" <> 'WEBHOOK' GROUP BY "request", "audience") AS one
    GROUP BY "request" HAVING bool_or("isLetter") AND bool_and(COALESCE("isPosted", false) AND COALESCE("isMailed", false))
    ON CONFLICT DO NOTHING`;
  if (told > 0) await tx.$executeRaw`SELECT pg_notify(${CASES_CHANNEL}, '')`;
}
