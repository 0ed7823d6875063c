import type { Mailbox } from './mailbox.ts';

/**
 * The Message-ID of a notice: its own id at the sender's domain, as RFC 5322, 3.6.4 advises, so that receiving servers do not take
 * it for forged. Stored with the content before the first try and the same on every one, also if the sender is set anew meanwhile:
 * a mail program that gets a second copy can tell.
 */
export function messageIdOf(noticeId: string, { address }: Mailbox): string {
  return `<${noticeId}${address.slice(address.lastIndexOf('@'))}>`;
}
