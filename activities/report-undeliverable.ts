import type { Transaction } from '../prisma/client.ts';
import { CASES_CHANNEL } from '../prisma/channels.ts';
import { systemActor } from '../rules/roles.ts';
import { contracts } from '../workflows/regimes.ts';
import type { UndeliverableNotice } from './notices/deliver-notices.ts';

const actor = systemActor('XC-04.3');

/**
 * Tells the case that a notice could not be delivered, so that it opens a task to reach the recipient otherwise (XC-04.3). A
 * message like any other: kept in the outbox, handled once.
 */
export async function reportUndeliverable(notice: UndeliverableNotice, tx: Transaction): Promise<void> {
  const { id, caseId, template, try: nth } = notice;
  const { kind } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { kind: true } });
  if (contracts[kind]?.notices[template]?.toMany === true) return;
  await tx.caseMessage.createMany({
    skipDuplicates: true,
    data: [
      {
        id: `${id}:undeliverable:${nth}`,
        toCaseId: caseId,
        action: 'noticeFailed',
        input: { noticeId: id, template },
        actor: { ...actor },
        createdAt: new Date(),
      },
    ],
  });
  await tx.$executeRaw`SELECT pg_notify(${CASES_CHANNEL}, '')`;
}

/**
 * Tells a case of those notices it holds for undelivered that have arrived after all or are not sent any more, and of letters that were made after all, so that its task closes.
 * The row of the case is locked by the caller.
 */
export async function reportSettled(tx: Transaction, caseId: string): Promise<void> {
  const told = await tx.$executeRaw`
    INSERT INTO "CaseMessage" ("id", "toCaseId", "action", "input", "actor", "createdAt")
    SELECT n."id" || ':settled:' || c."revision", c."id", 'noticeSettled', jsonb_build_object('noticeId', n."id"),
      ${JSON.stringify(actor)}::jsonb, clock_timestamp()
    FROM "Case" c CROSS JOIN LATERAL jsonb_array_elements(COALESCE(c."state" -> 'undelivered', '[]')) AS known
      JOIN "Notice" n ON n."id" = known ->> 'noticeId'
    WHERE c."id" = ${caseId} AND n."status" IN ('SENT', 'CANCELLED', 'TO_DISPATCH', 'DISPATCHED', 'DELIVERED') AND NOT EXISTS (
      SELECT 1 FROM "CaseMessage" m WHERE m."toCaseId" = c."id" AND m."action" = 'noticeSettled' AND m."handledAt" IS NULL
        AND m."input" ->> 'noticeId' = n."id")
    ON CONFLICT DO NOTHING`;
  if (told > 0) await tx.$executeRaw`SELECT pg_notify(${CASES_CHANNEL}, '')`;
}
