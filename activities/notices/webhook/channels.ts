/** The channels of bodies as the sender sees them, and the rows of the outbox that go there (XC-04). */
import { recipientOfChannel } from '../../../prisma/channel-notices.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import type { WebhookChannel } from '../../../prisma/generated/client.ts';
import type { Audience } from '../../../workflows/engine/transition.ts';
import type { Recipient } from '../../recipients.ts';

/** What of a channel decides which notices go there. */
export type ChannelAt = Pick<WebhookChannel, 'id' | 'bodyId' | 'name' | 'roles' | 'locale'>;

/** The role at the body of a case to whose holders a notice goes; undefined if it is for a party. */
export function staffRoleOf(to: Audience): string | undefined {
  if ('role' in to) return to.role;
  return 'user' in to ? to.or : undefined;
}

/** A channel as the recipient of a row. */
export function channelAsRecipient({ id, name, locale }: ChannelAt): Recipient {
  return { id: recipientOfChannel(id), name, email: '', locale, refusesCommercialMail: true };
}

/** The channels in use of these bodies. */
export async function channelsAt(
  database: Pick<Transaction, 'webhookChannel'>,
  bodyIds: readonly string[],
): Promise<readonly ChannelAt[]> {
  if (bodyIds.length === 0) return [];
  return database.webhookChannel.findMany({
    where: { active: true, bodyId: { in: [...new Set(bodyIds)] } },
    orderBy: { id: 'asc' },
    select: { id: true, bodyId: true, name: true, roles: true, locale: true },
  });
}

/** Which of these channels a notice to this audience of a body goes to. */
export function channelsFor(channels: readonly ChannelAt[], bodyId: string, to: Audience): readonly ChannelAt[] {
  const role = staffRoleOf(to);
  return role === undefined ? [] : channels.filter((one) => one.bodyId === bodyId && one.roles.includes(role));
}

/** The channels that are there by their id, with where they are reached. */
export async function channelsById(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WebhookChannel>> {
  if (ids.length === 0) return new Map();
  const rows = await database.webhookChannel.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(rows.map((row) => [row.id, row]));
}
