import type { Text } from '../text.ts';
import { text } from '../text.ts';

/** A number with its thousands apart and its decimals as they are: 4,999,999.99. */
export function grouped(figure: number): string {
  const [whole = '', decimals] = String(figure).split('.');
  const apart = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimals === undefined ? apart : `${apart}.${decimals}`;
}

/** Words or phrases in a row, with the marks of each language. */
export function listed(phrases: readonly (Text | string)[]): Text {
  const both = phrases.map((phrase) => (typeof phrase === 'string' ? text(phrase, phrase) : phrase));
  return text(both.map(({ zh }) => zh).join('、'), both.map(({ en }) => en).join(', '));
}
