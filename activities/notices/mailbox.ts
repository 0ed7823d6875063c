/** Addresses. nodemailer's own parser has let wrong domains and line breaks through before, so nothing unchecked reaches it. */
import { isEmail } from '../../rules/parties/contact.ts';

export interface Mailbox {
  readonly name?: string;
  readonly address: string;
}

/**
 * Reads the sender from the settings: `案卷 <notices@example.org>` or a bare address.
 * @throws RangeError when the address is not a plain one.
 */
export function parseMailbox(written: string): Mailbox {
  const parts = /^\s*(?:"?([^"<>]*?)"?\s*<([^<>]+)>|([^<>\s]+))\s*$/.exec(written);
  const address = (parts?.[2] ?? parts?.[3] ?? '').trim();
  if (!isEmail(address)) {
    throw new RangeError(`"${written}" is not a sender. Write it as: 案卷 <notices@example.org>`);
  }
  const name = headerSafe(parts?.[1] ?? '');
  return name === '' ? { address } : { name, address };
}

/** A name without control characters, so that it can stand in a header. */
export function headerSafe(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
