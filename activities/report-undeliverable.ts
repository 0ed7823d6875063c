import type { Transaction } from '../prisma/client.ts';
import { CASES_CHANNEL } from '../prisma/channels.ts';
import type { UndeliverableNotice } from './notices/deliver-notices.ts';

/**
 * Tells the case that a notice could not be delivered, so that it opens a task to reach the recipient otherwise (XC-04.3). A
 * message like any other: kept in the outbox, handled once.
 */
export async function reportUndeliverable(notice: UndeliverableNotice, tx: Transaction): Promise<void> {
  const { id, caseId, template } = notice;
  await tx.caseMessage.createMany({
    skipDuplicates: true,
    data: [
      {
        id: `${id}:undeliverable`,
        toCaseId: caseId,
        action: 'noticeFailed',
        input: { noticeId: id, template },
        actor: { kind: 'system', id: 'XC-04.3', role: 'system' },
        createdAt: new Date(),
      },
    ],
  });
  await tx.$executeRaw`SELECT pg_notify(${CASES_CHANNEL}, '')`;
}
