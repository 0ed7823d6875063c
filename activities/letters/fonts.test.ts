import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { checkFolder, readFonts } from './fonts.ts';

const folder = temporaryFolder('fonts');
afterAll(() => folder.remove());

const { resolve } = createRequire(import.meta.url);
const light = resolve('@expo-google-fonts/noto-serif-sc/300Light/NotoSerifSC_300Light.ttf');

it('SH-STORE-11.2 the fonts of the product have the characters of Chinese names, numbers and marks', () => {
  const fonts = readFonts(undefined);
  expect(fonts.missingIn('案卷〔2025〕12号“”—…（）《》，。；：①②％㎡·囧㙍𬭎 Aé\n\u200b')).toEqual([]);
  expect(fonts.missingIn('𠮷某😀😀')).toEqual(['𠮷', '😀']);
});

it('SH-STORE-11.2 a face of the operator goes before those of the product where the standard wants it', () => {
  const own = join(folder.path, 'own/deep');
  mkdirSync(own, { recursive: true });
  copyFileSync(light, join(own, 'a.ttf'));
  const { faces, files } = readFonts(join(folder.path, 'own'));
  expect(files).toHaveLength(3);
  expect(faces.body[0]).toBe('Noto Serif SC');
  // A family that is of no use to a part is there for characters that the others lack.
  expect(faces.body).toContain('Noto Serif SC Light');
});

it.each([
  ['is not there', 'none', () => undefined, 'cannot be read'],
  ['has no font', 'empty', (path: string) => mkdirSync(path), 'has no font'],
  [
    'has a font that is none',
    'broken',
    (path: string) => {
      mkdirSync(path);
      writeFileSync(join(path, 'x.ttf'), 'no font');
    },
    'is no font that can be read',
  ],
])('SH-STORE-11.2 a folder that %s is named when the worker starts', (_what, name, prepare, says) => {
  const path = join(folder.path, name);
  prepare(path);
  expect(() => checkFolder(path)).toThrow(RangeError);
  expect(() => checkFolder(path)).toThrow(new RegExp(`LETTER_FONTS.*${says}`));
});
