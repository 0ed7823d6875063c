import { text, type Text } from '../rules/text.ts';
import { hiddenWords, withoutHidden } from '../rules/typed.ts';

/** Something in a value that must not be kept, and where it stands. */
export interface Unstorable {
  readonly path: readonly string[];
  readonly message: Text;
}

/** Deeper than any form of ours; beyond it whoever walks through a value step by step may run out of stack. */
const DEEPEST = 32;
/** So many are told; a value that is nothing but faults gets a short answer all the same. */
const MOST_TOLD = 20;

const CHARACTER = text(
  '含有无法保存的字符（空字符或残缺的字符），请删除后重新填写。',
  'contains a character that cannot be stored (NUL, or half of a character); remove it',
);
const NESTING = text(`嵌套超过 ${DEEPEST} 层，请简化。`, `is nested deeper than ${DEEPEST} levels; flatten it`);

interface Place {
  readonly value: unknown;
  readonly key: string;
  readonly depth: number;
  readonly above: Place | null;
}

/**
 * What in a parsed value must not be kept, in names of fields too. PostgreSQL cannot keep NUL, lone surrogates and nesting without end;
 * refused by the database, they would be met where nobody can be told (XC-05.3). Characters that nobody sees make a text read as another.
 * A schema lets some of this pass, so a request or a signal is held against this before anything else is made of it.
 */
export function unstorableIn(value: unknown): Unstorable[] {
  const found: Unstorable[] = [];
  // Not recursive: a megabyte of brackets is deeper than the stack.
  const waiting: Place[] = [{ value, key: '', depth: 0, above: null }];
  for (let place = waiting.pop(); place !== undefined && found.length < MOST_TOLD; place = waiting.pop()) {
    const { value: here, depth } = place;
    if (typeof here === 'string') {
      const message = faultOf(here);
      if (message !== null) found.push({ path: pathOf(place), message });
    } else if (typeof here === 'object' && here !== null) {
      if (depth >= DEEPEST) found.push({ path: pathOf(place), message: NESTING });
      else {
        for (const [key, part] of Object.entries(here).reverse()) {
          const inner: Place = { value: part, key, depth: depth + 1, above: place };
          const message = faultOf(key);
          if (message === null) waiting.push(inner);
          else found.push({ path: pathOf(inner), message });
        }
      }
    }
  }
  return found;
}

function faultOf(characters: string): Text | null {
  if (characters.includes('\0') || !characters.isWellFormed()) return CHARACTER;
  return hiddenWords(characters);
}

/** The names on the way to a place, fit to be said and stored themselves. */
function pathOf(place: Place): string[] {
  const names: string[] = [];
  for (let at = place; at.above !== null; at = at.above) {
    names.unshift(withoutHidden(at.key.slice(0, 60).toWellFormed()));
  }
  return names;
}
