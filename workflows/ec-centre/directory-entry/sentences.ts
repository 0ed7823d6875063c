/** What the timeline says of each action of an entry (XC-05.3). */
import { parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { directoryEntry } from './contract.ts';

export const directoryEntrySentences: SentencesOf<typeof directoryEntry> = {
  changeListing: ({ introduction, services }) =>
    parts(
      introduction ?? undefined,
      ...services.map(({ content, price }) =>
        price === null ? content : text(`${content}（${price}）`, `${content} (${price})`),
      ),
    ),
};
