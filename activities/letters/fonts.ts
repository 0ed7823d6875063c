/**
 * The fonts that letters are set in: those of the operator's folder, which may hold the official faces (仿宋_GB2312, 方正小标宋 …), before
 * those that the product brings along.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as fontkit from 'fontkit';

const { resolve } = createRequire(import.meta.url);

/** Noto Serif SC, SIL Open Font License 1.1. */
const PACKAGED = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'].map((file) =>
  resolve(`@expo-google-fonts/noto-serif-sc/${file}`),
);

/** The families to take for each part of a letter, in the order in which they are tried. */
export interface Faces {
  readonly body: readonly string[];
  readonly title: readonly string[];
  readonly heading: readonly string[];
  readonly pageNumber: readonly string[];
}

/** What each part of an official document is set in, by the names that such families have (GB/T 9704-2012). */
const WANTED: Readonly<Record<keyof Faces, RegExp>> = {
  body: /fang ?song|仿宋/i,
  title: /xiao ?biao ?song|小标宋/i,
  heading: /simhei|hei ?ti|黑体/i,
  pageNumber: /simsun|song ?ti|宋体/i,
};

export interface LetterFonts {
  readonly files: readonly Buffer[];
  readonly faces: Faces;
  /** The characters of a text that no font has, each once. */
  missingIn(words: string): readonly string[];
}

/** @throws RangeError if the operator's folder cannot be read, has no font, or has one that cannot be read */
export function checkFolder(folder: string): void {
  fontFiles(folder).forEach(readFont);
}

/**
 * Reads the fonts.
 * @param folder the operator's; none for those of the product alone
 * @throws RangeError as {@link checkFolder}
 */
export function readFonts(folder: string | undefined): LetterFonts {
  const own = folder === undefined ? [] : fontFiles(folder);
  const fonts = [...own, ...PACKAGED].map(readFont);
  const families = unique(fonts.flatMap((font) => font.families));
  const known = new Set(fonts.flatMap(({ characters }) => characters));
  const faces = Object.fromEntries(
    Object.entries(WANTED).map(([part, name]) => {
      const wanted = families.filter((family) => name.test(family));
      return [part, unique([...wanted, ...PACKAGED_FAMILIES, ...families])];
    }),
  );
  return {
    files: fonts.map(({ content }) => content),
    faces: faces as unknown as Faces,
    missingIn: (words) =>
      unique(Array.from(words)).filter(
        (character) => !known.has(character.codePointAt(0) ?? 0) && !IGNORED.test(character),
      ),
  };
}

const PACKAGED_FAMILIES = ['Noto Serif SC'];

/** What has no shape of its own: blanks, controls, joiners, selectors of variants. */
const IGNORED = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]$/u;

function fontFiles(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (cause) {
    throw new RangeError(`LETTER_FONTS: the folder ${folder} cannot be read.`, { cause });
  }
  const files = names.filter((name) => /\.(ttf|otf|ttc|otc)$/i.test(name)).sort();
  if (files.length === 0) {
    throw new RangeError(
      `LETTER_FONTS: the folder ${folder} has no font: put files ending in .ttf, .otf or .ttc there.`,
    );
  }
  return files.map((name) => join(folder, name));
}

interface ReadFont {
  readonly content: Buffer;
  /** The names of its families in every language. */
  readonly families: readonly string[];
  readonly characters: readonly number[];
}

function readFont(file: string): ReadFont {
  const content = readFileSync(file);
  try {
    const read = fontkit.create(content) as unknown as OpenedFont | { readonly fonts: readonly OpenedFont[] };
    const fonts = 'fonts' in read ? read.fonts : [read];
    return {
      content,
      families: unique(fonts.flatMap(familiesOf)),
      characters: fonts.flatMap(({ characterSet }) => characterSet),
    };
  } catch (failure) {
    throw new RangeError(`LETTER_FONTS: ${file} is no font that can be read: ${String(failure)}`, { cause: failure });
  }
}

/** What is used of fontkit's fonts. */
interface OpenedFont {
  readonly familyName: string | null;
  readonly characterSet: readonly number[];
  readonly name: {
    readonly records: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  };
}

function familiesOf({ familyName, name: { records } }: OpenedFont): string[] {
  const named = ['preferredFamily', 'fontFamily'].flatMap((record) => Object.values(records[record] ?? {}));
  return [...(familyName === null ? [] : [familyName]), ...named].filter((family) => family !== '');
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
