import { codeOf } from '../typed.ts';

/** Telephone numbers without blanks, brackets and dashes; a `-` stands before an extension. */
const forms: readonly (readonly [RegExp, (parts: RegExpExecArray) => string])[] = [
  [/^(?:\+?86|0086)?(1[3-9]\d{9})$/, ([, mobile = '']) => mobile],
  [
    /^(?:(?:\+?86|0086)0?|0)(10|2\d|[3-9]\d{2})([1-9]\d{6,7})(?:-(\d{1,6}))?$/,
    ([, area = '', number = '', extension]) => `0${area}-${number}${extension === undefined ? '' : `-${extension}`}`,
  ],
  [
    /^(?:\+?86)?([48]00)(\d{3})(\d{4})(?:-(\d{1,6}))?$/,
    ([, first = '', second = '', third = '', extension]) =>
      `${first}-${second}-${third}${extension === undefined ? '' : `-${extension}`}`,
  ],
  [/^(9\d{4,5}|12\d{3})$/, ([, line = '']) => line],
  [/^(?:\+|00)((?!86|0)\d{7,15})$/, ([, abroad = '']) => `+${abroad}`],
];

/** What people write before an extension. */
const EXTENSION = /(?:转接?|分机号?|内线|ext\.?|extension|x|#|,|;)[:.]*(\d{1,6})$/i;

/**
 * A telephone number in one way of writing: a mobile `13800000000`, a landline with its area code and perhaps an extension
 * `021-55667788-8001`, a 400 or 800 number `400-800-0000`, a service line `96871`, a number abroad `+85221234567`. Digits of either width,
 * blanks, brackets and dashes of every kind are free, and so is 86 before a number of mainland China.
 * @returns null for what can be no telephone number
 */
export function telephoneOf(typed: string): string | null {
  const narrow = codeOf(typed).replace(/[‐‑‒–—―−ー─~～_]/g, '-');
  const extended = narrow.replace(EXTENSION, '/$1').replace(/^(.*\d)-(\d{1,6})$/, trailing);
  const [number = '', extension, ...more] = extended.split('/');
  if (more.length > 0 || !/^\+?[\d()\-[\].]+$/.test(number) || !hasPairs(number)) return null;
  const digits = number.replace(/[()\-[\].]/g, '');
  const plain = extension === undefined ? digits : `${digits}-${extension}`;
  for (const [form, write] of forms) {
    const parts = form.exec(plain);
    if (parts !== null) return write(parts);
  }
  return null;
}

/** Digits behind a number that is whole without them are its extension: `021-55667788-8001`, but not `0731-8888000`. */
function trailing(whole: string, number: string, extension: string): string {
  const digits = number.replace(/\D/g, '');
  return /^(86)?0(10|2\d|[3-9]\d{2})\d{7,8}$|^[48]00\d{7}$/.test(digits) ? `${number}/${extension}` : whole;
}

function hasPairs(number: string): boolean {
  return (number.match(/[([]/g)?.length ?? 0) === (number.match(/[)\]]/g)?.length ?? 0);
}

/** Whether a text can be a telephone number: see {@link telephoneOf}. */
export function isTelephone(candidate: string): boolean {
  return telephoneOf(candidate) !== null;
}

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const topLabel = /^(?!\d+$).{2,}$/;

/**
 * Whether mail can be sent to a text: one plain address `local@domain` in ASCII, no list, no name, no quotes, no line breaks; at most 64
 * characters before the at sign and 254 in all (RFC 5321, 4.5.3.1); a domain of at least two labels, of letters, digits and inner dashes,
 * the last of two characters or more and not of digits alone (RFC 3696, 2): `1.2.3.4` is the number of a host and no domain.
 * What is accepted where people type it is what the sender takes.
 */
export function isEmail(candidate: string): boolean {
  if (candidate.length > 254) return false;
  const at = candidate.lastIndexOf('@');
  const before = candidate.slice(0, Math.max(at, 0));
  const labels = candidate.slice(at + 1).split('.');
  const isDomain = labels.length > 1 && labels.every((part) => label.test(part)) && topLabel.test(labels.at(-1) ?? '');
  return before.length <= 64 && local.test(before) && isDomain;
}

/** An e-mail address in one way of writing: without blanks around it, narrow, its domain in small letters. */
export function emailOf(typed: string): string {
  const narrow = typed.normalize('NFKC').replaceAll('。', '.').trim();
  const at = narrow.lastIndexOf('@');
  return at < 0 ? narrow : narrow.slice(0, at) + narrow.slice(at).toLowerCase();
}
