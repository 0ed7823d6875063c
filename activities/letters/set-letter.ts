/** Sets letters, in a thread of its own: see `letter-setter.ts`. */
import type { LetterPage } from './page.ts';
import { typesetter } from './typesetter.ts';

/** The middle of the room for a seal, in millimetres from the upper left corner of its page. */
export interface SealPlace {
  /** From 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** A letter as PDF, as the typesetter hands it out. */
export interface SetLetter {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  readonly sealPlace: SealPlace;
}

export interface SetRequest {
  readonly page: LetterPage;
  /** The operator's folder of fonts. */
  readonly fontsFolder: string | undefined;
}

/** Sets one letter, or answers which of its characters no font has. The same page and fonts give the same bytes. */
export default function setLetter({
  page,
  fontsFolder,
}: SetRequest): SetLetter | { readonly missing: readonly string[] } {
  const letters = typesetter('letter.typ', fontsFolder);
  const missing = letters.fonts.missingIn(wordsOf(page));
  if (missing.length > 0) return { missing };
  const { pdf, pageCount, labelled } = letters.set(page);
  const [sealPlace] = labelled('<seal>') as SealPlace[];
  if (sealPlace === undefined) throw new Error('The letter has no room for a seal.');
  return { pdf, pageCount, sealPlace };
}

/** Every word that stands on the page. */
function wordsOf({ issuer, number, title, remark, to, blocks, dated, notes }: LetterPage): string {
  const body = blocks.flatMap((block) => (block.kind === 'table' ? [block.head, ...block.rows].flat() : [block.words]));
  return [issuer, number, title, remark ?? '', to, ...body, dated, ...notes].join('');
}
