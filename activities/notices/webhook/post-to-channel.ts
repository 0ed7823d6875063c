/** A message of the outbox, from its row to its channel. */
import type { NoticeCommon } from '../../../rules/notices.ts';
import { NO_CASE } from '../../../rules/notices.ts';
import type { Answer } from '../answer.ts';
import type { DeliveryMeans } from '../delivery-means.ts';
import { dataOf } from '../notice-data.ts';
import type { Claim, ReadyNotice } from '../notice-queue.ts';
import { channelIdOf } from '../../../prisma/channel-notices.ts';
import { linkOf } from './message.ts';

/** The rest of a lease is for writing down what was answered. */
const shareOfLease = 0.8;

export async function postToChannel(
  { database, gateway, baseUrl }: DeliveryMeans,
  { subject, text }: Pick<ReadyNotice, 'subject' | 'text'>,
  { notice, heldUntil }: Claim,
): Promise<Answer> {
  const channel = await database.webhookChannel.findUnique({ where: { id: channelIdOf(notice) } });
  // Somebody took it away since it was examined; the next try says so.
  if (channel === null) return { kind: 'temporary', words: 'The channel is gone.' };
  const data = dataOf(notice);
  const { caseNumber } = data.caseKind === NO_CASE ? { caseNumber: undefined } : (data as NoticeCommon);
  const post = { id: notice.id, subject, text, url: linkOf(data, baseUrl), caseNumber, body: channel.bodyId };
  return gateway.post(channel, post, (heldUntil - Date.now()) * shareOfLease);
}
