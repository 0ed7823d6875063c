/** The console speaks through its catalogues, in both languages. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';

const web = new URL('..', import.meta.url);
const sources = globSync('**/*.{ts,tsx}', { cwd: web, exclude: ['generated/**', '**/*.test.ts'] });
const isCatalogue = (path: string) => ['words.ts', 'common.ts'].includes(basename(path)) && path !== 'words/words.ts';
const read = (path: string) => readFileSync(new URL(path, web), 'utf8');

/** Signs that part texts in either language, and the name of the product. */
const ALLOWED = /案卷|中文|[：（）]/g;

it('XC-03.1 has no Chinese outside its catalogues', () => {
  const outside = sources.filter((path) => !isCatalogue(path) && !/(^|\/)(client|catalogue)\.ts$/.test(path));
  expect(outside.length).toBeGreaterThan(50);
  const found = outside.filter((path) => /\p{Script=Han}/u.test(withoutComments(read(path)).replaceAll(ALLOWED, '')));
  expect(found).toEqual([]);
});

it('XC-03.1 has every text in both languages, with the same values in it', async () => {
  const files = sources.filter(isCatalogue);
  expect(files.length).toBeGreaterThan(8);
  for (const path of files) {
    const exported = Object.values((await import(new URL(path, web).href)) as Record<string, Catalogue<string>>);
    for (const { zh, en } of exported)
      for (const name of Object.keys(zh)) {
        expect([path, name, zh[name]?.trim(), en[name]?.trim()]).not.toContain('');
        expect([path, name, valuesIn(zh[name])]).toEqual([path, name, valuesIn(en[name])]);
      }
  }
});

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
}

function valuesIn(text: string | undefined): string[] {
  return [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, value]) => value ?? '').sort();
}
