import { expect } from 'vitest';
import type { MailCatcher } from '../../dev/mail-catcher.ts';
import type { Database } from '../../prisma/client.ts';

/**
 * Waits until every notice has its end, then expects each that counts as sent to have arrived once and nothing else to have arrived (XC-04.3).
 * A notice that was no longer true when its sender was back is cancelled, and the timeline says so (XC-03.3).
 */
export async function mailsArrivedOnce(database: Database, mail: MailCatcher): Promise<void> {
  const waiting = { status: { in: ['PLANNED', 'SENDING', 'UNKNOWN'] } };
  await expect.poll(() => database.notice.count({ where: waiting }), { timeout: 150_000, interval: 100 }).toBe(0);
  const ids = (await mail.messages()).map(({ messageId }) => messageId);
  // Reminders that were due together are one mail.
  const sent = await database.notice.findMany({
    where: { status: 'SENT', channel: 'EMAIL' },
    distinct: ['messageId'],
    select: { messageId: true },
  });
  expect(ids.toSorted()).toEqual(sent.map(({ messageId }) => messageId ?? '').toSorted());
  const cancelled = await database.notice.count({ where: { status: 'CANCELLED' } });
  expect(await database.timelineEvent.count({ where: { type: 'NOTICE_CANCELLED' } })).toBe(cancelled);
}
