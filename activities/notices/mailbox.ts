/** Addresses. nodemailer's own parser has let wrong domains and line breaks through before, so nothing unchecked reaches it. */

export interface Mailbox {
  readonly name?: string;
  readonly address: string;
}

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** True for one plain address `local@domain` in ASCII: no list, no name, no quotes, no line breaks (RFC 5321, 4.5.3.1). */
export function isPlainAddress(address: string): boolean {
  if (address.length > 254) return false;
  const at = address.lastIndexOf('@');
  const before = address.slice(0, Math.max(at, 0));
  const labels = address.slice(at + 1).split('.');
  return before.length <= 64 && local.test(before) && labels.length > 1 && labels.every((part) => label.test(part));
}

/**
 * Reads the sender from the settings: `案卷 <notices@example.org>` or a bare address.
 * @throws RangeError when the address is not a plain one.
 */
export function parseMailbox(written: string): Mailbox {
  const parts = /^\s*(?:"?([^"<>]*?)"?\s*<([^<>]+)>|([^<>\s]+))\s*$/.exec(written);
  const address = (parts?.[2] ?? parts?.[3] ?? '').trim();
  if (!isPlainAddress(address)) {
    throw new RangeError(`"${written}" is not a sender. Write it as: 案卷 <notices@example.org>`);
  }
  const name = headerSafe(parts?.[1] ?? '');
  return name === '' ? { address } : { name, address };
}

/** A name without control characters, so that it can stand in a header. */
export function headerSafe(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
