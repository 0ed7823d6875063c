import { text, type Text } from '../rules/text.ts';

/** Something in a value that the database would refuse, and where it stands. */
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
 * What in a parsed value PostgreSQL cannot keep, as text or as JSON: NUL and lone surrogates, in names of fields too, and nesting
 * without end. A schema lets them pass, so a request or a signal is held against this before anything else is made of it: refused
 * by the database, they would be met where nobody can be told (XC-05.3).
 */
export function unstorableIn(value: unknown): Unstorable[] {
  const found: Unstorable[] = [];
  // Not recursive: a megabyte of brackets is deeper than the stack.
  const waiting: Place[] = [{ value, key: '', depth: 0, above: null }];
  for (let place = waiting.pop(); place !== undefined && found.length < MOST_TOLD; place = waiting.pop()) {
    const { value: here, depth } = place;
    if (typeof here === 'string') {
      if (!isStorable(here)) found.push({ path: pathOf(place), message: CHARACTER });
    } else if (typeof here === 'object' && here !== null) {
      if (depth >= DEEPEST) found.push({ path: pathOf(place), message: NESTING });
      else {
        for (const [key, part] of Object.entries(here).reverse()) {
          const inner: Place = { value: part, key, depth: depth + 1, above: place };
          if (isStorable(key)) waiting.push(inner);
          else found.push({ path: pathOf(inner), message: CHARACTER });
        }
      }
    }
  }
  return found;
}

function isStorable(characters: string): boolean {
  return !characters.includes('\0') && characters.isWellFormed();
}

/** The names on the way to a place, fit to be said and stored themselves. */
function pathOf(place: Place): string[] {
  const names: string[] = [];
  for (let at = place; at.above !== null; at = at.above) {
    names.unshift(at.key.slice(0, 60).toWellFormed().replaceAll('\0', '\ufffd'));
  }
  return names;
}
