import type { BodyInWords } from '../body-in-words.ts';
import { text } from '../text.ts';
import { bodyOf, trainingNetwork, type Network } from './network.ts';

export type { BodyInWords };

/** The body with this id in words; no id is ever read by people. */
export function bodyInWords(id: string, network: Network = trainingNetwork): BodyInWords {
  const { name = text('平台网络以外的机构', 'a body outside the network'), telephone = '' } = bodyOf(id, network) ?? {};
  return { name, telephone };
}
