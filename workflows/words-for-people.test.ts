import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** A name of the program, such as confirmOutsideHours, beside words of Chinese. */
const CODE_IN_WORDS = /[\p{Script=Han}（“][a-z]+[A-Z][A-Za-z]*[\p{Script=Han}）”]/u;

/** The id of a case within words of Chinese, as a template puts it there. */
const ID_IN_WORDS = /案[件号][^`]{0,8}\$\{[\w.]*\b(id|caseId)\}/;

it.each([
  ['the number of a case and never its id', ID_IN_WORDS],
  ['no names of the program', CODE_IN_WORDS],
])('XC-05.3 people read %s', (_what, pattern) => {
  const sources = globSync('{workflows,rules}/**/*.ts', { cwd: new URL('..', import.meta.url) });
  expect(sources.length).toBeGreaterThan(500);
  const told = sources.filter((path) => {
    const source = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
    return !path.endsWith('.test.ts') && pattern.test(source);
  });
  expect(told).toEqual([]);
});
