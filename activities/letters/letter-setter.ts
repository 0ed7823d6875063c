/** The typesetter of letters, beside the thread that does everything else: to set one takes a tenth of a second of computing, or more. */
import { Piscina } from 'piscina';
import { text } from '../../rules/text.ts';
import { LetterFault } from './letter-fault.ts';
import type { LetterPage } from './page.ts';
import type { SetLetter, SetRequest } from './set-letter.ts';

export interface LetterSetter {
  /** @throws LetterFault if a font lacks a character, or the typesetter fails */
  set(page: LetterPage): Promise<SetLetter>;
  /** Ends the thread. */
  close(): Promise<void>;
}

const LONGEST_MS = 30_000;

/** @param fontsFolder the operator's folder of fonts; none for those of the product alone */
export function createLetterSetter(fontsFolder: string | undefined): LetterSetter {
  const threads = new Piscina<SetRequest, SetLetter | { readonly missing: readonly string[] }>({
    filename: new URL('./set-letter.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
  });
  return {
    async set(page) {
      const made = await threads
        .run({ page, fontsFolder }, { signal: AbortSignal.timeout(LONGEST_MS) })
        .catch((failure: unknown) => {
          throw new LetterFault(
            text(`告知函排版失败：${String(failure)}`, `The letter could not be set: ${String(failure)}`),
            false,
          );
        });
      if ('missing' in made) throw lacking(made.missing);
      return made;
    },
    close: () => threads.destroy(),
  };
}

function lacking(characters: readonly string[]): LetterFault {
  const named = characters.map((one) => `${one} (U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()})`);
  return new LetterFault(
    text(
      `告知函未能排版：字体缺字 ${named.join('、')}。请将含有这些字的字体放入 LETTER_FONTS 所指的文件夹，并重启 worker。`,
      `The letter was not set: no font has ${named.join(', ')}. Put a font that has them into the folder of LETTER_FONTS and restart the worker.`,
    ),
    true,
  );
}
