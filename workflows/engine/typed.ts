/** Schemas of what people type. Whatever way it is written, it is kept in one; what nobody sees is refused. Not for workflow code. */
import { z } from 'zod';
import { bilingual } from '../../rules/bilingual.ts';
import { emailOf, isEmail, telephoneOf } from '../../rules/parties/contact.ts';
import { creditCodeOf, isCreditCode } from '../../rules/parties/credit-code.ts';
import { text } from '../../rules/text.ts';
import { hiddenWords, nameOf } from '../../rules/typed.ts';
import { refersTo, titled, withWords } from './titled.ts';

const EMPTY = bilingual('不能为空。', 'must not be empty');

/** A text without characters that are not seen; a text of one line also without line breaks. */
function seen(value: string, context: z.core.ParsePayload<string>, oneLine: boolean): void {
  const hidden = hiddenWords(value);
  const broken = bilingual('应为一行文字，不能换行。', 'must be one line of text without line breaks');
  const message = (hidden && bilingual(hidden.zh, hidden.en)) ?? (oneLine && /[\r\n\t]/.test(value) ? broken : null);
  if (message !== null) context.issues.push({ code: 'custom', input: value, message });
}

function typed(longest: number, oneLine: boolean, missing?: string) {
  const words = z
    .string(missing)
    .trim()
    .max(longest, bilingual(`不能超过 ${longest} 个字符。`, `must not be longer than ${longest} characters`))
    .check((context) => seen(context.value, context, oneLine));
  return oneLine ? words : withWords(words, { 'x-lines': true });
}

/** A line of text: trimmed, not empty, every character of it seen. @param missing said where it is not there; made by `bilingual` */
export function line(longest: number, missing?: string) {
  return typed(longest, true, missing).min(1, missing ?? EMPTY);
}

/** Paragraphs: like {@link line}, line breaks allowed. */
export function paragraphs(longest: number, missing?: string) {
  return typed(longest, false, missing).min(1, missing ?? EMPTY);
}

/** Paragraphs that may be left empty. */
export function maybeParagraphs(longest: number) {
  return typed(longest, false);
}

/** A line that may be left empty. */
export function maybeLine(longest: number) {
  return typed(longest, true);
}

/** A name of an organisation or a person, brackets and widths in one way of writing. */
export function nameLine(longest: number, missing?: string) {
  return line(longest, missing).overwrite(nameOf);
}

/** An e-mail address, without blanks around it. */
export const email = titled(
  line(254)
    .overwrite(emailOf)
    .refine(
      isEmail,
      bilingual('应为邮箱地址，例如 name@example.cn。', 'must be an e-mail address, e.g. name@example.cn'),
    ),
  '电子邮箱',
  'E-mail address',
).meta({ format: 'email' });

const NO_TELEPHONE = bilingual(
  '应为可拨通的电话号码：手机号，或带区号的固定电话（可带分机），例如 021-55667788转8001。',
  'must be a telephone number that can be called: a mobile, or a landline with its area code, e.g. 021-55667788-8001',
);

/** A telephone number in whatever way it is written; kept in one: see {@link telephoneOf}. */
export const telephone = titled(
  line(60)
    .refine((value) => telephoneOf(value) !== null, NO_TELEPHONE)
    .overwrite((value) => telephoneOf(value) ?? value),
  '联系电话',
  'Telephone',
  text(
    '手机号，或带区号的固定电话，例如 021-55667788转8001。',
    'A mobile number, or a landline with its area code, e.g. 021-55667788-8001.',
  ),
);

const NO_CREDIT_CODE = bilingual(
  '应为有效的 18 位统一社会信用代码，请对照营业执照核对。',
  'must be a unified social credit code of 18 characters that can exist; check it against the licence',
);

/** A unified social credit code with its check digit (GB 32100-2015), in whatever width and case. */
export const creditCode = titled(
  refersTo(line(60).overwrite(creditCodeOf).refine(isCreditCode, NO_CREDIT_CODE), 'creditCode'),
  '统一社会信用代码',
  'Unified social credit code',
  text('18 位，见营业执照。', 'The 18 characters on the licence (GB 32100-2015).'),
).meta({ example: '91310115MA1K3AB128' });

/** A web address, fit to be shown as a link: never a script, and no name before the host, which reads as if it were the host. */
export const webAddress = titled(
  line(500).refine(
    isWebAddress,
    bilingual('应为网址，例如 https://example.cn。', 'must be a web address, e.g. https://example.cn'),
  ),
  '网址',
  'Web address',
);

function isWebAddress(value: string): boolean {
  if (!/^https?:\/\/[^\s]+$/i.test(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

/** An id of ours: opaque, never a name or a number of a person. A field says with `refersTo` what it names. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,199}$/, bilingual('编号格式不正确。', 'is not an id of this platform'));
