/** Rows of the outbox that go to a channel: how they name it, and the one by which it is tried out, which is of no case. */
import { randomUUID } from 'node:crypto';
import { NO_CASE } from '../rules/notices.ts';
import { CHANNEL_TEST, channelTestSpec } from '../rules/notices/webhook.ts';
import type { Instant } from '../rules/time/index.ts';
import { NOTICES_CHANNEL } from './channels.ts';
import type { Transaction } from './client.ts';
import type { WebhookChannel } from './generated/client.ts';

const PREFIX = 'channel:';

/** What stands as the recipient of a row that goes to a channel. */
export function recipientOfChannel(channelId: string): string {
  return `${PREFIX}${channelId}`;
}

/** The channel that a row goes to. */
export function channelIdOf({ recipientId }: { readonly recipientId: string | null }): string {
  return (recipientId ?? '').slice(PREFIX.length);
}

/** Plans a test; answers the id of its row. */
export async function tellChannelTest(
  tx: Transaction,
  { id: channelId, name, locale }: Pick<WebhookChannel, 'id' | 'name' | 'locale'>,
  at: Instant,
): Promise<string> {
  const id = `ntc-${randomUUID()}`;
  await tx.notice.create({
    data: {
      ...{ id, caseId: null, key: `${CHANNEL_TEST}:${id}`, template: CHANNEL_TEST, channel: 'WEBHOOK', locale },
      ...{ templateVersion: channelTestSpec.version, requirement: channelTestSpec.requirement },
      ...{ recipientId: recipientOfChannel(channelId), recipientName: name, recipientEmail: '' },
      data: { caseKind: NO_CASE, plannedAt: at, channel: name },
      plannedAt: new Date(at),
    },
  });
  await tx.$executeRaw`SELECT pg_notify(${NOTICES_CHANNEL}, '')`;
  return id;
}
