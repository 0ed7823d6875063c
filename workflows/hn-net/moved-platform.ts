import { bodyInWords, type BodyInWords } from '../../rules/hn-net/body-in-words.ts';
import { platformAt } from '../../rules/hn-net/seats.ts';
import { everKnown, type WindowEntry } from '../../rules/hn-net/window.ts';
import { changed } from '../../rules/phrases.ts';
import type { Body } from '../../rules/roles.ts';
import type { Text } from '../../rules/text.ts';

/**
 * The platform whose cases lie in a place: a window recognised since, where it is the seat of one, and a window also after it has lost its
 * qualification (HN-NET-02.2, 25.2).
 */
export function platformInWords(place: Body, windows: readonly WindowEntry[]): BodyInWords {
  return bodyInWords(platformAt(place, windows), everKnown(windows));
}

/** Which platform a case has left, by the place where it lay, and which one it has come to. */
export function movedPlatform(from: Body, to: string, windows: readonly WindowEntry[]): Text {
  return changed(platformInWords(from, windows).name, bodyInWords(to, everKnown(windows)).name);
}
