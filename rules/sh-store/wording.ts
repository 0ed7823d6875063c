import type { Text } from '../text.ts';
import { text } from '../text.ts';

/** A number with its thousands apart and its decimals as they are: 4,999,999.99. */
export function grouped(figure: number): string {
  const [whole = '', decimals] = String(figure).split('.');
  const apart = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimals === undefined ? apart : `${apart}.${decimals}`;
}

/** A phrase in both languages; one that a person wrote is in its own. */
export function inBoth(phrase: Text | string): Text {
  return typeof phrase === 'string' ? text(phrase, phrase) : phrase;
}

/** Words or phrases in a row, with the marks of each language. */
export function listed(phrases: readonly (Text | string)[]): Text {
  const both = phrases.map(inBoth);
  return text(both.map(({ zh }) => zh).join('、'), both.map(({ en }) => en).join(', '));
}
