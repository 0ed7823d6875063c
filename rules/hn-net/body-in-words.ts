import type { Text } from '../text.ts';
import { text } from '../text.ts';
import { bodyOf } from './network.ts';

/** A body of the network as notices name it. */
export interface BodyInWords {
  readonly name: Text;
  readonly telephone: string;
}

/** The body with this id in words; one that the network does not know is named by its id. */
export function bodyInWords(id: string): BodyInWords {
  const { name = text(id, id), telephone = '' } = bodyOf(id) ?? {};
  return { name, telephone };
}
