import { bodyInWords } from '../../rules/hn-net/body-in-words.ts';
import { everKnown, type WindowEntry } from '../../rules/hn-net/window.ts';
import { changed } from '../../rules/phrases.ts';
import type { Text } from '../../rules/text.ts';

/** Which platform a registration has left, and which one it has come to. A window that has lost its qualification is named all the same. */
export function movedPlatform(from: string, to: string, windows: readonly WindowEntry[]): Text {
  const known = everKnown(windows);
  return changed(bodyInWords(from, known).name, bodyInWords(to, known).name);
}
