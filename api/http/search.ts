/** What a person looks for, as a condition of the database. */
import { writingsOf } from '../../rules/typed.ts';

/** Part of a name: a character that the database would read as a wildcard is itself. */
export interface NameLike {
  readonly contains: string;
  readonly mode: 'insensitive';
}

/** Conditions of which a name meets one if it holds what was typed, whatever the widths of its brackets, letters and digits. */
export function nameLike(typed: string): NameLike[] {
  return writingsOf(typed).map((writing) => ({ contains: literal(writing), mode: 'insensitive' }));
}

function literal(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&');
}
