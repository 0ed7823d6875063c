import type { BodyInWords } from '../body-in-words.ts';
import { text } from '../text.ts';
import { bodyOf, trainingNetwork, type Network } from './network.ts';

export type { BodyInWords };

/** The body with this id in words; one that the network does not know is named by its id. */
export function bodyInWords(id: string, network: Network = trainingNetwork): BodyInWords {
  const { name = text(id, id), telephone = '' } = bodyOf(id, network) ?? {};
  return { name, telephone };
}
