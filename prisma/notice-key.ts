import type { Channel } from '../rules/notices.ts';

/** The key of a notice within its case: what was said, to whom and, other than by e-mail, which way. */
export function noticeKey(request: string, recipientId: string, channel: Channel): string {
  return `${request}:${recipientId}${wayOf(channel)}`;
}

/** The same for each way in which one recipient is told one thing (XC-04.2). */
export function keyOfAllWays(key: string, channel: string): string {
  return key.slice(0, key.length - wayOf(channel).length);
}

function wayOf(channel: string): string {
  return channel === 'EMAIL' ? '' : `:${channel}`;
}
