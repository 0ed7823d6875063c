/** What people type, and what is meant by it: widths of characters, brackets, characters that nobody sees. */
import { text, type Text } from './text.ts';

/** A character that is not seen, and its place in a text, counted from 1. */
export interface HiddenCharacter {
  readonly place: number;
  /** E.g. `U+200B`. */
  readonly code: string;
}

// Controls but for line breaks and tabs; marks that turn the direction of text; characters without width; fillers that look like blanks.
const HIDDEN =
  /(?![\t\n\r])\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Bidi_Control}|\u2800|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/u;
// A selector chooses the form of the character before it, as of a rare one in a name; by itself it is nothing but hidden.
const LOOSE_SELECTOR = /(?<=^|[\s\p{Variation_Selector}])\p{Variation_Selector}/u;

/** The first character of a text that is not seen, or could make it read as another; null if there is none. */
export function hiddenIn(typed: string): HiddenCharacter | null {
  const [first] = [HIDDEN, LOOSE_SELECTOR]
    .map((kind) => kind.exec(typed))
    .filter((found) => found !== null)
    .sort((a, b) => a.index - b.index);
  if (first === undefined) return null;
  const code = (typed.codePointAt(first.index) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { place: Array.from(typed.slice(0, first.index)).length + 1, code: `U+${code}` };
}

/** A text with a mark in place of each character that is not seen, fit to be said itself. */
export function withoutHidden(typed: string): string {
  return typed.replace(new RegExp(HIDDEN, 'gu'), '\ufffd').replace(new RegExp(LOOSE_SELECTOR, 'gu'), '\ufffd');
}

/** What is said of a text with a character that is not seen; null for one without. */
export function hiddenWords(typed: string): Text | null {
  const hidden = hiddenIn(typed);
  if (hidden === null) return null;
  const { place, code } = hidden;
  return text(
    `第 ${place} 个字符是看不见的控制字符（${code}），请删除后重新填写。`,
    `has a character that is not seen (${code}) in place ${place}; delete it and type the text anew`,
  );
}

/** A number in characters of the narrow width, blanks within it kept. */
export function narrowOf(typed: string): string {
  return typed.normalize('NFKC').trim();
}

/** A code or number without blanks, in characters of the narrow width: `９１３１ ０１１５` is `91310115`. */
export function codeOf(typed: string): string {
  return typed.normalize('NFKC').replace(/\s+/g, '');
}

/** The number of a case as it is kept, whatever brackets stand around its year: `沪企服店申[2025]127号`. */
export function caseNumberOf(typed: string): string {
  return codeOf(typed)
    .replace(/[[({【《「]/g, '〔')
    .replace(/[\])}】》」]/g, '〕');
}

const HAN = /\p{Script=Han}/u;

/**
 * A name in one way of writing: letters and digits narrow, blanks single, brackets wide where there are Chinese characters and narrow
 * where there are none. `启明(上海)ＡＢ公司` is `启明（上海）AB公司`.
 */
export function nameOf(typed: string): string {
  const plain = narrowed(typed).replace(/\s+/g, ' ').trim();
  return HAN.test(plain) ? wideBrackets(plain) : narrowBrackets(plain);
}

/** The ways of writing under which something may be kept that a person looks for by `typed`; each once. */
export function writingsOf(typed: string): string[] {
  const plain = narrowed(typed).trim();
  return [...new Set([typed, nameOf(typed), wideBrackets(plain), narrowBrackets(plain)])];
}

function narrowed(typed: string): string {
  return typed.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3000]/g, (wide) => wide.normalize('NFKC'));
}

function wideBrackets(name: string): string {
  return name.replaceAll('(', '（').replaceAll(')', '）');
}

function narrowBrackets(name: string): string {
  return name.replaceAll('（', '(').replaceAll('）', ')');
}
