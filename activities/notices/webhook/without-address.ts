/** What a robot answers is kept and shown, and its address is a secret: a robot, or a proxy before it, may repeat where it was called (XC-04). */

/** Parts shorter than this are no secret, and are found in any text. */
const SHORTEST = 4;

/** The words of an answer, with "…" for the address, its path and each value of its query, as they are and as JSON and HTML write them. */
export function withoutAddress(words: string, address: string, others: readonly string[] = []): string {
  let left = words;
  // The longest first: what is left of a part would tell the rest of it.
  for (const part of secretsOf(address, others).sort((one, other) => other.length - one.length))
    left = left.replaceAll(part, '…');
  return left;
}

function secretsOf(address: string, others: readonly string[]): string[] {
  const { href, pathname, search, searchParams } = new URL(address);
  const values = [...searchParams.values()];
  const parts = [address, href, `${pathname}${search}`, pathname, search, ...values, ...others];
  const plain = parts.flatMap((part) => [part, encodeURIComponent(part), decoded(part)]);
  return [...new Set(plain.flatMap((part) => [part, ...inJson(part), inHtml(part)]))].filter(
    (part) => part.length >= SHORTEST,
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** With a slash behind a backslash, and with "&" as a number, as many programs write them. */
function inJson(part: string): string[] {
  const whole = JSON.stringify(part).slice(1, -1);
  const numbered = whole.replaceAll('&', '\\u0026');
  return [whole, numbered].flatMap((one) => [one, one.replaceAll('/', '\\/')]);
}

function inHtml(part: string): string {
  return part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
